"""Whether two people of the collection may be one: reasons, and how much they weigh together."""

from articles.actions.copying import new_row
from articles.enums import MergeReason
from articles.models import Actor, MergeProposal
from articles.names import Likeness

#: What the names alone are worth.
BY_NAME = {
    Likeness.SAME: (0.7, MergeReason.SAME_NAME),
    Likeness.FULLER: (0.6, MergeReason.FULLER_NAME),
    Likeness.INITIALS: (0.5, MergeReason.INITIALS),
    Likeness.LOOSE: (0.55, MergeReason.LIKE_NAME),
    Likeness.SHORT: (0.3, MergeReason.SURNAME),
}
SAME_POST, SAME_COUNTRY, OTHER_COUNTRY = 0.25, 0.15, -0.35
#: Below this nobody is asked.
WORTH_ASKING = 0.2
SURE = 0.99

Held = set[tuple[str, str]]


def weigh(like: Likeness, ours: Held, theirs: Held, *, same_country: bool) -> tuple[float, list[str]]:
    """The score of a pair, and the codes of its reasons."""
    if like not in BY_NAME:
        return 0.0, []
    score, reason = BY_NAME[like]
    reasons = [reason.value]
    our_countries, their_countries = ({country for _, country in posts if country} for posts in (ours, theirs))
    if any(same_post(one, other) for one in ours for other in theirs):
        score, reasons = score + SAME_POST, [*reasons, MergeReason.SAME_POST.value]
    if same_country or our_countries & their_countries:
        score, reasons = score + SAME_COUNTRY, [*reasons, MergeReason.SAME_COUNTRY.value]
    elif our_countries and their_countries:
        score, reasons = score + OTHER_COUNTRY, [*reasons, MergeReason.OTHER_COUNTRY.value]
    return min(score, SURE), reasons


def same_post(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """The same office, of the same country or of one that is not told."""
    return one[0] == other[0] and (one[1] == other[1] or "" in {one[1], other[1]})


def proposal(one: Actor, other: Actor, score: float, reasons: list[str]) -> MergeProposal:
    first, second = sorted((one.pk, other.pk))
    return new_row(MergeProposal, first_id=first, second_id=second, score=round(score, 2), reasons=reasons)
