"""How long a page takes in a real browser, from the address to the first key that does something."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from threading import Thread
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.management.base import CommandError
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.urls import reverse

from articles.actions.access import DEMONSTRATION_EDITOR, create_demonstration_editor
from articles.management.benching.clock import LANGUAGE, browser
from articles.management.benching.pages import user_named
from articles.models import Article

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOST = "127.0.0.1"
#: Milliseconds after which a visit is given up.
WAIT = 60_000
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
#: Presses the key that accepts again and again, until a mention shows that it was accepted and is painted so.
PRESSING = """
  const accepted = () => document.querySelector("#text mark[data-status=accepted]:not([data-was])");
  document.addEventListener("readystatechange", () => {
    for (const mark of document.querySelectorAll("#text mark[data-status=accepted]")) mark.dataset.was = "";
  });
  const told = () => (document.documentElement.dataset.judged = performance.now());
  const pressing = setInterval(() => {
    const event = new KeyboardEvent("keydown", { key: "a", bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
    if (!event.defaultPrevented || !accepted()) return;
    clearInterval(pressing);
    requestAnimationFrame(() => setTimeout(told));
  }, 10);
"""


TOLD = """() => [
  Number(document.documentElement.dataset.judged), performance.getEntriesByType("navigation")[0].responseEnd,
]"""


def missing() -> str:
    """What this machine lacks for it; empty where it has all."""
    if executable() is None:
        return "no Chromium"
    try:
        import playwright.sync_api  # noqa: F401, PLC0415 -- the desk itself runs without it
    except ImportError:
        return "no Playwright"
    return ""


def executable() -> str | None:
    return shutil.which(os.environ.get("CHROMIUM") or "chromium")


@dataclass(frozen=True, slots=True)
class Opening:
    """Milliseconds until the first mention is judged, until the answer came, and of processor time of the page."""

    judged: float
    answered: float
    busy: float


def opening(article: Article, *, visits: int = 5) -> Opening:
    """Until the first mention is judged by key and painted so: medians of visits, nothing cached, after one more."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- see above

    address = reverse("article-annotate", args=[article.pk])
    session = session_of_editor()
    with served() as base, sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
        seen = [visit(started, base, address, session) for _ in range(visits + 1)][1:]
        started.close()
    return Opening(
        *(median(values) for values in zip(*((each.judged, each.answered, each.busy) for each in seen), strict=True))
    )


def visit(chromium: "Browser", base: str, address: str, session: str) -> Opening:
    context = chromium.new_context(locale=LANGUAGE, viewport={"width": 1280, "height": 900})
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": base}])
    if settings.HTTPS:
        context.set_extra_http_headers({"X-Forwarded-Proto": "https"})
    page = context.new_page()
    page.add_init_script(PRESSING)
    tools = context.new_cdp_session(page)
    tools.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(base + address)
    page.wait_for_selector("html[data-judged]", state="attached", timeout=WAIT)
    metrics = {each["name"]: each["value"] for each in tools.send("Performance.getMetrics")["metrics"]}
    judged, answered = page.evaluate(TOLD)
    page.wait_for_selector("[data-unsaved]", state="detached", timeout=WAIT)
    context.close()
    return Opening(judged, answered, metrics["TaskDuration"] * 1000)


def session_of_editor() -> str:
    create_demonstration_editor()
    client = browser()
    client.force_login(user_named(DEMONSTRATION_EDITOR))
    session = client.cookies.get(settings.SESSION_COOKIE_NAME)
    if session is None:
        raise CommandError("The demonstration editor has no session.")
    return str(session.value)


class Unheard(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """The table is for figures."""


@contextmanager
def served() -> Iterator[str]:
    """This process answers at an address of its own."""
    server = ThreadedWSGIServer((HOST, 0), Unheard)
    server.set_app(get_wsgi_application())
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
