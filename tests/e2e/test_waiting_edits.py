"""Edits that wait are not lost by another log-in."""

import re

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, Route, expect

from articles.models import Article, Decision
from tests.factories import ArticleFactory, MentionFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

EDITS = "**/mentions/**"


@pytest.fixture
def article() -> Article:
    article = ArticleFactory(text="Anna Roy a vu Karim Benali à Oslo.")
    for words in ("Anna Roy", "Karim Benali"):
        MentionFactory(article=article, text=words)
    return article


def log_in(page: Page, name: str) -> None:
    page.context.clear_cookies()
    page.goto("/login/?next=/")
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", f"{name}-password")
    page.press("input[name=password]", "Enter")
    page.wait_for_selector("form[action*=logout]")


def edited_offline(page: Page, article: Article, *keys: str) -> None:
    page.goto(f"/articles/{article.pk}/annotate/")
    expect(page.locator("#text mark.here")).to_have_text("Anna Roy")
    page.route(EDITS, lambda route: route.abort())
    for key in keys:
        page.keyboard.press(key)
    expect(page.locator("#connection .lost")).to_be_visible()


def statuses(article: Article) -> list[tuple[str, str]]:
    return [(each.label, each.status) for each in article.mentions.in_order()]


def test_new_login_of_the_same_editor_refuses_nothing(editor_page: Page, article: Article) -> None:
    """The page's token is an old one then; it is fetched anew."""
    page = editor_page
    edited_offline(page, article, "a", "3")
    log_in(page.context.new_page(), "editor")
    page.unroute(EDITS)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("[data-unsaved]")).to_have_count(0, timeout=30_000)
    assert statuses(article) == [("PER", "accepted"), ("ORG", "changed")]


def test_two_edits_are_taken_back_while_the_connection_is_lost(editor_page: Page, article: Article) -> None:
    """The later one was never sent and is dropped; the earlier one may have got through: the server turns it back."""
    page = editor_page
    edited_offline(page, article, "3", "2")
    page.keyboard.press("u")
    expect(page.locator("#unsaved-list li")).to_have_count(1)
    page.keyboard.press("u")
    expect(page.locator("#unsaved-list li")).to_have_count(2)
    page.unroute(EDITS)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#connection")).to_be_hidden(timeout=30_000)
    expect(page.locator("#text mark").first).to_have_attribute("data-label", "PER")
    expect(page.locator("[data-unsaved]")).to_have_count(0, timeout=30_000)
    assert statuses(article) == [("PER", "proposed"), ("PER", "proposed")]


def test_edits_are_saved_over_plain_http_too(editor_page: Page, article: Article) -> None:
    """Where the address is no secure one, browsers have neither random UUIDs nor locks."""
    editor_page.add_init_script(
        "delete Crypto.prototype.randomUUID; Object.defineProperty(navigator, 'locks', { value: undefined });"
    )
    editor_page.goto(f"/articles/{article.pk}/annotate/")
    expect(editor_page.locator("#text mark.here")).to_have_text("Anna Roy")
    editor_page.keyboard.press("a")
    expect(editor_page.locator("#text mark.here")).to_have_text("Karim Benali")
    expect(editor_page.locator("#saved")).to_contain_text(re.compile(r"\d\d:\d\d:\d\d"))
    assert statuses(article)[0] == ("PER", "accepted")


@pytest.mark.parametrize("headers", [{}, {"HX-Trigger-After-Settle": '{"mention:dec'}])
def test_answer_that_broke_off_is_no_refusal(editor_page: Page, article: Article, headers: dict[str, str]) -> None:
    """A server that goes down amid the headers of its answer: to browsers that is an answer without words."""
    page = editor_page
    page.goto(f"/articles/{article.pk}/annotate/")
    expect(page.locator("#text mark.here")).to_have_text("Anna Roy")

    def break_off(route: Route) -> None:
        route.fetch()
        route.fulfill(status=200, headers=headers, body="")

    page.route(EDITS, break_off)
    page.keyboard.press("a")
    expect(page.locator("#connection .lost")).to_be_visible()
    expect(page.locator("#text mark").first).to_have_attribute("data-unsaved", "waiting")
    page.unroute(EDITS)
    expect(page.locator("[data-unsaved]")).to_have_count(0, timeout=30_000)
    assert statuses(article)[0] == ("PER", "accepted")
    assert Decision.objects.filter(article=article, verb="accept").count() == 1


def waiting(page: Page) -> int:
    return page.evaluate("""() => Object.keys(localStorage).filter((key) => key.startsWith("newsdesk.edits"))
      .flatMap((key) => JSON.parse(localStorage[key])).length""")


def test_edits_of_one_login_are_not_sent_under_another(editor_page: Page, article: Article, manager: User) -> None:
    """They wait while somebody else is logged in in the same browser, unseen by them; then they go in."""
    page = editor_page
    edited_offline(page, article, "a", "3")
    other = page.context.new_page()
    log_in(other, "manager")
    page.unroute(EDITS)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#connection .other")).to_be_visible(timeout=30_000)
    expect(page.locator("#connection .other")).to_contain_text("editor")

    other.goto(f"/articles/{article.pk}/annotate/")
    expect(other.locator("#text mark.here")).to_have_text("Anna Roy")
    expect(other.locator("#text mark").first).to_have_attribute("data-status", "proposed")
    other.keyboard.press("w")
    other.keyboard.press("x")
    expect(other.locator("#text mark").nth(1)).to_have_attribute("data-status", "rejected")
    expect(other.locator("[data-unsaved]")).to_have_count(0)
    expect(other.locator("#connection")).to_be_hidden()
    assert statuses(article) == [("PER", "proposed"), ("PER", "rejected")]
    assert waiting(page) == 2

    log_in(other, "editor")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#unsaved-list li[data-state=conflict]")).to_have_count(1, timeout=30_000)
    assert statuses(article) == [("PER", "accepted"), ("PER", "rejected")]
    made = Decision.objects.filter(article=article).order_by("pk").values_list("by__username", "verb")
    assert list(made) == [("manager", "reject"), ("editor", "accept")]


def test_banner_goes_once_nothing_waits(editor_page: Page, article: Article) -> None:
    """Whoever drops, still offline, all that was not sent has nothing unsaved."""
    page = editor_page
    edited_offline(page, article, "a", "3")
    drop = page.locator("#unsaved-list [data-unsaved-act=drop]")
    expect(drop).to_have_count(2)
    drop.first.click()
    drop.first.click()
    expect(page.locator("#connection")).to_be_hidden()
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    assert statuses(article) == [("PER", "proposed"), ("PER", "proposed")]


def test_banner_goes_in_every_tab(editor_page: Page, article: Article) -> None:
    page = editor_page
    edited_offline(page, article, "a")
    other = page.context.new_page()
    other.goto(f"/articles/{article.pk}/annotate/")
    expect(other.locator("#text mark").first).to_have_attribute("data-status", "accepted")
    expect(other.locator("[data-unsaved]")).to_have_count(0)
    expect(page.locator("#connection")).to_be_hidden()
    expect(page.locator("[data-unsaved]")).to_have_count(0)
