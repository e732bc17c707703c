"""Articles as the results of a search show them, read with one query and without the words that are not shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from articles.enums import ReviewState
from articles.models.article import SEARCHED_CHARACTERS
from articles.queries.articles import OPENING, opening_of
from articles.queries.listed_meetings import ListedPlace, ListedSource
from articles.queries.rows import Row, rows_of
from articles.search.headlines import fragments
from articles.search.question import Pattern, Question


@dataclass(slots=True)
class FoundArticle:
    pk: int
    title: str
    published_on: date
    source: ListedSource
    dateline_place: ListedPlace | None


@dataclass(slots=True)
class FoundRow:
    """As `ArticleRow`."""

    article: FoundArticle
    snippet: str
    meetings: int
    state: str
    corrections: int


def found_articles(keys: Iterable[int], question: Question) -> list[FoundRow]:
    """In the order of the keys; those that went away meanwhile are left out."""
    order = list(keys)
    if not order:
        return []
    patterns, states = question.patterns, {state: str(label) for state, label in ReviewState.choices}
    rows = {row[0]: row for row in rows_of(ARTICLES, [SEARCHED_CHARACTERS, order])}
    return [found_row(rows[key], patterns, states) for key in order if key in rows]


def found_row(row: Row, patterns: tuple[Pattern, ...], states: Mapping[str, str]) -> FoundRow:
    key, title, published, source, illustrative, state, corrections, meetings, body, text, *place = row
    return FoundRow(
        article=FoundArticle(
            key, title, published, ListedSource(source, illustrative), ListedPlace(*place) if place[0] else None
        ),
        snippet=fragments(text, patterns) or opening_of(text[body : body + OPENING], title),
        meetings=meetings,
        state=states.get(state, ""),
        corrections=round(corrections),
    )


ARTICLES = """
SELECT article.id, article.title, article.published_on, source.name, source.is_illustrative,
    review.state, coalesce(indexed.corrections, 0),
    (SELECT count(*) FROM articles_meetingreport WHERE article_id = article.id AND status <> 'rejected'),
    coalesce((SELECT min(start) FROM articles_zone WHERE article_id = article.id AND kind = 'body'), 0),
    left(article.text, %s), place.id, place.name, place.kind, place.country
FROM articles_article article
JOIN articles_source source ON source.id = article.source_id
LEFT JOIN articles_review review ON review.article_id = article.id
LEFT JOIN articles_indexedarticle indexed ON indexed.article_id = article.id
LEFT JOIN articles_place place ON place.id = article.dateline_place_id
WHERE article.id = ANY (ARRAY(SELECT unnest(%s::bigint[])))
"""
