"""From when to when somebody stayed: `en visite depuis lundi`, `arrivé mardi pour trois jours`, `repartira jeudi`."""

import re
from dataclasses import replace
from datetime import date, timedelta

from articles.nlp.calendar_fr import LENGTH_OF_DAY
from articles.nlp.components.meetings.clauses import Clauses
from articles.nlp.components.meetings.durations import NUMBERS
from articles.nlp.components.meetings.merging import Telling, is_wide
from articles.nlp.components.meetings.places import Places
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import EvidenceRecord, MentionRecord, Span

SINCE = re.compile(r"\bdepuis\s(?:le\s|ce\s)?$")
UNTIL = re.compile(r"\bjusqu['’′](?:à|au)\s(?:ce\s)?$")
#: Between the word and the day it is since: no other clause begins.
PARTED = re.compile(r"[;:]|\b(?:qui|que|où|dont|et|mais|avec|alors|après|avant)\b|,\s(?:a|ont|est|sont|doit|va)\s")
#: `est arrivé lundi à Rome pour une visite officielle de trois jours`.
FOR_SO_LONG = re.compile(
    r"[^.;:«»]{0,90}?\spour\s(?:une?\s(?:[\w-]+\s){0,2}?(?:visite|séjour|voyage|déplacement|mission)"
    r"(?:\s(?:[\w-]+|d['’′][ÉE]tat)){0,3}?\sd(?:e\s|['’′]))?(?P<number>\w+)\sjours\b"
)
SO_LONG = re.compile(r"\s(?:[\w-]+\s){0,3}?d(?:e\s|['’′])(?P<number>\w+)\sjours\b")
#: A number of days above this is no stay.
LONGEST = 31
#: Their first stage is over before they are.
TOURS = frozenset({"tournée", "périple"})
#: `quittera Rome`, `a quitté le pays`.
LEFT = re.compile(
    r"\s(?:[a-zà-ÿ-]+ment\s|ensuite\s|à\sson\stour\s)?(?P<there>(?:le\spays|la\sville|la\scapitale|les\slieux)\b)?"
    r"(?:(?:le|la|les)\s|l['’′])?"
)
#: So near behind the place the day stands.
REACH = 60
ARRIVING = frozenset({"arriver", "atterrir", "débarquer"})


def since(places: Places, trigger: Trigger, sentence: Span) -> MentionRecord | None:
    """`en visite à Rome depuis lundi`: from then to the article's day, or to the day until which it is to last."""
    if trigger.is_verb and trigger.frame not in {"stay", "visit"}:
        return None
    text, draft = places.text, places.draft
    behind = [
        one
        for one in places.mentions(sentence, {"DATE"})
        if one.span.start > trigger.span.end
        and len(one.value) == LENGTH_OF_DAY
        and not PARTED.search(text, trigger.span.end, one.span.start)
    ]
    start = next((one for one in behind if SINCE.search(text, trigger.span.end, one.span.start)), None)
    if start is None or start.value > draft.date.isoformat():
        return None
    ends = (one.value for one in behind if UNTIL.search(text, trigger.span.end, one.span.start))
    return replace(start, value=stretch(start.value, next(ends, draft.date.isoformat())))


def for_so_long(text: str, trigger: Trigger, sentence: Span, day: MentionRecord) -> MentionRecord:
    """`est arrivé lundi pour une visite de trois jours`: the days from then on."""
    lasting = FOR_SO_LONG.match(text, trigger.span.end, sentence.end) if trigger.lemma in ARRIVING else None
    return day if lasting is None else _lasting(day, lasting["number"])


def under(day: MentionRecord, places: Places, trigger: Trigger, sentence: Span) -> MentionRecord:
    """The day that heads an entry, to the end of a stay that begins on it: `de trois jours`, `jusqu'à jeudi`."""
    behind = [one for one in places.mentions(sentence, {"DATE"}) if one.span.start > trigger.span.end]
    ends = (one.value for one in behind if UNTIL.search(places.text, trigger.span.end, one.span.start))
    if len(last := next(ends, "")) == len(day.value) == LENGTH_OF_DAY and last > day.value:
        return replace(day, value=stretch(day.value, last))
    lasting = SO_LONG.match(places.text, trigger.span.end, sentence.end)
    return day if lasting is None else _lasting(day, lasting["number"])


def _lasting(day: MentionRecord, words: str) -> MentionRecord:
    number = NUMBERS.get(words, int(words) if words.isdecimal() else 0)
    if len(day.value) != LENGTH_OF_DAY or not 1 < number <= LONGEST:
        return day
    last = date.fromisoformat(day.value) + timedelta(days=number - 1)
    return replace(day, value=stretch(day.value, last.isoformat()))


def stretch(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"


class Leaving:
    """`X quittera la ville jeudi`: the day on which a stay ends whose first day was told."""

    def __init__(self, clauses: Clauses, places: Places) -> None:
        self.clauses = clauses
        self.places = places
        self.text = places.text
        self.draft = places.draft

    def close(self, tellings: list[Telling], trigger: Trigger, sentence: Span) -> None:
        left = LEFT.match(self.text, trigger.span.end, sentence.end) if trigger.lemma == "quitter" else None
        if left is None or not tellings:
            return
        day = next(
            (one for one in self.places.days(Span(left.end(), sentence.end)) if self._is_beside(left, one)), None
        )
        if day is None or len(day.value) != LENGTH_OF_DAY:
            return
        who = {one.entity for one in self.clauses.subject(trigger, sentence)}
        place = next((one for one in self.places.mentions(sentence, {"GPE"}) if one.span.start == left.end()), None)
        if place is None and not left["there"]:
            return
        for index in range(len(tellings) - 1, -1, -1):
            record = tellings[index].record
            stayed = record.kind == "visit" and who and who <= {one.entity for one in record.participants}
            if stayed and self._is_there(record.place, place) and record.status in {"held", "planned"}:
                self._until(tellings, index, day)

    def _is_beside(self, left: re.Match[str], day: MentionRecord) -> bool:
        return PARTED.search(self.text, left.end(), day.span.start) is None and day.span.start - left.end() < REACH

    def _is_there(self, goal: int | None, left: MentionRecord | None) -> bool:
        """Whether a journey led to the place that is left, or to a town of the country that is."""
        if left is None or goal is None or left.entity is None or goal == left.entity:
            return goal is not None
        known = self.draft.entities
        if max(goal, left.entity) >= len(known):
            return False
        return known[left.entity].country == known[goal].country != "" and is_wide(
            left.entity, self.draft
        ) is not is_wide(goal, self.draft)

    def _until(self, tellings: list[Telling], index: int, day: MentionRecord) -> None:
        telling = tellings[index]
        first = telling.record.date.partition("/")[0]
        if len(first) != LENGTH_OF_DAY or not first < day.value or telling.carried:
            return
        proof = (*telling.record.evidence, EvidenceRecord("date", day.span))
        record = replace(telling.record, date=stretch(first, day.value), evidence=proof)
        tellings[index] = replace(telling, record=record)
