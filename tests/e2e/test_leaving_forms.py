"""Out of a form, back to the words, and back into it: by keys alone, with nothing lost."""

import pytest
from playwright.sync_api import Page, expect

from articles.enums import ReviewState
from articles.models import Article
from tests.e2e.pressing import press
from tests.factories import ActorFactory, ArticleFactory, MeetingReportFactory, MentionFactory, ReviewFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def article() -> Article:
    article = ArticleFactory(text="Karim Benali attend.\n\n" + "Il pleut. \n\n" * 80 + "Anna Lind a vu Marc Roy.")
    ReviewFactory(article=article, state=ReviewState.PRE_ANNOTATED)
    for words in ("Karim Benali", "Anna Lind", "Marc Roy"):
        MentionFactory(article=article, text=words, label="PER", confidence=0.99)
    return article


@pytest.fixture
def desk(editor_page: Page, article: Article) -> Page:
    editor_page.goto(f"/articles/{article.pk}/annotate/")
    expect(editor_page.locator("#text mark.here")).to_be_focused()
    return editor_page


@pytest.mark.parametrize(("key", "kind", "field"), [("T", "report", "participants"), ("D", "statement", "speaker")])
def test_escape_leaves_a_form_and_its_key_comes_back_to_what_was_written(
    desk: Page, key: str, kind: str, field: str
) -> None:
    page = desk
    press(page, key)
    first = page.locator(f"#{kind}-adding [name={field}]").first
    expect(first).to_be_focused()
    press(page, "X")
    press(page, "Escape")
    expect(page.locator("#text mark.here")).to_be_focused()
    expect(first).to_be_hidden()
    press(page, key)
    expect(first).to_be_focused()
    assert "X" in first.input_value()


def test_escape_leaves_the_correction_of_a_card(editor_page: Page, article: Article) -> None:
    MeetingReportFactory(article=article, actors=[ActorFactory(), ActorFactory()], meeting=None)
    page = editor_page
    page.goto(f"/articles/{article.pk}/annotate/")
    expect(page.locator("#text mark.here")).to_be_focused()
    press(page, "m", "c")
    expect(page.locator("li.meeting textarea[name=participants]").first).to_be_focused()
    press(page, "Escape")
    expect(page.locator("li.meeting.here")).to_be_focused()
    page.locator("li.meeting form button.primary[id^=report-save]").focus()
    press(page, "Escape")
    expect(page.locator("li.meeting.here")).to_be_focused()
    press(page, "Escape")
    expect(page.locator("li.meeting form[data-edit=change]")).to_have_count(0)
    expect(page.locator("li.meeting.here")).to_be_focused()


def test_escape_leaves_what_can_be_accepted_in_bulk(desk: Page) -> None:
    press(desk, "A")
    expect(desk.locator("#sure-accept")).to_be_focused()
    press(desk, "Escape")
    expect(desk.locator("#text mark.here")).to_be_focused()


def test_a_refusal_of_before_is_not_what_is_taken_back_after_something_was_saved(desk: Page, article: Article) -> None:
    press(desk, "l")
    expect(desk.locator("#mention-actor")).to_be_focused()
    desk.keyboard.type("Personne Ainsi")
    press(desk, "Enter")
    expect(desk.locator("#connection")).to_be_visible()
    press(desk, "Escape", "j", "a")
    expect(desk.locator("#text mark[data-status=accepted]:not([data-unsaved])")).to_have_count(1)
    with desk.expect_response("**/undo/**"):
        press(desk, "u")


def test_first_decision_taken_back_leaves_the_words_in_hand_and_in_sight(desk: Page, article: Article) -> None:
    """The review begins with it, so that what stands beside the text comes anew."""
    page = desk
    press(page, "k", "a")
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    press(page, "u")
    expect(page.locator("#text mark[data-status=accepted]")).to_have_count(0)
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    mark = page.locator("#text mark.here")
    expect(mark).to_have_text("Marc Roy")
    expect(mark).to_be_focused()
    expect(mark).to_be_in_viewport()


def test_what_was_refused_is_taken_back_before_anything_else(desk: Page, article: Article) -> None:
    page = desk
    press(page, "a")
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    press(page, "l")
    expect(page.locator("#mention-actor")).to_be_focused()
    page.keyboard.type("Personne Ainsi")
    press(page, "Enter")
    expect(page.locator("#connection")).to_be_visible()
    press(page, "Escape", "u")
    expect(page.locator("#connection")).to_be_hidden()
    assert article.mentions.filter(status="accepted").count() == 1
