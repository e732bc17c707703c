"""Statements found by a search, taken along in its order."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse

from articles.exporters.provenance import provenance
from articles.exporters.rows import About, csv_line, decider, json_object
from articles.models import Statement
from articles.queries.quotes import Quoted

COLUMNS = (
    *("id", "url", "speaker", "speaker_slug", "speaker_country", "named_as", "words", "direct"),
    *("article", "title", "source", "published_on", "illustrative", "decided_by", "decision", "origin"),
    *("addressee", "addressee_slug", "addressed_as", "machine", "person", "decided_at"),
)


def record(quoted: Quoted[Statement], about: About) -> dict[str, Any]:
    """`url` leads to the article, with the words lit up."""
    statement = quoted.statement
    speaker, mention, article = statement.speaker, statement.speaker_mention, statement.article
    page = reverse("article-detail", args=[statement.article_id])
    return {
        "id": statement.pk,
        "url": f"{about.site}{page}?statement={statement.pk}#s-{statement.pk}",
        "speaker": speaker.name if speaker else None,
        "speaker_slug": speaker.slug if speaker else None,
        "speaker_country": (speaker.country or None) if speaker else None,
        "named_as": mention.text if mention else None,
        "addressee": statement.addressee.name if statement.addressee else None,
        "addressee_slug": statement.addressee.slug if statement.addressee else None,
        "addressed_as": quoted.addressed or None,
        "words": quoted.words,
        "direct": statement.direct,
        "article": article.external_id,
        "title": article.title,
        "source": article.source.name,
        "published_on": article.published_on.isoformat(),
        "illustrative": article.source.is_illustrative,
        "decided_by": decider(is_decided=statement.is_decided),
        "decision": statement.status,
        "origin": statement.origin,
        **provenance(statement),
    }


def as_json(found: Iterable[Quoted[Statement]], about: About) -> Iterator[str]:
    return json_object("statements", (record(quoted, about) for quoted in found), about)


def as_csv(found: Iterable[Quoted[Statement]], about: About) -> Iterator[str]:
    yield csv_line(COLUMNS)
    for quoted in found:
        row = record(quoted, about)
        yield csv_line(["yes" if row[name] is True else "no" if row[name] is False else row[name] for name in COLUMNS])
