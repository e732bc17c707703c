"""What it takes to make the rows of an action what they were, and doing it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

from django.contrib.auth.models import User
from django.db import IntegrityError
from django.db.models import Model, Q

from articles.actions.decisions import Decidable, record_decisions, snapshots
from articles.actions.joining import place_report
from articles.actions.replaying import turn_back, turn_back_checked
from articles.actions.resorting import sort_anew
from articles.enums import ActionVerb, DecisionVerb
from articles.exceptions import CannotUndo
from articles.models import (
    Action,
    Actor,
    ActorName,
    Change,
    Meeting,
    MeetingParticipant,
    MeetingReport,
    Mention,
    ReportParticipant,
    Statement,
)
from articles.queries.journal import (
    REVIEW,
    SORTED_COLUMN,
    SORTED_TABLES,
    Net,
    RowKey,
    images_of,
    is_same,
    net_changes,
    stands,
)

REVIEW_VERBS = {ActionVerb.START_REVIEW, ActionVerb.FINISH_REVIEW, ActionVerb.REOPEN_REVIEW}
ANNOTATIONS = {model._meta.db_table: model for model in (Mention, MeetingReport, Statement)}
#: An actor made by the way stays when somebody has used it since.
MADE_BY_THE_WAY = {Actor._meta.db_table, ActorName._meta.db_table}


@dataclass(frozen=True, slots=True)
class Reversal:
    """The changes to turn back, row by row what they come to, and the rows that were changed since."""

    changes: Sequence[Change]
    nets: Sequence[Net]
    lost: frozenset[RowKey]
    #: Whether reports are sorted into meetings as the action left them; else they have to be sorted anew.
    is_exact: bool

    @classmethod
    def of(cls, action: Action) -> "Reversal":
        changes = [change for change in action.changes.all() if not is_consequence(action, change)]
        nets = net_changes(changes)
        current = images_of(net.key for net in nets)
        lost = {net.key for net in nets if net.table not in SORTED_TABLES and not stands(net, current.get(net.key))}
        if action.verb == ActionVerb.UNDO:
            lost -= {key for key in lost if key[0] == REVIEW}
        kept = [net for net in nets if stands(net, current.get(net.key)) or net.table in SORTED_TABLES]
        keys = {net.key for net in kept}
        return cls(
            changes=[change for change in changes if (change.table, change.row) in keys],
            nets=kept,
            lost=frozenset(lost),
            is_exact=all(is_same(net.after, current.get(net.key)) for net in kept) and not sorted_since(action, kept),
        )

    @property
    def count(self) -> int:
        """How many mentions, reports and statements it changes."""
        return sum(net.table in ANNOTATIONS and not net.is_sorted for net in self.nets)

    @property
    def others(self) -> int:
        return self.count - sum(net.table == Mention._meta.db_table for net in self.nets)


def sorted_since(action: Action, nets: Iterable[Net]) -> bool:
    """Whether these meetings may be made of other reports by now: people touched them, or newer reports are near."""
    meetings = [key for key in meetings_named(nets) if key]
    if not meetings:
        return False
    later = Action.objects.filter(pk__gt=action.pk, meetings__overlap=meetings)
    if later.standing().of_consequence().first_hand().exists():
        return True
    told = Q(report__meeting__in=meetings) | Q(report__in=[net.row for net in nets if net.table == SORTED_COLUMN[0]])
    people = ReportParticipant.objects.filter(told).values("actor")
    return ReportParticipant.objects.filter(report__gt=action.newest_report, actor__in=people).exists()


def is_consequence(action: Action, change: Change) -> bool:
    """The review that an action on rows moves on by the way follows when it is settled, not when the rows go back."""
    return change.table == REVIEW and action.undoes is None and action.verb not in REVIEW_VERBS


def carry_out(reversal: Reversal, *, by: User) -> None:
    with noted(reversal.nets, by=by):
        if reversal.is_exact:
            in_full(reversal.changes)
            return
        told = [change for change in reversal.changes if change.table not in SORTED_TABLES]
        in_full(told, leaving=[SORTED_COLUMN[1]])
        sort_reports(reversal)


@contextmanager
def noted(nets: Iterable[Net], *, by: User) -> Iterator[None]:
    """Log a decision on each mention, report and statement that was there before and is there after."""
    there = [net for net in nets if not net.is_sorted and net.before and net.after]
    keys = {table: [net.row for net in there if net.table == table] for table in ANNOTATIONS}
    before = {table: snapshots(rows_of(table, rows)) for table, rows in keys.items() if rows}
    yield
    for table, states in before.items():
        rows = rows_of(table, keys[table])
        record_decisions(rows, verb=DecisionVerb.RESTORE, by=by, before=states)


def rows_of(table: str, keys: Sequence[int]) -> list[Decidable]:
    return cast("list[Decidable]", list(ANNOTATIONS[table]._default_manager.filter(pk__in=keys).order_by("pk")))


def in_full(changes: Sequence[Change], *, leaving: Sequence[str] = ()) -> None:
    """Turn all back, or all but an actor made by the way that others need; refused where rows are in the way."""
    needed = [change for change in changes if change.table not in MADE_BY_THE_WAY or change.before is not None]
    try:
        turn_back_checked(changes, leaving=leaving)
    except IntegrityError:
        try:
            turn_back_checked(needed, leaving=leaving)
        except IntegrityError as error:
            raise CannotUndo from error


def sort_reports(reversal: Reversal) -> None:
    """Meetings that are gone return under their numbers, and the reports are sorted into meetings as they are now."""
    turn_back(gone_meetings(reversal.changes))
    reports = [net.row for net in reversal.nets if net.table == MeetingReport._meta.db_table]
    MeetingReport.objects.filter(pk__in=reports).exclude(meeting__in=Meeting.objects.all()).update(meeting=None)
    for report in MeetingReport.objects.live().filter(pk__in=reports, meeting=None):
        place_report(report)
    now = MeetingReport.objects.filter(pk__in=reports).values_list("meeting_id", flat=True)
    sort_anew({key for key in [*meetings_named(reversal.nets), *now] if key})


def gone_meetings(changes: Iterable[Change]) -> list[Change]:
    """The meetings that the action did away with and that are not there, with their participants."""
    meetings = {change.row: change for change in changes if is_removal(change, Meeting)}
    for there in Meeting.objects.filter(pk__in=meetings).values_list("pk", flat=True):
        del meetings[there]
    people = [change for change in changes if is_removal(change, MeetingParticipant)]
    return [*[each for each in people if (each.before or {})["meeting_id"] in meetings], *meetings.values()]


def is_removal(change: Change, model: type[Model]) -> bool:
    return change.table == model._meta.db_table and change.after is None


def meetings_named(nets: Iterable[Net]) -> set[int | None]:
    """The meetings that the rows are, or belong or belonged to."""
    images = [image for net in nets for image in (net.before, net.after) if image]
    own = {net.row for net in nets if net.table == Meeting._meta.db_table}
    return own | {image.get("meeting_id") for image in images}
