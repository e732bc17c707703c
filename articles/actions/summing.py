"""What the reports of one meeting say together; those a person has decided on outrank proposals field by field."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from articles.date_values import day_range, width
from articles.enums import MeetingStatus
from articles.models import MeetingReport, Place

Value = TypeVar("Value", bound=Hashable)


@dataclass(slots=True, eq=False)
class Account:
    """A report with its article's day and the participants it names: the post of each, by the actor's key."""

    report: MeetingReport
    published_on: date
    posts: dict[int, int | None]


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
    """The most precise date, and of equally precise ones the one most reports give."""
    decided = [report.date_value for report in reports if report.is_decided and report.date_value]
    told = Counter(decided or [report.date_value for report in reports if report.date_value])
    return min(told, key=lambda value: (width(value), -told[value])) if told else ""


def best_place(reports: Sequence[MeetingReport]) -> Place | None:
    """The place most reports give; a city outranks its country."""
    places = [report.place for report in reports]
    cities = [place if place is not None and place.kind != "country" else None for place in places]
    return most_told(reports, cities) or most_told(reports, places)


def latest_status(accounts: Sequence[Account]) -> str:
    """What the newest article says, for a meeting is announced before it is held."""
    trusted = decided_or_all(accounts)
    newest = max(account.published_on for account in trusted)
    told = {account.report.meeting_status for account in trusted if account.published_on == newest}
    order = (MeetingStatus.HELD, MeetingStatus.CANCELLED, MeetingStatus.DENIED, MeetingStatus.PLANNED)
    return next(status for status in order if status in told)


def participants_of(accounts: Sequence[Account]) -> dict[int, int | None]:
    """All whom the accounts name, in the order told, with their posts."""
    posts: dict[int, int | None] = {}
    for account in decided_or_all(accounts):
        for actor, post in account.posts.items():
            posts[actor] = post or posts.get(actor)
    return posts


def decided_or_all(accounts: Sequence[Account]) -> Sequence[Account]:
    return [account for account in accounts if account.report.is_decided] or accounts
