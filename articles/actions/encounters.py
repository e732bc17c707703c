"""Meetings with all that their reports say, read at once, worked on in memory and written at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from operator import attrgetter
from typing import Any

from django.db import connection
from django.db.models import F

from articles.actions.comparing import NEWS_DAYS, days_of
from articles.actions.copying import copy_rows, copy_values, update_rows
from articles.actions.summing import Account, account_of, participants_of, parts_of, summed_up
from articles.models import Meeting, MeetingParticipant, MeetingReport, ReportParticipant

FIELDS = ("kind", "meeting_status", "place", "duration", "date_value", "starts_on", "ends_on")

#: Days by which two dates may differ, and how far around a date a wider one is looked for.
NEAR, WIDE = timedelta(days=2), timedelta(days=31)

#: Meetings that share enough participants with a report, at its time: by their own days, or by the days that one of
#: their reports leaves open. One without any report is one whose reports a run is just replacing.
CANDIDATES = """
WITH report AS (
    SELECT * FROM unnest(%(number)s::int[], %(needed)s::int[], %(visit)s::bool[], %(first)s::date[], %(last)s::date[],
                         %(early)s::date[], %(late)s::date[], %(from)s::date[], %(to)s::date[])
        AS report(number, needed, visit, first, last, early, late, since, until)
), sharing AS (
    SELECT report.number, part.meeting_id
    FROM unnest(%(of)s::int[], %(actor)s::bigint[]) AS named(number, actor)
    JOIN report USING (number)
    JOIN articles_meetingparticipant part ON part.actor_id = named.actor
    JOIN articles_meeting meeting ON meeting.id = part.meeting_id
    WHERE (meeting.starts_on IS NULL OR (meeting.starts_on <= report.until AND meeting.ends_on >= report.since))
        AND (meeting.kind = 'visit') = report.visit
    GROUP BY report.number, report.needed, part.meeting_id
    HAVING count(*) >= report.needed
)
SELECT DISTINCT sharing.meeting_id
FROM sharing JOIN report USING (number) JOIN articles_meeting meeting ON meeting.id = sharing.meeting_id
WHERE (meeting.starts_on <= report.last AND meeting.ends_on >= report.first)
    OR NOT EXISTS (SELECT FROM articles_meetingreport told WHERE told.meeting_id = meeting.id)
    OR EXISTS (
        SELECT FROM articles_meetingreport told JOIN articles_article article ON article.id = told.article_id
        WHERE told.meeting_id = meeting.id AND CASE
            WHEN told.date_value = '' THEN article.published_on BETWEEN report.early AND report.late
            ELSE length(told.date_value) <> 10
        END
    )
