"""Whether two reports may tell of one meeting: who, when, where, how long, and what speaks for it or against it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from functools import lru_cache

from articles.actions.summing import Account
from articles.date_values import MONTH_DAYS, day_range
from articles.enums import JoinReason, MeetingKind, MeetingStatus
from articles.queries.placing import Where, where

#: Two reports of which one gives no date tell of one meeting only if written this close together.
NEWS_DAYS = timedelta(days=4)
#: Outlets that tell one story and disagree about the day write this close together.
STORY_DAYS = timedelta(days=7)
#: A value of so many days names an event, a wider one leaves open when in the month or year.
EVENT_DAYS = 7
#: Kinds that two reports of one meeting may differ in.
FAMILIES = (
    {MeetingKind.IN_PERSON, MeetingKind.MULTILATERAL},
    {MeetingKind.CALL, MeetingKind.VIDEO},
    {MeetingKind.VISIT},
)


class Who(IntEnum):
    """How the participants compare: none, some, all of one side, or the same."""

    OTHERS, SHARED, MORE, SAME = range(4)


class When(IntEnum):
    """How the dates compare, the surest last."""

    APART, UNTOLD, DAYS_APART, YEAR, DAY_APART, UNDATED, MONTH, FITS, SAME = range(9)


class Clash(IntEnum):
    """What keeps two reports from being of one meeting: nothing, the day alone, or what nobody confuses."""

    NONE, DAYS, FACTS = range(3)


#: What each aspect weighs in the score of a proposal.
BY_WHO = {Who.SAME: 0.4, Who.MORE: 0.25, Who.SHARED: 0.15}
BY_WHEN = {
    When.SAME: 0.35,
    When.FITS: 0.3,
    When.MONTH: 0.2,
    When.UNDATED: 0.2,
    When.DAY_APART: 0.2,
    When.DAYS_APART: 0.1,
}
BY_WHERE = {Where.SAME: 0.2, Where.FITS: 0.15, Where.ALIKE: 0.05, Where.UNTOLD: 0.05, Where.NEIGHBOUR: -0.1}
SAME_DURATION, OTHER_WAY, DENIED = 0.1, -0.2, -0.25
OTHER_PLACE = -0.15
SURE, WORTH_ASKING = 0.99, 0.5

WHO_WORDS = {
    Who.SAME: JoinReason.SAME_PEOPLE,
    Who.MORE: JoinReason.MORE_PEOPLE,
    Who.SHARED: JoinReason.SHARED_PEOPLE,
}
WHEN_WORDS = {
    When.SAME: JoinReason.SAME_DATE,
    When.FITS: JoinReason.DATES_FIT,
    When.MONTH: JoinReason.DATES_FIT,
    When.YEAR: JoinReason.DATES_FIT,
    When.UNDATED: JoinReason.UNDATED,
    When.DAY_APART: JoinReason.DAYS_APART,
    When.DAYS_APART: JoinReason.DAYS_APART,
}
WHERE_WORDS = {
    Where.SAME: JoinReason.SAME_PLACE,
    Where.FITS: JoinReason.PLACES_FIT,
    Where.NEIGHBOUR: JoinReason.OTHER_PLACE,
    Where.OTHER: JoinReason.OTHER_PLACE,
}


@dataclass(frozen=True, slots=True)
class Comparison:
    who: Who
    when: When
    where: Where
    same_kind: bool
    #: Held and called off, or told and denied, cannot both be.
    is_denied: bool
    same_duration: bool
    is_certain: bool
    clash: Clash
    #: How well the two fit; the higher, the earlier they are joined.
    rank: int

    @property
    def score(self) -> float:
        """Between 0 and 1; what is worth asking about scores at least WORTH_ASKING."""
        found = BY_WHO.get(self.who, 0) + BY_WHEN.get(self.when, 0) + BY_WHERE.get(self.where, OTHER_PLACE)
        found += self.same_duration * SAME_DURATION
        found += (not self.same_kind) * OTHER_WAY + self.is_denied * DENIED
        return round(min(max(found, 0), SURE), 2)

    @property
    def reasons(self) -> list[str]:
        told = [WHO_WORDS.get(self.who), WHEN_WORDS.get(self.when)]
        told += [JoinReason.SAME_DURATION] if self.same_duration else []
        told += [WHERE_WORDS.get(self.where)]
        told += [JoinReason.OTHER_KIND] if not self.same_kind else []
        told += [JoinReason.DENIED] if self.is_denied else []
        against = {JoinReason.OTHER_PLACE, JoinReason.OTHER_KIND, JoinReason.DENIED}
        return [reason.value for reason in sorted(filter(None, told), key=against.__contains__)]


def compare(one: Account, other: Account) -> Comparison | None:
    """How two accounts of different articles compare; nothing where they have nobody, or no time, in common."""
    who = who_took_part(one, other)
    if who == Who.OTHERS or (one.is_visit != other.is_visit):
        return None
    when = when_it_was(one, other)
    place = Where.UNTOLD if one.is_remote or other.is_remote else where(one.report.place, other.report.place)
    a, b = one.report, other.report
    found = Comparison(
        who=who,
        when=when,
        where=place,
        same_kind=a.kind == b.kind,
        is_denied=denied(a.meeting_status, b.meeting_status),
        same_duration=a.duration is not None and a.duration == b.duration,
        is_certain=False,
        clash=Clash.NONE,
        rank=0,
    )
    return judged(found, one, other)


def judged(found: Comparison, one: Account, other: Account) -> Comparison:
    """With the verdict: whether it is certain, what stands against it, and the rank."""
    certain = is_certain(found, one, other)
    rank = 10 * found.when + 4 * (found.who == Who.SAME) + found.where
    rank += found.same_kind + found.same_duration + (one.report.meeting_status == other.report.meeting_status)
    return Comparison(
        found.who,
        found.when,
        found.where,
        found.same_kind,
        found.is_denied,
        found.same_duration,
        certain,
        Clash.NONE if certain else clash_of(found, one, other),
        rank,
    )


def who_took_part(one: Account, other: Account) -> Who:
    ours, theirs = one.posts.keys(), other.posts.keys()
    if ours == theirs:
        return Who.SAME if ours else Who.OTHERS
    common = len(ours & theirs)
    if common < 2:
        return Who.OTHERS
    if common == min(len(ours), len(theirs)):
        return Who.MORE
    return Who.SHARED if max(len(ours), len(theirs)) - common == 1 else Who.OTHERS


def when_it_was(one: Account, other: Account) -> When:
    """How the dates compare; where one is not told, when the articles were written."""
    ours, theirs = one.report.date_value, other.report.date_value
    if ours and theirs:
        return both_dated(one, other)
    if not ours and not theirs:
        near = abs(one.published_on - other.published_on) <= NEWS_DAYS
        return When.UNDATED if near else When.UNTOLD
    silent, dated = (other, one) if ours else (one, other)
    start, end = days_of(dated.report.date_value)
    if (end - start).days >= EVENT_DAYS:
        return When.UNTOLD
    early, late = NEWS_DAYS, NEWS_DAYS
    if silent.report.meeting_status == MeetingStatus.HELD:
        early = timedelta(0)
    elif silent.report.meeting_status == MeetingStatus.PLANNED:
        late = timedelta(days=1)
    return When.UNDATED if start - early <= silent.published_on <= end + late else When.APART


def both_dated(one: Account, other: Account) -> When:
    ours, theirs = possible_days(one), possible_days(other)
    widest = max(width_of(one.report.date_value), width_of(other.report.date_value))
    if ours[0] <= theirs[1] and theirs[0] <= ours[1]:
        if widest <= EVENT_DAYS:
            return When.SAME if one.report.date_value == other.report.date_value else When.FITS
        return When.MONTH if widest <= MONTH_DAYS else When.YEAR
    gap = max((theirs[0] - ours[1]).days, (ours[0] - theirs[1]).days)
    if widest > EVENT_DAYS or gap > 2:
        return When.APART
    return When.DAY_APART if gap == 1 else When.DAYS_APART


def possible_days(account: Account) -> tuple[date, date]:
    """What a wide date leaves: nobody has held yet what lies after the article, nor plans what lies before it."""
    start, end = days_of(account.report.date_value)
    if (end - start).days >= EVENT_DAYS:
        if account.report.meeting_status == MeetingStatus.HELD and start <= account.published_on:
            end = min(end, account.published_on)
        elif account.report.meeting_status == MeetingStatus.PLANNED and account.published_on <= end:
            start = max(start, account.published_on)
    return start, end


@lru_cache(maxsize=4096)
def days_of(value: str) -> tuple[date, date]:
    return day_range(value)


def width_of(value: str) -> int:
    start, end = days_of(value)
    return (end - start).days + 1


def denied(one: str, other: str) -> bool:
    """Announced and then held or called off goes together; held and called off, or told and denied, does not."""
    return one != other and (MeetingStatus.DENIED in {one, other} or MeetingStatus.PLANNED not in {one, other})


def same_family(one: str, other: str) -> bool:
    return any(one in kinds and other in kinds for kinds in FAMILIES)


def is_certain(found: Comparison, one: Account, other: Account) -> bool:
    """Whether nobody who reads both would doubt it."""
    if found.is_denied or not same_family(one.report.kind, other.report.kind):
        return False
    if found.who == Who.MORE:
        few = abs(len(one.posts) - len(other.posts)) <= 1 + min(len(one.posts), len(other.posts)) // 4
        told = found.when >= When.FITS and (found.where >= Where.FITS or one.is_remote)
        return few and told and found.same_kind
    if found.who != Who.SAME:
        return False
    return certain_visit(found, one, other) if one.is_visit else certain_meeting(found, one, other)


def certain_visit(found: Comparison, one: Account, other: Account) -> bool:
    """A visit needs a place to be told apart from the next one."""
    if found.when < When.UNDATED:
        return False
    if found.where >= Where.FITS:
        return True
    same_status = one.report.meeting_status == other.report.meeting_status
    same_date = one.report.date_value == other.report.date_value
    near = abs(one.published_on - other.published_on) <= NEWS_DAYS
    if found.where == Where.ALIKE:
        return same_status and near
    untold = found.where == Where.UNTOLD and one.report.place_id == other.report.place_id
    return untold and same_status and same_date and near and bool(one.report.date_value)


def certain_meeting(found: Comparison, one: Account, other: Account) -> bool:
    a, b = one.report, other.report
    apart = abs(one.published_on - other.published_on)
    held = a.meeting_status == b.meeting_status == MeetingStatus.HELD
    if len(one.posts) == 1:
        return found.when >= When.FITS and found.where == Where.SAME
    if found.when == When.DAY_APART:
        return found.where == Where.SAME and found.same_duration and held and apart <= STORY_DAYS
    if found.where == Where.NEIGHBOUR:
        return found.when == When.SAME and found.same_kind and held and apart <= NEWS_DAYS
    if found.where < Where.UNTOLD:
        return False
    if found.when == When.MONTH and a.date_value == b.date_value:
        return found.where == Where.SAME or apart <= NEWS_DAYS
    return found.when >= When.UNDATED


def clash_of(found: Comparison, one: Account, other: Account) -> Clash:
    """What stands against two that are not certain to be one."""
    if found.is_denied or found.who < Who.MORE or found.when == When.APART:
        return Clash.FACTS
    if not same_family(one.report.kind, other.report.kind) or (found.who == Who.MORE and not found.same_kind):
        return Clash.FACTS
    if found.where in {Where.OTHER, Where.NEIGHBOUR} or (one.is_visit and found.where < Where.UNTOLD):
        return Clash.FACTS
    return Clash.DAYS if found.when in {When.DAY_APART, When.DAYS_APART} else Clash.NONE


def worth_asking(found: Comparison, one: Account, other: Account) -> bool:
    """Whether an editor should look at the two."""
    if found.when in {When.APART, When.UNTOLD} or found.who == Who.OTHERS:
        return False
    if found.when == When.YEAR and found.where != Where.SAME:
        return False
    if found.who == Who.MORE and not found.same_kind:
        return False  # what two say to each other at a summit is not the summit
    if one.is_visit and found.where < Where.ALIKE:
        return False
    return found.score >= WORTH_ASKING
