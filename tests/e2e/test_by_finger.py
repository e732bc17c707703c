"""The annotation page on a telephone: a finger chooses a mention, moves its boundary and judges it."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import Article
from tests.e2e.test_every_page import enter
from tests.factories import ArticleFactory, MentionFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def article() -> Article:
    article = ArticleFactory(text="Anna Roy a vu Hakan Fidan à Ankara, puis Lina Azar.")
    for text in ("Anna Roy", "Hakan Fidan", "Lina Azar"):
        MentionFactory(article=article, text=text, label="PER")
    return article


@pytest.fixture
def telephone(browser: Browser, live_server: LiveServer, editor: User) -> Iterator[Page]:
    context = browser.new_context(
        base_url=str(live_server),
        locale="fr-FR",
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
    )
    page = context.new_page()
    enter(page, editor, live_server.url)
    yield page
    context.close()


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """One finger, as the device tells of it; no mouse event comes before or with it."""
    device = page.context.new_cdp_session(page)
    device.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": start[0], "y": start[1]}]})
    for part in (0.25, 0.5, 0.75, 1):
        x, y = (one + (other - one) * part for one, other in zip(start, end, strict=True))
        device.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y}]})
    device.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_finger_moves_a_boundary_and_judges(telephone: Page, article: Article) -> None:
    page = telephone
    page.goto(f"/articles/{article.pk}/annotate/")
    mark = page.locator("#text mark", has_text="Hakan Fidan")
    mark.tap()
    handle = page.locator("#handles [data-edge=end]")
    expect(handle).to_be_visible()
    scrolled = page.evaluate("scrollY")
    box, words = handle.bounding_box(), mark.bounding_box()
    assert box
    assert words
    middle = (box["x"] + box["width"] / 2, box["y"] + 10)

    drag(page, middle, (words["x"] + words["width"] + 45, middle[1]))

    expect(page.locator("#text mark").nth(1)).to_have_text("Hakan Fidan à Ankara")
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    assert page.evaluate("scrollY") == scrolled
    page.locator("#at-words [data-does=reject]").tap()
    expect(mark).to_have_attribute("data-status", "rejected")
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    kept = article.mentions.in_order()[1]
    assert (kept.text, kept.status) == ("Hakan Fidan à Ankara", "rejected")


def test_what_was_changed_stays_so_when_it_is_accepted(telephone: Page, article: Article) -> None:
    page = telephone
    page.goto(f"/articles/{article.pk}/annotate/")
    mark = page.locator("#text mark", has_text="Hakan Fidan")
    mark.tap()
    page.evaluate(
        """() => new MutationObserver((all) => {
            window.shown = [...(window.shown ?? []), ...all.map((each) => each.target.dataset.status)];
          })
          .observe(document.getElementById("text"), {subtree: true, attributeFilter: ["data-status"]})"""
    )

    page.locator("#at-words [data-label=ORG]").tap()
    expect(mark).to_have_attribute("data-status", "changed")
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    page.locator("#at-words [data-does=accept]").tap()
    expect(page.locator("[data-unsaved]")).to_have_count(0)

    assert set(page.evaluate("shown")) == {"changed"}
