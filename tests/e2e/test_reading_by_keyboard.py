"""A blind reading done by keyboard alone: caret, labels, boundaries, dropping, taking back, finishing."""

import re

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from articles.actions.double_reading import ask_double_reading, mark_words
from articles.models import Reading
from tests.factories import ActorFactory, ArticleFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = "Antony Blinken a rencontré Hakan Fidan à Ankara."
ALL = [("Antony Blinken", "PER"), ("Hakan Fidan", "PER"), ("Ankara", "GPE")]


@pytest.fixture
def reading(editor: User, manager: User) -> Reading:
    double = ask_double_reading(ArticleFactory(text=TEXT), by=manager, readers=(editor, manager))
    return double.readings.get(reader=editor)


def press(page: Page, keys: str) -> None:
    for key in keys.split():
        page.keyboard.press(key)


def marked(reading: Reading) -> list[tuple[str, str]]:
    return [(TEXT[each.start : each.end], each.label) for each in reading.mentions.order_by("start")]


def listed(page: Page, *words: str) -> None:
    """Wait until the list of marks, which the server draws, says so."""
    expect(page.locator("#marks li.marked > a")).to_have_text(list(words))


def test_article_is_read_by_keyboard(editor_page: Page, reading: Reading) -> None:
    page = editor_page
    page.goto(f"/readings/{reading.pk}/")
    press(page, "n Shift+ArrowRight 1")
    expect(page.locator("#text mark")).to_have_text(["Antony Blinken"])
    press(page, "n h Shift+ArrowRight 1 n a 5 4")
    listed(page, "Antony Blinken", "Hakan Fidan", "Ankara")
    expect(page.locator("#marks li").last).to_contain_text("Pays, ville")
    assert marked(reading) == ALL

    press(page, "k E")
    listed(page, "Antony Blinken", "Hakan", "Ankara")
    press(page, "u")
    listed(page, "Antony Blinken", "Hakan Fidan", "Ankara")
    press(page, "x")
    listed(page, "Antony Blinken", "Ankara")
    press(page, "u U u")
    listed(page, "Antony Blinken", "Hakan Fidan", "Ankara")
    expect(page.locator("#text mark")).to_have_text(["Antony Blinken", "Hakan Fidan", "Ankara"])

    press(page, "?")
    expect(page.locator("#keys-help")).to_be_visible()
    press(page, "Escape f Enter")
    page.wait_for_selector(".messages .success")
    reading.refresh_from_db()
    assert (marked(reading), reading.finished_at is not None) == (ALL, True)


def test_what_could_not_be_saved_is_taken_back_and_said(editor_page: Page, reading: Reading, editor: User) -> None:
    mark_words(reading, by=editor, start=0, end=14, label="PER")
    page = editor_page
    page.goto(f"/readings/{reading.pk}/")
    expect(page.locator("#text mark.here")).to_be_focused()
    page.route(re.compile("/(mark|drop)/$"), lambda route: route.abort())
    press(page, "n h Shift+ArrowRight 1")
    expect(page.locator("#status")).to_contain_text("rien n’a été changé")
    expect(page.locator("#text mark")).to_have_text(["Antony Blinken"])
    press(page, "x")
    expect(page.locator("#text mark")).to_have_text(["Antony Blinken"])
    assert marked(reading) == ALL[:1]


def test_page_that_broke_off_is_taken_back_and_leaves_the_keys_at_work(editor_page: Page, reading: Reading) -> None:
    """To browsers a page of which not even the headers arrived is an answer without words."""
    page = editor_page
    page.goto(f"/readings/{reading.pk}/")
    expect(page.locator("#text")).to_contain_text("Blinken")
    select(page, "Ankara")
    page.evaluate("""() => {
      window.fetched = fetch;
      window.fetch = async () => Object.defineProperty(new Response(""), "url", { value: location.href });
    }""")
    press(page, "4")
    expect(page.locator("#status")).to_contain_text("rien n’a été changé")
    expect(page.locator("#text mark")).to_have_count(0)
    page.evaluate("window.fetch = window.fetched")
    select(page, "Ankara")
    press(page, "4")
    listed(page, "Ankara")


def select(page: Page, words: str) -> None:
    page.evaluate(
        """words => {
          const text = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT).nextNode();
          const at = text.data.indexOf(words);
          document.getSelection().setBaseAndExtent(text, at, text, at + words.length);
        }""",
        words,
    )


def test_selected_words_take_the_label_of_a_key(editor_page: Page, reading: Reading) -> None:
    page = editor_page
    page.goto(f"/readings/{reading.pk}/")
    select(page, "nka")
    press(page, "4")
    listed(page, "Ankara")
    assert marked(reading) == ALL[2:]


def test_statement_is_noted_by_keyboard(editor_page: Page, editor: User, manager: User) -> None:
    """Words that stand twice: those in hand are meant."""
    text = "« Oui », a dit Anna Roy. « Oui », a dit Karim Benali."
    article = ArticleFactory(text=text)
    double = ask_double_reading(article, by=manager, readers=(editor, manager), with_statements=True)
    reading = double.readings.get(reader=editor)
    ActorFactory(name="Karim Benali")
    page = editor_page
    page.goto(f"/readings/{reading.pk}/")
    page.locator("#text").wait_for()
    press(page, "n o Enter")
    page.evaluate("document.activeElement.blur()")
    press(page, "D")
    form = page.locator("#statement-adding form")
    expect(form.locator("[name=quote]")).to_have_value("Oui")
    expect(form.locator("[name=speaker]")).to_be_focused()
    page.keyboard.type("Karim Benali")
    press(page, "Enter")
    expect(page.locator("section[aria-labelledby=statements-title] li strong")).to_have_text(["Karim Benali"])
    kept = reading.statements.get()
    assert (kept.quote_start, kept.quote_end) == (text.rindex("Oui"), text.rindex("Oui") + 3)


def test_whom_a_mark_means_is_said_by_keyboard(editor_page: Page, editor: User, manager: User) -> None:
    double = ask_double_reading(ArticleFactory(text=TEXT), by=manager, readers=(editor, manager), with_links=True)
    reading = double.readings.get(reader=editor)
    fidan = ActorFactory(name="Hakan Fidan")
    page = editor_page
    page.goto(f"/readings/{reading.pk}/")
    press(page, "n h Shift+ArrowRight 1 l")
    expect(page.locator("#link-actor")).to_be_focused()
    page.keyboard.type("Nul Autre")
    press(page, "Enter")
    expect(page.locator("#marks .errorlist")).to_be_visible()
    expect(page.locator("#link-actor")).to_be_focused()
    page.keyboard.type("fidan")
    expect(page.locator("[role=option]:visible")).to_have_count(1)
    press(page, "ArrowDown Enter")
    expect(page.locator("#marks li")).to_contain_text(["→ Hakan Fidan"])
    expect(page.locator("#text mark.here")).to_be_focused()
    press(page, "E")
    listed(page, "Hakan")
    press(page, "x")
    expect(page.locator("#marks li.marked")).to_have_count(0)
    press(page, "u")
    listed(page, "Hakan")
    mark = reading.mentions.get()
    assert (mark.actor, TEXT[mark.start : mark.end]) == (fidan, "Hakan")
