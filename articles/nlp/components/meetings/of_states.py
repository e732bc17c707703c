"""Holders of one office told by their states: `les ministres de France, X, d'Allemagne, Y, et de Pologne, Z`."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from articles.nlp.types import MentionRecord

OF = r"(?:d[eu]\s|des\s|de\sla\s|d['’′]|de\sl['’′])"
#: What leads from one of them to the state of the next.
NEXT = re.compile(rf"(?:,\s(?:et\s)?|\set\s)(?P<of>{OF})")
TO_NAME = re.compile(r",\s(?:MM?\.\s|Mme\s)?")
#: What they are all called, before the first of the states.
CALLED = re.compile(rf"(?:[LldD]es|[Aa]ux|[SsCc]es)\s[a-zà-ÿ][^,;:.«»]{{2,60}}?\s{OF}$")
FAR = 90


@dataclass(frozen=True, slots=True)
class OfState:
    """Where the phrase of one of them begins, and whether another stands before."""

    start: int
    further: bool


def named_by_state(text: str, mentions: Sequence[MentionRecord], start: int) -> OfState | None:
    """The one whose name, with a title of his own, begins there; nothing where he is no such one of several."""
    index = bisect_left(mentions, start, key=lambda one: one.span.start)
    state = mentions[index - 1] if index else None
    if state is None or state.label != "GPE" or not TO_NAME.fullmatch(text, state.span.end, start):
        return None
    before = mentions[index - 2] if index > 1 and mentions[index - 2].label == "PER" else None
    if before is not None and (of := NEXT.fullmatch(text, before.span.end, state.span.start)):
        return OfState(of.start("of"), further=True)
    behind = mentions[index + 1 : index + 3]
    if [one.label for one in behind] != ["GPE", "PER"]:
        return None
    leads = NEXT.fullmatch(text, mentions[index].span.end, behind[0].span.start)
    named = TO_NAME.fullmatch(text, behind[0].span.end, behind[1].span.start)
    called = CALLED.search(text, max(0, state.span.start - FAR), state.span.start)
    return OfState(called.start(), further=False) if leads and named and called else None
