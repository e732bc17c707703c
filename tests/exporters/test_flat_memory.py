"""An export of four times as many rows has no more of them in memory while it runs."""

import gc
import sys
from collections.abc import Iterable, Iterator
from datetime import timedelta

import pytest
from django.test import Client

from articles.exporters import annotations, docbin
from articles.exporters.formats import FORMATS
from articles.management.benching import people
from articles.management.benching.collection import FIRST_DAY, make_collection
from articles.queries import meeting_page, statements
from articles.views.meetings import EXPORTS as OF_MEETINGS
from articles.views.statements import EXPORTS as OF_STATEMENTS

pytestmark = pytest.mark.django_db
ROWS = {
    "articles": FORMATS,
    "meetings": OF_MEETINGS,
    "statements": OF_STATEMENTS,
}
FEW, MANY = 40, 160
#: Blocks of memory that a row more may keep. An object takes one or several, an article with its rows hundreds.
LEFT = 4


@pytest.fixture
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    """As small beside the collection as the real ones are beside a large one."""
    monkeypatch.setattr(people, "PEOPLE", 60)
    monkeypatch.setattr(annotations, "CHUNK", 10)
    for module in (docbin, meeting_page, statements):
        monkeypatch.setattr(module, "TOGETHER", 10)


def most_kept(client: Client, address: str) -> int:
    """The most blocks that were in use while it ran, beyond those before; no piece is kept, and no rubbish counts."""
    gc.collect()
    gc.freeze()  # what is there already is not looked at over and over
    try:
        before = sys.getallocatedblocks()
        answer = client.get(address)
        assert answer.status_code == 200
        return max(blocks_after_each(answer.streaming_content)) - before
    finally:
        gc.unfreeze()


def blocks_after_each(pieces: Iterable[bytes]) -> Iterator[int]:
    for piece in pieces:
        assert isinstance(piece, bytes)
        gc.collect()
        yield sys.getallocatedblocks()


@pytest.mark.parametrize("kind", ROWS)
def test_memory_is_the_same_for_many_rows(client: Client, small_portions: None, kind: str) -> None:
    make_collection(MANY)
    last = FIRST_DAY + timedelta(days=FEW - 1)  # an article a day
    few = f"?until={last}" if kind == "articles" else f"?to={last}"
    left: dict[str, float] = {}
    for form in ROWS[kind]:
        address = f"/{kind}/export.{form}"
        most_kept(client, address)  # what is loaded once and for all
        left[form] = (most_kept(client, address) - most_kept(client, address + few)) / (MANY - FEW)
    assert {form: grown for form, grown in left.items() if grown > LEFT} == {}
