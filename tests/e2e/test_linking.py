"""Linking a mention by keyboard while the server is slow: the field is the right one, and nothing typed is lost."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from articles.models import Actor, Mention
from tests.factories import ActorFactory, MentionFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PANEL = re.compile(r"/annotate/\?mention=\d+$")
ACCEPT = re.compile(r"/accept/")


class Dam:
    """Holds back requests until they are let go."""

    def __init__(self, page: Page, pattern: re.Pattern[str]) -> None:
        self.held: list[Route] = []
        self.page, self.is_open = page, False
        page.route(pattern, self.came)

    def came(self, route: Route) -> None:
        if self.is_open:
            route.continue_()
        else:
            self.held.append(route)

    def next(self) -> Route:
        """The next request, once it was made."""
        for _ in range(200):
            if self.held:
                return self.held.pop(0)
            self.page.wait_for_timeout(50)
        raise AssertionError("The request was not made.")

    def open(self) -> None:
        self.is_open = True
        while self.held:
            self.held.pop(0).continue_()


@pytest.fixture
def mentions() -> list[Mention]:
    first = MentionFactory(text="Antony Blinken", label="PER")
    return [
        first,
        MentionFactory(article=first.article, text="Hakan Fidan", label="PER"),
        MentionFactory(article=first.article, text="Ankara", label="PER", actor=ActorFactory(name="Olga Lind")),
    ]


@pytest.fixture
def anna() -> Actor:
    return ActorFactory(name="Anna Lind")


def linked(mentions: list[Mention]) -> list[str | None]:
    for each in mentions:
        each.refresh_from_db()
    return [each.actor.name if each.actor else None for each in mentions]


def choose_first(page: Page) -> None:
    expect(page.locator("[role=option]:visible")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def test_link_field_is_that_of_the_mention_in_hand(editor_page: Page, mentions: list[Mention], anna: Actor) -> None:
    """Answers to earlier edits come while the panel still shows an earlier mention."""
    page = editor_page
    page.goto(f"/articles/{mentions[0].article_id}/annotate/")
    expect(page.locator("#text mark.here")).to_be_focused()
    edits, panels = Dam(page, ACCEPT), Dam(page, PANEL)
    for key in ("a", "a", "l"):
        page.keyboard.press(key)
    with page.expect_response(ACCEPT):
        edits.next().continue_()
    second = edits.next()  # The first answer was dealt with.
    page.keyboard.type("ann")
    expect(page.locator("#mention-actor")).not_to_be_focused()
    panels.open()
    second.continue_()
    expect(page.locator(f"form[data-row=m-{mentions[2].pk}] #mention-actor")).to_be_focused()
    expect(page.locator("#mention-actor")).to_have_value("ann")
    choose_first(page)
    expect(page.locator("#text mark.here")).to_be_focused()
    expect(page.locator("[data-unsaved]")).to_have_count(0)
    assert linked(mentions) == [None, None, "Anna Lind"]
    assert [each.status for each in mentions] == ["accepted", "accepted", "changed"]


def test_answers_take_nothing_from_the_field_in_use(editor_page: Page, mentions: list[Mention], anna: Actor) -> None:
    """Something else is refused while a link is being typed, which would show in the panel."""
    page = editor_page
    page.goto(f"/articles/{mentions[0].article_id}/annotate/?mention={mentions[2].pk}")
    expect(page.locator("#text mark.here")).to_be_focused()
    additions = Dam(page, re.compile("/mentions/add/"))
    for key in ("n", "3", "k", "l"):
        page.keyboard.press(key)
    expect(page.locator("#mention-actor")).to_be_focused()
    page.keyboard.type("an")
    additions.next().fulfill(status=422, body='<ul class="errorlist"><li>Non.</li></ul>')
    expect(page.locator("#status")).to_have_text("Non.")
    page.keyboard.type("n")
    expect(page.locator("#mention-actor")).to_have_value("ann")
    choose_first(page)
    expect(page.locator("[data-unsaved=waiting]")).to_have_count(0)
    expect(page.locator("#panel")).to_contain_text("→ Anna Lind")
    assert linked(mentions) == [None, None, "Anna Lind"]
