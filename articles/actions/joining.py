"""Reports of one meeting, from several articles, become one Meeting; its fields sum up what they say.

Which reports are of one meeting depends on the reports alone (see `partition`), so whatever a change may touch is
worked out anew: the accounts it brings, and those that are joined to them or could be. Reports are joined only where
nothing leaves a doubt; of what is likely, editors are asked (see `join_proposals`).
"""

from collections.abc import Iterable, Sequence

from django.db import transaction

from articles.actions.copying import new_row
from articles.actions.encounters import Encounter, Encounters, candidates, read_encounters
from articles.actions.join_proposals import propose_joins
from articles.actions.partition import Comparisons, Group, Partition, is_near
from articles.actions.summing import Account, account_of, dated
from articles.actions.ties import read_ties, tied_meetings
from articles.models import Meeting, MeetingReport


@transaction.atomic(savepoint=False)
def place_report(report: MeetingReport) -> Meeting:
    """Give a stored report the meeting it tells of, found or new, and sum that meeting up again."""
    people = report.participants.order_by("id")
    account = account_of(report, report.article.published_on, report.article.external_id, people)
    former = set() if report.meeting_id is None else {report.meeting_id}
    place_accounts([account], meetings=former)
    return Meeting.objects.get(reports=report)


def place_accounts(accounts: Sequence[Account], meetings: Iterable[int] | None = None) -> None:
    """Put new accounts with the others of their meetings, and sort those of these meetings anew.

    Without meetings, the articles are new too, and nobody has said anything of them.
    """
    tied = () if meetings is None else tied_meetings(account.report.article_id for account in accounts)
    settle(neighbourhood(accounts, {*(meetings or ()), *tied}))


@transaction.atomic(savepoint=False)
def refresh_meeting(meeting: Meeting) -> None:
    """Sum up what a meeting's live reports say; a meeting no report tells of any more goes away."""
    refresh_meetings({meeting.pk})


@transaction.atomic(savepoint=False)
def refresh_meetings(keys: set[int]) -> None:
    encounters = read_encounters(keys)
    for encounter in encounters.all:
        encounter.refresh()
    encounters.save()


class Neighbourhood:
    """The accounts that a change may touch, and the meetings around them."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self.new = list(accounts)
        self.accounts = list(accounts)
        self.encounters = Encounters()
        self.comparisons = Comparisons()
        self.asked: set[object] = set()
        self.touched: set[int] = set()

    def look_around(self, accounts: Sequence[Account]) -> None:
        """Read the meetings that these accounts may tell of."""
        fresh = {asked_for(account): account for account in accounts if asked_for(account) not in self.asked}
        self.asked |= set(fresh)
        self.read(candidates(list(fresh.values())))

    def read(self, keys: Iterable[int]) -> None:
        """Meetings by their keys; of a report that is being placed, the account at hand counts and not the stored."""
        found = read_encounters(set(keys) - self.encounters.keys())
        placed = {account.report.pk: account for account in self.new if account.report.pk}
        for encounter in found.all:
            encounter.accounts = [placed.get(each.report.pk, each) for each in encounter.accounts]
        self.encounters.all += found.all

    def take_in(self, encounters: Iterable[Encounter]) -> list[Account]:
        """Let these meetings be sorted anew; gives back their accounts."""
        taken = []
        for encounter in encounters:
            self.touched.add(encounter.meeting.pk)
            taken += [each for each in encounter.accounts if each.report.is_live and each not in self.new]
        self.accounts += taken
        return taken

    def untouched(self) -> list[Encounter]:
        return [each for each in self.encounters.all if each.accounts and each.meeting.pk not in self.touched]


def asked_for(account: Account) -> tuple[object, ...]:
    """What decides which meetings an account may tell of."""
    days = account.report.date_value or account.published_on
    return frozenset(account.posts), days, account.is_visit


def neighbourhood(accounts: Sequence[Account], meetings: Iterable[int]) -> Neighbourhood:
    """The accounts, those of the meetings, and all that are joined to any of them or certainly could be."""
    found = Neighbourhood(accounts)
    found.read(meetings)
    front = [*accounts, *found.take_in(found.encounters.all)]
    while front:
        found.look_around(front)
        near = [
            each for each in found.untouched() if is_near(each.live_accounts(), shared(each, front), found.comparisons)
        ]
        front = found.take_in(near)
    return found


def shared(encounter: Encounter, accounts: Iterable[Account]) -> list[Account]:
    """Those of the accounts that have enough people in common with a meeting to be compared."""
    there = encounter.posts.keys()
    return [each for each in accounts if len(each.posts.keys() & there) >= min(len(each.posts), 2)]


def settle(found: Neighbourhood) -> None:
    """Sort the accounts into meetings and write what changed, with the proposals to join those that may be one."""
    ties = read_ties(found.new, found.encounters.accounts())
    partition = Partition(found.accounts, ties, found.comparisons)
    beside = found.untouched()
    placed = give_meetings(partition.groups(), found)
    found.encounters.save()
    propose_joins(placed, beside, found.comparisons, ties)


def give_meetings(groups: Sequence[Group], found: Neighbourhood) -> list[Encounter]:
    """Each group keeps the meeting that most of its accounts had; the others get one left over, or a new one."""
    touched = [each for each in found.encounters.all if each.meeting.pk in found.touched]
    had = {account: each for each in touched for account in each.accounts}
    empty = [each for each in found.encounters.all if not each.accounts]
    owners = owners_of(groups, had)
    placed = set(found.accounts)
    for encounter in touched:
        encounter.accounts = [account for account in encounter.accounts if account not in placed]
    given = []
    for group in groups:
        encounter = owners.get(group) or left_over(group, empty) or new_encounter(group)
        if encounter not in found.encounters.all:
            found.encounters.all.append(encounter)
        encounter.accounts += group.accounts
        encounter.refresh()
        given.append(encounter)
    return given


def owners_of(groups: Sequence[Group], had: dict[Account, Encounter]) -> dict[Group, Encounter]:
    claims: dict[tuple[Group, Encounter], int] = {}
    for group in groups:
        for account in group.accounts:
            if account in had:
                claims[group, had[account]] = claims.get((group, had[account]), 0) + 1
    owners: dict[Group, Encounter] = {}
    for (group, encounter), _ in sorted(claims.items(), key=lambda claim: (-claim[1], claim[0][1].meeting.pk)):
        if group not in owners and encounter not in owners.values():
            owners[group] = encounter
    return owners


def left_over(group: Group, empty: list[Encounter]) -> Encounter | None:
    """A meeting whose reports a run is just replacing keeps its number, if the new ones tell of it."""
    actors = {actor for account in group.accounts for actor in account.posts}
    first = group.accounts[0].report
    alike = [each for each in empty if each.posts.keys() == actors and each.meeting.kind == first.kind]
    alike.sort(key=lambda each: (each.meeting.date_value != first.date_value, each.meeting.place_id != first.place_id))
    for encounter in alike[:1]:
        empty.remove(encounter)
        return encounter
    return None


def new_encounter(group: Group) -> Encounter:
    report = group.accounts[0].report
    days = dated(report.date_value)
    return Encounter(new_row(Meeting, kind=report.kind, meeting_status=report.meeting_status, **days))
