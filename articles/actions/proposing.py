"""Proposals of a program that is not ours: rows as a run makes them, for a person to decide on."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.contrib.auth.models import User

from articles.actions.acting import acts
from articles.actions.locks import lock_article, lock_identities
from articles.actions.mentions import drop_what_no_longer_fits, refuse_unfit_actor, words
from articles.actions.reports import ReportFields, Words, join_anew, set_participants, set_proofs, set_topics
from articles.actions.reports import set_fields as set_report_fields
from articles.actions.statements import StatementFields
from articles.actions.statements import set_fields as set_statement_fields
from articles.enums import ActionVerb, EvidenceField
from articles.models import Actor, Article, Evidence, MeetingReport, Mention, PipelineRun, Place, Statement
from articles.nlp.types import Span
from articles.permissions import require_editor


@dataclass(frozen=True, slots=True)
class MentionDraft:
    span: Words
    label: str
    actor: Actor | None = None
    place: Place | None = None
    value: str = ""
    figurative: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class ReportDraft:
    fields: ReportFields
    sentence: Words
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class StatementDraft:
    fields: StatementFields
    confidence: float | None = None


@dataclass(slots=True)
class Proposed:
    """The rows made; and of those left out the kind, the number in what was sent, and the row that is in the way."""

    mentions: list[Mention] = field(default_factory=list)
    reports: list[MeetingReport] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    left_out: list[tuple[str, int, int]] = field(default_factory=list)


@acts(ActionVerb.PROPOSE)
def propose_rows(
    article: Article,
    *,
    by: User,
    program: str,
    mentions: Sequence[MentionDraft] = (),
    reports: Sequence[ReportDraft] = (),
    statements: Sequence[StatementDraft] = (),
) -> Proposed:
    """Make what nothing stands against: no row that is there, and no decision of a person."""
    require_editor(by)
    lock_identities()
    lock_article(article.pk)
    run, made = run_of(program), Proposed()
    for number, mention in enumerate(mentions):
        propose_mention(article, mention, number, run=run, made=made)
    for number, report in enumerate(reports):
        propose_report(article, report, number, run=run, made=made)
    for number, statement in enumerate(statements):
        propose_statement(article, statement, number, run=run, made=made)
    return made


def run_of(program: str) -> PipelineRun:
    """A program has one run, which never ends, under its name; another version of it has another name."""
    return PipelineRun.objects.get_or_create(version=program, pipeline=program)[0]


def propose_mention(article: Article, draft: MentionDraft, number: int, *, run: PipelineRun, made: Proposed) -> None:
    span = Span(*draft.span)
    for row in Mention.objects.filter(article=article):
        refused = not row.is_live and (row.start, row.end, row.label) == (span.start, span.end, draft.label)
        if refused or (row.is_live and Span(row.start, row.end).overlaps(span)):
            made.left_out.append(("mention", number, row.pk))
            return
    mention = Mention(
        article=article,
        start=span.start,
        end=span.end,
        text=words(article.text, span.start, span.end),
        label=draft.label,
        actor=draft.actor,
        place=draft.place,
        value=draft.value,
        figurative=draft.figurative,
        confidence=draft.confidence,
        origin=run.version,
        run=run,
    )
    refuse_unfit_actor(mention, draft.actor)
    drop_what_no_longer_fits(mention)
    mention.save()
    made.mentions.append(mention)


def propose_report(article: Article, draft: ReportDraft, number: int, *, run: PipelineRun, made: Proposed) -> None:
    known = told_before(article, draft)
    if known is not None:
        made.left_out.append(("report", number, known))
        return
    report = MeetingReport(article=article, confidence=draft.confidence, origin=run.version, run=run)
    set_report_fields(report, draft.fields)
    report.save()
    start, end = draft.sentence
    Evidence.objects.create(report=report, field=EvidenceField.SENTENCE, start=start, end=end)
    set_participants(report, draft.fields)
    set_topics(report, draft.fields.topics)
    set_proofs(report, draft.fields)
    join_anew(report)
    report.save()
    made.reports.append(report)


def told_before(article: Article, draft: ReportDraft) -> int | None:
    """The report of the same people in the same words, whatever became of it."""
    people = {actor.pk for actor in draft.fields.participants}
    for report in article.meeting_reports.prefetch_related("participants", "evidence"):
        told = [Span(row.start, row.end) for row in report.evidence.all() if row.field == EvidenceField.SENTENCE]
        same_words = not told or any(span.overlaps(Span(*draft.sentence)) for span in told)
        if same_words and {row.actor_id for row in report.participants.all()} == people:
            return report.pk
    return None


def propose_statement(
    article: Article, draft: StatementDraft, number: int, *, run: PipelineRun, made: Proposed
) -> None:
    quote = Span(*draft.fields.quote)
    for row in Statement.objects.filter(article=article):
        if Span(row.quote_start, row.quote_end).overlaps(quote):
            made.left_out.append(("statement", number, row.pk))
            return
    statement = Statement(article=article, confidence=draft.confidence, origin=run.version, run=run)
    set_statement_fields(statement, draft.fields)
    statement.save()
    made.statements.append(statement)
