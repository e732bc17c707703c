"""Every page, for all who may see it: nothing for axe-core to find in light and dark, no trap for the keyboard."""

import re
from uuid import UUID

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.urls import NoReverseMatch, reverse
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from articles.urls import urlpatterns
from tests.e2e.every_page import NO_PAGES, World, addresses, world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
#: No page has more stops for the Tab key.
MOST_STOPS = 400
#: A date field takes the key for its day, month and year and for its calendar.
MOST_PARTS = 5
#: What differs from one visit of a page to the next.
BY_VISIT = re.compile(r'csrfmiddlewaretoken" value="\w+"|\d\d:\d\d')
#: What has the focus: a name that tells it from all else on the page, empty for the page itself.
FOCUSED = """() => {
  const found = document.activeElement;
  if (!found || found === document.body || found === document.documentElement) return "";
  const all = Array.from(document.querySelectorAll("*"));
  return `${all.indexOf(found)} ${found.tagName} ${found.id || found.name || found.textContent.trim().slice(0, 30)}`;
}"""


@pytest.fixture
def made(editor: User, manager: User) -> World:
    return world(editor, manager)


def enter(page: Page, user: User, address: str) -> None:
    """Log in without the form: another test goes through it."""
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": address}])


def visible(page: Page, made: World, user: User | None, address: str) -> dict[str, str]:
    """The pages this user may see, by name; the login page only for those who are not in."""
    client = Client()
    if user is not None:
        client.force_login(user)
        enter(page, user, address)
    return {name: path for name, path in addresses(made).items() if client.get(path).status_code in (200, 404)}


def findings(page: Page, theme: str) -> list[str]:
    """What axe-core objects to, one line each; the dark theme changes colours only."""
    options = {"runOnly": ["color-contrast"]} if theme == "dark" else {}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]


def test_axe_finds_nothing_in_either_theme(page: Page, live_server: LiveServer, made: World, reader: User) -> None:
    """For everybody; what one role sees as another did is looked at once."""
    found: dict[str, list[str]] = {}
    looked_at: set[tuple[str, str]] = set()
    for user in (made.manager, made.editor, reader, None):
        page.context.clear_cookies()
        for name, address in visible(page, made, user, live_server.url).items():
            page.goto(address)
            shown = (name, BY_VISIT.sub("", page.locator("main").inner_html()))
            if shown in looked_at and name != "desk":
                continue
            looked_at.add(shown)
            for theme in ("light", "dark"):
                page.emulate_media(color_scheme=theme, reduced_motion="reduce")
                if objections := findings(page, theme):
                    found[f"{name}, {user}, {theme}"] = objections
    assert len(looked_at) > len(addresses(made))
    assert found == {}


@pytest.mark.parametrize("role", ["nobody", "manager"])
def test_tab_walks_through_every_page_and_out_again(
    page: Page, live_server: LiveServer, made: World, role: str, request: pytest.FixtureRequest
) -> None:
    """Each stop comes once and the last is left behind: on from where a page puts the focus, and all the way back."""
    user = None if role == "nobody" else request.getfixturevalue(role)
    traps: dict[str, object] = {}
    for name, address in visible(page, made, user, live_server.url).items():
        page.goto(address)
        page.evaluate("document.activeElement?.blur()")
        forwards, backwards = walk(page, "Tab"), walk(page, "Shift+Tab")
        if not forwards or forwards != backwards[::-1][-len(forwards) :]:
            traps[name] = (forwards[-3:], backwards[-3:], set(forwards) ^ set(backwards))
    assert traps == {}


def walk(page: Page, key: str) -> list[str]:
    """The stops until the key leaves the page; an empty list where it never does."""
    stops: list[str] = []
    stayed = 0
    for press in range(MOST_STOPS):
        page.keyboard.press(key)
        here = page.evaluate(FOCUSED)
        if not here and not stops and press < 3:
            continue  # coming back in from the browser's own controls
        if not here:
            return stops
        stayed = stayed + 1 if stops and here == stops[-1] else 0
        if stayed:
            if stayed > MOST_PARTS:
                return []
        elif here in stops:
            return stops if here == stops[0] else []
        else:
            stops.append(here)
    return []


def test_no_page_is_forgotten(client: Client, manager: User, made: World) -> None:
    """Each name of the URL configuration is walked through above, is no page, or takes only posts."""
    client.force_login(manager)
    names = {pattern.name for pattern in urlpatterns}
    walked = {name.partition(",")[0] for name in addresses(made)}
    posts = {name for name in names - walked - NO_PAGES if client.get(some_address(str(name))).status_code == 405}
    assert names - walked - NO_PAGES - posts == set()


def some_address(name: str) -> str:
    for arguments in ([], [1], ["x"], [1, 1], [1, UUID(int=1)], [UUID(int=1)], [1, 1, 2]):
        try:
            return reverse(name, args=arguments)
        except NoReverseMatch:
            continue
    raise AssertionError(name)
