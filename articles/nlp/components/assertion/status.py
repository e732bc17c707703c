"""The status of a meeting from the words before and behind the word that tells it."""

import re
from dataclasses import dataclass

from articles.nlp.components.assertion.governing import (
    ACCEPTED,
    COMING,
    IF,
    IN_MANNER,
    NOT_EXCLUDED,
    NOT_EXCLUDED_THAT,
    PREVENTED,
    as_announced,
    denies_thing,
    has_not,
    refuses,
    refuses_thing,
    without_asides,
)
from articles.nlp.components.assertion.patterns import (
    AHEAD,
    AT_LAST,
    AT_LAST_HELD,
    BEFORE_DOING,
    BEFORE_ENDING,
    BEFORE_THAT,
    BROKEN_OFF,
    BY_SUCH,
    CAME_ABOUT,
    CANCELLED_BEFORE,
    CANCELLED_BEHIND,
    CANNOT,
    CONSIDERED,
    COULD_NOT,
    DONE,
    EXPECTED_FOR,
    FELL_THROUGH,
    FUTURE_BEFORE,
    GIVEN_UP_THERE,
    HABIT,
    HINGED,
    IMAGINED,
    INITIALLY,
    MISSED,
    MODAL,
    NEARLY,
    NEGATED_BEHIND,
    NEGATED_WITHIN,
    NEGATION,
    NEITHER,
    NEVER,
    NOBODY,
    NONE,
    NOT_HELD,
    ONLY,
    PERFECT_INFINITIVE,
    PLANNED_BEFORE,
    PLANNED_BEFORE_NOUN,
    PLANNED_WORD,
    PLUPERFECT,
    PURPOSE,
    PURPOSE_AHEAD,
    QUOTED,
    REFUSED,
    RENOUNCED,
    RESCHEDULED,
    SAYS_READY,
    SHARED_MODAL,
    SHOULD_HAVE,
    SHOULD_HAVE_HAD,
    SINCE,
    SINCE_BEFORE,
    SINCE_THEN,
    TOOK_PLACE,
    UNCONFIRMED,
    UNDECIDED,
    UNFORESEEN,
    URGED,
    WILL_NOT,
    WITHOUT,
    WOULD,
)

#: A gap between the verb that plans and the one that it plans: `prévoit, lundi, de recevoir`.
CLAUSE = 60


@dataclass(frozen=True, slots=True)
class Assertion:
    """`status` is empty for what is only imagined; `earlier` for what lies before the events told."""

    status: str
    earlier: bool = False


def of_verb(
    before: str, words: str, behind: str, *, future: bool, conditional: bool, infinitive: bool = False
) -> Assertion:
    """`before` and `behind` are the clause around the verb group `words`."""
    earlier = PLUPERFECT.search(before[-30:] + words) is not None
    if words.startswith("être "):
        before, infinitive = before.removesuffix(_modal(words)), True
    if conditional and as_announced(before, words) != words and not IF.search(behind):
        conditional, future = False, True
    refused = _refused(before, words, behind, infinitive=infinitive, future=future)
    if refused is not None:
        return Assertion(refused, earlier)
    clause = before[-CLAUSE:]
    if PERFECT_INFINITIVE.match(words) and not MODAL.search(clause[-12:]) and not INITIALLY.search(clause):
        return Assertion("held", earlier)
    if infinitive and BEFORE_DOING.search(clause) and DONE.search(before) and not MODAL.search(QUOTED.sub(" ", before)):
        return Assertion("held", earlier)
    planned = any((MODAL.search(words), PLANNED_BEFORE.search(clause), infinitive and HINGED.search(clause)))
    if INITIALLY.search(clause + words) and (planned or re.search(r"initialement", clause + words)):
        return Assertion("cancelled", earlier)
    if infinitive and (PURPOSE_AHEAD.search(before) or SHARED_MODAL.search(before)):
        return Assertion("planned", earlier)
    if infinitive and (governed := _governed(before)):
        return Assertion(governed, earlier)
    urged = infinitive and not planned and URGED.search(before) is not None
    if urged or (conditional and not planned) or IMAGINED.search(clause + _modal(words)):
        return Assertion("")
    if future or (planned and (infinitive or not words.strip() or MODAL.search(words))):
        off = CANCELLED_BEHIND.search(behind) and not RESCHEDULED.search(behind.partition(". ")[0])
        return Assertion("cancelled" if off else "planned", earlier)
    if planned and PLANNED_BEFORE.search(before[-CLAUSE:] + " "):
        return Assertion("planned", earlier)
    return Assertion("held", earlier)


