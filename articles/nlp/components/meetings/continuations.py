"""One verb for several meetings: `s'est entretenu lundi avec X, puis mardi avec Y`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from itertools import pairwise

from articles.nlp.components.meetings.blanks import blanked, without
from articles.nlp.components.meetings.clauses import Clauses, Group, distinct
from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.markers import is_followed_by_verb
from articles.nlp.components.meetings.merging import Telling
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import EvidenceRecord, MentionRecord, Span

#: What leads from one partner to the next, behind an aside about the first.
THEN = re.compile(
    r"(?:\s(?:le\s)?[^,;:.«»]{0,60}|,\s(?:avec|à|dont|qui|que|où|auquel|alors)\b[^;:.«»]{0,110}?|,\s[^,;:.«»]{0,60})?"
    r",?\s(?:(?:et\s)?(?:puis|ensuite|l['’′]autre|l[ae]\s(?:second|deuxième|troisième)e?)|et(?=(?:,[^,;:.«»]{1,40},)?\s(?:avec|par)\s)),?\s(?P<rest>[^;:.«»]{0,60})"
)
#: The same by a comma or `et` alone, where a day or place follows: `avec X, mardi avec Y et mercredi à Z avec W`.
AND_THERE = re.compile(r"(?:\s(?:le\s)?[^,;:.«»]{0,50}?)?(?:,\s(?:et,?\s)?|\set,?\s)(?P<rest>[^;:.«»]{1,60})")
#: The words that may stand there beside a day and a place.
BESIDE = re.compile(
    r"(?:\W|\b(?:le|la|l|les|à|au|aux|en|dans|par|avec|de|du|chez|ensuite|également|aussi|matin|soir|après-midi|midi|"
    r"matinée|soirée|plus|tard|séparément|successivement|enfin|séparée?s?|après|fin|début|journée|une|seconde|deuxième|troisième|nouvelle|fois)\b)*",
    re.I,
)
#: Between two days on which the same people met; places are made blank.
AGAIN = re.compile(
    r"(?:\s(?:à|en|au|aux)(?:\sla|\sl['’′])?\s+)?,?\s(?:puis|et)\s(?:de nouveau\s|à nouveau\s|encore\s)?"
    r"(?:(?:à|en|au|aux)(?:\sla|\sl['’′])?\s{2,})?(?:le\s|en\s|au\s|fin\s|début\s|la\s)?"
)
THEN_AT = re.compile(r"\b(?:puis|et)\s(?:de nouveau\s|à nouveau\s)?(?:à|en|au|aux)\s(?:la\s|l['’′])?$")
BEHIND_DAY = re.compile(r",?\s(?:à|en|au|aux)\s(?:la\s|l['’′])?")
#: Nobody else is told of who was met on the second day.
ENDS = re.compile(r"\s*(?:[,.;:)]|$|(?:avant|pour|lors|en\smarge|afin|où|dans)\b)")
#: What may stand beside a day.
NAMED = frozenset({"DATE", "GPE", "ORG", "LOC"})
#: Between the day of one partner and the next.
AND = re.compile(r"\s+(?:le\s+|matin\s|soir\s|après-midi\s|à\s+)*(?:et|(?<=\s),(?:\s(?:et|puis))?|,)\s")
#: Before the day of the next: `lundi X et mardi Y`, `lundi avec X, mardi avec Y et mercredi avec Z`.
NEXT_DAY = re.compile(
    r"(?:\s[^,;:.«»]{0,60}|,\s[^,;:.«»]{0,60})??(?:,?\s(?:et|puis),?\s|,\s)(?:le\s|ce\s|en\s|dès\s|au\s)?$"
)
RIGHT_BEHIND = re.compile(r",?\s(?:le\s|en\s|ce\s|dès\s)?")
#: `sa deuxième visite, après celle du 3 mai`, `après celles de mars et de juin`.
AFTER_ONE = re.compile(r"[^;:.«»]{0,70}?,?\s(?:après|depuis)\s(?:celles?|celui|ceux)\s")
OF_PLACE = re.compile(r"(?:de\s(?:la\s|l['’′])?|d['’′]|du\s)")
OF_PLACE_DAY = re.compile(r",?\s(?:le\s|en\s|du\s|de\s|d['’′]|au\s)?")
OF_DAY = re.compile(r"(?:,?\s(?:et\s)?)?(?:du\s|de\s(?:la\s|l['’′])?|d['’′]|en\s)?")


@dataclass(frozen=True, slots=True)
class Further:
    group: Group
    day: MentionRecord | None
    place: MentionRecord | None


class Continuations:
    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.text = clauses.text
        self.mentions = clauses.phrases.mentions

    def of(self, trigger: Trigger, sentence: Span, group: Group) -> Iterator[Further]:
        """Whom else the subject met, and when and where so far as that is told of them."""
        behind = self.clauses.right(trigger.span.end, sentence)
        met = {one.entity for one in group}
        first = next((each for each in behind if {one.entity for one in each.members} & met), None)
        if first is None or first.marker not in {"", "avec", "par"}:
            return
        subject = [one for one in group if one.entity not in {each.entity for each in first.members}]
        last = first
        for each in behind[behind.index(first) + 1 :]:
            if not subject or not self._continues(first, each, met):
                continue
            words = self._leading(last, each)
            if words is not None and BESIDE.fullmatch(self._blanked(words)):
                day = self._of(words, "DATE") or self._day_behind(each)
                place = self._of(words, "GPE") or self._place_behind(each.span.end)
                place = place or (None if day is None else self._place_behind(day.span.end))
                yield Further(distinct([*subject, *each.members]), day, place)
                last = each

    def before(self, trigger: Trigger, sentence: Span, telling: Telling) -> Iterator[Telling]:
        """The earlier ones that the words behind a noun compare it to."""
        after = None if trigger.is_verb else AFTER_ONE.match(self.text, trigger.span.end, sentence.end)
        position = after.end() if after else sentence.end
        at = self._place_of_one(position, sentence) if after else None
        position = position if at is None else at.span.end
        for day in self.mentions:
            if day.label != "DATE" or not position <= day.span.start < sentence.end:
                continue
            if ((at and OF_PLACE_DAY) or OF_DAY).fullmatch(self.text, position, day.span.start) is None:
                return
            place, position, at = at or self._place_behind(day.span.end), day.span.end, None
            position = position if place is None else max(position, place.span.end)
            earlier = moved(replace(telling, earlier=True, passing=False), Further([], day, place))
            yield replace(earlier, record=replace(earlier.record, status="held", duration=None))

    def _place_of_one(self, position: int, sentence: Span) -> MentionRecord | None:
        """`après celui de Moscou, le 3 mai`: the place by which an earlier one is called."""
        for one in self.mentions:
            if one.label == "GPE" and position <= one.span.start < sentence.end:
                return one if OF_PLACE.fullmatch(self.text, position, one.span.start) else None
        return None

    def _place_behind(self, end: int) -> MentionRecord | None:
        return place_behind(self.text, end, (one for one in self.mentions if one.label == "GPE"))

    def _leading(self, last: Listing, each: Listing) -> Span | None:
        """What leads from one partner to the next: behind `puis`, or `et` where each has a day behind him."""
        if link := THEN.fullmatch(self.text, last.span.end, each.span.start):
            return Span(*link.span("rest"))
        if (own := self._day_before(last, each)) is not None:
            return own
        between = Span(last.span.end, each.span.start)
        for link in AND_THERE.finditer(self.text, *astuple(between)):
            rest = Span(link.start("rest"), between.end)
            told = self._of(rest, "DATE") or self._of(rest, "GPE")
            if told and link.end() == between.end and BESIDE.fullmatch(self._blanked(rest)):
                return rest
        dated = all(self._day_behind(one) or self._place_behind(one.span.end) for one in (last, each))
        return Span(each.span.start, each.span.start) if dated and AND.fullmatch(self._blanked(between)) else None

    def _day_before(self, last: Listing, each: Listing) -> Span | None:
        """`et mardi Y`: from the day that stands before the next partner, to him."""
        between = Span(last.span.end, each.span.start)
        for day in self.mentions:
            opens = day.label == "DATE" and day.span.within(between)
            if opens and NEXT_DAY.fullmatch(self.text, last.span.end, day.span.start):
                return Span(day.span.start, each.span.start)
        return None

    def _day_behind(self, listing: Listing) -> MentionRecord | None:
        """`X mardi`, `Y le 3 mai`."""
        for mention in self.mentions:
            if mention.label == "DATE" and mention.span.start > listing.span.end:
                return mention if RIGHT_BEHIND.fullmatch(self.text, listing.span.end, mention.span.start) else None
        return None

    def _continues(self, first: Listing, each: Listing, met: set[int]) -> bool:
        if is_followed_by_verb(self.text, each.span.end) or {one.entity for one in each.members} & met:
            return False
        return each.marker in {first.marker, ""} and not self._is_place(each)

    def _is_place(self, listing: Listing) -> bool:
        """`X, à Ankara, Turquie`."""
        named = listing.members[0].mention
        return not listing.marker and named is not None and self.mentions[named].label == "GPE"

    def _blanked(self, words: Span) -> str:
        return without(NAMED, self.text, words, self.mentions)

    def _of(self, words: Span, label: str) -> MentionRecord | None:
        return next((one for one in self.mentions if one.label == label and one.span.within(words)), None)


def moved(telling: Telling, further: Further) -> Telling:
    """The telling of the first meeting, on the day and at the place of the next as far as they are its own."""
    record = telling.record
    if further.day is not None:
        proof = tuple(one for one in record.evidence if one.field != "date")
        proof = (*proof, EvidenceRecord("date", further.day.span))
        record = replace(record, date=further.day.value, evidence=proof)
        telling = replace(telling, carried=False)
    if further.place is not None and further.place.entity is not None:
        proof = tuple(one for one in record.evidence if one.field != "place")
        proof = (*proof, EvidenceRecord("place", further.place.span))
        record = replace(record, place=further.place.entity, evidence=proof)
        telling = replace(telling, borrowed=False)
    return replace(telling, record=record)


def placed_apart(telling: Telling, furthers: Sequence[Further]) -> Telling:
    """The telling without a place that is that of a later one: `lundi avec X et mardi à Y avec Z`."""
    later = {one.place.span for one in furthers if one.place is not None}
    record = telling.record
    if not any(one.field == "place" and one.span in later for one in record.evidence):
        return telling
    proof = tuple(one for one in record.evidence if one.field != "place")
    return replace(telling, record=replace(record, place=None, evidence=proof))


def place_behind(text: str, end: int, places: Iterable[MentionRecord]) -> MentionRecord | None:
    """`le 3 mai à Y`: the place right behind a day or a partner."""
    return next((one for one in places if BEHIND_DAY.fullmatch(text, end, one.span.start)), None)


def again(
    text: str, telling: Telling, days: Sequence[MentionRecord], places: Sequence[MentionRecord]
) -> Iterator[Telling]:
    """`l'avait reçu le 1er novembre, puis de nouveau le 7 janvier à Y`: the same people on another day."""
    for first, second in pairwise(days):
        between = blanked(text, Span(first.span.end, second.span.start), places)
        if first.value != telling.record.date or not AGAIN.fullmatch(between):
            continue
        place = _place_of(text, first, second, places)
        end = second.span.end if place is None else max(second.span.end, place.span.end)
        if (place is None and between.strip() == text[first.span.end : second.span.start].strip()) or ENDS.match(
            text, end
        ):
            yield moved(telling, Further([], second, place))


def _place_of(
    text: str, first: MentionRecord, second: MentionRecord, places: Sequence[MentionRecord]
) -> MentionRecord | None:
    """The place told beside the second of two days."""
    for place in places:
        if first.span.end <= place.span.start and place.span.end <= second.span.start:
            if THEN_AT.search(text, first.span.end, place.span.start):
                return place
        elif BEHIND_DAY.fullmatch(text, second.span.end, place.span.start):
            return place
    return None
