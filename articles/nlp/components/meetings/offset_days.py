"""Meetings told by the days between them and the news: `au lendemain d'un entretien`, `deux jours après avoir vu X`."""

import re

from articles.nlp.components.meetings.counted_days import COUNT, counted, shifted
from articles.nlp.components.meetings.fields import Fields
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import MentionRecord, Span

#: What stands between the words and that which they count from.
_TO_WORD = r"(?:des\s|du\s|d(?:e\s|['’′]))?(?:[\w-]+(?:\s|['’′]\s?)){0,4}$"
OFFSET = re.compile(
    rf"\b(?P<words>(?P<morrow>au\slendemain)|(?P<eve>à\sla\sveille)|{COUNT}\s(?:après|(?P<before>avant)))\s{_TO_WORD}",
    re.I,
)
#: A day behind the word and this is that of the news.
PARTED = re.compile(r"[,;:]")
#: So far before the word the words stand.
REACH = 90


def is_elsewhere(text: str, trigger: Trigger, sentence: Span, place: MentionRecord | None) -> bool:
    """Whether what lies days apart from the news has no place of its own: that of the news is not where it was."""
    if _offset(text, trigger, sentence) is None:
        return False
    if place is None or place.span.start < trigger.span.end:
        return True
    return PARTED.search(text, trigger.span.end, place.span.start) is not None


def _offset(text: str, trigger: Trigger, sentence: Span) -> re.Match[str] | None:
    return OFFSET.search(text, max(sentence.start, trigger.start - REACH), trigger.start)


def offset_day(fields: Fields, trigger: Trigger, sentence: Span) -> MentionRecord | None:
    """The day counted from that of the clause, of the sentence or of the story; none where it has one of its own."""
    offset = _offset(fields.text, trigger, sentence)
    if offset is None:
        return None
    days = fields.places.days(sentence)
    behind = [day for day in days if day.span.start > trigger.span.end]
    if any(not PARTED.search(fields.text, trigger.span.end, day.span.start) for day in behind):
        return None
    before = [day for day in days if day.span.end <= offset.start()]
    opens = not fields.text[sentence.start : offset.start()].strip()
    base = before[-1] if before else (behind[0] if opens and behind else fields.narrative.day(sentence))
    if base is None:
        return None
    ahead = bool(offset["eve"] or offset["before"])
    unit, count = offset["unit"] or "jour", counted(offset["count"]) if offset["count"] else 1
    value = shifted(base.value.rpartition("/")[2] if ahead else base.value, count if ahead else -count, unit)
    return MentionRecord(Span(*offset.span("words")), "DATE", value=value) if value else None
