"""The articles next to one in the order of dates."""

from dataclasses import dataclass

from articles.models import Article
from articles.queries.rows import rows_of

# Day and key are compared as a pair, which the index of the newest articles answers at once; `later, or on that day
# and with a greater key` reads all of the index up to the article.
NEIGHBOURS = """
(SELECT 'newer', id, title FROM articles_article
 WHERE (published_on, id) > (%s, %s) ORDER BY published_on, id LIMIT 1)
UNION ALL
(SELECT 'older', id, title FROM articles_article
 WHERE (published_on, id) < (%s, %s) ORDER BY published_on DESC, id DESC LIMIT 1)
"""


@dataclass(frozen=True, slots=True)
class Neighbour:
    pk: int
    title: str


@dataclass(frozen=True, slots=True)
class Neighbours:
    newer: Neighbour | None = None
    older: Neighbour | None = None


def neighbours_of(article: Article) -> Neighbours:
    day, key = article.published_on, article.pk
    return Neighbours(**{side: Neighbour(pk, title) for side, pk, title in rows_of(NEIGHBOURS, [day, key, day, key])})
