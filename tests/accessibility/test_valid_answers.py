"""What forms answer is valid HTML too: whole pages that tell what is wrong, and the pieces that HTMX puts in place."""

from collections.abc import Iterator

import html5lib
import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.accessibility.test_valid_html import faults, misplaced
from tests.e2e.every_page import World, world
from tests.views.every_address import WRITES, address, for_whom, rows, sent, with_rows_for_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(editor: User, manager: User) -> World:
    return with_rows_for_all(world(editor, manager), (editor, manager))


def faults_of_piece(html: str) -> Iterator[str]:
    """Where it will stand is not known, so references out of it are not looked at."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    piece = parser.parseFragment(html, container="tbody" if html.lstrip().startswith("<tr") else "div")
    yield from (f"line {place[0]}: {code} {told}" for place, code, told in parser.errors)
    for element in piece:
        yield from misplaced(element, ())


@pytest.mark.parametrize("is_piece", [False, True], ids=["pages", "pieces"])
def test_answers_to_forms_are_valid(client: Client, made: World, is_piece: bool) -> None:
    """To those sent empty: what is missing is told, or what was done."""
    client.force_login(made.manager)
    found: list[str] = []
    looked_at, known = 0, rows(made, made.manager)
    for name in for_whom(WRITES).keys() - {"logout"}:
        with transaction.atomic():
            headers = {"HX-Request": "true"} if is_piece else {}
            answer = client.post(address(name, known), sent(name, made), headers=headers)
            transaction.set_rollback(True)
        html = answer.content.decode()
        if html.strip() and "html" in answer.headers.get("Content-Type", ""):
            looked_at += 1
            told = faults(html) if "<html" in html[:200] else faults_of_piece(html)
            found += [f"{name}: {fault}" for fault in told]
    assert looked_at > 15
    assert found == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_pages_of_earlier_and_of_wrong_questions_are_valid(client: Client, made: World, language: str) -> None:
    client.force_login(made.manager)
    meeting = reverse("meeting-detail", args=[made.meeting.pk])
    pages = (
        f"{meeting}?version=2000-01-01T00:00:00.000000Z",
        reverse("meeting-list") + "?from=x&actor=zzzz",
        reverse("meeting-list") + "?from=2024&to=2023",
        reverse("statement-list") + "?from=x",
        reverse("search") + "?q=Blinken+novembre+2023",
        reverse("search") + "?from=x&actor=zz",
        reverse("who-was") + "?post=x&on=hier",
        reverse("article-detail", args=[made.article.pk]) + f"?mention={made.article.mentions.all()[0].pk}",
        reverse("watches"),
        "/",
    )
    for path in pages:
        answer = client.get(path, headers={"Accept-Language": language}, follow=True)
        assert (path, f'lang="{language}"' in answer.content.decode()[:300]) == (path, True)
        assert (path, list(faults(answer.content.decode()))) == (path, [])
