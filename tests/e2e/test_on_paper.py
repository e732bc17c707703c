"""What a page is on paper: words and pictures, nothing to press."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.e2e.every_page import World, addresses, world
from tests.e2e.test_every_page import enter

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

#: Controls that are laid out, and closed details, which would promise what paper cannot open.
PRESSED = """() => [...document.querySelectorAll("form, button, input, select, textarea, nav, details:not([open])")]
  .filter((each) => each.checkVisibility()).map((each) => each.outerHTML.slice(0, 120))"""
#: The pages that are read, and so printed.
PRINTED = (
    "article-detail", "article-list", "actor-detail", "place-detail", "country-detail",
    "meeting-list", "meeting-detail", "statement-list", "search",
)  # fmt: skip


@pytest.fixture
def made(editor: User, manager: User) -> World:
    return world(editor, manager)


def test_what_is_printed_has_nothing_to_press(page: Page, live_server: LiveServer, made: World, editor: User) -> None:
    enter(page, editor, live_server.url)
    page.emulate_media(media="print")
    known = addresses(made)
    for name in PRINTED:
        page.goto(live_server.url + known[name])
        assert page.evaluate(PRESSED) == [], name


def test_a_printed_search_tells_what_was_asked(page: Page, live_server: LiveServer, made: World) -> None:
    page.goto(live_server.url + addresses(made)["search"])
    asked = page.locator("main .on-paper", has_text="Blinken")
    expect(asked).to_be_hidden()

    page.emulate_media(media="print")

    expect(asked).to_be_visible()


def test_a_picture_is_printed_below_its_title(page: Page, live_server: LiveServer, made: World) -> None:
    """The long table beside it goes over the pages; the picture does not go with it to a page of its own."""
    page.emulate_media(media="print")
    page.goto(live_server.url + addresses(made)["meeting-picture, network"])
    kept = "(selector) => getComputedStyle(document.querySelector(selector)).breakInside"
    assert (page.evaluate(kept, ".pictured"), page.evaluate(kept, ".pictured figure")) == ("auto", "avoid")


def test_paper_tells_where_the_page_is_and_when_it_was_printed(
    page: Page, live_server: LiveServer, made: World
) -> None:
    page.goto(live_server.url + "/meetings/?kind=call")
    printed = page.locator(".printed")
    expect(printed).to_be_hidden()

    page.get_by_label("Du", exact=True).fill("2023")
    page.get_by_label("Du", exact=True).press("Enter")
    page.wait_for_url("**from=2023**")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    expect(printed).to_be_visible()
    expect(printed).to_contain_text(f"newsdesk · {page.url} · imprimé le ")


def test_links_to_see_the_words_are_not_printed(page: Page, live_server: LiveServer, made: World) -> None:
    page.emulate_media(media="print")
    page.goto(live_server.url + addresses(made)["meeting-detail"])
    way = page.get_by_text("voir les mots")
    assert way.count() > 0
    expect(way.first).to_be_hidden()
