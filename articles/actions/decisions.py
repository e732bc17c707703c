"""The log of what people decided: append-only, with each row's state before and after."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.models import User
from django.db import models

from articles.enums import DecisionVerb
from articles.models import Decision, MeetingReport, Mention, Review, Statement

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
    state = {field.attname: as_json(getattr(row, field.attname)) for field in row._meta.concrete_fields}
    if isinstance(row, MeetingReport):
        state["participants"] = list(row.participants.values("actor_id", "mention_id", "post_id"))
        state["evidence"] = list(row.evidence.values("field", "start", "end"))
    return state


def as_json(value: object) -> object:
    """Dates in ISO 8601, choices as their value; the rest is JSON already."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def record_decision(
    row: Decidable, *, verb: DecisionVerb, by: User, before: State | None, action: UUID | None = None
) -> Decision:
    """Log a decision on a row that already stands in its new state."""
    target: dict[str, Any] = {TARGET_FIELDS[type(row)]: row}
    return Decision.objects.create(
        by=by,
        verb=verb,
        action=action or uuid4(),
        article_id=row.article_id,
        before=before,
        after=snapshot(row),
        **target,
    )
