"""The status of a meeting from the words before and behind the word that tells it."""

from dataclasses import dataclass

from articles.nlp.components.assertion.patterns import (
    CANCELLED_BEFORE,
    CANCELLED_BEHIND,
    IMAGINED,
    NEGATED_BEHIND,
    NEGATION,
    NONE,
    NOT_HELD,
    ONLY,
    PLANNED_BEFORE,
    PLANNED_WORD,
    PLUPERFECT,
    REFUSED,
)


@dataclass(frozen=True, slots=True)
class Assertion:
    """`status` is empty for what is only imagined; `earlier` for what lies before the events told."""

    status: str
    earlier: bool = False


def of_verb(before: str, words: str, behind: str, *, future: bool, conditional: bool) -> Assertion:
    """`before` and `behind` are the clause around the verb group `words`."""
    earlier = PLUPERFECT.search(before[-30:] + words) is not None
    clause = before[-60:]
    if REFUSED.search(clause) or _negated(clause, words, behind):
        return Assertion("denied", earlier)
    if conditional or IMAGINED.search(clause):
        return Assertion("")
    if future or PLANNED_BEFORE.search(clause):
        return Assertion("cancelled" if CANCELLED_BEHIND.search(behind) else "planned", earlier)
    return Assertion("held", earlier)


def _negated(before: str, words: str, behind: str) -> bool:
    if ONLY.search(behind[:40]):
        return False
    whole = NEGATION.search(before)
    return whole is not None and (" pas" in f"{whole[0]} {words}" or NEGATED_BEHIND.search(behind) is not None)


def of_noun(before: str, behind: str) -> Assertion:
    earlier = PLUPERFECT.search(before + behind) is not None
    if CANCELLED_BEFORE.search(before) or CANCELLED_BEHIND.search(behind):
        return Assertion("cancelled", earlier)
    if NONE.search(before) or NOT_HELD.search(behind):
        return Assertion("denied", earlier)
    if IMAGINED.search(before[-40:]):
        return Assertion("")
    if PLANNED_WORD.search(behind) or PLANNED_BEFORE.search(before):
        return Assertion("planned", earlier)
    return Assertion("held", earlier)
