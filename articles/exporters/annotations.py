"""Annotations as JSON lines, one article a line, sorted by id: the contract other programs read."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, TypedDict

from django.db.models import Prefetch, QuerySet
from django.db.models.functions import Collate

from articles.enums import EvidenceField, PartTaken
from articles.exporters.provenance import provenance
from articles.models import Actor, Article, Evidence, MeetingReport, Mention, Place, ReportParticipant, Statement
from articles.models.article import ArticleQuerySet
from articles.queries.taken_along import all_keys

#: Articles read from the database at a time; memory stays flat whatever the size of the collection.
CHUNK = 100


class NamedRef(TypedDict):
    slug: str
    name: str


def annotation_lines(articles: Iterable[Article]) -> Iterator[str]:
    """One JSON object an article without line end."""
    for article in articles:
        yield json.dumps(article_record(article), ensure_ascii=False)


def exported(articles: ArticleQuerySet) -> Iterator[Article]:
    """The articles with all that an export tells of them, sorted by id in code point order, some read at a time."""
    keys = all_keys(articles.order_by(Collate("external_id", "C")))
    for first in range(0, len(keys), CHUNK):
        some = keys[first : first + CHUNK]
        read = with_annotations(Article.objects.filter(pk__in=some)).in_bulk()
        yield from (read[key] for key in some if key in read)


def with_annotations(articles: ArticleQuerySet) -> QuerySet[Article]:
    """Articles with all that their record needs; rejected rows are left out."""
    decided = ("run", "decided_by")
    mentions = Mention.objects.live().select_related("actor", "place", *decided).order_by("start")
    statements = Statement.objects.live().select_related("speaker", "addressee", *decided).order_by("quote_start", "id")
    reports = MeetingReport.objects.live().select_related("place", "meeting", *decided).order_by("id")
    return (
        articles.select_related("source")
        .defer("search_vector")
        .prefetch_related(Prefetch("mentions", mentions))
        .prefetch_related(Prefetch("meeting_reports", reports))
        .prefetch_related(Prefetch("meeting_reports__participants", ReportParticipant.objects.select_related("actor")))
        .prefetch_related(Prefetch("meeting_reports__evidence", Evidence.objects.order_by("start", "end")))
        .prefetch_related(Prefetch("statements", statements))
    )


def article_record(article: Article) -> dict[str, Any]:
    return {
        **about_article(article),
        "text": article.text,
        "spans": [span_record(article, mention) for mention in article.mentions.all()],
        "meetings": [meeting_record(report) for report in article.meeting_reports.all()],
        "statements": [statement_record(statement) for statement in article.statements.all()],
    }


def about_article(article: Article) -> dict[str, Any]:
    """What is known of an article beside its text."""
    return {
        "id": article.external_id,
        "title": article.title,
        "date": article.published_on.isoformat(),
        "source": article.source.name,
        "illustrative": article.source.is_illustrative,
        "language": article.language,
    }


def span_record(article: Article, mention: Mention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "label": mention.label,
        "text": article.text[mention.start : mention.end],
        "actor": named(mention.actor),
        "place": named(mention.place),
        "value": mention.value or None,
        "figurative": mention.figurative,
        "status": mention.status,
        "origin": mention.origin,
        **provenance(mention),
    }


def meeting_record(report: MeetingReport) -> dict[str, Any]:
    """What the article says of a meeting; `id` is that of the meeting, shared by all its reports."""
    sentences = [row for row in report.evidence.all() if row.field == EvidenceField.SENTENCE]
    topics = [row for row in report.evidence.all() if row.field == EvidenceField.TOPIC]
    people = report.participants.all()
    return {
        "id": report.meeting_id,
        "participants": [participant.actor.name for participant in people],
        "kind": report.kind,
        "status": report.meeting_status,
        "date": report.date_value or None,
        "place": report.place.name if report.place else None,
        "duration": report.duration,
        "evidence": [[row.start, row.end] for row in sentences],
        "hosts": [participant.actor.name for participant in people if participant.part == PartTaken.HOST],
        "visitors": [participant.actor.name for participant in people if participant.part == PartTaken.VISITOR],
        "topics": [[row.start, row.end] for row in topics],
        "decision": report.status,
        "origin": report.origin,
        **provenance(report),
    }


def statement_record(statement: Statement) -> dict[str, Any]:
    cue = None if statement.cue_start is None else [statement.cue_start, statement.cue_end]
    return {
        "speaker": statement.speaker.name if statement.speaker else None,
        "addressee": statement.addressee.name if statement.addressee else None,
        "quote": [statement.quote_start, statement.quote_end],
        "cue": cue,
        "direct": statement.direct,
        "decision": statement.status,
        "origin": statement.origin,
        **provenance(statement),
    }


def named(row: Actor | Place | None) -> NamedRef | None:
    return None if row is None else {"slug": row.slug, "name": row.name}
