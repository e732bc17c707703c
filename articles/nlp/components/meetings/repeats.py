"""Several meetings of the same people told at once: `se sont parlé deux fois, le 2 et le 9 mai`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from articles.nlp.components.meetings.continuations import Further, moved, place_behind
from articles.nlp.components.meetings.merging import Telling
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import MentionRecord

NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6}
#: How often, from the word of meeting on.
SO_OFTEN = re.compile(rf"\b(?:à\s)?(?P<number>{'|'.join(NUMBERS)})\s(?:fois|reprises|occasions)\b")
#: What may stand between the number and the first day, people and places besides.
LEADING = re.compile(r"[^.;()«»]{0,90}?(?:,|\s:|\s\(|\s-|\s–)?\s(?:les?\s|en\s|au\s|d['’′]abord\s(?:le\s|en\s)?)?")
#: Between one day and the next.
NEXT = re.compile(r"(?:[^.;:()«»]{0,50}?)(?:,|,?\s(?:et|puis|et\spuis))\s(?:enfin\s)?(?:les?\s|en\s|au\s)?")


def repeated(
    text: str, trigger: Trigger, telling: Telling, days: Sequence[MentionRecord], places: Sequence[MentionRecord]
) -> Iterator[Telling]:
    """One for each of the days of the sentence, where they are as many as it says; nothing else."""
    often = SO_OFTEN.search(text, trigger.start, days[-1].span.start) if trigger.is_verb and days else None
    if often is None:
        return
    behind = [day for day in days if day.span.start >= max(often.end(), trigger.span.end)]
    if len(behind) != NUMBERS[often["number"]] or not LEADING.fullmatch(text, often.end(), behind[0].span.start):
        return
    if not all(NEXT.fullmatch(text, one.span.end, other.span.start) for one, other in pairwise(behind)):
        return
    for day in behind:
        yield moved(telling, Further([], day, place_behind(text, day.span.end, places)))
