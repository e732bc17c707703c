"""The server is killed thirty times amid edits: what the page called saved is there, the rest still waits."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import connection
from playwright.sync_api import Browser, Page, expect

from articles.models import Article, Decision
from tests.factories import ArticleFactory, MentionFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

KILLS = 30
EACH = 2
PROJECT = Path(__file__).resolve().parents[2]
#: Keeps the edits that the page called saved.
WITNESS = """
  document.addEventListener("edit:saved", ({ detail }) => {
    const kept = JSON.parse(sessionStorage.saved ?? "[]");
    sessionStorage.saved = JSON.stringify([...kept, detail.entry.row]);
  }, true);
"""

KEPT = """() => {
  const key = Object.keys(localStorage).find((each) => each.startsWith("newsdesk.edits"));
  return [sessionStorage.saved ?? "[]", localStorage[key] ?? "[]"];
}"""


class MortalServer:
    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.parent = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.mortal_server", str(self.port), str(connection.settings_dict["NAME"])],
            cwd=PROJECT,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "newsdesk.settings"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.child = 0

    def start(self) -> None:
        assert self.parent.stdin
        assert self.parent.stdout
        self.parent.stdin.write("serve\n")
        self.parent.stdin.flush()
        self.child = int(self.parent.stdout.readline())

    def kill(self) -> None:
        os.kill(self.child, signal.SIGKILL)

    def end(self) -> None:
        with suppress(ProcessLookupError):
            self.kill()
        assert self.parent.stdin
        self.parent.stdin.close()
        self.parent.wait(timeout=20)


@pytest.fixture
def server(db: None) -> Iterator[MortalServer]:
    mortal = MortalServer()
    mortal.start()
    yield mortal
    mortal.end()


@pytest.fixture
def desk(browser: Browser, server: MortalServer, editor: User) -> Iterator[Page]:
    context = browser.new_context(base_url=f"http://127.0.0.1:{server.port}", locale="fr-FR")
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.add_init_script(WITNESS)
    page.goto("/login/?next=/")
    page.fill("input[name=username]", "editor")
    page.fill("input[name=password]", "editor-password")
    page.press("input[name=password]", "Enter")
    page.wait_for_selector("form[action*=logout]")
    yield page
    context.close()


@pytest.fixture
def article(transactional_db: None) -> Article:
    words = [f"Mot{number:03}" for number in range(EACH * KILLS + 1)]
    article = ArticleFactory(text=" ".join(words))
    for each in words:
        MentionFactory(article=article, text=each)
    return article


def saved_and_waiting(page: Page) -> tuple[list[int], list[int]]:
    """What the page called saved, and what it keeps, by the mention."""
    told, kept = page.evaluate(KEPT)
    return [int(row[2:]) for row in json.loads(told)], [int(entry["row"][2:]) for entry in json.loads(kept)]


def test_nothing_is_lost_when_the_server_is_killed(desk: Page, server: MortalServer, article: Article) -> None:
    mentions = list(article.mentions.in_order().values_list("pk", flat=True))
    desk.goto(f"/articles/{article.pk}/annotate/")
    expect(desk.locator("#text mark.here")).to_be_focused()
    for number in range(1, KILLS + 1):
        for _ in range(EACH):
            desk.keyboard.press("a")
        desk.wait_for_timeout((number * 37) % 120)
        server.kill()
        saved, waiting = saved_and_waiting(desk)
        accepted = set(article.mentions.filter(status="accepted").values_list("pk", flat=True))
        assert set(saved) <= accepted
        assert set(saved) | set(waiting) == set(mentions[: EACH * number])
        for pk in waiting:
            expect(desk.locator(f"#m-{pk}")).to_have_attribute("data-unsaved", "waiting")
        server.start()
        if number % 10 == 0:
            desk.reload()
            expect(desk.locator("#text mark.here")).to_be_visible()
    expect(desk.locator("[data-unsaved]")).to_have_count(0, timeout=60_000)
    expect(desk.locator("#connection")).to_be_hidden()

    assert list(article.mentions.in_order().values_list("status", flat=True)) == [
        *["accepted"] * (EACH * KILLS),
        "proposed",
    ]
    assert Decision.objects.filter(article=article, verb="accept").count() == EACH * KILLS
