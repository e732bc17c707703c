"""The annotation page before axe-core in both themes, at twice the size, and under the Tab key."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from articles.models import Article
from tests.factories import ActorFactory, ArticleFactory, MeetingReportFactory, MentionFactory, StatementFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LABELS = ["PER", "ROLE", "ORG", "GPE", "LOC", "NORP", "DATE"]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def article() -> Article:
    """Mentions of every label and status, a meeting and a statement."""
    words = [f"Mot{number}" for number in range(12)]
    article = ArticleFactory(text=f"{' puis '.join(words)}. Texte dit.")
    statuses = ["proposed", "accepted", "changed", "rejected", "proposed"]
    for number, each in enumerate(words):
        status = statuses[number % len(statuses)]
        MentionFactory(
            article=article, text=f"{each}", start=article.text.index(each), label=LABELS[number % 7], status=status,
            confidence=0.99 if number % 2 else 0.5,
        )  # fmt: skip
    people = [ActorFactory(name="Anna Lind"), ActorFactory(name="Karim Benali")]
    MeetingReportFactory(article=article, actors=people, sentence="Mot0 puis", meeting=None)
    StatementFactory(article=article, speaker=people[0])
    return article


def found(page: Page) -> list[str]:
    violations = Axe().run(page, options=RULES).response["violations"]
    return [f"{each['id']}: {node['target']} {node['failureSummary']}" for each in violations for node in each["nodes"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state_of_the_page(editor_page: Page, article: Article, theme: str) -> None:
    page = editor_page
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto(f"/articles/{article.pk}/annotate/")
    expect(page.locator("#text mark.here")).to_be_focused()
    assert found(page) == []
    page.locator("#text mark").nth(4).click()
    expect(page.locator("#at-words")).to_be_visible()
    assert found(page) == []
    page.keyboard.press("?")
    assert found(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("m")
    page.keyboard.press("c")
    expect(page.locator("form[data-pieces] textarea").first).to_be_focused()
    assert found(page) == []
    page.goto(f"/articles/{article.pk}/annotate/")
    page.route("**/accept/", lambda route: route.abort())
    page.locator("#text mark").nth(0).click()
    page.locator("#at-words [data-does=accept]").click()
    expect(page.locator("#connection")).to_be_visible()
    assert found(page) == []


def test_axe_finds_nothing_on_the_page_of_keys(editor_page: Page) -> None:
    editor_page.goto("/settings/keys/")
    assert found(editor_page) == []


def test_tab_goes_through_the_page_and_out_of_it(editor_page: Page, article: Article) -> None:
    """No trap: from the first link on, Tab reaches the last control and then leaves the document."""
    page = editor_page
    page.goto(f"/articles/{article.pk}/annotate/")
    expect(page.locator("#text mark.here")).to_be_focused()
    page.evaluate("document.activeElement.blur()")
    page.locator(".skip").focus()
    seen = []
    for _ in range(150):
        page.keyboard.press("Tab")
        where = page.evaluate(
            "document.activeElement === document.body ? '' : document.activeElement.outerHTML.slice(0, 80)"
        )
        if not where:
            break
        seen.append(where)
    else:
        pytest.fail("Tab never left the page")
    assert sum("<mark" in each for each in seen) == 1
    assert any("log" in each.lower() or "lang" in each for each in seen[-4:])


def test_nothing_is_lost_at_twice_the_size(editor_page: Page, article: Article) -> None:
    """200 % of 1280 pixels is a page of 640: nothing runs out of it sideways."""
    page = editor_page
    page.set_viewport_size({"width": 640, "height": 450})
    page.goto(f"/articles/{article.pk}/annotate/")
    expect(page.locator("#text mark.here")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_targets_are_large_enough(editor_page: Page, article: Article) -> None:
    page = editor_page
    page.goto(f"/articles/{article.pk}/annotate/")
    page.locator("#text mark").nth(4).click()
    expect(page.locator("#at-words")).to_be_visible()
    small = page.locator("#panel button, #at-words button, #handles button, .bar button, .meeting button").evaluate_all(
        "all => all.map((each) => [each.id || each.textContent.trim(), each.getBoundingClientRect()])"
        ".filter(([, { width, height }]) => width && (width < 24 || height < 24)).map(([name]) => name)"
    )
    assert small == []
