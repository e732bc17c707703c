"""What the reports of one meeting say together; those a person has decided on outrank proposals field by field."""

import sys
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from articles.date_values import day_range, width
from articles.enums import MeetingKind, MeetingStatus
from articles.models import MeetingReport, Place, ReportParticipant

Value = TypeVar("Value", bound=Hashable)

#: A gathering that lasts longer is told by a range that only says when, such as a week.
FEW_DAYS = 5


@dataclass(slots=True, eq=False)
class Account:
    """A report with its article's day and identifier, and the participants it names: the post of each, by the actor."""

    report: MeetingReport
    published_on: date
    article: str
    posts: dict[int, int | None]
    #: Where the proving sentence of a new report stands.
    sentence: tuple[int, int] = (0, 0)
    #: Who receives and who is received, by the actor.
    parts: dict[int, str] = field(default_factory=dict)

    @property
    def is_visit(self) -> bool:
        return self.report.kind == MeetingKind.VISIT

    @property
    def is_remote(self) -> bool:
        """Whether nobody went anywhere, so that a place says nothing."""
        return self.report.kind in {MeetingKind.CALL, MeetingKind.VIDEO}

    @property
    def told(self) -> tuple[date, str, int]:
        """The order of accounts: oldest article first, and the same in whatever order the articles came."""
        return self.published_on, self.article, self.report.pk or sys.maxsize


def account_of(
    report: MeetingReport,
    published_on: date,
    article: str,
    people: Iterable[ReportParticipant],
    sentence: tuple[int, int] = (0, 0),
) -> Account:
    people = list(people)
    posts = {row.actor_id: row.post_id for row in people}
    return Account(report, published_on, article, posts, sentence, {row.actor_id: row.part for row in people})


def summed_up(accounts: Sequence[Account]) -> dict[str, object]:
    """The fields of the meeting these accounts, oldest first, tell of."""
    reports = [account.report for account in accounts]
    return {
        "kind": most_told(reports, [report.kind for report in reports]),
        "meeting_status": latest_status(accounts),
        "place": best_place(reports),
        "duration": most_told(reports, [report.duration for report in reports]),
        **dated(best_date(reports)),
    }


def dated(value: str) -> dict[str, object]:
    starts_on, ends_on = day_range(value) if value else (None, None)
    return {"date_value": value, "starts_on": starts_on, "ends_on": ends_on}


def most_told(reports: Sequence[MeetingReport], values: Sequence[Value | None]) -> Value | None:
    """The value most reports give, those of decided reports first; the earliest wins a tie."""
    decided = [value for report, value in zip(reports, values, strict=True) if report.is_decided and value]
    told = decided or [value for value in values if value]
    return Counter(told).most_common(1)[0][0] if told else None


def best_date(reports: Sequence[MeetingReport]) -> str:
    """The most precise date, and of equally precise ones the one most reports give; the earliest told wins a tie.

    Where a visit or a gathering of many begins on that day and lasts a few, all its days are meant.
    """
    decided = [report.date_value for report in reports if report.is_decided and report.date_value]
    told = Counter(decided or [report.date_value for report in reports if report.date_value])
    if not told:
        return ""
    best = min(told, key=lambda value: (width(value), -told[value]))
    lasting = {MeetingKind.MULTILATERAL, MeetingKind.VISIT}
    longer = [value for value in told if lasts_from(best, value)] if {each.kind for each in reports} <= lasting else []
    return max(longer, key=lambda value: (told[value], -width(value)), default=best)


def lasts_from(day: str, days: str) -> bool:
    """Whether the one is the first of the others: `2015-02-11` and `2015-02-11/2015-02-12`."""
    return days.startswith(f"{day}/") and width(day) == 1 and width(days) <= FEW_DAYS


def best_place(reports: Sequence[MeetingReport]) -> Place | None:
    """The place most reports give; a city outranks its country."""
    places = [report.place for report in reports]
    cities = [place if place is not None and place.kind != "country" else None for place in places]
    return most_told(reports, cities) or most_told(reports, places)


def latest_status(accounts: Sequence[Account]) -> str:
    """What became of it by the newest article that tells so; else whether it is still planned, by the newest."""
    trusted = decided_or_all(accounts)
    planned = {MeetingStatus.PLANNED, MeetingStatus.CANCELLED}
    settled = [account for account in trusted if account.report.meeting_status not in planned] or trusted
    newest = max(account.published_on for account in settled)
    told = {account.report.meeting_status for account in settled if account.published_on == newest}
    order = (MeetingStatus.HELD, MeetingStatus.CANCELLED, MeetingStatus.DENIED, MeetingStatus.PLANNED)
    return next(status for status in order if status in told)


def participants_of(accounts: Sequence[Account]) -> dict[int, int | None]:
    """All whom the accounts name, in the order told, with their posts."""
    posts: dict[int, int | None] = {}
    for account in decided_or_all(accounts):
        for actor, post in account.posts.items():
            posts[actor] = post or posts.get(actor)
    return posts


def parts_of(accounts: Sequence[Account]) -> dict[int, str]:
    """Who receives and who is received, as most accounts tell; the earliest wins a tie."""
    told: dict[int, Counter[str]] = {}
    for account in decided_or_all(accounts):
        for actor, part in account.parts.items():
            told.setdefault(actor, Counter()).update([part] if part else [])
    return {actor: parts.most_common(1)[0][0] for actor, parts in told.items() if parts}


def decided_or_all(accounts: Sequence[Account]) -> Sequence[Account]:
    return [account for account in accounts if account.report.is_decided] or accounts
