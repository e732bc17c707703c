"""Every page in a Chromium that runs no scripts: what stands there can be used, and leads to a page.

What a form sends is sent as the browser would send it untouched, by each of its buttons, and taken back again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import resolve
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.e2e.every_page import World, addresses, world
from tests.e2e.test_every_page import enter

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

#: What can be seen and used of a page; `checkVisibility` knows closed details and the attribute `hidden`.
#: A region in the order of the Tab key is one that scrolls.
CONTROLS = """() => {
  const seen = (each) => each.checkVisibility({visibilityProperty: true});
  const name = (each) => each.outerHTML.slice(0, 120);
  const sent = (form) => [...new FormData(form)].filter(([, value]) => typeof value === "string");
  const button = "button:not([type=button]):not([type=reset]), input[type=submit]";
  const fields = "input:not([type=hidden]), select, textarea";
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    idle: all("button, [role=button], [tabindex='0']:not([role=region])").filter(seen)
      .filter((each) => !each.form && !each.closest("a[href], summary, label")).map(name),
    dead: all("a").filter(seen).filter((each) => ["", "#", null].includes(each.getAttribute("href"))).map(name),
    links: all("a[href]").filter((each) => each.origin === location.origin).map((each) => each.pathname + each.search),
    forms: all("form").filter((each) => each.method !== "dialog").map((form) => ({
      name: name(form),
      method: form.method,
      action: form.getAttribute("action") || location.pathname + location.search,
      fields: sent(form),
      stuck: [...form.elements].some((each) => each.matches(fields) && seen(each))
        && ![...form.elements].some((each) => each.matches(button) && seen(each)),
      buttons: [...form.elements].filter((each) => each.matches(button))
        .map((each) => [each.name, each.value, each.getAttribute("formaction") || ""]),
      file: form.enctype === "multipart/form-data",
    })),
  };
}"""
#: These end what the walk needs, and are tried by other tests.
ENDING = ("/logout/",)


@dataclass(slots=True)
class Walk:
    """What was tried already, and what is wrong."""

    client: Client
    tried: set[str] = field(default_factory=set)
    wrong: dict[str, list[str]] = field(default_factory=dict)

    def note(self, page: str, *faults: str) -> None:
        if faults:
            self.wrong.setdefault(page, []).extend(faults)

    def follow(self, page: str, links: list[str]) -> None:
        for path in links:
            if path.startswith(("/admin/", "/static/")) or (kind := kind_of(path)) in self.tried:
                continue
            self.tried.add(kind)
            self.note(page, *refused(self.client.get(path), path))

    def send(self, page: str, form: dict[str, object]) -> None:
        buttons: list[list[str]] = form["buttons"] or [["", "", ""]]  # type: ignore[assignment]
        for name, value, elsewhere in buttons:
            action = urljoin(f"http://testserver{page}", elsewhere or str(form["action"]))
            path = urlsplit(action).path + (f"?{query}" if (query := urlsplit(action).query) else "")
            if path.startswith(ENDING):
                continue
            pairs = [*form["fields"], *([[name, value]] if name else [])]  # type: ignore[misc]
            data: dict[str, list[str]] = {}
            for key, told in pairs:
                data.setdefault(key, []).append(told)
            with transaction.atomic():
                answer = getattr(self.client, str(form["method"]))(path, data)
                transaction.set_rollback(True)
            self.note(page, *refused(answer, f"{form['method']} {path}"))


def kind_of(path: str) -> str:
    """Links to one kind of page with values for the same parameters are tried once."""
    place, _mark, query = path.partition("?")
    return f"{resolve(place).view_name} {sorted(parse_qs(query))}"


def refused(answer: HttpResponseBase, what: str) -> Iterator[str]:
    """Neither a page, nor the way to one, nor a file."""
    if answer.status_code == 302:
        return
    kind = answer.headers.get("Content-Type", "")
    if answer.status_code not in (200, 409):
        yield f"{what}: {answer.status_code}"
    elif kind.startswith("text/html") and b"<html" not in getattr(answer, "content", b"")[:200]:
        yield f"{what}: a piece of a page"


@pytest.fixture
def made(editor: User, manager: User) -> World:
    return world(editor, manager)


@pytest.fixture
def plain_page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    context = browser.new_context(base_url=str(live_server), locale="fr-FR", java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_every_page_can_be_used(plain_page: Page, live_server: LiveServer, made: World, manager: User) -> None:
    client = Client()
    client.force_login(manager)
    enter(plain_page, manager, live_server.url)
    walk, looked_at = Walk(client), 0
    for name, address in addresses(made).items():
        if client.get(address).status_code not in (200, 404):
            continue
        looked_at += 1
        plain_page.goto(address)
        found = plain_page.evaluate(CONTROLS)
        walk.note(name, *(f"does nothing: {each}" for each in [*found["idle"], *found["dead"]]))
        walk.note(name, *(f"no button to send it: {each['name']}" for each in found["forms"] if each["stuck"]))
        if name != "not found":
            walk.follow(address, found["links"])
        for form in found["forms"]:
            walk.send(address, form)
    assert looked_at > 20
    assert walk.wrong == {}
