"""The log of what people decided: append-only, with each row's state before and after."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone

from articles.actions.acting import current_action
from articles.actions.writing import add_row
from articles.enums import DecisionVerb
from articles.models import Decision, Evidence, MeetingReport, Mention, ReportParticipant, Review, Statement

Decidable = Mention | MeetingReport | Statement | Review
State = dict[str, Any]

TARGET_FIELDS: dict[type[models.Model], str] = {
    Mention: "mention",
    MeetingReport: "report",
    Statement: "statement",
    Review: "review",
}


def snapshot(row: Decidable) -> State:
    """All fields of a row as JSON; a report's participants and evidence belong to it."""
    return snapshots([row])[0]


def snapshots(rows: Sequence[Decidable]) -> list[State]:
    """The same for several rows, with one query more for each kind of detail that meeting reports have."""
    states = [
        {field.attname: as_json(getattr(row, field.attname)) for field in row._meta.concrete_fields} for row in rows
    ]
    reports = [row.pk for row in rows if isinstance(row, MeetingReport)]
    if reports:
        participants = details(ReportParticipant, reports, "actor_id", "mention_id", "post_id", "part")
        evidence = details(Evidence, reports, "field", "start", "end")
        for row, state in zip(rows, states, strict=True):
            if isinstance(row, MeetingReport):
                state |= {"participants": participants[row.pk], "evidence": evidence[row.pk]}
    return states


def details(model: type[ReportParticipant | Evidence], reports: list[int], *fields: str) -> dict[int, list[State]]:
    """The rows of these reports, by report, with these fields."""
    found: dict[int, list[State]] = defaultdict(list)
    for row in model._default_manager.filter(report__in=reports).values("report_id", *fields):
        found[row.pop("report_id")].append(row)
    return found


def as_json(value: object) -> object:
    """Dates in ISO 8601, choices as their value; the rest is JSON already."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def record_decision(row: Decidable, *, verb: DecisionVerb, by: User, before: State | None) -> Decision:
    """Log a decision on a row that already stands in its new state, as a part of the action under way."""
    target: dict[str, Any] = {TARGET_FIELDS[type(row)]: row}
    decision = Decision(
        by=by,
        verb=verb,
        at=timezone.now(),
        action=current_action().key,
        article_id=row.article_id,
        before=before,
        after=snapshot(row),
        **target,
    )
    add_row(decision)
    return decision


def record_decisions(rows: Sequence[Decidable], *, verb: DecisionVerb, by: User, before: Sequence[State]) -> None:
    """The same for several rows of one kind."""
    Decision.objects.bulk_create(
        Decision(
            by=by,
            verb=verb,
            action=current_action().key,
            article_id=row.article_id,
            before=earlier,
            after=later,
            **{TARGET_FIELDS[type(row)]: row},
        )
        for row, earlier, later in zip(rows, before, snapshots(rows), strict=True)
    )
