"""The articles a reader asks for by words and filters: how many, how they spread over the filters, which come first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import F

from articles.enums import MentionLabel, ReviewState
from articles.models import Article
from articles.models.article import ArticleQuerySet
from articles.queries.article_facets import (
    BITS,
    NAMED,
    NEWEST,
    SHOWN,
    Wanted,
    conditions,
    matching,
    statement,
    under,
)
from articles.queries.counting import Counts, Facet, told
from articles.queries.named_counts import actors, counted, countries
from articles.search.question import Question, words_query

TO_RANK = ("newest", "titled")
#: Rows that hold the numbers of one facet or of both.
PACKED = {"+".join(facets): facets for facets in (NAMED, *((facet,) for facet in NAMED))}
LINES = {"countries": countries, "actors": actors}


@dataclass(frozen=True)
class Found:
    """All counts, and the articles to rank: `newest` first by date, `titled` those with the words in the title."""

    counts: Counts
    newest: list[int]
    titled: list[int]


def find(wanted: Wanted) -> Found:
    """Everything a page needs to know of what is found, in one query."""
    asked = statement(wanted)
    with connection.cursor() as cursor:
        cursor.execute(asked.text, asked.params)
        rows = cursor.fetchall()
    newest, titled = ([number for facet, _, _, number in rows if facet == which] for which in TO_RANK)
    counts = told((row for row in rows if row[0] not in {*TO_RANK, *PACKED}), named)
    for facets, _, numbers, _ in rows:
        if facets in PACKED:
            counts.facets.update(unpacked(PACKED[facets], numbers))
    return Found(counts, newest, titled)


def unpacked(facets: Iterable[str], numbers: str) -> dict[str, list[Facet]]:
    """The lines of these facets; none of one that no article has a value of."""
    counts = counted(numbers)
    found = {facet: LINES[facet](counts, SHOWN) for facet in facets}
    return {facet: lines for facet, lines in found.items() if lines}


def named(facet: str, value: str, name: str) -> str:
    """What a value is called, where the database does not know it."""
    if facet == "labels":
        return str(MentionLabel(value).label)
    return str(ReviewState(value).label) if facet == "states" else name


#: By how close the words stand, those of the title most; ten years make half of it.
RANK = """
SELECT article_id FROM articles_searchedarticle WHERE article_id = ANY (%(keys)s::bigint[])
ORDER BY ts_rank_cd('{0.1, 0.2, 0.4, 1}', words, %(query)s::tsquery, 1)
    / (1 + greatest(%(today)s::date - published_on, 0) / 3650.0) DESC, published_on DESC, article_id DESC
"""


def in_order(wanted: Wanted, found: Found, today: date) -> list[int]:
    """The articles that come first."""
    if wanted.sort == NEWEST or not wanted.question.ranked:
        return found.newest
    keys = list(dict.fromkeys([*found.titled, *found.newest]))
    with connection.cursor() as cursor:
        cursor.execute(RANK, {"keys": keys, "query": wanted.question.ranked, "today": today})
        return [key for (key,) in cursor.fetchall()]


def page_of(wanted: Wanted, found: Found, first: int, size: int, today: date) -> list[int]:
    """The articles of one page: after those that are ranked come the rest, newest first."""
    ranked = in_order(wanted, found, today)
    page = ranked[first : first + size]
    if len(page) < size and first + len(page) < found.counts.total:
        page += rest(wanted, ranked, max(first - len(ranked), 0), size - len(page))
    return page


def rest(wanted: Wanted, ranked: list[int], offset: int, size: int) -> list[int]:
    """Beyond those that were ranked."""
    words, found = matching(wanted), under(conditions(wanted).values())
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH matching AS ({words.text}) SELECT article_id FROM {found.text} AS found"  # noqa: S608
            " WHERE article_id <> ALL (%s::bigint[]) ORDER BY published_on DESC, article_id DESC OFFSET %s LIMIT %s",
            [*words.params, *found.params, ranked, offset, size],
        )
        return [key for (key,) in cursor.fetchall()]


def articles_wanted(wanted: Wanted) -> ArticleQuerySet:
    """The same articles as a query, in no order, for whoever has an order of his own."""
    asked = {
        "searched__words": words_query(wanted.question) if wanted.question else None,
        "searched__source": wanted.source,
        "searched__countries__contains": [wanted.country] if wanted.country else None,
        "searched__actors__contains": None if wanted.actor is None else [wanted.actor],
        "searched__state": wanted.state or None,
        "labelled__gt": 0 if wanted.label else None,
    }
    rows = Article.objects.published_between(wanted.start, wanted.end)
    if wanted.label:
        rows = rows.alias(labelled=F("searched__labels").bitand(BITS[wanted.label]))
    return rows.filter(**{lookup: value for lookup, value in asked.items() if value is not None}).order_by()


@dataclass(frozen=True)
class Alone:
    """A wish, and how many articles fulfil it whatever else is asked for."""

    words: str
    count: int


def found_alone(question: Question) -> list[Alone]:
    """For a search that finds nothing: which of its words are anywhere at all."""
    wishes = [wish for wish in question.sought if wish.query]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM articles_searchedarticle WHERE words @@ query::tsquery)"
            " FROM unnest(%s::text[]) WITH ORDINALITY AS asked (query, number) ORDER BY number",
            [[wish.query for wish in wishes]],
        )
        return [Alone(wish.words, count) for wish, (count,) in zip(wishes, cursor.fetchall(), strict=True)]
