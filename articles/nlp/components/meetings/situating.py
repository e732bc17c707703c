"""When and where the meeting told last was: `L'entretien, qui a eu lieu mardi à Y, a porté sur`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from articles.nlp.components.assertion.status import Assertion
from articles.nlp.components.meetings.additions import last_meeting, trimmed
from articles.nlp.components.meetings.fields import Fields
from articles.nlp.components.meetings.merging import Telling
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import EvidenceRecord, MeetingRecord, MentionRecord, Span

#: The noun takes up what was told, as the subject: `L'échange`, `, mais leur rencontre`.
SUBJECT = re.compile(
    r"(?:^|[.,:\n«\"]\s?|\b(?:et|mais|que)\s)[\s«\"]*(?:l['’′]|l[ae]\s|cet(?:te)?\s|ce\s|leur\s)(?:[a-zà-ÿ]+\s)?$", re.I
)
#: That it was, or will be, at a time and place.
TAKES_PLACE = re.compile(
    r"(?:\s[a-zà-ÿ-]+){0,2}?,?\s(?:qui\s)?(?:[a-zà-ÿ]+ment,?\s)?(?:"
    r"(?:s['’′](?:est|était)|se\ssera)\s(?:[a-zà-ÿ]+\s)?(?:tenue?|déroulée?)|(?:a|avait|aura)\s(?:[a-zà-ÿ]+\s)?(?:eu\s)?lieu|"
    r"(?:se\s)?(?:tiendra|déroulera)|(?:doit|devait|devrait)\s(?:[a-zà-ÿ]+\s)?(?:se\s(?:tenir|dérouler)|avoir\slieu)|"
    r"(?:est|était)\s(?:[a-zà-ÿ]+\s)?(?:prévue?|fixée?|programmée?)|tenue?|organisée?|prévue?|fixée?|programmée?|a\sété\s(?:[a-zà-ÿ]+\s)?"
    r"(?:reportée?|repoussée?|décalée?|avancée?|ajournée?|déplacée?)(?=\s(?:à|au|pour)\s))\b"
)
#: `Elle a eu lieu mardi`; `Il est prévu de` is said of nothing that was told.
IT = re.compile(
    r"(?:^|(?<=[.!?»;,:\n]\s)|(?<=\n)|(?<=\bet\s)|(?<=\bmais\s))(?P<word>[Ee]lle|[Ii]l|[Cc]el(?:ui|le)-ci)"
    rf"(?={TAKES_PLACE.pattern})(?!\sest\sprévue?\s(?:que\b|qu['’′]|d(?:e\s|['’′])))",
    re.M,
)
#: For its frame, a pronoun that stands for the meeting told last.
STANDS_FOR_IT = "it"


def pronouns(text: str) -> Iterator[Trigger]:
    """Pronouns that stand for a meeting, as they are the subject of where and when it was."""
    for match in IT.finditer(text):
        word = Span(*match.span("word"))
        yield Trigger(word, word.start, "", STANDS_FOR_IT, "in_person", is_verb=False)


def situate(fields: Fields, tellings: list[Telling], trigger: Trigger, sentence: Span, assertion: Assertion) -> None:
    """Gives the meeting told last the day and place of the sentence, where it has none told of its own."""
    index = last_meeting(tellings)
    last = tellings[index]
    if trigger.kind == "visit" or last.record.kind == "visit" or assertion.status != last.record.status:
        return
    if trigger.frame != STANDS_FOR_IT and not SUBJECT.search(fields.text[sentence.start : trigger.start]):
        return
    if not TAKES_PLACE.match(fields.text, trigger.span.end, sentence.end):
        return
    moved = fields.rescheduled(sentence)
    day = moved or fields.date(trigger, sentence, held=assertion.status == "held")
    if day is not None and (moved or _may_be_of(last, day)):
        record = _with(last.record, "date", day, trimmed(fields.text, sentence))
        last = replace(last, record=replace(record, date=day.value), carried=False)
    place = fields.place(trigger, sentence)
    if place is not None and place.entity is not None and (last.record.place is None or last.borrowed):
        record = _with(last.record, "place", place, trimmed(fields.text, sentence))
        last = replace(last, record=replace(record, place=place.entity), borrowed=False)
    tellings[index] = last


def _may_be_of(last: Telling, day: MentionRecord) -> bool:
    """Whether the meeting has no day of its own, or one that this one only makes more precise."""
    return last.carried or (len(day.value) >= len(last.record.date) and day.value.startswith(last.record.date))


def _with(record: MeetingRecord, field: str, mention: MentionRecord, sentence: Span) -> MeetingRecord:
    """The record with the mention, and not another, to prove a field."""
    kept = tuple(one for one in record.evidence if one.field != field)
    proof = (EvidenceRecord("sentence", sentence), EvidenceRecord(field, mention.span))
    return replace(record, evidence=tuple(dict.fromkeys((*kept, *proof))))
