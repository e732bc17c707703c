"""Decisions on what an article says of a meeting. The meeting itself is summed up again after each."""

from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.utils import timezone

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
from articles.actions.decisions import State, record_decision, snapshot
from articles.actions.joining import place_report, refresh_meeting
from articles.actions.locks import lock_article, lock_identities
from articles.actions.mentions import PERSON
from articles.actions.merging import survivor
from articles.actions.review import note_decision
from articles.enums import ActionVerb, AnnotationStatus, DecisionVerb, EvidenceField, PartTaken
from articles.exceptions import InvalidSpan
from articles.models import Actor, Article, Evidence, MeetingReport, Mention, Place, Post, ReportParticipant
from articles.permissions import require_editor

#: Fields of a meeting that have one value.
ONE_VALUE = {
    EvidenceField.KIND.value,
    EvidenceField.STATUS.value,
    EvidenceField.DATE.value,
    EvidenceField.PLACE.value,
    EvidenceField.DURATION.value,
}
#: Where some words of an article begin and end.
Words = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ReportFields:
    """What an editor says of a meeting; a topic is given by its words in the article."""

    participants: tuple[Actor, ...]
    kind: str
    status: str
    date_value: str = ""
    place: Place | None = None
    duration: int | None = None
    hosts: tuple[Actor, ...] = ()
    visitors: tuple[Actor, ...] = ()
    topics: tuple[Words, ...] = ()
    #: Fields of the evidence, each with words that prove it.
    proofs: tuple[tuple[str, Words], ...] = ()

    def part_of(self, actor: int) -> str:
        """Whether the actor, given by the key, receives or is received."""
        if any(host.pk == actor for host in self.hosts):
            return PartTaken.HOST.value
        return PartTaken.VISITOR.value if any(visitor.pk == actor for visitor in self.visitors) else ""

    def present(self) -> "ReportFields":
        """With whom the actors stand for by now; asked once identities are locked, when nobody merges them."""
        named = {actor.pk for actor in (*self.participants, *self.hosts, *self.visitors)}
        merged = Actor.objects.filter(pk__in=named).exclude(merged_into=None).values_list("pk", flat=True)
        now = {key: Actor.objects.get(pk=survivor(key)) for key in merged}

        def told(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
            return tuple(dict.fromkeys(now.get(actor.pk, actor) for actor in actors))

        return replace(self, participants=told(self.participants), hosts=told(self.hosts), visitors=told(self.visitors))


@acts(ActionVerb.ACCEPT)
def accept_report(report: MeetingReport, *, by: User, version: int) -> MeetingReport:
    accepted = accept_row(locked_report(report, by=by, version=version), by=by)
    sum_up(accepted)
    return accepted


@acts(ActionVerb.REJECT)
def reject_report(report: MeetingReport, *, by: User, version: int) -> MeetingReport:
    rejected = reject_row(locked_report(report, by=by, version=version), by=by)
    sum_up(rejected)
    return rejected


@acts(ActionVerb.CHANGE)
def change_report(report: MeetingReport, *, by: User, version: int, fields: ReportFields) -> MeetingReport:
    """Correct what the article says; the report moves to the meeting it now fits."""
    current = locked_report(report, by=by, version=version)
    before, fields = snapshot(current), fields.present()
    drop_disproved(current, fields)
    set_fields(current, fields)
    set_participants(current, fields)
    set_topics(current, fields.topics)
    set_proofs(current, fields)
    join_anew(current)
    status = changed_status(current)
    return save_decided(current, verb=DecisionVerb.CHANGE, status=status, by=by, before=before)


@acts(ActionVerb.ADD)
def add_report(article: Article, *, by: User, fields: ReportFields, start: int, end: int) -> MeetingReport:
    """Record a meeting the machine missed, proved by the words from `start` to `end`."""
    require_editor(by)
    if not 0 <= start < end <= len(article.text):
        raise InvalidSpan
    lock_identities()
    lock_article(article.pk)
    fields = fields.present()
    report = MeetingReport(article=article, origin=PERSON, status=AnnotationStatus.ADDED)
    report.decided_by, report.decided_at = by, timezone.now()
    set_fields(report, fields)
    report.save()
    Evidence.objects.create(report=report, field=EvidenceField.SENTENCE, start=start, end=end)
    set_participants(report, fields)
    set_topics(report, fields.topics)
    set_proofs(report, fields)
    join_anew(report)
    record_decision(report, verb=DecisionVerb.ADD, by=by, before=None)
    note_decision(article.pk, by=by)
    return report


@acts(ActionVerb.RESTORE)
def restore_report(report: MeetingReport, *, by: User, version: int) -> MeetingReport:
    """Take back the last decision, with the participants and the evidence there were."""
    current = locked_report(report, by=by, version=version)
    before = snapshot(current)
    state = earlier_state(current)
    take_back(current, state)
    restore_details(current, state)
    join_anew(current)
    return save_and_log(current, verb=DecisionVerb.RESTORE, by=by, before=before)


def locked_report(report: MeetingReport, *, by: User, version: int) -> MeetingReport:
    """The report, locked together with the meetings it may join or leave."""
    lock_identities()
    return locked(report, by=by, version=version)


def restore_details(report: MeetingReport, state: State) -> None:
    """Put participants and evidence back; what a run replaced since stays away."""
    report.participants.all().delete()
    report.evidence.all().delete()
    mentions = set(Mention.objects.filter(article_id=report.article_id).values_list("pk", flat=True))
    participants = {survivor(kept["actor_id"]): kept for kept in reversed(state["participants"])}
    posts = set(Post.objects.filter(actor__in=participants).values_list("pk", flat=True))
    for actor, kept in reversed(participants.items()):
        mention = kept["mention_id"] if kept["mention_id"] in mentions else None
        post = kept["post_id"] if kept["post_id"] in posts else None
        ReportParticipant.objects.create(
            report=report, actor_id=actor, mention_id=mention, post_id=post, part=kept.get("part", "")
        )
    Evidence.objects.bulk_create(Evidence(report=report, **kept) for kept in state["evidence"])


def drop_disproved(report: MeetingReport, fields: ReportFields) -> None:
    """The words that proved a value do not prove the one put in its place; the sentence still does."""
    people = report.participants.exclude(part="").values_list("actor_id", "part")
    parts = {part: {actor for actor, taken in people if taken == part} for part in PartTaken.values}
    changes = {
        EvidenceField.KIND: report.kind != fields.kind,
        EvidenceField.STATUS: report.meeting_status != fields.status,
        EvidenceField.DATE: report.date_value != fields.date_value,
        EvidenceField.PLACE: report.place != fields.place,
        EvidenceField.DURATION: report.duration != fields.duration,
        EvidenceField.HOST: parts[PartTaken.HOST] != {actor.pk for actor in fields.hosts},
        EvidenceField.VISITOR: parts[PartTaken.VISITOR] != {actor.pk for actor in fields.visitors},
    }
    report.evidence.filter(field__in=[field for field, changed in changes.items() if changed]).delete()


def set_fields(report: MeetingReport, fields: ReportFields) -> None:
    report.kind, report.meeting_status = fields.kind, fields.status
    report.date_value, report.place, report.duration = fields.date_value, fields.place, fields.duration


def set_participants(report: MeetingReport, fields: ReportFields) -> None:
    """Make these the participants; those who stay keep their mention and post."""
    report.participants.exclude(actor__in=fields.participants).delete()
    there = {row.actor_id: row for row in report.participants.all()}
    for actor in dict.fromkeys(fields.participants):
        part = fields.part_of(actor.pk)
        if (row := there.get(actor.pk)) is None:
            mention = Mention.objects.live().filter(article_id=report.article_id, actor=actor).first()
            ReportParticipant.objects.create(report=report, actor=actor, mention=mention, part=part)
        elif row.part != part:
            row.part = part
            row.save(update_fields=["part"])


def set_topics(report: MeetingReport, topics: tuple[Words, ...]) -> None:
    """Make these words of the article the topics."""
    rows = report.evidence.filter(field=EvidenceField.TOPIC)
    there = {(row.start, row.end): row.pk for row in rows}
    rows.filter(pk__in=[key for words, key in there.items() if words not in set(topics)]).delete()
    Evidence.objects.bulk_create(
        Evidence(report=report, field=EvidenceField.TOPIC, start=start, end=end)
        for start, end in dict.fromkeys(topics)
        if (start, end) not in there
    )


def set_proofs(report: MeetingReport, fields: ReportFields) -> None:
    """Note the words somebody pointed to; those of a field with one value take the place of earlier ones."""
    pointed = {field for field, _words in fields.proofs}
    report.evidence.filter(field__in=pointed & ONE_VALUE).delete()
    there = set(report.evidence.values_list("field", "start", "end"))
    Evidence.objects.bulk_create(
        Evidence(report=report, field=field, start=start, end=end)
        for field, (start, end) in dict.fromkeys(fields.proofs)
        if (field, start, end) not in there
    )


def sum_up(report: MeetingReport) -> None:
    """Let the meeting follow its reports: rejected ones no longer count."""
    if report.meeting is not None:
        refresh_meeting(report.meeting)


def join_anew(report: MeetingReport) -> None:
    """Find the meeting that the report now tells of; the one it left is summed up again too."""
    report.save()
    report.meeting = place_report(report)
