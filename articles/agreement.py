"""How far two annotations of one text agree."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

Marked = tuple[int, int, str]
TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of one label (or of all): how many spans each has, how many are the same, and two measures of that.

    A measure is None where neither annotator marked anything, as there is nothing to agree on.
    """

    first: int
    second: int
    same: int
    f1: float | None
    alpha: float | None


def agreement(pairs: Sequence[tuple[str, Iterable[Marked], Iterable[Marked]]], label: str = "") -> Agreement:
    """Over several texts, each with what two annotators marked in it; of one label, or of all."""
    first = second = same = 0
    units: list[tuple[Hashable, Hashable]] = []
    for text, one, other in pairs:
        ours, theirs = of_label(one, label), of_label(other, label)
        first, second, same = first + len(ours), second + len(theirs), same + len(ours & theirs)
        units.extend(zip(token_labels(text, ours), token_labels(text, theirs), strict=True))
    marked = first + second > 0
    return Agreement(first, second, same, span_f1(first, second, same), krippendorff_alpha(units) if marked else None)


def of_label(spans: Iterable[Marked], label: str) -> set[Marked]:
    return {span for span in spans if label in ("", span[2])}


def span_f1(first: int, second: int, same: int) -> float | None:
    """F1 of the spans of one annotator against the other's, exact bounds and label: 2·same / (first + second).

    It does not matter which of them is taken for the truth. With no count of what nobody marked, it is what kappa tends
    to (Hripcsak and Rothschild: Agreement, the F-measure, and reliability in information retrieval, JAMIA 12:3, 2005).
    """
    return 2 * same / (first + second) if first + second else None


def shared_words(text: str, one: tuple[int, int], other: tuple[int, int]) -> float:
    """How much of their words two stretches of a text have in common, by place: 1 for the same words (Dice)."""
    ours, theirs = ({token.start() for token in TOKEN.finditer(text, *stretch)} for stretch in (one, other))
    return 2 * len(ours & theirs) / (len(ours) + len(theirs) or 1)


def krippendorff_alpha(units: Iterable[tuple[Hashable, Hashable]]) -> float | None:
    """Krippendorff's alpha for nominal data, two observers, no value missing; a unit is the pair of their values.

    With n values in all (two for each unit), n_c of them c, and o_ck pairs of unlike values in units:
    alpha = 1 − (n − 1) · Σ_{c<k} o_ck / Σ_{c<k} n_c·n_k
    (K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, section B; each unlike unit is one of the o_ck
    with c<k). None where all values are alike: there is no variation to agree on.
    """
    pairs = list(units)
    values = Counter(value for pair in pairs for value in pair)
    total = 2 * len(pairs)
    unlike = sum(one != other for one, other in pairs)
    by_chance = (total * total - sum(number * number for number in values.values())) / 2
    return 1 - (total - 1) * unlike / by_chance if by_chance else None


def token_labels(text: str, spans: Iterable[Marked]) -> list[str]:
    """The label of each token of the text, empty where none covers part of it: the units that alpha compares."""
    waiting = sorted(spans)
    labels: list[str] = []
    at = 0
    for token in TOKEN.finditer(text):
        while at < len(waiting) and waiting[at][1] <= token.start():
            at += 1
        covered = at < len(waiting) and waiting[at][0] < token.end()
        labels.append(waiting[at][2] if covered else "")
    return labels
