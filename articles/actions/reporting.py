"""Meeting reports and statements of articles, proposed anew beside what people decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from articles.actions.copying import copy_rows, copy_values, new_row
from articles.actions.identities import Identities
from articles.actions.joining import place_accounts
from articles.actions.proposals import Stored
from articles.actions.resolution import country_place
from articles.actions.summing import Account, account_of
from articles.actions.ties import bind_told
from articles.enums import ActorKind, EvidenceField
from articles.models import (
    Evidence,
    MeetingReport,
    Mention,
    PipelineRun,
    Place,
    Post,
    ReportParticipant,
    Statement,
)
from articles.nlp.types import MeetingRecord, ParticipantRecord, Span, StatementRecord


@dataclass(slots=True)
class Proposal:
    """A meeting as one text tells it, before it has a row."""

    record: MeetingRecord
    participants: dict[int, ParticipantRecord]
    place: Place | None
    stored: Stored


def propose_meetings(stored: Stored, known: Identities) -> list[Proposal]:
    """The meetings of one text, with their places, which may be new; those a person decided on are left out."""
    kept = stored.kept.reports
    proposals = []
    for record in stored.annotation.meetings:
        participants = participants_of(record.participants, stored)
        if participants and not any(already_decided(report, record, set(participants)) for report in kept):
            proposals.append(Proposal(record, participants, meeting_place(record, stored, known), stored))
    return proposals


def participants_of(records: Iterable[ParticipantRecord], stored: Stored) -> dict[int, ParticipantRecord]:
    """Each participating actor once, by its key."""
    found: dict[int, ParticipantRecord] = {}
    for record in records:
        actor = stored.actor(record.entity)
        if actor is not None:
            found.setdefault(actor.pk, record)
    return found


def already_decided(report: MeetingReport, record: MeetingRecord, actors: set[int]) -> bool:
    """Whether a person decided on this very proposal, as it is now or as it was before a change."""
    sentences = [evidence.span for evidence in record.evidence if evidence.field == EvidenceField.SENTENCE]
    told = [Span(row.start, row.end) for row in report.evidence.all() if row.field == EvidenceField.SENTENCE]
    if sentences and told and not any(ours.overlaps(theirs) for ours in sentences for theirs in told):
        return False
    groups = [{row.actor_id for row in report.participants.all()}]
    for decision in report.decisions.all():
        states = (state for state in (decision.before, decision.after) if state)
        groups += [{row["actor_id"] for row in state.get("participants", ())} for state in states]
    return actors in groups


def meeting_place(record: MeetingRecord, stored: Stored, known: Identities) -> Place | None:
    actor = stored.actor(record.place)
    if actor is not None and actor.kind == ActorKind.STATE:
        return country_place(actor, known)
    return stored.place(record.place)


def store_meetings(proposals: list[Proposal], *, run: PipelineRun, cleared: Iterable[int] | None = None) -> None:
    """Write the reports and let each join the meeting it tells of.

    `cleared` are the meetings of which reports were taken away just before, to be told anew by these.
    """
    reports = [new_report(proposal, run=run) for proposal in proposals]
    people = [participants_in(proposal) for proposal in proposals]
    accounts = [new_account(*each) for each in zip(reports, people, proposals, strict=True)]
    place_accounts(accounts, meetings=cleared or ())
    copy_rows(reports, keyed=True)
    for report, rows in zip(reports, people, strict=True):
        for row in rows:
            row.report_id = report.pk  # which it has now
    copy_rows(row for rows in people for row in rows)
    evidence = (
        (report.pk, *piece)
        for report, proposal in zip(reports, proposals, strict=True)
        for piece in dict.fromkeys((e.field, e.span.start, e.span.end) for e in proposal.record.evidence)
    )
    copy_values(Evidence, ["report_id", "field", "start", "end"], evidence)
    if cleared is not None:
        bind_told(accounts)


def new_account(report: MeetingReport, rows: Iterable[ReportParticipant], proposal: Proposal) -> Account:
    article = report.article
    spans = (each.span for each in proposal.record.evidence if each.field == EvidenceField.SENTENCE)
    first = next(((span.start, span.end) for span in spans), (0, 0))
    return account_of(report, article.published_on, article.external_id, rows, first)


def new_report(proposal: Proposal, *, run: PipelineRun) -> MeetingReport:
    record = proposal.record
    report = new_row(
        MeetingReport,
        kind=record.kind,
        meeting_status=record.status,
        date_value=record.date,
        duration=record.duration,
        confidence=record.confidence,
        origin=record.origin,
        run_id=run.pk,
    )
    report.article, report.place = proposal.stored.article, proposal.place
    return report


def participants_in(proposal: Proposal) -> list[ReportParticipant]:
    """Those of a report that has no key yet; the mentions and posts have theirs."""
    mentions, posts = proposal.stored.mentions, proposal.stored.posts
    return [
        new_row(
            ReportParticipant,
            actor_id=actor_id,
            mention_id=key_of(mentions, participant.mention),
            post_id=key_of(posts, participant.role),
            part=participant.part,
        )
        for actor_id, participant in proposal.participants.items()
    ]


def key_of(rows: Mapping[int, Mention] | Mapping[int, Post], index: int | None) -> int | None:
    """The key of the row that was kept for a record."""
    row = None if index is None else rows.get(index)
    return None if row is None else row.pk


def store_statements(texts: Iterable[Stored], *, run: PipelineRun) -> None:
    copy_rows(
        new_statement(record, stored, run=run)
        for stored in texts
        for record in stored.annotation.statements
        if not any(record.quote.overlaps(Span(row.quote_start, row.quote_end)) for row in stored.kept.statements)
    )


def new_statement(record: StatementRecord, stored: Stored, *, run: PipelineRun) -> Statement:
    addressee = stored.actor(record.addressee)
    addressed = record.addressed if addressee is not None else None
    speaker = stored.actor(record.speaker)
    return new_row(
        Statement,
        article_id=stored.article.pk,
        speaker_id=None if speaker is None else speaker.pk,
        speaker_mention_id=key_of(stored.mentions, record.speaker_mention),
        addressee_id=None if addressee is None else addressee.pk,
        addressee_mention_id=key_of(stored.mentions, record.addressee_mention),
        addressed_start=addressed.start if addressed else None,
        addressed_end=addressed.end if addressed else None,
        quote_start=record.quote.start,
        quote_end=record.quote.end,
        cue_start=record.cue.start if record.cue else None,
        cue_end=record.cue.end if record.cue else None,
        direct=record.direct,
        confidence=record.confidence,
        origin=record.origin,
        run_id=run.pk,
    )
