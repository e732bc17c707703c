"""What decisions on mentions, meeting reports and statements have in common."""

from datetime import datetime
from typing import TypeVar

from django.contrib.auth.models import User
from django.db.models import ForeignKey
from django.utils import timezone

from articles.actions.decisions import State, record_decision, snapshot
from articles.actions.locks import lock_article
from articles.actions.merging import survivor
from articles.actions.review import note_decision
from articles.actions.writing import save_row
from articles.enums import AnnotationStatus, DecisionVerb
from articles.exceptions import NothingToUndo, RowGone, StaleEdit
from articles.models import Actor, Decision, MeetingReport, Mention, Statement
from articles.permissions import require_editor
from articles.queries.rows import row_for_update

Row = TypeVar("Row", Mention, MeetingReport, Statement)

#: A restored row gets its earlier fields but a version of its own; a report finds its meeting anew.
NOT_RESTORED = {"id", "version", "meeting_id"}


def locked(row: Row, *, by: User, version: int) -> Row:
    """The row as it stands, locked until the transaction ends; refused when the editor saw an older one."""
    require_editor(by)
    lock_article(row.article_id)
    current = row_for_update(type(row), "id = %s", [row.pk])
    if current is None:
        raise RowGone
    if current.version != version:
        raise StaleEdit(current)
    return current


def accept_row(row: Row, *, by: User) -> Row:
    """Accept a locked row; one that a person added stays added."""
    before = snapshot(row)
    settled = (AnnotationStatus.ADDED, AnnotationStatus.CHANGED)
    status = AnnotationStatus(row.status) if row.status in settled else accepted_status(row)
    return save_decided(row, verb=DecisionVerb.ACCEPT, status=status, by=by, before=before)


def accepted_status(row: Row) -> AnnotationStatus:
    """A row without a run was added by a person, even if it was rejected since."""
    return AnnotationStatus.ACCEPTED if row.run_id else AnnotationStatus.ADDED


def changed_status(row: Row) -> AnnotationStatus:
    return AnnotationStatus.CHANGED if row.run_id else AnnotationStatus.ADDED


def reject_row(row: Row, *, by: User) -> Row:
    before = snapshot(row)
    return save_decided(row, verb=DecisionVerb.REJECT, status=AnnotationStatus.REJECTED, by=by, before=before)


def save_decided(row: Row, *, verb: DecisionVerb, status: AnnotationStatus, by: User, before: State | None) -> Row:
    """Write a row's new state as this person's decision."""
    row.status, row.decided_by, row.decided_at = status, by, timezone.now()
    return save_and_log(row, verb=verb, by=by, before=before)


def save_and_log(row: Row, *, verb: DecisionVerb, by: User, before: State | None) -> Row:
    """Save the row under its next version (a new row has its first) and log the decision."""
    if row.pk is not None:
        row.version += 1
    save_row(row)
    record_decision(row, verb=verb, by=by, before=before)
    note_decision(row.article_id, by=by)
    return row


def earlier_state(row: Row) -> State:
    """How the row stood before the last decision on it."""
    last = row.decisions.first()
    if last is None:
        raise NothingToUndo
    return state_before(last)


def state_before(decision: Decision) -> State:
    """An added row was not there before, which is: rejected."""
    if decision.before is None:
        return {**decision.after, "status": AnnotationStatus.REJECTED.value}
    return dict(decision.before)


def take_back(row: Row, state: State) -> None:
    """Give a locked row the fields of an earlier state, without saving; what a run replaced since stays away."""
    for field in type(row)._meta.concrete_fields:
        if field.attname in NOT_RESTORED or field.attname not in state:
            continue
        value = state[field.attname]
        if field.attname == "decided_at" and value is not None:
            value = datetime.fromisoformat(value)
        if isinstance(field, ForeignKey) and not field.related_model._base_manager.filter(pk=value).exists():
            value = None
        if field.related_model is Actor and value is not None:
            value = survivor(value)
        setattr(row, field.attname, value)
