"""Reports of one meeting, from several articles, become one Meeting; its fields sum up what they say.

Reports are joined only where participants, date, place, kind and status leave no doubt; when in
doubt there are two meetings.
"""

from collections.abc import Iterator

from django.db import transaction

from articles.actions.encounters import NEWS_DAYS, Encounter, Encounters, around, encounters_for, read_encounters
from articles.actions.summing import Account, dated
from articles.date_values import MONTH_DAYS, day_range, overlap, width
from articles.enums import MeetingKind, MeetingStatus
from articles.models import Meeting, MeetingReport

#: Kinds that two reports of one meeting may differ in.
FAMILIES = (
    {MeetingKind.IN_PERSON, MeetingKind.MULTILATERAL},
    {MeetingKind.CALL, MeetingKind.VIDEO},
    {MeetingKind.VISIT},
)


@transaction.atomic(savepoint=False)
def place_report(report: MeetingReport) -> Meeting:
    """Give a stored report the meeting it tells of, found or new, and sum that meeting up again."""
    posts: dict[int, int | None] = {row.actor_id: row.post_id for row in report.participants.order_by("id")}
    account = Account(report, report.article.published_on, posts)
    encounters = encounters_for([account])
    former = None if report.meeting_id is None else encounters.of(report.meeting_id)
    if former is not None:
        former.accounts = [account if each.report.pk == report.pk else each for each in former.accounts]
    encounter = place_account(account, encounters, former=former)
    encounters.save()
    report.meeting = encounter.meeting
    report.save(update_fields=["meeting"])
    return encounter.meeting


def place_account(account: Account, encounters: Encounters, *, former: Encounter | None = None) -> Encounter:
    """Put an account with the others of its meeting, or with a new one."""
    report = account.report
    encounter = matching_encounter(account, encounters) or Encounter(
        Meeting(kind=report.kind, meeting_status=report.meeting_status, **dated(report.date_value))
    )
    if former is not None and former is not encounter:
        former.accounts.remove(account)
        former.refresh()
    if account not in encounter.accounts:
        encounter.accounts.append(account)
    encounter.refresh()
    if encounter in encounters.all:
        encounters.index(encounter)
    else:
        encounters.add(encounter)
    return encounter


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


def matching_encounter(account: Account, encounters: Encounters) -> Encounter | None:
    """The one meeting a report surely tells of; none where two would fit equally well."""
    scored = [
        (score, encounter)
        for encounter in candidates(account, encounters)
        if (score := agreement(account, encounter)) is not None
    ]
    if not scored:
        return None
    best = max(score for score, _ in scored)
    winners = [encounter for score, encounter in scored if score == best]
    return winners[0] if len(winners) == 1 else None


def candidates(account: Account, encounters: Encounters) -> Iterator[Encounter]:
    """Meetings of the same family, two of whose participants (for a visit, one) the report names.

    An article tells of one meeting once, so meetings it already reports are left out. A meeting without any
    report is one whose reports a run is just replacing: it keeps its number.
    """
    family = next(kinds for kinds in FAMILIES if account.report.kind in kinds)
    needed = min(len(account.posts), 2)
    for encounter in encounters.with_any_of(account.posts):
        live = [each.report for each in encounter.accounts if each.report.is_live]
        beside = any(each is not account.report and each.article_id == account.report.article_id for each in live)
        if (
            encounter.meeting.kind in family
            and len(encounter.posts.keys() & account.posts.keys()) >= needed
            and (live or not encounter.accounts)
            and not beside
        ):
            yield encounter


def agreement(account: Account, encounter: Encounter) -> int | None:
    """How well a report fits a meeting, higher is better; None where they contradict each other."""
    report, meeting = account.report, encounter.meeting
    actors, theirs = account.posts.keys(), encounter.posts.keys()
    if not (actors <= theirs or theirs <= actors):
        return None
    if not statuses_agree(report, meeting) or not dates_agree(account, encounter) or not places_agree(report, meeting):
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


def dates_agree(account: Account, encounter: Encounter) -> bool:
    mine, theirs = account.report.date_value, encounter.meeting.date_value
    if mine and theirs:
        vague = max(width(mine), width(theirs)) > MONTH_DAYS
        return mine == theirs or (not vague and overlap(mine, theirs))
    written = [each.published_on for each in encounter.accounts]
    if not written:
        return mine == theirs
    if mine or theirs:
        early, late = around(*day_range(mine or theirs))
        return any(early <= day <= late for day in (written if mine else [account.published_on]))
    return any(abs(day - account.published_on) <= NEWS_DAYS for day in written)


def places_agree(report: MeetingReport, meeting: Meeting) -> bool:
    """Equal, or one silent, or one the country of the other; a visit needs a place to be told apart."""
    mine, theirs = report.place, meeting.place
    if mine is None or theirs is None:
        return report.kind != MeetingKind.VISIT
    if mine == theirs:
        return True
    return bool(mine.country) and mine.country == theirs.country and "country" in {mine.kind, theirs.kind}
