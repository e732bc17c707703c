"""Meetings that may be one, put to editors with what speaks for it. Open proposals are worked out anew each time."""

from collections import Counter
from collections.abc import Iterator, Sequence

from django.db.models import Q

from articles.actions.comparing import worth_asking
from articles.actions.encounters import Encounter
from articles.actions.partition import Comparisons, Ties, best_pair
from articles.enums import JoinReason
from articles.models import MeetingProposal

Asked = dict[tuple[int, int], tuple[float, list[str]]]


def propose_joins(
    placed: Sequence[Encounter], beside: Sequence[Encounter], comparisons: Comparisons, ties: Ties
) -> None:
    """Ask about pairs of the meetings just sorted, and of these with those beside them."""
    asked: Asked = {}
    for one, other in likely_pairs(placed, beside):
        found = proposal_for(one, other, comparisons, ties)
        if found is not None:
            first, second = sorted((one.meeting.pk, other.meeting.pk))
            asked[first, second] = found
    save_proposals({each.meeting.pk for each in placed if each.stored}, asked)


def likely_pairs(placed: Sequence[Encounter], beside: Sequence[Encounter]) -> Iterator[tuple[Encounter, Encounter]]:
    """Pairs of meetings that have enough people in common, one of them just placed."""
    meetings = [*placed, *beside]
    attended: dict[int, list[int]] = {}
    for number, each in enumerate(meetings):
        for actor in each.posts:
            attended.setdefault(actor, []).append(number)
    for number, one in enumerate(placed):
        common = Counter(other for actor in one.posts for other in attended[actor] if other > number)
        for other in sorted(common):
            if common[other] >= min(len(one.posts), 2):
                yield one, meetings[other]


def proposal_for(
    one: Encounter, other: Encounter, comparisons: Comparisons, ties: Ties
) -> tuple[float, list[str]] | None:
    """Score and reasons; nothing where a person said they are two, or an article tells of both."""
    ours, theirs = one.live_accounts(), other.live_accounts()
    if ties.part(ours, theirs) or {each.article for each in ours} & {each.article for each in theirs}:
        return None
    best = best_pair(ours, theirs, comparisons)
    if best is None or not worth_asking(best[2], best[0], best[1]):
        return None
    reasons = [*best[2].reasons, JoinReason.FITS_ANOTHER.value] if best[2].is_certain else best[2].reasons
    return best[2].score, reasons


def save_proposals(old: set[int], asked: Asked) -> None:
    """Make the open proposals those asked, with the least change; only the old meetings have any yet."""
    stored = MeetingProposal.objects.filter(Q(first__in=old) | Q(second__in=old)) if old else ()
    known = {(row.first_id, row.second_id): row for row in stored}
    gone = [row.pk for pair, row in known.items() if pair not in asked]
    if gone:
        MeetingProposal.objects.filter(pk__in=gone).delete()
    changed = []
    for pair in asked.keys() & known.keys():
        row, (score, reasons) = known[pair], asked[pair]
        if (row.score, row.reasons) != (score, reasons):
            row.score, row.reasons = score, reasons
            changed.append(row)
    MeetingProposal.objects.bulk_update(changed, ["score", "reasons"])
    MeetingProposal.objects.bulk_create(
        MeetingProposal(first_id=first, second_id=second, score=score, reasons=reasons)
        for (first, second), (score, reasons) in asked.items()
        if (first, second) not in known
    )
