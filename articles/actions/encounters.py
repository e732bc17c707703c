"""Meetings with all that their reports say, read at once, worked on in memory and written at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from operator import attrgetter
from typing import Any

from django.db import connection
from django.db.models import F

from articles.actions.copying import copy_rows
from articles.actions.summing import Account, participants_of, summed_up
from articles.date_values import day_range
from articles.models import Meeting, MeetingParticipant, MeetingReport, ReportParticipant

#: Two reports of which one gives no date tell of one meeting only if written this close together.
NEWS_DAYS = timedelta(days=4)
FIELDS = ("kind", "meeting_status", "place", "duration", "date_value", "starts_on", "ends_on")

#: Meetings that share enough participants with a report, at its time. A meeting without a date has the days of its
#: articles; one without any report is one whose reports a run is just replacing.
CANDIDATES = """
WITH report AS (
    SELECT * FROM unnest(%(number)s::int[], %(needed)s::int[], %(first)s::date[], %(last)s::date[],
                         %(early)s::date[], %(late)s::date[])
        AS report(number, needed, first, last, early, late)
), sharing AS (
    SELECT report.number, part.meeting_id
    FROM unnest(%(of)s::int[], %(actor)s::bigint[]) AS named(number, actor)
    JOIN report USING (number)
    JOIN articles_meetingparticipant part ON part.actor_id = named.actor
    JOIN articles_meeting meeting ON meeting.id = part.meeting_id
    WHERE meeting.starts_on IS NULL OR (meeting.starts_on <= report.last AND meeting.ends_on >= report.first)
    GROUP BY report.number, report.needed, part.meeting_id
    HAVING count(*) >= report.needed
)
SELECT DISTINCT sharing.meeting_id
FROM sharing JOIN report USING (number) JOIN articles_meeting meeting ON meeting.id = sharing.meeting_id
WHERE meeting.starts_on IS NOT NULL
    OR NOT EXISTS (SELECT FROM articles_meetingreport told WHERE told.meeting_id = meeting.id)
    OR EXISTS (
        SELECT FROM articles_meetingreport told JOIN articles_article article ON article.id = told.article_id
        WHERE told.meeting_id = meeting.id AND article.published_on BETWEEN report.early AND report.late
    )
