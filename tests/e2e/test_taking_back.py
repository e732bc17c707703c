"""Undo and redo by keys: what was turned back is in hand, and no key goes astray meanwhile."""

import re

import pytest
from playwright.sync_api import Page, expect

from articles.enums import ReviewState
from articles.models import Article
from tests.e2e.pressing import press
from tests.e2e.test_linking import Dam
from tests.factories import ActorFactory, ArticleFactory, MeetingReportFactory, MentionFactory, ReviewFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NAMES = ("Karim Benali", "Anna Lind", "Marc Roy")
UNDO = re.compile("/undo/")


@pytest.fixture
def article() -> Article:
    article = ArticleFactory(text="Karim Benali attend.\n\nAnna Lind a vu hier Marc Roy.")
    ReviewFactory(article=article, state=ReviewState.PRE_ANNOTATED)
    for words in NAMES:
        MentionFactory(article=article, text=words, label="PER", confidence=0.99)
    lind = ActorFactory(name="Anna Lind")
    for other in ("Marc Roy", "Karim Benali"):
        MeetingReportFactory(article=article, actors=[lind, ActorFactory(name=other)], meeting=None)
    return article


@pytest.fixture
def desk(editor_page: Page, article: Article) -> Page:
    editor_page.goto(f"/articles/{article.pk}/annotate/")
    expect(editor_page.locator("#text mark.here")).to_be_focused()
    editor_page.evaluate("window.sameDocument = true")
    return editor_page


def saved(page: Page) -> None:
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    expect(page.locator("#saved")).to_contain_text(re.compile(r"\w"))


def test_meeting_taken_back_is_in_hand(desk: Page, article: Article) -> None:
    page = desk
    _first, second = article.meeting_reports.order_by("pk")
    card = page.locator(f"#report-{second.pk}.here")
    press(page, "m", "m")
    expect(card).to_be_focused()
    press(page, "x")
    saved(page)
    press(page, "w")
    expect(page.locator("#text mark.here")).to_be_focused()
    press(page, "u")
    expect(card).to_be_focused()
    expect(card).to_have_attribute("data-status", "proposed")
    expect(page.locator("#status")).to_contain_text("Anna Lind — Karim Benali")
    press(page, "w", "U")
    expect(card).to_be_focused()
    expect(card).to_have_attribute("data-status", "rejected")
    assert page.evaluate("window.sameDocument")


def test_keys_wait_for_what_is_turned_back(desk: Page, article: Article) -> None:
    page = desk
    press(page, "a")
    saved(page)
    dam = Dam(page, UNDO)
    press(page, "u", "x")
    undoing = dam.next()
    assert [each.status for each in article.mentions.in_order()] == ["accepted", "proposed", "proposed"]
    undoing.continue_()
    expect(page.locator("#text mark").first).to_have_attribute("data-status", "rejected")
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    assert [each.status for each in article.mentions.in_order()] == ["rejected", "proposed", "proposed"]


def test_keys_wait_for_no_lost_connection(desk: Page, article: Article) -> None:
    page = desk
    press(page, "a")
    saved(page)
    page.route(UNDO, lambda route: route.abort())
    press(page, "u", "x")
    expect(page.locator("#text mark").nth(1)).to_have_attribute("data-status", "rejected")


def test_added_mention_taken_back_leaves_the_nearest(desk: Page, article: Article) -> None:
    page = desk
    press(page, "j", "n")
    press(page, "h", "7")
    expect(page.locator("#text mark.here")).to_have_text("hier")
    saved(page)
    press(page, "u")
    expect(page.locator("#text mark")).to_have_text(list(NAMES))
    expect(page.locator("#text mark.here")).to_have_text("Marc Roy")
    expect(page.locator("#text mark.here")).to_be_focused()


def test_bulk_taken_back_leaves_in_hand_what_was(desk: Page, article: Article) -> None:
    page = desk
    press(page, "w")
    expect(page.locator("#text mark.here")).to_have_text("Anna Lind")
    press(page, "A")
    expect(page.locator("#sure-accept")).to_be_focused()
    press(page, "a")
    expect(page.locator("#text mark[data-status=accepted]")).to_have_count(3)
    press(page, "u")
    expect(page.locator("#text mark[data-status=proposed]")).to_have_count(3)
    expect(page.locator("#text mark.here")).to_have_text("Anna Lind")
    expect(page.locator("#text mark.here")).to_be_focused()
    expect(page.locator("#status")).to_contain_text("Annulé")
