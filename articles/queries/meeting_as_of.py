"""The record of a meeting as it stood at a moment, and what today's says otherwise: what a reference to it points to.

What people changed since is turned back by the journal; status, days and place also where a run of the machine changed
them, which keeps what it replaces of these (see FormerMeeting).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from articles.date_values import value_of
from articles.enums import EvidenceField
from articles.models import (
    Action,
    Actor,
    Article,
    Change,
    FormerMeeting,
    IndexedMeeting,
    Meeting,
    MeetingParticipant,
    MeetingReport,
    Place,
    Post,
)
from articles.models.action import ActionQuerySet
from articles.queries.as_of import rows_at
from articles.queries.meetings import Participant
from articles.queries.suggestions import current_actor


@dataclass(frozen=True)
class Otherwise:
    """A field that tells something else today; `name` is that of an EvidenceField."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class EarlierMeeting:
    """`number` is that of the version among all `versions` that people made; `articles` told of the meeting then."""

    meeting: Meeting
    participants: tuple[Participant, ...]
    articles: tuple[Article, ...]
    moment: datetime
    number: int
    versions: int

    def otherwise(self, now: Meeting | None) -> list[Otherwise]:
        """What today's record tells otherwise; nothing where there is none to compare."""
        if now is None:
            return []
        before, after = fields_of(self.meeting), fields_of(now)
        before[EvidenceField.PARTICIPANT] = names(each.actor for each in self.participants)
        after[EvidenceField.PARTICIPANT] = names(
            current_actor(each.actor) for each in now.participations.select_related("actor__merged_into")
        )
        return [Otherwise(name.value, before[name], after[name]) for name in after if before[name] != after[name]]


def version_of(key: int) -> datetime | None:
    """When the record was last changed, by a person or by a run of the machine."""
    changed = IndexedMeeting.objects.filter(pk=key).values_list("changed_at", flat=True).first()
    reports = MeetingReport.objects.filter(meeting=key).values_list("pk", flat=True)
    decided = actions_on(key, reports).newest_first().values_list("at", flat=True).first()
    return max(filter(None, [changed, decided]), default=None)


def actions_on(key: int, reports: Iterable[int]) -> ActionQuerySet:
    """What people did to the meeting, or to what these reports say of it."""
    told = Change.objects.filter(table=MeetingReport._meta.db_table, row__in=list(reports)).values("action")
    return Action.objects.of_consequence().filter(Q(meetings__contains=[key]) | Q(pk__in=told))


def meeting_at(key: int, moment: datetime) -> EarlierMeeting | None:
    """Nothing where no meeting of this key was there, or nobody knows any more."""
    found: list[Meeting] = rows_at(Meeting, moment, "id", [key])
    reports = [row for row in rows_at(MeetingReport, moment, "meeting_id", [key]) if row.is_live]
    if not found or not reports:
        return None
    actions = actions_on(key, (row.pk for row in reports))
    articles = Article.objects.select_related("source").defer("text", "search_vector").newest_first()
    return EarlierMeeting(
        meeting=as_told(found[0], moment),
        participants=people_of(rows_at(MeetingParticipant, moment, "meeting_id", [key])),
        articles=tuple(articles.filter(pk__in={row.article_id for row in reports})),
        moment=moment,
        number=actions.filter(at__lte=moment).count() + 1,
        versions=actions.count() + 1,
    )


def as_told(meeting: Meeting, moment: datetime) -> Meeting:
    former = FormerMeeting.objects.filter(meeting=meeting.pk, until__gt=moment).order_by("until", "pk").first()
    if former is not None:
        start, end = former.starts_on, former.ends_on
        meeting.meeting_status, meeting.place_id = former.status, former.place
        meeting.date_value = value_of(start, end) if start and end else ""
    meeting.place = Place.objects.filter(pk=meeting.place_id).first() if meeting.place_id else None
    return meeting


def people_of(rows: Iterable[MeetingParticipant]) -> tuple[Participant, ...]:
    """Those who were merged since are told as whom they are taken for now."""
    rows = list(rows)
    actors = Actor.objects.select_related("merged_into").in_bulk({row.actor_id for row in rows})
    posts = Post.objects.in_bulk({row.post_id for row in rows if row.post_id})
    found: dict[int, Participant] = {}
    for row in rows:
        if row.actor_id in actors:
            actor, post = current_actor(actors[row.actor_id]), posts.get(row.post_id or 0)
            found.setdefault(actor.pk, Participant(actor, post.title if post else "", row.part))
    return tuple(found.values())


def fields_of(meeting: Meeting) -> dict[EvidenceField, str]:
    return {
        EvidenceField.STATUS: meeting.meeting_status,
        EvidenceField.DATE: meeting.date_value,
        EvidenceField.PLACE: meeting.place.name if meeting.place else "",
        EvidenceField.KIND: meeting.kind,
        EvidenceField.DURATION: str(meeting.duration or ""),
    }


def names(actors: Iterable[Actor]) -> str:
    return ", ".join(sorted({actor.name for actor in actors}))
