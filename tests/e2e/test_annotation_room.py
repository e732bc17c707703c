"""The panel, the forms and the text beside and below each other, wide and on a telephone."""

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article, ImportBatch, MeetingReport
from tests.factories import ActorFactory, ArticleFactory, MeetingReportFactory, MentionFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TELEPHONE = {"width": 390, "height": 844}
#: Whether an element is what a pointer at its middle would meet.
IN_SIGHT = """(element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}"""


@pytest.fixture
def article() -> Article:
    article = ArticleFactory(text="Anna Lind a vu Karim Benali à Oslo. " * 40)
    people = [ActorFactory(name="Anna Lind"), ActorFactory(name="Karim Benali")]
    MentionFactory(article=article, text="Anna Lind", actor=people[0])
    MentionFactory(article=article, text="Oslo", label="GPE")
    for day in range(1, 9):
        MeetingReportFactory(article=article, actors=people, date_value=f"2023-11-0{day}", meeting=None)
    return article


@pytest.mark.parametrize("size", [{"width": 1280, "height": 800}, TELEPHONE], ids=["wide", "telephone"])
def test_form_is_filled_in_and_saved_in_full_sight(editor_page: Page, article: Article, size: dict[str, int]) -> None:
    page = editor_page
    page.set_viewport_size(size)
    page.goto(f"/articles/{article.pk}/annotate/")
    expect(page.locator("#panel")).to_be_visible()
    page.locator("li.meeting [data-correct]").last.click()
    field = page.locator("li.meeting input[name=date_value]")
    field.fill("2023-11-20")
    expect(page.locator("#panel")).to_be_hidden()
    assert field.evaluate(IN_SIGHT)
    save = page.locator("li.meeting form button.primary[id^=report-save]")
    save.scroll_into_view_if_needed()
    assert save.evaluate(IN_SIGHT)
    save.click()
    expect(page.locator("li.meeting form[data-edit=change]")).to_have_count(0)
    assert MeetingReport.objects.filter(date_value="2023-11-20").count() == 1
    page.locator("#text mark").first.click()
    expect(page.locator("#panel")).to_be_visible()


def test_last_card_is_not_covered_by_the_panel(editor_page: Page, article: Article) -> None:
    page = editor_page
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"/articles/{article.pk}/annotate/")
    button = page.locator("li.meeting [data-correct]").last
    button.scroll_into_view_if_needed()
    assert button.evaluate(IN_SIGHT)
    assert page.locator("#panel h2").evaluate(IN_SIGHT)


def test_rarer_fields_are_folded_away_on_a_telephone_until_asked_for(editor_page: Page, article: Article) -> None:
    page = editor_page
    page.set_viewport_size(TELEPHONE)
    page.goto(f"/articles/{article.pk}/annotate/")
    expect(page.locator("#mention-actor")).to_be_hidden()
    page.keyboard.press("l")
    expect(page.locator("#mention-actor")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.locator("#panel h2")).to_have_text("Oslo")
    expect(page.locator("#mention-actor")).to_be_hidden()


def test_imports_need_no_scrolling_sideways(editor_page: Page) -> None:
    ImportBatch.objects.create(imported=123_456, duplicates=12_345, rejected=1_234)
    editor_page.set_viewport_size(TELEPHONE)
    editor_page.goto("/imports/")
    expect(editor_page.locator("table.imports")).to_contain_text("la ligne de commande")
    assert editor_page.evaluate("""() => {
      const box = document.querySelector(".wide-table");
      return box.scrollWidth <= box.clientWidth && document.documentElement.scrollWidth <= innerWidth;
    }""")
