"""A text so long that only what is near the window is laid out: keys still bring into sight what they take in hand."""

import pytest
from playwright.sync_api import Page, expect

from articles.management.benching.long_articles import long_article
from articles.models import Mention

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

IN_SIGHT = """(mark) => {
  const { left, top, width, height } = mark.getBoundingClientRect();
  return mark.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}"""


def test_mentions_far_apart_are_brought_into_sight(editor_page: Page) -> None:
    article = long_article(6000, 300)
    page = editor_page
    page.goto(f"/articles/{article.pk}/annotate/")
    first, *_, last = Mention.objects.filter(article=article).in_order().values_list("pk", flat=True)
    for key, pk in (("k", last), ("j", first), ("k", last)):
        page.keyboard.press(key)
        mark = page.locator(f"#m-{pk}")
        expect(mark).to_be_focused()
        expect(mark).to_be_in_viewport()
        assert mark.evaluate(IN_SIGHT)
    page.keyboard.press("a")
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    assert Mention.objects.get(pk=last).status == "accepted"