"""


@dataclass(slots=True, eq=False)
class Encounter:
    """A meeting, its accounts in the order of their keys, and its participants with their posts."""

    meeting: Meeting
    accounts: list[Account] = field(default_factory=list)
    posts: dict[int, int | None] = field(default_factory=dict)
    #: What the database holds.
    rows: dict[int, MeetingParticipant] = field(default_factory=dict)
    stored: tuple[object, ...] = ()

    def live_accounts(self) -> list[Account]:
        """Those not rejected, oldest article first."""
        return sorted((each for each in self.accounts if each.report.is_live), key=attrgetter("published_on"))

    def refresh(self) -> None:
        """Sum up the live reports. Where all were rejected the meeting stays, so that one can be taken back."""
        live = self.live_accounts()
        if live:
            for name, value in summed_up(live).items():
                setattr(self.meeting, name, value)
            self.posts = participants_of(live)

    def fields(self) -> tuple[object, ...]:
        return tuple(getattr(self.meeting, name) for name in FIELDS)


@dataclass(slots=True)
class Encounters:
    """The meetings at hand, found by who took part."""

    all: list[Encounter] = field(default_factory=list)
    by_actor: dict[int, list[Encounter]] = field(default_factory=dict)

    def add(self, encounter: Encounter) -> Encounter:
        self.all.append(encounter)
        self.index(encounter)
        return encounter

    def index(self, encounter: Encounter) -> None:
        for actor in encounter.posts:
            there = self.by_actor.setdefault(actor, [])
            if encounter not in there:
                there.append(encounter)

    def of(self, meeting: int) -> Encounter | None:
        return next((each for each in self.all if each.meeting.pk == meeting), None)

    def with_any_of(self, actors: Iterable[int]) -> Iterator[Encounter]:
        return iter(dict.fromkeys(each for actor in actors for each in self.by_actor.get(actor, ())))

    def save(self) -> None:
        """Write what changed; meetings that no report tells of any more go away."""
        gone = [each for each in self.all if each.meeting.pk and not each.accounts]
        Meeting.objects.filter(pk__in=[each.meeting.pk for each in gone]).delete()
        kept = [each for each in self.all if each.accounts]
        Meeting.objects.bulk_create(each.meeting for each in kept if not each.meeting.pk)
        changed = [each.meeting for each in kept if each.stored and each.stored != each.fields()]
        Meeting.objects.bulk_update(changed, FIELDS)
        save_participants(kept)


def save_participants(encounters: Sequence[Encounter]) -> None:
    gone = [row.pk for each in encounters for actor, row in each.rows.items() if actor not in each.posts]
    if gone:
        MeetingParticipant.objects.filter(pk__in=gone).delete()
    copy_rows(
        MeetingParticipant(meeting=each.meeting, actor_id=actor, post_id=post)
        for each in encounters
        for actor, post in each.posts.items()
        if actor not in each.rows
    )
    moved = []
    for each in encounters:
        for actor, row in each.rows.items():
            if actor in each.posts and row.post_id != each.posts[actor]:
                row.post_id = each.posts[actor]
                moved.append(row)
    MeetingParticipant.objects.bulk_update(moved, ["post"])


def encounters_for(accounts: Sequence[Account], meetings: Iterable[int] = ()) -> Encounters:
    """The meetings these accounts may tell of, and those of these keys."""
    found = [account.report.meeting_id for account in accounts if account.report.meeting_id is not None]
    return read_encounters({*candidates(accounts), *found, *meetings})


def candidates(accounts: Sequence[Account]) -> list[int]:
    if not any(account.posts for account in accounts):
        return []
    windows = [window(account) for account in accounts]
    named = [(number, actor) for number, account in enumerate(accounts) for actor in account.posts]
    given: dict[str, list[Any]] = {
        "number": list(range(len(accounts))),
        "needed": [min(len(account.posts), 2) for account in accounts],
        "first": [each[0] for each in windows],
        "last": [each[1] for each in windows],
        "early": [each[2] for each in windows],
        "late": [each[3] for each in windows],
        "of": [number for number, _ in named],
        "actor": [actor for _, actor in named],
    }
    with connection.cursor() as cursor:
        cursor.execute(CANDIDATES, given)
        return [key for (key,) in cursor.fetchall()]


def window(account: Account) -> tuple[date, date, date, date]:
    """When a meeting with a date must be to fit the account, and when the articles of one without must be written."""
    if not account.report.date_value:
        near = around(account.published_on, account.published_on)
        return *near, *near
    days = day_range(account.report.date_value)
    return *days, *around(*days)


def around(start: date, end: date) -> tuple[date, date]:
    """The news days before the one and after the other, as far as the calendar goes."""
    early, late = start.toordinal() - NEWS_DAYS.days, end.toordinal() + NEWS_DAYS.days
    return date.fromordinal(max(early, date.min.toordinal())), date.fromordinal(min(late, date.max.toordinal()))


def read_encounters(keys: set[int]) -> Encounters:
    if not keys:
        return Encounters()
    by_key = {meeting.pk: Encounter(meeting) for meeting in Meeting.objects.filter(pk__in=keys).select_related("place")}
    for row in MeetingParticipant.objects.filter(meeting__in=keys).order_by("id"):
        by_key[row.meeting_id].posts[row.actor_id] = row.post_id
        by_key[row.meeting_id].rows[row.actor_id] = row
    posts: dict[int, dict[int, int | None]] = {}
    for person in ReportParticipant.objects.filter(report__meeting__in=keys).order_by("id"):
        posts.setdefault(person.report_id, {})[person.actor_id] = person.post_id
    reports = MeetingReport.objects.filter(meeting__in=keys).select_related("place").order_by("id")
    for report in reports.annotate(published_on=F("article__published_on")):
        by_key[report.meeting_id or 0].accounts.append(Account(report, report.published_on, posts.get(report.pk, {})))
    found = Encounters()
    for _, encounter in sorted(by_key.items()):
        encounter.stored = encounter.fields()
        found.add(encounter)
    return found
