"""An editor at the keys: from the least sure proposal on, accept in bulk, take it back."""

import re

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article, Decision, Mention
from tests.factories import ArticleFactory, MentionFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def article() -> Article:
    """Proposals in the order of the text: 99, 60, 96 and 75 percent sure."""
    article = ArticleFactory(text="Anna Roy a vu Hakan Fidan à Ankara, puis Lina Azar.")
    for text, label, sure in (
        ("Anna Roy", "PER", 0.99),
        ("Hakan Fidan", "PER", 0.6),
        ("Ankara", "GPE", 0.96),
        ("Lina Azar", "PER", 0.75),
    ):
        MentionFactory(article=article, text=text, label=label, confidence=sure)
    return article


def statuses(article: Article) -> list[str]:
    return list(article.mentions.in_order().values_list("status", flat=True))


def in_hand(page: Page, words: str) -> None:
    expect(page.locator("#panel h2.words")).to_have_text(words)
    expect(page.locator("#text mark.here")).to_have_text(words)


def test_proposals_are_walked_from_the_least_sure_by_keys(editor_page: Page, article: Article) -> None:
    page = editor_page
    page.goto(f"/articles/{article.pk}/annotate/")
    in_hand(page, "Anna Roy")
    page.keyboard.press("o")
    page.wait_for_url("**/annotate/?order=doubt")
    in_hand(page, "Hakan Fidan")
    page.keyboard.press("j")
    in_hand(page, "Lina Azar")
    page.keyboard.press("j")
    in_hand(page, "Ankara")
    page.keyboard.press("k")
    in_hand(page, "Lina Azar")
    page.keyboard.press("x")
    in_hand(page, "Ankara")
    page.keyboard.press("a")
    in_hand(page, "Anna Roy")
    page.keyboard.press("j")
    in_hand(page, "Hakan Fidan")
    page.keyboard.press("a")
    in_hand(page, "Anna Roy")
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    assert statuses(article) == ["proposed", "accepted", "accepted", "rejected"]
    page.keyboard.press("o")
    page.wait_for_url("**/annotate/")
    in_hand(page, "Anna Roy")


def test_the_sure_are_accepted_and_taken_back_by_keys(editor_page: Page, article: Article) -> None:
    page = editor_page
    page.goto(f"/articles/{article.pk}/annotate/?order=doubt")
    in_hand(page, "Hakan Fidan")
    page.keyboard.press("Shift+A")
    expect(page.locator("#sure-accept")).to_be_focused()
    expect(page.locator("#text mark.would")).to_have_text(["Anna Roy", "Ankara"])
    page.keyboard.press("a")
    in_hand(page, "Hakan Fidan")
    expect(page.locator("#text mark[data-status=accepted]")).to_have_text(["Anna Roy", "Ankara"])
    expect(page.locator("#text mark.would")).to_have_count(0)
    assert statuses(article) == ["accepted", "proposed", "accepted", "proposed"]
    page.keyboard.press("u")
    expect(page.locator("#text mark[data-status=proposed]")).to_have_count(4)
    in_hand(page, "Hakan Fidan")
    assert statuses(article) == ["proposed"] * 4
    assert Decision.objects.values("action").distinct().count() == 2


def test_another_percentage_and_label_are_chosen_by_keys(editor_page: Page, article: Article) -> None:
    page = editor_page
    page.goto(f"/articles/{article.pk}/annotate/")
    page.keyboard.press("Shift+A")
    expect(page.locator("#sure-accept")).to_be_focused()
    page.locator("#sure-at-99").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#text mark.would")).to_have_text(["Anna Roy"])
    page.keyboard.press("Escape")
    in_hand(page, "Anna Roy")
    expect(page.locator("#text.picking")).to_have_count(0)
    assert statuses(article) == ["proposed"] * 4


def test_a_list_that_changed_meanwhile_is_shown_again(editor_page: Page, article: Article) -> None:
    page = editor_page
    page.goto(f"/articles/{article.pk}/annotate/")
    page.keyboard.press("Shift+A")
    expect(page.locator("#sure-accept")).to_be_focused()
    Mention.objects.filter(text="Ankara").update(confidence=0.5, version=2)
    page.keyboard.press("a")
    expect(page.locator("#panel .stale")).to_be_visible()
    assert statuses(article) == ["proposed"] * 4
    page.keyboard.press("a")
    expect(page.locator("#text mark[data-status=accepted]")).to_have_text(["Anna Roy"])


def test_doubt_is_told_and_not_by_colour_alone(editor_page: Page, article: Article) -> None:
    page = editor_page
    page.goto(f"/articles/{article.pk}/annotate/")
    expect(page.locator("#text mark[data-doubtful]")).to_have_text(["Hakan Fidan", "Lina Azar"])
    looks = page.locator("#text mark").evaluate_all(
        "marks => marks.map((mark) => [getComputedStyle(mark).textDecorationStyle,"
        " getComputedStyle(mark, '::after').content.includes('?')])"
    )
    assert looks == [["solid", False], ["wavy", True], ["solid", False], ["wavy", True]]
    expect(page.locator("#text mark").nth(1)).to_have_accessible_description(re.compile(r"\b60\b"))


def test_bulk_accepting_works_without_javascript(editor_page: Page, article: Article) -> None:
    context = editor_page.context.browser.new_context(
        base_url=editor_page.url, java_script_enabled=False, storage_state=editor_page.context.storage_state()
    )
    page = context.new_page()
    page.goto(f"/articles/{article.pk}/annotate/?order=doubt")
    page.click("#sure-open")
    page.click("#sure-at-99")
    page.click("#sure-accept")
    assert statuses(article) == ["accepted", "proposed", "proposed", "proposed"]
    page.click("#undo")
    assert statuses(article) == ["proposed"] * 4
    assert "order=doubt" in page.url
    context.close()


@pytest.mark.parametrize("address", ["annotate/?order=doubt", "sure/"])
def test_every_control_has_a_name_of_its_own(editor_page: Page, article: Article, address: str) -> None:
    editor_page.goto(f"/articles/{article.pk}/{address}")
    controls = (
        editor_page.locator(".bar, #panel")
        .get_by_role("button")
        .or_(editor_page.locator(".bar, #panel").get_by_role("link"))
    )
    names = [each.inner_text().strip() for each in controls.all() if each.is_visible()]
    assert len(names) > 5
    assert [name for name in names if not name] == []
    assert len(set(names)) == len(names)
    for group in editor_page.locator(".bar [role=group], .bar ul, .sure ul").all():
        expect(group).to_have_accessible_name(re.compile(r"\w"))
