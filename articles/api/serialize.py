"""Rows of the database as answers of the API, one function each."""

from typing import Any

from articles.actions.review import undecided_count
from articles.api.answers.rows import (
    MentionAnswer,
    Named,
    ParticipantAnswer,
    PostAnswer,
    PostProof,
    ProblemRow,
    ProvenField,
    ReportAnswer,
    ReviewAnswer,
    StatementAnswer,
    Words,
)
from articles.enums import EvidenceField, ReviewState
from articles.models import (
    Actor,
    Article,
    ImportProblem,
    MeetingReport,
    Mention,
    Place,
    ReportParticipant,
    Source,
    Statement,
)
from articles.models.annotation import Annotation
from articles.queries.proofs_of_posts import Holding, Proof


def named(row: Actor | Place | Source | None) -> Named | None:
    return None if row is None else Named(slug=row.slug, name=row.name)


def words(start: int | None, end: int | None) -> Words | None:
    return None if start is None or end is None else Words(start=start, end=end)


def decided(row: Annotation, article: int) -> dict[str, Any]:
    """What mentions, reports and statements have in common."""
    return {
        "id": row.pk,
        "article": article,
        "version": row.version,
        "status": str(row.status),
        "origin": row.origin,
        "run": row.run.version if row.run else None,
        "confidence": row.confidence,
        "decided_by": row.decided_by.get_username() if row.decided_by else None,
        "decided_at": row.decided_at,
    }


def mention_answer(mention: Mention) -> MentionAnswer:
    return MentionAnswer(
        **decided(mention, mention.article_id),
        start=mention.start,
        end=mention.end,
        text=mention.text,
        label=str(mention.label),
        actor=named(mention.actor),
        place=named(mention.place),
        value=mention.value or None,
        country=mention.country or None,
        figurative=mention.figurative,
        link_confidence=mention.link_confidence,
        link_origin=str(mention.link_origin) or None,
    )


def report_answer(report: MeetingReport, text: str) -> ReportAnswer:
    spans = list(report.evidence.all())
    return ReportAnswer(
        **decided(report, report.article_id),
        meeting=report.meeting_id,
        participants=[participant_answer(row) for row in report.participants.all()],
        kind=str(report.kind),
        meeting_status=str(report.meeting_status),
        date=report.date_value or None,
        place=named(report.place),
        duration=report.duration,
        topics=[text[each.start : each.end] for each in spans if each.field == EvidenceField.TOPIC],
        proofs=[ProvenField(field=str(each.field), start=each.start, end=each.end) for each in spans],
    )


def participant_answer(row: ReportParticipant) -> ParticipantAnswer:
    return ParticipantAnswer(
        slug=row.actor.slug,
        name=row.actor.name,
        country=row.actor.country or None,
        post=row.post.title if row.post else None,
        part=str(row.part) or None,
    )


def statement_answer(statement: Statement, text: str) -> StatementAnswer:
    mention = statement.speaker_mention
    return StatementAnswer(
        **decided(statement, statement.article_id),
        speaker=named(statement.speaker),
        named_as=mention.text if mention else None,
        addressee=named(statement.addressee),
        quote=Words(start=statement.quote_start, end=statement.quote_end),
        words=text[statement.quote_start : statement.quote_end],
        cue=words(statement.cue_start, statement.cue_end),
        addressed=words(statement.addressed_start, statement.addressed_end),
        direct=statement.direct,
    )


def review_answer(article: Article) -> ReviewAnswer:
    review = getattr(article, "review", None)
    return ReviewAnswer(
        state=str(review.state if review else ReviewState.NEW),
        editor=review.editor.get_username() if review and review.editor else None,
        changed_at=review.changed_at if review else None,
        left=undecided_count(article),
    )


def post_answer(holding: Holding) -> PostAnswer:
    post = holding.post
    return PostAnswer(
        title=post.title,
        country=post.country or None,
        since=post.since,
        until=post.until,
        shown=holding.number,
        evidence=[proof_answer(proof) for proof in holding.proofs],
    )


def proof_answer(proof: Proof) -> PostProof:
    return PostProof(
        article=proof.article,
        mention=proof.mention,
        words=proof.words,
        source=proof.source,
        published_on=proof.day,
        illustrative=proof.illustrative,
        listed=proof.listed or None,
    )


def problem_answer(problem: ImportProblem) -> ProblemRow:
    return ProblemRow(
        file=problem.file,
        line=problem.line,
        field=problem.field,
        reason=problem.reason,
        severity=str(problem.severity),
    )
