"""Meetings that may be one, and what people said of them, as pages show it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from articles.enums import JoinReason, JoinVerb
from articles.models import Meeting, MeetingProposal, MeetingVerdict, VerdictReport
from articles.queries.meetings import MeetingCard, meeting_card, with_details

#: Verdicts on one meeting that a page shows.
LATEST = 10


@dataclass(frozen=True, slots=True)
class Pair:
    """Two meetings that may be one; on the page of a meeting, that one comes first."""

    proposal: MeetingProposal
    first: MeetingCard
    second: MeetingCard
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What somebody said, with the meetings as they are now; `second` is none where the two are one."""

    verdict: MeetingVerdict
    first: MeetingCard | None
    second: MeetingCard | None

    @property
    def is_join(self) -> bool:
        return self.verdict.verb == JoinVerb.TOGETHER


def answerable(verdict: MeetingVerdict, here: int | None = None) -> Pair | None:
    """The pair that a verdict was about, where it waits for an answer again."""
    asked = MeetingProposal.objects.filter(first=verdict.first_key, second=verdict.second_key)
    pairs = as_pairs(asked if verdict.undone_at else (), Meeting(pk=here) if here else None)
    return pairs[0] if pairs else None


def open_joins(meeting: Meeting | None = None) -> QuerySet[MeetingProposal]:
    """Proposals that wait for a decision, best first; of one meeting where one is given."""
    found = MeetingProposal.objects.best_first()
    return found if meeting is None else found.filter(Q(first=meeting) | Q(second=meeting))


def as_pairs(proposals: Iterable[MeetingProposal], here: Meeting | None = None) -> list[Pair]:
    """Proposals with both meetings, in a fixed number of queries; one that was just emptied is left out."""
    proposals = list(proposals)
    found = cards_of(key for each in proposals for key in (each.first_id, each.second_id))
    pairs = []
    for each in proposals:
        first, second = found.get(each.first_id), found.get(each.second_id)
        if first is not None and second is not None:
            if here is not None and second.meeting == here:
                first, second = second, first
            pairs.append(Pair(each, first, second, in_words(each.reasons)))
    return pairs


def open_joins_of(meetings: Iterable[int | None]) -> dict[int, list[Pair]]:
    """The open proposals of each of these meetings, the meeting itself first in each pair."""
    keys = {key for key in meetings if key}
    proposals = MeetingProposal.objects.filter(Q(first__in=keys) | Q(second__in=keys)).best_first()
    found: dict[int, list[Pair]] = {}
    for pair in as_pairs(proposals) if keys else ():
        turned = Pair(pair.proposal, pair.second, pair.first, pair.reasons)
        for each in (pair, turned):
            if each.first.meeting.pk in keys:
                found.setdefault(each.first.meeting.pk, []).append(each)
    return found


def in_words(reasons: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(JoinReason(code).label) for code in reasons if code in JoinReason.values)


def cards_of(keys: Iterable[int]) -> dict[int, MeetingCard]:
    found = with_details(Meeting.objects.live().filter(pk__in=set(keys)).order_by())
    return {meeting.pk: meeting_card(meeting) for meeting in found}


def verdicts_in_force(meeting: Meeting | None = None) -> QuerySet[MeetingVerdict]:
    """What was said and not taken back, latest first; of one meeting's reports where one is given."""
    found = MeetingVerdict.objects.filter(undone_at=None).defer("before").select_related("by").order_by("-at", "-pk")
    if meeting is None:
        return found
    return found.filter(pk__in=VerdictReport.objects.filter(report__meeting=meeting).values("verdict"))


def as_spoken(verdicts: Iterable[MeetingVerdict]) -> list[Spoken]:
    """With the meetings that the reports of each side tell of now."""
    told = VerdictReport.objects.exclude(report__meeting=None).select_related("report")
    listed = prefetched(verdicts, told)
    sides = {verdict.pk: sides_of(verdict) for verdict in listed}
    found = cards_of(key for both in sides.values() for key in both if key)
    spoken = []
    for verdict in listed:
        first, second = sides[verdict.pk]
        other = found.get(second or 0) if second != first else None
        spoken.append(Spoken(verdict, found.get(first or 0), other))
    return spoken


def prefetched(verdicts: Iterable[MeetingVerdict], told: QuerySet[VerdictReport]) -> Sequence[MeetingVerdict]:
    if isinstance(verdicts, QuerySet):
        return list(verdicts.prefetch_related(Prefetch("told", told)))
    return list(verdicts)


def sides_of(verdict: MeetingVerdict) -> tuple[int | None, int | None]:
    """The meeting of either side by the first of its reports."""
    sides: dict[bool, int | None] = {}
    for row in verdict.told.all():
        if row.report is not None:
            sides.setdefault(row.is_second, row.report.meeting_id)
    return sides.get(False), sides.get(True)


def joined_into(key: int) -> int | None:
    """The meeting that one which is gone was joined to."""
    joins = MeetingVerdict.objects.filter(undone_at=None, verb=JoinVerb.TOGETHER)
    seen: set[int] = set()
    found: int | None = key
    while found is not None and found not in seen and not Meeting.objects.filter(pk=found).exists():
        seen.add(found)
        found = joins.filter(second_key=found).values_list("first_key", flat=True).first()
    return found if found != key and found not in seen else None
