"""What was to be on a journey that is off is off as well: `X a annulé sa visite en Y. Il devait être reçu par Z`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from articles.nlp.components.meetings.merging import Telling, dates_agree, is_within
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import Draft, EvidenceRecord, MeetingRecord, Span

#: The past of a plan, before a verb or noun of meeting.
WAS_TO_BE = re.compile(
    r"\b(?:(?:avai(?:t|ent)\s)?(?:dû|prévu)|devai(?:t|ent)(?!\s(?:en\srevanche|toutefois|cependant|néanmoins|encore|toujours)\b)|prévoyai(?:t|ent)|comptai(?:t|ent)|"
    r"étai(?:t|ent)\s(?:\w+\s)?(?:attendu|prévu|programm)\w*)\b"
)
#: The length of a date that gives no day.
MONTH = len("2024-05")
#: How far before the word.
REACH = 110


def was_to_be(text: str, trigger: Trigger, sentence: Span) -> bool:
    start = max(sentence.start, trigger.start - REACH)
    return WAS_TO_BE.search(text, start, trigger.span.end) is not None


def with_dropped(tellings: Sequence[Telling], draft: Draft) -> list[Telling]:
    off = [each.record for each in tellings if each.record.status == "cancelled"]
    off.sort(key=lambda record: record.place is None)
    found = (_dropped(each, off, draft) if each.once and off else each for each in tellings)
    return [each for each in found if each is not None]


def _dropped(telling: Telling, off: Sequence[MeetingRecord], draft: Draft) -> Telling | None:
    """Nothing for a further stage of the journey, which the record of that tells too."""
    record = telling.record
    whole = next((each for each in off if _is_part(record, each, draft)), None)
    if record.status != "planned" or whole is None:
        return telling
    if record.kind == whole.kind == "visit" and whole.place not in {None, record.place}:
        return None
    proof = next(one for one in whole.evidence if one.field == "sentence")
    evidence = (*record.evidence, EvidenceRecord("status", proof.span))
    return replace(telling, record=replace(record, status="cancelled", evidence=evidence))


def _is_part(record: MeetingRecord, whole: MeetingRecord, draft: Draft) -> bool:
    """Whether it was to be on a journey, at the place and in the days of that; or is the same meeting told again."""
    people, others = ({one.entity for one in each.participants} for each in (record, whole))
    if whole.kind != "visit":
        return record.kind != "visit" and people == others and dates_agree(record.date, whole.date)
    if not others & people or not _is_there(record.place, whole.place, draft):
        return False
    if len(whole.date) == MONTH and record.date and not record.date.startswith(whole.date):
        return False
    return "/" not in whole.date or not record.date or is_within(record.date, whole.date) or record.date == whole.date


def _is_there(place: int | None, goal: int | None, draft: Draft) -> bool:
    if place is None or goal is None or place == goal:
        return True
    countries = {draft.entities[each].country if each < len(draft.entities) else "" for each in (place, goal)}
    return len(countries) == 1 and countries != {""}
