"""What the server does not take stays where it was typed, with the focus; whoever went on is left alone."""

import pytest
from playwright.sync_api import Page, expect

from articles.enums import ReviewState
from articles.models import Article
from tests.e2e.pressing import press
from tests.factories import ActorFactory, ArticleFactory, MeetingReportFactory, MentionFactory, ReviewFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def article() -> Article:
    article = ArticleFactory(text="Karim Benali attend.\n\nAnna Lind a vu Marc Roy lundi.\n\nIl pleut.")
    ReviewFactory(article=article, state=ReviewState.PRE_ANNOTATED)
    for words in ("Karim Benali", "Anna Lind", "Marc Roy"):
        MentionFactory(article=article, text=words, label="PER", confidence=0.99)
    people = [ActorFactory(name="Anna Lind"), ActorFactory(name="Marc Roy")]
    MeetingReportFactory(article=article, actors=people, date_value="2023-11-06", meeting=None)
    return article


@pytest.fixture
def desk(editor_page: Page, article: Article) -> Page:
    editor_page.goto(f"/articles/{article.pk}/annotate/")
    expect(editor_page.locator("#text mark.here")).to_be_focused()
    return editor_page


def test_refused_correction_of_a_meeting_leaves_the_focus_in_the_faulty_field(desk: Page, article: Article) -> None:
    page = desk
    press(page, "m", "c")
    expect(page.locator("li.meeting textarea[name=participants]").first).to_be_focused()
    field = page.locator("li.meeting input[name=date_value]")
    field.fill("aucun jour")
    press(page, "Enter")
    expect(page.locator("#status")).to_contain_text("2023-11-06")
    expect(field).to_be_focused()
    expect(field).to_have_value("aucun jour")
    expect(field).to_have_attribute("aria-invalid", "true")
    press(page, "Control+a")
    page.keyboard.type("2024-01-02")
    press(page, "Enter")
    expect(page.locator("li.meeting[data-status=changed]:not([data-unsaved])")).to_be_focused()
    assert article.meeting_reports.get().date_value == "2024-01-02"


def test_refused_correction_takes_nothing_from_whoever_went_on(desk: Page) -> None:
    page = desk
    press(page, "m", "c")
    field = page.locator("li.meeting input[name=date_value]")
    field.fill("aucun jour")
    press(page, "Enter", "w")
    expect(page.locator("#connection")).to_be_visible()
    expect(page.locator("#text mark.here")).to_be_focused()


def test_refused_addition_leaves_the_focus_in_the_faulty_field(desk: Page) -> None:
    page = desk
    press(page, "T")
    expect(page.locator("#report-adding textarea[name=participants]").first).to_be_focused()
    page.locator("#report-adding textarea[name=participants]").first.fill("Anna Lind\nMarc Roy")
    expect(page.locator("#report-adding textarea[name=participants]").first).to_be_focused()
    page.locator("#report-adding textarea[name=participants]").first.fill("Anna Lind\nMarc Roy")
    field = page.locator("#report-adding input[name=date_value]")
    field.fill("aucun jour")
    press(page, "Enter")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_be_focused()


def refuse_link(page: Page, name: str = "Personne Ainsi") -> None:
    """The mention in hand shall stand for somebody nobody knows."""
    press(page, "l")
    expect(page.locator("#mention-actor")).to_be_focused()
    page.keyboard.type(name)
    press(page, "Enter")
    expect(page.locator("#connection")).to_be_visible()


def test_refused_link_stays_in_its_field(desk: Page) -> None:
    page = desk
    refuse_link(page)
    field = page.locator("#mention-actor")
    expect(field).to_be_focused()
    expect(field).to_have_value("Personne Ainsi")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#text mark.here")).to_have_attribute("data-status", "proposed")


@pytest.mark.parametrize("reload", [False, True])
def test_refused_link_is_taken_back_before_what_was_done_earlier(desk: Page, article: Article, *, reload: bool) -> None:
    page = desk
    press(page, "a")
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    refuse_link(page)
    if reload:
        page.reload()
        expect(page.locator("#connection")).to_be_visible()
        expect(page.locator("#text mark[data-unsaved=refused]")).to_have_attribute("data-status", "proposed")
    press(page, "Escape", "u")
    expect(page.locator("#connection")).to_be_hidden()
    expect(page.locator("#mention-actor")).to_have_value("")
    assert [each.status for each in article.mentions.in_order()] == ["accepted", "proposed", "proposed"]


def test_review_is_not_finished_with_something_unsaved(desk: Page, article: Article) -> None:
    page = desk
    refuse_link(page)
    press(page, "Escape", "j", "f")
    expect(page.locator("#status")).to_contain_text("pas enregistré")
    expect(page.locator("#text mark.here")).to_have_text("Karim Benali")
    expect(page.locator("#mention-actor")).to_be_focused()
    expect(page.locator("#mention-actor")).to_have_value("Personne Ainsi")
    press(page, "Escape", "j")
    page.locator("[data-command=finish]").click()
    expect(page.locator("#mention-actor")).to_be_focused()
    assert article.review.state != ReviewState.REVIEWED


def test_refused_addition_is_called_by_its_name_and_gone_back_to_after_a_reload(desk: Page) -> None:
    page = desk
    press(page, "D")
    expect(page.locator("#statement-adding [name=speaker]")).to_be_focused()
    page.locator("#statement-adding [name=speaker]").fill("Personne Ainsi")
    press(page, "Enter")
    line = page.locator("#unsaved-list li")
    expect(line).to_have_count(1)
    expect(line.locator(".what")).to_have_text("nouvelle déclaration")
    page.reload()
    press(page, "f")
    expect(page.locator("#statement-adding [name=speaker]")).to_have_value("Personne Ainsi")
    expect(page.locator("#statement-adding [name=speaker]")).to_be_focused()
    press(page, "Escape", "u")
    expect(page.locator("#connection")).to_be_hidden()
    expect(page.locator("#statement-adding [name=speaker]")).to_be_hidden()
