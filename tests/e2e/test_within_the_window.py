"""No page is wider than the window it is read in: what is long wraps, or scrolls in a frame of its own."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.e2e.every_page import World, addresses, world
from tests.e2e.test_every_page import enter

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

#: Desk, telephone, and what WCAG 2.1 asks of a page that is enlarged four times.
WIDTHS = (1280, 390, 320)
OPENED = "() => document.querySelectorAll('details').forEach((each) => (each.open = true))"
#: How much wider the page is than the window, and what reaches beyond it first.
TOO_WIDE = """() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return "";
  const all = [...document.querySelectorAll("body *")];
  const wide = all.find((each) => each.getBoundingClientRect().right > clientWidth);
  return `${scrollWidth - clientWidth} px: ${wide?.outerHTML.slice(0, 120)}`;
}"""


@pytest.fixture
def made(editor: User, manager: User) -> World:
    return world(editor, manager)


def test_no_page_is_wider_than_the_window(page: Page, live_server: LiveServer, made: World) -> None:
    enter(page, made.manager, live_server.url)
    found = {}
    for name, address in addresses(made).items():
        page.goto(live_server.url + address)
        page.evaluate(OPENED)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found[name, width] = page.evaluate(TOO_WIDE)
    assert {where: told for where, told in found.items() if told} == {}


def test_a_picture_that_does_not_fit_says_so_and_begins_with_what_came_last(
    page: Page, live_server: LiveServer, made: World
) -> None:
    hint, frame = page.get_by_text("faites-le glisser de côté"), page.locator(".drawn")
    page.goto(live_server.url + addresses(made)["meeting-picture, timeline"])
    expect(hint).to_be_hidden()

    page.set_viewport_size({"width": 390, "height": 800})
    page.reload()

    expect(hint).to_be_visible()
    ends = "(frame) => [frame, frame.firstElementChild].map((each) => Math.round(each.getBoundingClientRect().right))"
    right, drawn = frame.evaluate(ends)
    assert abs(right - drawn) <= 2
    expect(frame.locator(".again").first).to_be_in_viewport()
    page.goto(live_server.url + addresses(made)["meeting-picture, map"])
    assert frame.evaluate("(frame) => frame.scrollLeft") == 0