def _refused(before: str, words: str, behind: str, *, infinitive: bool, future: bool) -> str | None:
    """What the clause says of what was not done: denied, or empty where it is not told; None where it says nothing."""
    clause = before[-CLAUSE:]
    if NOT_EXCLUDED_THAT.search(clause) or (infinitive and (NOT_EXCLUDED.search(clause) or SAYS_READY.search(clause))):
        return ""
    if infinitive and SHOULD_HAVE.search(clause + words):
        return "cancelled"
    if REFUSED.search(clause) or WITHOUT.search(clause) or NEARLY.search(clause) or refuses(before, words):
        return "denied"
    if _negated(clause, words, behind):
        if SINCE_BEFORE.search(before) and not NEVER.search(words + behind[:30]):
            return ""
        return _of_negated(words + behind[:30], behind, earlier=PLUPERFECT.search(words) is not None, future=future)
    return "" if BEFORE_THAT.search(clause) or NOBODY.search(clause) or HABIT.search(behind) else None


def _governed(before: str) -> str:
    """What the verb before an infinitive makes of it: given up, accepted, or done by coming."""
    whole = without_asides(before)
    if RENOUNCED.search(whole[-CLAUSE:]) or GIVEN_UP_THERE.search(before) or PREVENTED.search(whole):
        return "cancelled"
    ahead = ACCEPTED.search(before) or COMING.search(as_announced(before, before))
    return "planned" if ahead else ""


def _modal(words: str) -> str:
    """The group without its last word, which is the verb itself."""
    return words.rpartition(" ")[0] + " " if " " in words.strip() else ""


def _of_negated(words: str, behind: str, *, earlier: bool, future: bool) -> str:
    if SINCE_THEN.search(behind) and not NEVER.search(words):
        return "held"
    before_all = earlier and NEVER.search(words) is not None
    if before_all or (SINCE.search(behind) and (earlier or not NEVER.search(words))):
        return ""
    return "cancelled" if future and AT_LAST.search(words) else "denied"


def _negated(before: str, words: str, behind: str) -> bool:
    if ONLY.search(behind[:40]):
        return False
    if CANNOT.search(before + words) or NEITHER.search(before + words):
        return True
    whole = NEGATION.search(before + words)
    if whole is None:
        return False
    return NEGATED_WITHIN.search(whole[0]) is not None or NEGATED_BEHIND.search(behind) is not None


def of_noun(before: str, behind: str, sentence: str = "", *, single: bool = True) -> Assertion:
    """`before` is the clause up to the noun, `sentence` all that stands before it.

    `single`: the noun names one meeting; who refuses `tout dialogue` takes a stand.
    """
    earlier = PLUPERFECT.search(before + behind) is not None
    if IN_MANNER.search(before) and _negated(before, "", "") and SINCE.search(behind) and not SINCE_THEN.search(behind):
        return Assertion("")  # `ne se sont plus parlé en tête-à-tête depuis deux ans`
    if _is_refused(before, behind, single=single):
        return Assertion("denied", earlier)
    if not IF.search(behind):
        before, behind, sentence = (as_announced(sentence, words) for words in (before, behind, sentence))
    if any(pattern.search(behind) for pattern in (AT_LAST_HELD, CAME_ABOUT, TOOK_PLACE, UNFORESEEN)):
        return Assertion("held", earlier)
    if (said := WILL_NOT.search(behind)) is not None:
        dropped = not CONSIDERED.search(behind) or AT_LAST.search(said[0])
        return Assertion("cancelled" if dropped else "denied", earlier)
    if SHOULD_HAVE_HAD.search(before) or COULD_NOT.search(behind) or FELL_THROUGH.search(behind):
        return Assertion("cancelled", earlier)
    if RESCHEDULED.search(before) or RESCHEDULED.search(behind.partition(". ")[0]):
        return Assertion("planned")
    if CANCELLED_BEFORE.search(before) or CANCELLED_BEHIND.search(behind):
        return Assertion("cancelled", earlier)
    if UNDECIDED.search(behind) or UNCONFIRMED.search(before):
        return Assertion("")
    if NONE.search(before) or NOT_HELD.search(behind):
        held_after_all = earlier and INITIALLY.search(sentence)
        return Assertion("" if SINCE.search(behind) or held_after_all else "denied", earlier)
    if IMAGINED.search(BY_SUCH.sub("", before)[-40:]) or (not single and BROKEN_OFF.search(before)):
        return Assertion("")
    if _is_planned(before, behind, sentence or before):
        return Assertion("planned", earlier)
    return Assertion("" if WOULD.search(behind) else "held", earlier)


def _is_refused(before: str, behind: str, *, single: bool) -> bool:
    """Whether somebody does not have, will not have or did not have in this manner what the noun names."""
    in_manner = IN_MANNER.search(before) is not None and _negated(before, "", "") and not SINCE.search(behind)
    return (
        in_manner
        or MISSED.search(before) is not None
        or has_not(before)
        or denies_thing(before, behind)
        or (single and refuses_thing(before))
    )


def _is_planned(before: str, behind: str, sentence: str) -> bool:
    if BEFORE_ENDING.search(before) and AHEAD.search(sentence):
        return True
    planned = (PLANNED_BEFORE_NOUN, FUTURE_BEFORE, EXPECTED_FOR)
    ahead = PLANNED_WORD.search(behind) or PURPOSE.search(sentence)
    return ahead is not None or any(pattern.search(before) for pattern in planned)