"""


@dataclass(slots=True, eq=False)
class Encounter:
    """A meeting, its accounts in the order of their keys, and its participants with their posts."""

    meeting: Meeting
    accounts: list[Account] = field(default_factory=list)
    posts: dict[int, int | None] = field(default_factory=dict)
    parts: dict[int, str] = field(default_factory=dict)
    #: What the database holds.
    rows: dict[int, MeetingParticipant] = field(default_factory=dict)
    stored: tuple[object, ...] = ()

    def live_accounts(self) -> list[Account]:
        """Those not rejected, oldest article first."""
        return sorted((each for each in self.accounts if each.report.is_live), key=attrgetter("told"))

    def refresh(self) -> None:
        """Sum up the live reports. Where all were rejected the meeting stays, so that one can be taken back."""
        live = self.live_accounts()
        if live:
            for name, value in summed_up(live).items():
                setattr(self.meeting, name, value)
            self.posts, self.parts = participants_of(live), parts_of(live)

    def fields(self) -> tuple[object, ...]:
        return tuple(getattr(self.meeting, name) for name in FIELDS)


@dataclass(slots=True)
class Encounters:
    """The meetings at hand."""

    all: list[Encounter] = field(default_factory=list)

    def keys(self) -> set[int]:
        return {each.meeting.pk for each in self.all if each.meeting.pk}

    def accounts(self) -> list[Account]:
        return [account for each in self.all for account in each.accounts]

    def save(self) -> None:
        """Write what changed; meetings that no report tells of any more go away."""
        kept = [each for each in self.all if each.accounts]
        copy_rows((each.meeting for each in kept if not each.meeting.pk), keyed=True)
        changed = [each.meeting for each in kept if each.stored and each.stored != each.fields()]
        Meeting.objects.bulk_update(changed, FIELDS)
        move_reports(kept)
        save_participants(kept)
        gone = [each for each in self.all if each.meeting.pk and not each.accounts]
        if gone:
            Meeting.objects.filter(pk__in=[each.meeting.pk for each in gone]).delete()


def move_reports(encounters: Iterable[Encounter]) -> None:
    """Let the reports point to their meetings; those that have no row yet are written later."""
    moved = []
    for encounter in encounters:
        for account in encounter.accounts:
            if account.report.meeting_id != encounter.meeting.pk:
                account.report.meeting = encounter.meeting
                moved.append(account.report)
    update_rows([report for report in moved if report.pk], ["meeting"])


def save_participants(encounters: Sequence[Encounter]) -> None:
    gone = [row.pk for each in encounters for actor, row in each.rows.items() if actor not in each.posts]
    if gone:
        MeetingParticipant.objects.filter(pk__in=gone).delete()
    added = (
        (each.meeting.pk, actor, post, each.parts.get(actor, ""))
        for each in encounters
        for actor, post in each.posts.items()
        if actor not in each.rows
    )
    copy_values(MeetingParticipant, ["meeting_id", "actor_id", "post_id", "part"], added)
    moved = []
    for each in encounters:
        for actor, row in each.rows.items():
            told = each.posts.get(actor), each.parts.get(actor, "")
            if actor in each.posts and (row.post_id, row.part) != told:
                row.post_id, row.part = told
                moved.append(row)
    update_rows(moved, ["post", "part"])


def candidates(accounts: Sequence[Account]) -> list[int]:
    if not any(account.posts for account in accounts):
        return []
    windows = [window(account) for account in accounts]
    named = [(number, actor) for number, account in enumerate(accounts) for actor in account.posts]
    given: dict[str, list[Any]] = {
        "number": list(range(len(accounts))),
        "needed": [min(len(account.posts), 2) for account in accounts],
        "visit": [account.is_visit for account in accounts],
        "first": [each[0] for each in windows],
        "last": [each[1] for each in windows],
        "early": [each[2] for each in windows],
        "late": [each[3] for each in windows],
        "from": [each[4] for each in windows],
        "to": [each[5] for each in windows],
        "of": [number for number, _ in named],
        "actor": [actor for _, actor in named],
    }
    with connection.cursor() as cursor:
        cursor.execute(CANDIDATES, given)
        return [key for (key,) in cursor.fetchall()]


def window(account: Account) -> tuple[date, ...]:
    """First and last of: the days a meeting must have, those of articles that leave it open, those it may have."""
    if not account.report.date_value:
        days = (account.published_on, account.published_on)
        near = around(*days, NEWS_DAYS)
        return *near, *near, *around(*days, WIDE)
    days = days_of(account.report.date_value)
    return *around(*days, NEAR), *around(*days, NEWS_DAYS), *around(*days, WIDE)


def around(start: date, end: date, reach: timedelta) -> tuple[date, date]:
    """So many days before the one and after the other, as far as the calendar goes."""
    early, late = start.toordinal() - reach.days, end.toordinal() + reach.days
    return date.fromordinal(max(early, date.min.toordinal())), date.fromordinal(min(late, date.max.toordinal()))


def read_encounters(keys: set[int]) -> Encounters:
    if not keys:
        return Encounters()
    by_key = {meeting.pk: Encounter(meeting) for meeting in Meeting.objects.filter(pk__in=keys).select_related("place")}
    for row in MeetingParticipant.objects.filter(meeting__in=keys).order_by("id"):
        by_key[row.meeting_id].posts[row.actor_id] = row.post_id
        by_key[row.meeting_id].parts[row.actor_id] = row.part
        by_key[row.meeting_id].rows[row.actor_id] = row
    people: dict[int, list[ReportParticipant]] = {}
    for person in ReportParticipant.objects.filter(report__meeting__in=keys).order_by("id"):
        people.setdefault(person.report_id, []).append(person)
    reports = MeetingReport.objects.filter(meeting__in=keys).select_related("place").order_by("id")
    for report in reports.annotate(published_on=F("article__published_on"), told_in=F("article__external_id")):
        account = account_of(report, report.published_on, report.told_in, people.get(report.pk, ()))
        by_key[report.meeting_id or 0].accounts.append(account)
    found = Encounters()
    for _, encounter in sorted(by_key.items()):
        encounter.stored = encounter.fields()
        found.all.append(encounter)
    return found
