"""What the one search box finds besides articles: people and bodies, places, meetings and statements."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np
from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

from articles.models import Actor, Place
from articles.queries.actors import ActorSearch, find_actors
from articles.queries.article_facets import Wanted
from articles.queries.counting import sql_of
from articles.queries.meeting_search import BY_DATE, MeetingSearch, Party, find_indexed
from articles.queries.places import places_called
from articles.queries.rows import columns_of, made, plain, rows_of, rows_of_bytes
from articles.queries.statements import StatementSearch, find_statements
from articles.queries.suggestions import OFFERED, Suggestion, offered, suggest_actors
from articles.search.question import Question
from articles.validators import name_key

#: How many meetings and statements stand above the articles.
FEW = 3
Card = TypeVar("Card")


@dataclass(frozen=True)
class Meetings(Generic[Card]):
    count: int
    cards: list[Card]


@dataclass(frozen=True)
class Statements(Generic[Card]):
    count: int
    quotes: list[Card]


@dataclass(frozen=True)
class Actors:
    """`by_name` says that the list of actors finds the same by the words."""

    count: int
    shown: list[Suggestion]
    by_name: bool


@dataclass(frozen=True)
class Places:
    """`rows` are the places shown, each with the number of meetings there."""

    count: int
    rows: list[tuple[Place, int]]


def meeting_search(wanted: Wanted, party: Party | None) -> MeetingSearch:
    return MeetingSearch(
        words=wanted.question,
        actor=party,
        country=wanted.country,
        source=wanted.source,
        start=wanted.start,
        end=wanted.end,
        sort=BY_DATE,
    )


def statement_search(wanted: Wanted, party: Party | None) -> StatementSearch:
    return StatementSearch(
        words=wanted.question, speaker=party, source=wanted.source, start=wanted.start, end=wanted.end
    )


def meetings_of(search: MeetingSearch, cards: Callable[[list[int]], list[Card]]) -> Meetings[Card]:
    """The newest ones, each as `cards` makes it."""
    number, keys = counted_and_newest(find_indexed(search).values_list("meeting_id", "starts_on"))
    return Meetings(number, cards(keys) if keys else [])


def statements_of(search: StatementSearch, quotes: Callable[[list[int]], list[Card]]) -> Statements[Card]:
    number, keys = counted_and_newest(find_statements(search).values_list("statement_id", "published_on"))
    return Statements(number, quotes(keys) if keys else [])


def counted_and_newest(found: QuerySet[Any, Any]) -> tuple[int, list[int]]:
    """How many rows of key and day there are, and the keys of the newest few; those without a day come last."""
    try:
        sql, params = sql_of(found.order_by())
    except EmptyResultSet:
        return 0, []
    [(packed,)] = rows_of_bytes(f"SELECT string_agg({DAY_AND_KEY}, '') FROM ({sql}) AS found (key, day)", params)  # noqa: S608
    numbers = np.frombuffer(packed or b"", dtype=">i8").astype(np.int64)
    newest = np.sort(numbers)[: -FEW - 1 : -1] & ((1 << 32) - 1)
    return len(numbers), newest.tolist()


#: One number: they are looked up once, and PostgreSQL took longer to keep the rows and put them in order.
DAY_AND_KEY = "int8send(coalesce(day - DATE '0001-01-01', -1)::bigint * 4294967296 + key)"


def plain_words(question: Question) -> str:
    """The words themselves, where no sign stands among them: they may be one name."""
    return question.text if all(wish.plain for wish in question.wishes) else ""


def actors_of(question: Question) -> Actors:
    """Whom the words name as a whole; else everybody that they name one beside the other."""
    words = plain_words(question)
    shown = suggest_actors(words) if words else []
    if shown:
        count = len(shown) if len(shown) < OFFERED else find_actors(ActorSearch(name=words)).count()
        return Actors(count, shown, by_name=True)
    shown = offered(dict.fromkeys(question.actors, 1.0))
    if len(shown) < OFFERED:
        return Actors(len(shown), shown, by_name=False)
    return Actors(Actor.objects.current().filter(pk__in=question.actors).count(), shown, by_name=False)


def places_of(question: Question) -> Places:
    """Places in whose names every word begins a word."""
    words = name_key(plain_words(question)).split()
    if not words:
        return Places(0, [])
    begun = " AND ".join(["(key LIKE %s OR key LIKE %s)"] * len(words))
    patterns = [pattern for word in words for pattern in (f"{plain(word)}%", f"% {plain(word)}%")]
    rows = [
        (place, met)
        for *row, met in rows_of(PLACES.replace("{begun}", begun), [*patterns, OFFERED])
        if (place := made(Place, tuple(row)))
    ]
    return Places(len(rows) if len(rows) < OFFERED else places_called(" ".join(words)).count(), rows)


#: With the number of meetings there.
PLACES = f"""
SELECT {", ".join(columns_of(Place))}, (SELECT count(*) FROM articles_indexedmeeting WHERE place_id = articles_place.id)
FROM articles_place WHERE id IN (SELECT place_id FROM articles_placename WHERE {{begun}})
ORDER BY lower(unaccent(name)), id LIMIT %s
"""  # noqa: S608 - our own names
