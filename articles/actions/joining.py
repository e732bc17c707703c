"""Reports of one meeting, from several articles, become one Meeting; its fields sum up what they say.

Reports are joined only where participants, date, place, kind and status leave no doubt; when in
doubt there are two meetings.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from datetime import timedelta
from typing import TypeVar

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from articles.date_values import MONTH_DAYS, day_range, overlap, width
from articles.enums import AnnotationStatus, MeetingKind, MeetingStatus
from articles.models import Meeting, MeetingParticipant, MeetingReport, Place

Value = TypeVar("Value", bound=Hashable)

#: Kinds that two reports of one meeting may differ in.
FAMILIES = (
    {MeetingKind.IN_PERSON, MeetingKind.MULTILATERAL},
    {MeetingKind.CALL, MeetingKind.VIDEO},
    {MeetingKind.VISIT},
)
#: Two reports of which one gives no date tell of one meeting only if written this close together.
NEWS_DAYS = timedelta(days=4)


@transaction.atomic(savepoint=False)
def place_report(report: MeetingReport) -> Meeting:
    """Give a report the meeting it tells of, found or new, and sum that meeting up again."""
    former = report.meeting
    meeting = matching_meeting(report) or Meeting.objects.create(
        kind=report.kind, meeting_status=report.meeting_status, **dated(report.date_value)
    )
    report.meeting = meeting
    report.save(update_fields=["meeting"])
    refresh_meeting(meeting)
    if former is not None and former != meeting:
        refresh_meeting(former)
    return meeting


@transaction.atomic(savepoint=False)
def refresh_meeting(meeting: Meeting) -> None:
    """Sum up what a meeting's live reports say; a meeting no report tells of any more goes away.

    Reports a person has decided on outrank proposals field by field. A meeting whose reports were
    all rejected stays, so that a rejection can be taken back, but shows nowhere.
    """
    reports = live_reports(meeting)
    if not reports:
        if not meeting.reports.exists():
            meeting.delete()
        return
    meeting.kind = most_told(reports, [report.kind for report in reports]) or meeting.kind
    meeting.meeting_status = latest_status(reports)
    meeting.place = best_place(reports)
    meeting.duration = most_told(reports, [report.duration for report in reports])
    for name, value in dated(best_date(reports)).items():
        setattr(meeting, name, value)
    meeting.save()
    set_participants(meeting, reports)


def live_reports(meeting: Meeting) -> list[MeetingReport]:
    reports = meeting.reports.exclude(status=AnnotationStatus.REJECTED).select_related("article", "place")
    return list(reports.order_by("article__published_on", "id").prefetch_related("participants"))


def matching_meeting(report: MeetingReport) -> Meeting | None:
    """The one meeting a report surely tells of; none where two would fit equally well."""
    actors = set(report.participants.values_list("actor_id", flat=True))
    if not actors:
        return None
    scored = [
        (score, meeting)
        for meeting in candidates(report, actors)
        if (score := agreement(report, actors, meeting)) is not None
    ]
    if not scored:
        return None
    best = max(score for score, _ in scored)
    winners = [meeting for score, meeting in scored if score == best]
    return winners[0] if len(winners) == 1 else None


def candidates(report: MeetingReport, actors: set[int]) -> list[Meeting]:
    """Meetings of the same family, two of whose participants (for a visit, one) the report names.

    An article tells of one meeting once, so meetings it already reports are left out. A meeting without any
    report is one whose reports a run is just replacing: it keeps its number.
    """
    told = MeetingReport.objects.filter(meeting=OuterRef("pk"))
    family = next(kinds for kinds in FAMILIES if report.kind in kinds)
    needed = min(len(actors), 2)
    found = (
        Meeting.objects.filter(Exists(told.live()) | ~Exists(told), kind__in=family)
        .annotate(shared=Count("participations", filter=Q(participations__actor__in=actors), distinct=True))
        .filter(shared__gte=needed)
        .exclude(pk__in=reports_beside(report).values("meeting"))
        .select_related("place")
        .prefetch_related("participations", "reports__article")
    )
    return list(found)


def reports_beside(report: MeetingReport) -> QuerySet[MeetingReport]:
    told = MeetingReport.objects.live().filter(article=report.article_id).exclude(pk=report.pk)
    return told.exclude(meeting=None).order_by()


def agreement(report: MeetingReport, actors: set[int], meeting: Meeting) -> int | None:
    """How well a report fits a meeting, higher is better; None where they contradict each other."""
    theirs = {participation.actor_id for participation in meeting.participations.all()}
    if not (actors <= theirs or theirs <= actors):
        return None
    if not statuses_agree(report, meeting) or not dates_agree(report, meeting) or not places_agree(report, meeting):
        return None
    return (
        4 * (actors == theirs)
        + 3 * (report.date_value != "" and report.date_value == meeting.date_value)
        + 2 * (report.place_id is not None and report.place_id == meeting.place_id)
        + (report.meeting_status == meeting.meeting_status)
    )


def statuses_agree(report: MeetingReport, meeting: Meeting) -> bool:
    """A denied meeting is another record than one held; announced, held and called off can be one."""
    denied = MeetingStatus.DENIED
    return (report.meeting_status == denied) == (meeting.meeting_status == denied)


def dates_agree(report: MeetingReport, meeting: Meeting) -> bool:
    if report.date_value and meeting.date_value:
        vague = max(width(report.date_value), width(meeting.date_value)) > MONTH_DAYS
        return report.date_value == meeting.date_value or (not vague and overlap(report.date_value, meeting.date_value))
    written = report.article.published_on
    if not meeting.reports.all():
        return report.date_value == meeting.date_value
    if report.date_value or meeting.date_value:
        start, end = day_range(report.date_value or meeting.date_value)
        days = [other.article.published_on for other in meeting.reports.all()] if report.date_value else [written]
        return any(start - NEWS_DAYS <= day <= end + NEWS_DAYS for day in days)
    return any(abs(other.article.published_on - written) <= NEWS_DAYS for other in meeting.reports.all())


def places_agree(report: MeetingReport, meeting: Meeting) -> bool:
    """Equal, or one silent, or one the country of the other; a visit needs a place to be told apart."""
    mine, theirs = report.place, meeting.place
    if mine is None or theirs is None:
        return report.kind != MeetingKind.VISIT
    if mine == theirs:
        return True
    return bool(mine.country) and mine.country == theirs.country and "country" in {mine.kind, theirs.kind}


def dated(value: str) -> dict[str, object]:
    starts_on, ends_on = day_range(value) if value else (None, None)
    return {"date_value": value, "starts_on": starts_on, "ends_on": ends_on}


def most_told(reports: Sequence[MeetingReport], values: Sequence[Value | None]) -> Value | None:
    """The value most reports give, those of decided reports first; the earliest wins a tie."""
    decided = [value for report, value in zip(reports, values, strict=True) if report.is_decided and value]
    told = decided or [value for value in values if value]
    return Counter(told).most_common(1)[0][0] if told else None


def best_date(reports: Sequence[MeetingReport]) -> str:
    """The most precise date, and of equally precise ones the one most reports give."""
    decided = [report.date_value for report in reports if report.is_decided and report.date_value]
    told = Counter(decided or [report.date_value for report in reports if report.date_value])
    return min(told, key=lambda value: (width(value), -told[value])) if told else ""


def best_place(reports: Sequence[MeetingReport]) -> Place | None:
    """The place most reports give; a city outranks its country."""
    places = [report.place for report in reports]
    cities = [place if place is not None and place.kind != "country" else None for place in places]
    return most_told(reports, cities) or most_told(reports, places)


def latest_status(reports: Sequence[MeetingReport]) -> str:
    """What the newest article says, for a meeting is announced before it is held."""
    decided = [report for report in reports if report.is_decided]
    newest = max(report.article.published_on for report in decided or reports)
    told = {report.meeting_status for report in decided or reports if report.article.published_on == newest}
    order = (MeetingStatus.HELD, MeetingStatus.CANCELLED, MeetingStatus.DENIED, MeetingStatus.PLANNED)
    return next(status for status in order if status in told)


def set_participants(meeting: Meeting, reports: Iterable[MeetingReport]) -> None:
    """All whom the reports name, in the order told; a decided report outranks proposals."""
    reports = list(reports)
    trusted = [report for report in reports if report.is_decided] or reports
    posts: dict[int, int | None] = {}
    for report in trusted:
        for participant in report.participants.all():
            posts[participant.actor_id] = participant.post_id or posts.get(participant.actor_id)
    there = {row.actor_id: row for row in meeting.participations.all()}
    if gone := [row.pk for actor_id, row in there.items() if actor_id not in posts]:
        MeetingParticipant.objects.filter(pk__in=gone).delete()
    MeetingParticipant.objects.bulk_create(
        MeetingParticipant(meeting=meeting, actor_id=actor_id, post_id=post_id)
        for actor_id, post_id in posts.items()
        if actor_id not in there
    )
    for actor_id, row in there.items():
        if actor_id in posts and row.post_id != posts[actor_id]:
            row.post_id = posts[actor_id]
            row.save(update_fields=["post"])
