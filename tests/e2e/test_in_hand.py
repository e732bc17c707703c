"""What keys act upon is what has the focus, and both stay in sight."""

import pytest
from playwright.sync_api import Page, expect

from articles.enums import EvidenceField, ReviewState
from articles.models import Article, Evidence
from tests.e2e.pressing import press
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingReportFactory,
    MentionFactory,
    ReviewFactory,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RAIN = "Il pleut.\n\n" * 60
TEXT = f"Karim Benali attend.\n\n{RAIN}Anna Lind a vu Marc Roy.\n\n{RAIN}Elle salue Marc Roy."


@pytest.fixture
def article() -> Article:
    article = ArticleFactory(text=TEXT)
    ReviewFactory(article=article, state=ReviewState.PRE_ANNOTATED)
    for words in ("Karim Benali", "Anna Lind"):
        MentionFactory(article=article, text=words, label="PER", confidence=0.99)
    lind = ActorFactory(name="Anna Lind")
    for other in ("Marc Roy", "Karim Benali"):
        report = MeetingReportFactory(article=article, actors=[lind, ActorFactory(name=other)], meeting=None)
        start = TEXT.index("a vu")
        Evidence.objects.create(report=report, field=EvidenceField.SENTENCE, start=start, end=start + 13)
    return article


@pytest.fixture
def desk(editor_page: Page, article: Article) -> Page:
    editor_page.emulate_media(reduced_motion="reduce")
    editor_page.goto(f"/articles/{article.pk}/annotate/")
    expect(editor_page.locator("#text mark.here")).to_be_focused()
    return editor_page


def test_what_has_the_focus_is_in_hand(desk: Page, article: Article) -> None:
    page = desk
    first, second = article.meeting_reports.order_by("pk")
    press(page, "m")
    expect(page.locator(f"#report-{first.pk}.here")).to_be_focused()
    for _ in range(10):
        press(page, "Tab")
        if page.evaluate(f"document.activeElement.closest('#report-{second.pk}') !== null"):
            break
    expect(page.locator(f"#report-{second.pk}.here")).to_have_count(1)
    press(page, "x")
    expect(page.locator(f"#report-{second.pk}")).to_have_attribute("data-status", "rejected")
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    assert [each.status for each in article.meeting_reports.order_by("pk")] == ["proposed", "rejected"]


def test_buttons_of_another_card_take_the_pointer(desk: Page, article: Article) -> None:
    """Where a card comes in hand, the panel makes room: not before the button is released."""
    page = desk
    _first, second = article.meeting_reports.order_by("pk")
    page.locator(f"#report-{second.pk} [data-edit=reject] button").click()
    expect(page.locator(f"#report-{second.pk}")).to_have_attribute("data-status", "rejected")
    expect(page.locator("[data-unsaved]")).to_have_count(0)


def test_key_of_correcting_goes_back_into_the_form_that_is_open(desk: Page) -> None:
    page = desk
    press(page, "m", "c")
    field = page.locator("li.here textarea[name=participants]").first
    expect(field).to_be_focused()
    press(page, "Escape")
    expect(page.locator("li.meeting.here")).to_be_focused()
    press(page, "c")
    expect(field).to_be_focused()
    press(page, "Escape", "Escape")
    expect(page.locator("li.meeting form[data-edit=change]")).to_have_count(0)
    expect(page.locator("li.meeting.here")).to_be_focused()
    expect(page.locator("li.meeting.here")).to_be_in_viewport()


def test_speaker_of_a_statement_to_add_is_selected(editor_page: Page) -> None:
    page = editor_page
    article = ArticleFactory(text="Oui, nous irons. Karim Benali est venu.")
    MentionFactory(article=article, text="Oui", label="PER")
    MentionFactory(article=article, text="Karim Benali", label="PER", actor=ActorFactory(name="Karim Benali"))
    page.goto(f"/articles/{article.pk}/annotate/")
    expect(page.locator("#text mark.here")).to_have_text("Oui")
    press(page, "D")
    field = page.locator("#statement-adding [name=speaker]")
    expect(field).to_be_focused()
    expect(field).not_to_have_value("")
    page.keyboard.type("Anna Lind")
    expect(field).to_have_value("Anna Lind")


PLACE = """element => [
  element.getBoundingClientRect().top - document.querySelector('.bar').getBoundingClientRect().bottom,
  innerHeight - element.getBoundingClientRect().bottom,
]"""


def test_mention_in_hand_has_lines_above_and_below(desk: Page) -> None:
    page = desk
    mark = page.locator("#text mark.here")
    for key, words in (("j", "Anna Lind"), ("w", "Karim Benali"), ("W", "Anna Lind")):
        press(page, key)
        expect(mark).to_have_text(words)
        above, below = mark.evaluate(PLACE)
        assert above > 0
        assert below > 60
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    press(page, "W", "w")
    above, below = mark.evaluate(PLACE)
    assert above > 40
    assert below > 60


def test_words_that_prove_the_card_in_hand_are_in_sight(desk: Page) -> None:
    page = desk
    press(page, "m")
    expect(page.locator("li.meeting.here")).to_be_focused()
    expect(page.locator("li.meeting.here")).to_be_in_viewport()
    lit = page.locator("#text .evidence.lit").first
    expect(lit).to_be_in_viewport()
    above, below = lit.evaluate(PLACE)
    assert above > 0
    assert below > 60


def test_buttons_of_cards_say_whom_they_are_about(desk: Page) -> None:
    for verb in ("Accepter", "Rejeter", "Corriger"):
        for name in ("Anna Lind — Marc Roy", "Anna Lind — Karim Benali"):
            button = desk.get_by_role("link" if verb == "Corriger" else "button", name=f"{verb} {name}", exact=True)
            expect(button).to_have_count(1)
