"""What one follows, by keyboard: the cursor stays with what it was on."""

import pytest
from playwright.sync_api import Page, expect

from articles.models import Watch
from tests.factories import ActorFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LIST = "/watch/list/"


@pytest.fixture
def names(editor_page: Page) -> list[str]:
    """Three people are followed."""
    names = ["Anna Lind", "Karim Benali", "Marc Roy"]
    for name in names:
        editor_page.goto(f"/actors/{ActorFactory(name=name).slug}/")
        with editor_page.expect_response("**/watch/follow/"):
            editor_page.locator("#follow-button").press("Enter")
    return names


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.tagName")


def test_cursor_stays_in_the_list(editor_page: Page, names: list[str]) -> None:
    page = editor_page
    page.goto(LIST)
    first, second, third = Watch.objects.order_by("position", "pk")
    for pressed, landed in (
        (f"#watch-down-{first.pk}", f"#watch-down-{first.pk}"),
        (f"#watch-down-{first.pk}", f"#watch-up-{first.pk}"),
        (f"#watch-pause-{second.pk}", f"#watch-pause-{second.pk}"),
        (f"#watch-pause-{second.pk}", f"#watch-pause-{second.pk}"),
        (f"#watch-stop-{second.pk}", f"#watch-stop-{third.pk}"),
        (f"#watch-stop-{third.pk}", f"#watch-stop-{first.pk}"),
        (f"#watch-stop-{first.pk}", "#main"),
    ):
        with page.expect_navigation():
            page.locator(pressed).press("Enter")
        expect(page.locator(landed)).to_be_focused()


def test_search_is_followed_with_a_word_and_the_cursor_on_the_way_back(editor_page: Page) -> None:
    page = editor_page
    page.goto("/articles/?q=paix")
    page.locator("#follow-name").press("Enter")
    button = page.locator("#follow-button")
    expect(button).to_be_focused()
    expect(page.locator("#follow [role=status]")).not_to_be_empty()
    expect(page.locator("#follow a")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#follow-name")).to_be_visible()
    expect(button).to_be_focused()
