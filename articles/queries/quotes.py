"""Statements within their articles: a little of what stands before and after.

`listed` reads them as lists show them, with one query: as records a few of them take longer than all else of a search.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from articles.enums import DECIDED
from articles.nlp.legible import legible
from articles.queries.listed_meetings import ListedActor, ListedArticle, ListedSource
from articles.queries.rows import Row, rows_of

#: Characters of the article shown on either side of a quote.
CONTEXT = 180
Said = TypeVar("Said")


@dataclass(frozen=True)
class Quoted(Generic[Said]):
    statement: Said
    before: str
    words: str
    after: str
    #: The words that say to whom.
    addressed: str = ""


def in_context(statement: Said, before: str, words: str, after: str, addressed: str | None) -> Quoted[Said]:
    """Whole words, on one line, as they read."""
    if len(before) == CONTEXT:
        before = "… " + before.partition(" ")[2]
    if len(after) == CONTEXT:
        after = after.rpartition(" ")[0] + " …"
    return Quoted(statement, *(one_line(part) for part in (before, words, after, addressed or "")))


def one_line(text: str) -> str:
    """White space as single spaces, also at the ends: the quote and what surrounds it stay as far apart as they are."""
    return " ".join(f".{legible(text)}.".split())[1:-1]


@dataclass(slots=True)
class ListedWords:
    text: str


@dataclass(slots=True)
class ListedStatement:
    pk: int
    article_id: int
    article: ListedArticle
    direct: bool
    is_decided: bool
    confidence: float | None
    #: The name of whoever decided.
    decided_by: str | None
    speaker: ListedActor | None
    #: The words that name the speaker.
    speaker_mention: ListedWords | None
    addressee: ListedActor | None


def listed(keys: Iterable[int]) -> list[Quoted[ListedStatement]]:
    """In the order of the keys; those that went away meanwhile are left out."""
    keys = list(keys)
    if not keys:
        return []
    rows = {row[0]: row for row in rows_of(STATEMENTS, [CONTEXT, CONTEXT, CONTEXT, keys])}
    return [in_context(statement_of(rows[key]), *rows[key][-4:]) for key in keys if key in rows]


def statement_of(row: Row) -> ListedStatement:
    pk, article, source, name, illustrative, published, direct, status, sure, decided_by, mention, *people = row[:-4]
    speaker, addressee = people[:3], people[3:]
    return ListedStatement(
        pk=pk,
        article_id=article,
        article=ListedArticle(source, ListedSource(name, illustrative), published),
        direct=direct,
        is_decided=status in DECIDED,
        confidence=sure,
        decided_by=decided_by,
        speaker=ListedActor(*speaker) if speaker[0] else None,
        speaker_mention=ListedWords(mention) if mention is not None else None,
        addressee=ListedActor(*addressee) if addressee[0] else None,
    )


STATEMENTS = """
SELECT said.id, article.id, source.id, source.name, source.is_illustrative, article.published_on,
    said.direct, said.status, said.confidence, (SELECT username FROM auth_user WHERE id = said.decided_by_id),
    (SELECT text FROM articles_mention WHERE id = said.speaker_mention_id),
    speaker.slug, speaker.name, speaker.country, addressee.slug, addressee.name, addressee.country,
    substr(article.text, greatest(quote_start - %s, 0) + 1, least(quote_start, %s)),
    substr(article.text, quote_start + 1, quote_end - quote_start),
    substr(article.text, quote_end + 1, %s),
    substr(article.text, addressed_start + 1, addressed_end - addressed_start)
FROM articles_statement said
JOIN articles_article article ON article.id = said.article_id
JOIN articles_source source ON source.id = article.source_id
LEFT JOIN articles_actor speaker ON speaker.id = said.speaker_id
LEFT JOIN articles_actor addressee ON addressee.id = said.addressee_id
WHERE said.id = ANY (ARRAY(SELECT unnest(%s::bigint[])))
"""
