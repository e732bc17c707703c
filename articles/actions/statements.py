"""Decisions on statements."""

from dataclasses import dataclass, replace

from django.contrib.auth.models import User

from articles.actions.acting import acts
from articles.actions.annotations import (
    accept_row,
    changed_status,
    earlier_state,
    locked,
    reject_row,
    save_and_log,
    save_decided,
    take_back,
)
from articles.actions.decisions import snapshot
from articles.actions.locks import lock_article
from articles.actions.mentions import PERSON
from articles.actions.merging import held
from articles.actions.reports import Words
from articles.enums import ActionVerb, AnnotationStatus, DecisionVerb
from articles.exceptions import InvalidSpan
from articles.models import Actor, Article, Mention, ReadingStatement, Statement
from articles.permissions import require_editor
from articles.queries.suggestions import current_actor


@dataclass(frozen=True, slots=True)
class StatementFields:
    """What an editor says of a statement."""

    quote: Words
    direct: bool
    speaker: Actor | None = None
    addressee: Actor | None = None
    cue: Words | None = None
    addressed: Words | None = None

    def held(self) -> "StatementFields":
        """With whom the actors stand for by now."""
        speaker, addressee = (held(actor) if actor else None for actor in (self.speaker, self.addressee))
        return replace(self, speaker=speaker, addressee=addressee)


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


@acts(ActionVerb.CHANGE)
def change_statement(statement: Statement, *, by: User, version: int, fields: StatementFields) -> Statement:
    fields = fields.held()
    current = locked(statement, by=by, version=version)
    before = snapshot(current)
    set_fields(current, fields)
    return save_decided(current, verb=DecisionVerb.CHANGE, status=changed_status(current), by=by, before=before)


@acts(ActionVerb.ADD)
def add_statement(article: Article, *, by: User, fields: StatementFields) -> Statement:
    """Record a statement the machine missed."""
    require_editor(by)
    fields = fields.held()
    lock_article(article.pk)
    statement = Statement(article=article, origin=PERSON)
    set_fields(statement, fields)
    return save_decided(statement, verb=DecisionVerb.ADD, status=AnnotationStatus.ADDED, by=by, before=None)


def set_fields(statement: Statement, fields: StatementFields) -> None:
    """Write the fields; who speaks or is spoken to keeps the mention that says so."""
    set_spans(statement, fields, text=statement.article.text)
    if statement.speaker != fields.speaker:
        statement.speaker, statement.speaker_mention = fields.speaker, named(fields.speaker, statement)
    if statement.addressee != fields.addressee:
        statement.addressee, statement.addressee_mention = fields.addressee, named(fields.addressee, statement)


def set_spans(row: Statement | ReadingStatement, fields: StatementFields, *, text: str) -> None:
    for span in (fields.quote, fields.cue, fields.addressed):
        if span is not None and not 0 <= span[0] < span[1] <= len(text):
            raise InvalidSpan
    row.quote_start, row.quote_end = fields.quote
    row.cue_start, row.cue_end = fields.cue or (None, None)
    row.addressed_start, row.addressed_end = fields.addressed or (None, None)
    row.direct = fields.direct


def fields_of(row: Statement | ReadingStatement) -> StatementFields:
    """What a row says; people who were merged since are whom they are now."""

    def span(start: int | None, end: int | None) -> Words | None:
        return None if start is None or end is None else (start, end)

    return StatementFields(
        quote=(row.quote_start, row.quote_end),
        direct=row.direct,
        speaker=current_actor(row.speaker) if row.speaker else None,
        addressee=current_actor(row.addressee) if row.addressee else None,
        cue=span(row.cue_start, row.cue_end),
        addressed=span(row.addressed_start, row.addressed_end),
    )


def named(actor: Actor | None, statement: Statement) -> Mention | None:
    """The mention of an actor that stands nearest to the quote."""
    if actor is None:
        return None
    found = Mention.objects.live().filter(article_id=statement.article_id, actor=actor)
    return min(found, key=lambda mention: abs(mention.start - statement.quote_start), default=None)
