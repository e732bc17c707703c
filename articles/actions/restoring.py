"""Giving a mention, a meeting report or a statement back the state it had before some decision."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import User

from articles.actions.acting import acts
from articles.actions.annotations import locked as locked_row
from articles.actions.annotations import save_and_log, state_before, take_back
from articles.actions.decisions import snapshot
from articles.actions.mentions import refuse_overlap
from articles.actions.reports import join_anew, locked_report, restore_details
from articles.enums import ActionVerb, DecisionVerb
from articles.exceptions import RowGone, StaleEdit
from articles.models import Change, Decision, MeetingReport, Mention, Statement

Restored = Mention | MeetingReport | Statement


@acts(ActionVerb.RESTORE)
def restore_before(decision: Decision, *, by: User, seen: int) -> Restored:
    """Bring back the state before the decision, if nothing was changed after the action the editor has `seen`."""
    current: Any = locked(row_of(decision), by=by, seen=seen)
    before, state = snapshot(current), state_before(decision)
    take_back(current, state)
    if isinstance(current, MeetingReport):
        restore_details(current, state)
        join_anew(current)
    if isinstance(current, Mention) and current.is_live:
        refuse_overlap(current)
    restored: Restored = save_and_log(current, verb=DecisionVerb.RESTORE, by=by, before=before)
    return restored


def row_of(decision: Decision) -> Restored:
    for model, key in (
        (Mention, decision.mention_id),
        (MeetingReport, decision.report_id),
        (Statement, decision.statement_id),
    ):
        row = model._default_manager.filter(pk=key).first() if key else None
        if row is not None:
            return row
    raise RowGone


def locked(row: Restored, *, by: User, seen: int) -> Restored:
    """The row, held; refused where somebody changed it after what the editor has seen."""
    hold: Callable[..., Restored] = locked_report if isinstance(row, MeetingReport) else locked_row
    current = hold(row, by=by, version=row.version)
    if Change.objects.filter(table=row._meta.db_table, row=row.pk, action__gt=seen).exists():
        raise StaleEdit(current)
    return current
