"""The articles a reader asks for by words and filters: how many, how they spread over the filters, which come first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from django.db import connection
from django.db.models import F

from articles.models import Article
from articles.models.article import ArticleQuerySet
from articles.queries.article_counts import counts_of
from articles.queries.article_facets import BITS, NEWEST, RANKED, Wanted, statement
from articles.queries.counting import Counts
from articles.queries.found_articles import (
    ACTOR,
    COUNTRY,
    LABELS,
    SOURCE,
    STATE,
    Filtered,
    FoundArticles,
    Mask,
    Numbers,
    filed,
    read,
    unpacked,
)
from articles.queries.rows import array, rows_of, rows_of_bytes
from articles.search.question import Question, words_query


@dataclass(frozen=True)
class Found:
    """All counts, and the keys of all articles, newest first; `titled` are those with the words in the title."""

    counts: Counts
    keys: Numbers
    titled: Numbers


def find(wanted: Wanted) -> Found:
    """Everything a page needs to know of what is found."""
    asked = statement(wanted)
    [(numbers, titles)] = rows_of_bytes(asked.text, asked.values)
    articles = read(numbers)
    found = Filtered(articles, dict(passing(wanted, articles)))
    keys = found.passing.keys
    titled = keys[among(keys, unpacked(titles))] if titles else keys[:0]
    return Found(counts_of(found), keys, titled[:RANKED])


def among(keys: Numbers, those: Numbers) -> Mask:
    """Which of the keys are among those. They are numbered one by one, so that a table of all there may be is short."""
    return np.isin(keys, those, kind="table")


def passing(wanted: Wanted, articles: FoundArticles) -> Iterator[tuple[str, Mask]]:
    """For each filter in use, by the facet it belongs to, which articles pass it."""
    if wanted.source is not None:
        yield "sources", articles.column(SOURCE) == wanted.source
    if wanted.start or wanted.end:
        yield "years", articles.between(wanted.start or date.min, wanted.end or date.max)
    if wanted.country:
        yield "countries", articles.having(COUNTRY, filed(wanted.country) >> 8)
    if wanted.actor is not None:
        yield "actors", articles.having(ACTOR, wanted.actor)
    if wanted.label:
        yield "labels", articles.column(LABELS) & BITS[wanted.label] != 0
    if wanted.state:
        yield "states", articles.column(STATE) == filed(wanted.state)


#: By how close the words stand, those of the title most; ten years make half of it.
RANK = """
SELECT article_id FROM articles_searchedarticle WHERE article_id = ANY (ARRAY(SELECT unnest(%(keys)s::bigint[])))
ORDER BY ts_rank_cd('{0.1, 0.2, 0.4, 1}', words, %(query)s::tsquery, 1)
    / (1 + greatest(%(today)s::date - published_on, 0) / 3650.0) DESC, published_on DESC, article_id DESC
"""


def page_of(wanted: Wanted, found: Found, first: int, size: int, today: date) -> list[int]:
    """The articles of one page: after those that are ranked come the rest, newest first."""
    if wanted.sort == NEWEST or not wanted.question.ranked:
        return list(found.keys[first : first + size].tolist())
    ranked = in_order(wanted, found, today)
    page = ranked[first : first + size]
    if len(page) < size and first + len(page) < found.counts.total:
        rest = found.keys[~among(found.keys, np.array(ranked, dtype=np.int32))]
        offset = max(first - len(ranked), 0)
        page += rest[offset : offset + size - len(page)].tolist()
    return page


def in_order(wanted: Wanted, found: Found, today: date) -> list[int]:
    """The newest ones and the newest with the words in the title, best first."""
    keys = dict.fromkeys([*found.titled.tolist(), *found.keys[:RANKED].tolist()])
    return [key for (key,) in rows_of(RANK, {"keys": array(keys), "query": wanted.question.ranked, "today": today})]


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
