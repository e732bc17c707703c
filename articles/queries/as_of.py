"""The annotation of an article as it stood at a moment: what is there now, with all later changes turned back.

What a run wrote or took away is not in the journal: proposals of runs begun later are left out, and those that a later
run replaced cannot be shown.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Model
from psycopg import sql

from articles.models import Actor, Article, Change, MeetingReport, Mention, PipelineRun, ReportParticipant, Statement
from articles.queries.journal import Image


@dataclass(frozen=True, slots=True)
class Earlier:
    """What stood then, rejected rows left out."""

    mentions: list[Mention]
    reports: list[tuple[MeetingReport, list[Actor]]]
    statements: list[Statement]


def as_of(article: Article, moment: datetime) -> Earlier:
    runs = set(PipelineRun.objects.filter(started_at__lte=moment).values_list("pk", flat=True))
    mentions, reports, statements = (
        [row for row in rows_at(model, moment, "article_id", [article.pk]) if row.is_live and told(row, runs)]
        for model in (Mention, MeetingReport, Statement)
    )
    people: list[Any] = rows_at(ReportParticipant, moment, "report_id", [row.pk for row in reports])
    named = {*(row.actor_id for row in [*mentions, *people]), *(row.speaker_id for row in statements)}
    actors = Actor.objects.in_bulk(named - {None})
    for mention in mentions:
        mention.actor = actors.get(mention.actor_id)
    for statement in statements:
        statement.speaker = actors.get(statement.speaker_id)
    taking = {
        report.pk: [actors[one.actor_id] for one in people if one.report_id == report.pk and one.actor_id in actors]
        for report in reports
    }
    return Earlier(
        sorted(mentions, key=lambda row: row.start),
        [(report, taking[report.pk]) for report in reports],
        sorted(statements, key=lambda row: row.quote_start),
    )


def told(row: Any, runs: set[int]) -> bool:
    """Whether a person added it or a run that had begun proposed it."""
    return row.run_id is None or row.run_id in runs


def rows_at(model: type[Model], moment: datetime, owner: str, keys: Iterable[int]) -> list[Any]:
    """The rows of these owners, as they were, unsaved."""
    keys = list(keys)
    images = present(model, owner, keys)
    later = Change.objects.filter(table=model._meta.db_table, action__at__gt=moment).order_by("-id")
    for change in later.filter(row__in=images) | later.filter(**{f"before__{owner}__in": keys}):
        images[change.row] = change.before
    names = {field.attname for field in model._meta.concrete_fields}
    return [
        model(**{name: value for name, value in image.items() if name in names})
        for _, image in sorted(images.items())
        if image is not None and image[owner] in keys
    ]


def present(model: type[Model], owner: str, keys: list[int]) -> dict[int, Image | None]:
    query = sql.SQL("SELECT id, to_jsonb(kept)::text FROM {} AS kept WHERE {} = ANY (%s)")
    with connection.cursor() as cursor:
        cursor.execute(query.format(sql.Identifier(model._meta.db_table), sql.Identifier(owner)), [keys])
        return {key: json.loads(image) for key, image in cursor.fetchall()}
