"""Decisions on statements."""

from django.contrib.auth.models import User

from articles.actions.acting import acts
from articles.actions.annotations import accept_row, earlier_state, locked, reject_row, save_and_log, take_back
from articles.actions.decisions import snapshot
from articles.enums import ActionVerb, DecisionVerb
from articles.models import Statement


@acts(ActionVerb.ACCEPT)
def accept_statement(statement: Statement, *, by: User, version: int) -> Statement:
    return accept_row(locked(statement, by=by, version=version), by=by)


@acts(ActionVerb.REJECT)
def reject_statement(statement: Statement, *, by: User, version: int) -> Statement:
    return reject_row(locked(statement, by=by, version=version), by=by)


@acts(ActionVerb.RESTORE)
def restore_statement(statement: Statement, *, by: User, version: int) -> Statement:
    """Take back the last decision."""
    current = locked(statement, by=by, version=version)
    before = snapshot(current)
    take_back(current, earlier_state(current))
    return save_and_log(current, verb=DecisionVerb.RESTORE, by=by, before=before)
