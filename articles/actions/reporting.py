"""Meeting reports and statements of one article, proposed anew beside what people decided."""

from collections.abc import Iterable

from articles.actions.identities import Identities
from articles.actions.joining import place_report
from articles.actions.proposals import Stored
from articles.actions.resolution import country_place
from articles.enums import ActorKind, EvidenceField
from articles.models import (
    Actor,
    Article,
    Evidence,
    MeetingReport,
    PipelineRun,
    Place,
    ReportParticipant,
    Statement,
)
from articles.nlp.types import Annotation, MeetingRecord, ParticipantRecord, Span


def store_meetings(
    article: Article, annotation: Annotation, stored: Stored, known: Identities, *, run: PipelineRun
) -> None:
    places = [meeting_place(record, stored, known) for record in annotation.meetings]
    known.save()
    kept = list(MeetingReport.objects.filter(article=article).prefetch_related("evidence", "decisions"))
    for record, place in zip(annotation.meetings, places, strict=True):
        participants = participants_of(record.participants, stored)
        if not participants or any(already_decided(report, record, set(participants)) for report in kept):
            continue
        report = MeetingReport.objects.create(
            article=article,
            kind=record.kind,
            meeting_status=record.status,
            date_value=record.date,
            place=place,
            duration=record.duration,
            confidence=record.confidence,
            origin=record.origin,
            run=run,
        )
        store_details(report, record, participants, stored)
        place_report(report)


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


def store_details(
    report: MeetingReport, record: MeetingRecord, participants: dict[int, ParticipantRecord], stored: Stored
) -> None:
    ReportParticipant.objects.bulk_create(
        ReportParticipant(
            report=report,
            actor_id=actor_id,
            mention=None if participant.mention is None else stored.mentions.get(participant.mention),
            post=None if participant.role is None else stored.posts.get(participant.role),
        )
        for actor_id, participant in participants.items()
    )
    spans = dict.fromkeys((evidence.field, evidence.span.start, evidence.span.end) for evidence in record.evidence)
    Evidence.objects.bulk_create(
        Evidence(report=report, field=name, start=start, end=end) for name, start, end in spans
    )


def store_statements(article: Article, annotation: Annotation, stored: Stored, *, run: PipelineRun) -> None:
    kept = Statement.objects.filter(article=article)
    taken = [Span(*span) for span in kept.values_list("quote_start", "quote_end")]
    rows = []
    for record in annotation.statements:
        if any(record.quote.overlaps(span) for span in taken):
            continue
        speaker: Actor | None = stored.actor(record.speaker)
        rows.append(
            Statement(
                article=article,
                speaker=speaker,
                speaker_mention=None if record.speaker_mention is None else stored.mentions.get(record.speaker_mention),
                quote_start=record.quote.start,
                quote_end=record.quote.end,
                cue_start=record.cue.start if record.cue else None,
                cue_end=record.cue.end if record.cue else None,
                direct=record.direct,
                confidence=record.confidence,
                origin=record.origin,
                run=run,
            )
        )
    Statement.objects.bulk_create(rows)
