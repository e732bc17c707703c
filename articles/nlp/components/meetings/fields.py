"""When, where and for how long, each with the words that say so."""

import re

from articles.nlp.components.meetings.patterns import (
    AT,
    BARRIER,
    DURATION,
    HALF_HOUR,
    LEADING_TO_NOUN,
    NO_DATE,
    PHONE,
    SPAN_BEFORE,
    SPAN_BEHIND,
    VIDEO,
    WHERE,
)
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import Draft, MentionRecord, Span

FROM = re.compile(r"\b(?:de|via|pour)\s+$", re.I)
#: What parts a word from a date or place that belongs to another clause.
PARTED = re.compile(r";|\b(?:qui|que|où|avant|après|dont|selon|alors que|et (?:a|ont|il|elle)|visant|pour)\b|: ", re.I)
SMALL = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf vingt"
)
NUMBERS = {
    **{word: number for number, word in enumerate(SMALL.split())},
    "une": 1,
    "vingt-cinq": 25,
    "trente": 30,
    "trente-cinq": 35,
    "quarante": 40,
    "quarante-cinq": 45,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "nonante": 90,
    "quatre-vingt-dix": 90,
    "bonne": 1,
    "demi": 0,
}


class Fields:
    """Reads the fields of a meeting from the sentence that tells it."""

    def __init__(self, text: str, draft: Draft) -> None:
        self.text = text
        self.draft = draft

    def date(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        dates = [
            mention
            for mention in self._mentions(sentence, {"DATE"})
            if mention.value and not NO_DATE.search(self.text[max(0, mention.span.start - 25) : mention.span.start])
        ]
        return self._nearest(trigger, dates, sentence)

    def told_before(self, sentence: Span, labels: set[str]) -> MentionRecord | None:
        """The last date or place of the paragraph before a sentence that has none of its own."""
        if self._mentions(sentence, labels):
            return None
        start = max(self.text.rfind("\n", 0, sentence.start + 1), 0)
        earlier = self._mentions(Span(start, sentence.start), labels)
        if labels == {"DATE"}:
            earlier = [mention for mention in earlier if len(mention.value) > 7]
        else:
            earlier = [mention for mention in earlier if self._stands_as_place(mention)]
        return earlier[-1] if earlier else None

    def place(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        places = [mention for mention in self._mentions(sentence, {"GPE", "LOC"}) if self._stands_as_place(mention)]
        cities = [mention for mention in places if mention.label == "GPE"]
        return self._nearest(trigger, cities, sentence) or self._nearest(trigger, places, sentence)

    def _stands_as_place(self, mention: MentionRecord) -> bool:
        before = self.text[max(0, mention.span.start - 25) : mention.span.start]
        if mention.entity is None or mention.figurative:
            return False
        return AT.search(before) is not None and not FROM.search(before)

    def _mentions(self, sentence: Span, labels: set[str]) -> list[MentionRecord]:
        dateline = self.draft.dateline
        return [
            one
            for one in self.draft.mentions
            if one.label in labels
            and one.span.within(sentence)
            and not (dateline is not None and one.span.within(dateline.span))
        ]

    def _nearest(self, trigger: Trigger, mentions: list[MentionRecord], sentence: Span) -> MentionRecord | None:
        """The nearest in the clause of the word, else the one with which the sentence opens."""
        where = WHERE.search(self.text, sentence.start, trigger.start)
        antecedents = [mention for mention in mentions if where and mention.span.end <= where.start()]
        if antecedents:
            return antecedents[-1]
        near = [mention for mention in mentions if not self._parted(trigger.span, mention.span)]
        if near:
            return min(near, key=lambda mention: self._gap(trigger.span, mention.span))
        opening = self.text[sentence.start : mentions[0].span.start].strip() if mentions else "none"
        return mentions[0] if mentions and len(opening) < 8 else None

    def _parted(self, one: Span, other: Span) -> bool:
        first, last = sorted((one, other))
        between = self.text[first.end : last.start]
        if last == one:
            between = LEADING_TO_NOUN.sub("", between)
        return PARTED.search(between) is not None

    @staticmethod
    def _gap(one: Span, other: Span) -> int:
        first, last = sorted((one, other))
        return last.start - first.end

    def duration(self, sentence: Span) -> tuple[int, Span] | None:
        """Minutes, from the first length of time in the sentence."""
        half = HALF_HOUR.search(self.text, sentence.start, sentence.end)
        for match in DURATION.finditer(self.text, sentence.start, sentence.end):
            minutes = _minutes(match)
            before = self.text[max(sentence.start, match.start() - 45) : match.start()]
            if not SPAN_BEFORE.search(before) and not SPAN_BEHIND.search(self.text[match.end() : match.end() + 20]):
                continue
            if minutes and not re.match(
                r"\s*(?:plus tôt|avant|après|plus tard|auparavant|GMT)", self.text[match.end() : match.end() + 14]
            ):
                return minutes, Span(match.start(), match.end())
        return (30, Span(half.start(), half.end())) if half else None

    def kind(self, trigger: Trigger, sentence: Span, size: int) -> str:
        near = self.text[max(sentence.start, trigger.start - 60) : min(sentence.end, trigger.span.end + 90)]
        if VIDEO.search(near):
            return "video"
        if trigger.kind == "call" or PHONE.search(near):
            return "call"
        if size > 2:
            return "multilateral"
        return "in_person" if trigger.kind == "multilateral" else trigger.kind

    def clause_behind(self, trigger: Trigger, sentence: Span) -> str:
        stop = BARRIER.search(self.text, trigger.span.end, sentence.end)
        return self.text[trigger.span.end : stop.start() if stop else sentence.end]


def _minutes(match: re.Match[str]) -> int:
    if match["minutes"]:
        return _number(match["minutes"])
    hours = _number(match["hours"])
    if not hours:
        return 0
    more = 30 if match["half"] else int(match["digits"]) if match["digits"] else _number(match["more"] or "")
    return hours * 60 + (more if more < 60 else 0)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS.get(word.lower(), 0)
