"""When, where and for how long, each with the words that say so."""

import re
from collections.abc import Iterator
from dataclasses import astuple, replace
from datetime import date, timedelta
from functools import cache

from articles.nlp.components.assertion.patterns import PLUPERFECT
from articles.nlp.components.meetings.asides import apart
from articles.nlp.components.meetings.durations import find_duration
from articles.nlp.components.meetings.merging import is_wide
from articles.nlp.components.meetings.patterns import (
    AT,
    LEADING_TO_NOUN,
    NO_DATE,
    PHONE,
    VIDEO,
    WHERE,
)
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.lexicons import adjectives, capitals, fold, rows
from articles.nlp.types import Draft, MentionRecord, Span

TO_STATE = re.compile(r"\b(?:à|au)\s+(?:l['’′]|la |le )$", re.I)
#: `Rabat, où`: the place of the clause behind.
RIGHT_BEFORE_WHERE = re.compile(r",?\s(?:où|dans laquelle)\s[^.;]*$")
#: What parts a word from a date or place that belongs to another clause.
PARTED = re.compile(
    r";|\b(?:qui|que|où|avant|après(?!-midi)|dont|selon|alors que|et (?:a|ont|il|elle)|visant|pour)\b|: ", re.I
)
#: Words like those that open no clause of their own: `pour la première fois`, `qui s'est tenu`.
NEUTRAL = re.compile(
    r"\bpour (?:la|une) (?:\w+ )?fois\b|\bavant la fin\b|"
    r"\bqui (?:s['’′](?:est|ouvre|était|ouvrira|achève) ?|se |a |doi(?:t|vent) (?:se |avoir |s['’′])?|"
    r"devait (?:se |avoir )?|aura )(?:(?:tenue?s?|tient|tiennent|tiendra|tenir|déroulée?s?|déroule|déroulera|dérouler|"
    r"lieu|eu lieu|ouverte?s?|ouvrir|achevée?s?|réunie?s?|réunira|réunit)\b)?",
    re.I,
)


#: How many paragraphs, the one of the sentence included, a day or place may be carried over.
CARRIED = 4
#: Words that lead from one event to the date of the next within a clause: `est prévu pour jeudi`.
LEADING_TO_DATE = re.compile(r"\b(?:pour|: c['’]était)\s+(?:le |la |à \S+ )?$", re.I)


CAPITAL = re.compile(r"\b(?:dans|de) (?P<words>la capitale (?P<country>[\w-]+))")
AT_SEAT = re.compile(r"\b(?:à|au|dans|devant)\s+(?:le |la |l['’′])?$", re.I)
#: Seats of power that stand for the city they are in.
SEATS = {row["seat"].replace("-", " "): row["city"] for row in rows("seats")}


@cache
def seats() -> dict[str, str]:
    """Country to the city of its government."""
    return {country: city for city, country in reversed(capitals().items())}


#: The day is that of the story, not of what was looked back on just before.
THAT_DAY = re.compile(r"\bdans la (?:journée|matinée|soirée)\b", re.I)
LOOKING_BACK_END = re.compile(r"[;\n]|\.\s")
HEADING_END = re.compile(r"(?:\s\d{4})?\s?(?:[.:–—]|\s-\s)\s")


class Fields:
    """Reads the fields of a meeting from the sentence that tells it."""

    def __init__(self, text: str, draft: Draft) -> None:
        self.text = text
        self.draft = draft

    def date(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        days = self.days(sentence)
        nearest = self._nearest(trigger, days, sentence)
        return next((reach for reach in map(self._range, days, days[1:]) if self._covers(reach, nearest)), nearest)

    def _range(self, first: MentionRecord, second: MentionRecord) -> MentionRecord | None:
        """`jeudi et vendredi`: two days on end are one stretch of time."""
        if self.text[first.span.end : second.span.start] != " et " or not are_on_end(first.value, second.value):
            return None
        return replace(first, span=Span(first.span.start, second.span.end), value=f"{first.value}/{second.value}")

    @staticmethod
    def _covers(reach: MentionRecord | None, nearest: MentionRecord | None) -> bool:
        return reach is not None and nearest is not None and nearest.span.within(reach.span)

    def date_behind(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """The first date behind the word: `a annulé mardi l'entretien qu'il devait avoir jeudi`."""
        behind = [mention for mention in self.days(sentence) if mention.span.start > trigger.span.end]
        return behind[0] if behind else None

    def days(self, span: Span) -> list[MentionRecord]:
        return [
            mention
            for mention in self._mentions(span, {"DATE"})
            if mention.value and not NO_DATE.search(self.text[max(0, mention.span.start - 25) : mention.span.start])
        ]

    def heading(self, sentence: Span) -> MentionRecord | None:
        """The date that opens the paragraph and stands alone there: `7 février. Au Kremlin, X reçoit Y.`"""
        start = self.text.rfind("\n", 0, sentence.start) + 1
        opening = self.days(Span(start, min(start + 40, len(self.text))))
        if not opening or self.text[start : opening[0].span.start].strip(" •-–—*0\t"):
            return None
        return opening[0] if HEADING_END.match(self.text, opening[0].span.end) else None

    def told_before(self, sentence: Span, labels: set[str]) -> MentionRecord | None:
        """The last date or place told shortly before a sentence that has none of its own."""
        if self.days(sentence) if labels == {"DATE"} else self._mentions(sentence, labels):
            return None
        earlier = self.days if labels == {"DATE"} else self._places
        for paragraph in self._paragraphs_before(sentence.start):
            told = [mention for mention in earlier(paragraph) if mention.label != "DATE" or self._is_past_day(mention)]
            now = [mention for mention in told if not self._is_looking_back(mention)]
            if now:
                return self._finest(now)
            if told and paragraph.end == sentence.start and not THAT_DAY.search(self.text, *astuple(sentence)):
                return self._finest(told)
        return None

    def _is_looking_back(self, mention: MentionRecord) -> bool:
        """Told in the pluperfect, so not where and when the story is."""
        start = max(self.text.rfind(mark, 0, mention.span.start) for mark in (". ", "\n", "; ")) + 1
        end = LOOKING_BACK_END.search(self.text, mention.span.end)
        return PLUPERFECT.search(self.text, start, end.start() if end else len(self.text)) is not None

    def _is_past_day(self, mention: MentionRecord) -> bool:
        return len(mention.value) > 7 and mention.value[:10] <= self.draft.date.isoformat()

    def _finest(self, told: list[MentionRecord]) -> MentionRecord:
        """The last of several, a city rather than the country around it."""
        cities = [one for one in told if one.entity is None or not is_wide(one.entity, self.draft)]
        return (cities or told)[-1]

    def _paragraphs_before(self, position: int) -> Iterator[Span]:
        """The part of the paragraph before a position, then the paragraphs before it, nearest first."""
        end = position
        for _ in range(CARRIED):
            start = max(self.text.rfind("\n", 0, end), 0)
            yield Span(start, end)
            end = len(self.text[:start].rstrip())

    def _places(self, span: Span) -> list[MentionRecord]:
        return [mention for mention in self._mentions(span, {"GPE"}) if self._stands_as_place(mention)]

    def where(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """The place right before `où`, whatever governs it: `arrivait de Rabat, où il avait rencontré`."""
        found = None
        for mention in self._mentions(sentence, {"GPE", "LOC"}):
            near = mention.entity is not None and mention.span.end < trigger.span.start
            if near and RIGHT_BEFORE_WHERE.match(self.text, mention.span.end, trigger.span.start):
                found = mention
        return found

    def place(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        places = [mention for mention in self._mentions(sentence, {"GPE", "LOC"}) if self._stands_as_place(mention)]
        cities = [mention for mention in places if mention.label == "GPE"]
        return self._nearest(trigger, cities, sentence) or self._nearest(trigger, places, sentence)

    def capital(self, sentence: Span) -> tuple[str, Span] | None:
        """The city that other words mean: `dans la capitale turque`, `à la Maison Blanche`; its id and the words."""
        match = CAPITAL.search(self.text, sentence.start, sentence.end)
        country = adjectives().get(fold(match["country"]), "") if match else ""
        if match and country:
            return seats().get(country, ""), Span(*match.span("words"))
        for mention in self._mentions(sentence, {"ORG", "LOC"}):
            before = self.text[max(0, mention.span.start - 12) : mention.span.start]
            words = fold(self.text[mention.span.start : mention.span.end]).replace("’", "'").replace("-", " ")
            if AT_SEAT.search(before) and SEATS.get(words):
                return SEATS[words], mention.span
        return None

    def _stands_as_place(self, mention: MentionRecord) -> bool:
        before = self.text[max(0, mention.span.start - 25) : mention.span.start]
        if mention.entity is None or mention.figurative:
            return False
        if AT.search(before) is None and not self._goes_on(mention):
            return False
        # A country takes `en` or `au`; `le soutien à l'Ukraine` tells no place.
        return self.draft.entities[mention.entity].kind != "state" or TO_STATE.search(before) is None

    def _goes_on(self, mention: MentionRecord) -> bool:
        """`à Winfield House, Londres`: the wider place behind a narrower one."""
        before = [one for one in self.draft.mentions if one.span.end <= mention.span.start]
        if not before or self.text[before[-1].span.end : mention.span.start] not in {", ", " ("}:
            return False
        narrower = before[-1]
        start = narrower.span.start
        return narrower.label in {"LOC", "ORG", "GPE"} and AT.search(self.text[max(0, start - 25) : start]) is not None

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
        where = WHERE.search(self.text, sentence.start, trigger.span.start)
        antecedents = [mention for mention in mentions if where and mention.span.end <= where.start()]
        if antecedents:
            return self._finest(antecedents)
        mentions = [one for one in mentions if not apart(self.text, sentence, one.span, trigger.span)]
        near = [mention for mention in mentions if not self._parted(trigger.span, mention.span)]
        if near:
            return min(near, key=lambda mention: gap(trigger.span, mention.span))
        opening = self.text[sentence.start : mentions[0].span.start].strip() if mentions else "none"
        return mentions[0] if mentions and len(opening) < 8 else None

    def _parted(self, one: Span, other: Span) -> bool:
        first, last = sorted((one, other))
        between = self.text[first.end : last.start]
        leading = LEADING_TO_NOUN if last == one else LEADING_TO_DATE
        return PARTED.search(NEUTRAL.sub("", leading.sub("", between))) is not None

    def duration(self, sentence: Span) -> tuple[int, Span] | None:
        return find_duration(self.text, sentence)

    def kind(self, trigger: Trigger, sentence: Span, size: int) -> str:
        before = re.split(r"[,;:]|\bet\b", self.text[max(sentence.start, trigger.start - 60) : trigger.start])[-1]
        behind = re.split(
            r";|\bet (?:espèr|doi|se |s['’′]|a |ont )",
            self.text[trigger.start : min(sentence.end, trigger.span.end + 90)],
        )[0]
        near = before + behind
        if VIDEO.search(near):
            return "video"
        if PHONE.search(near) or (trigger.kind == "call" and trigger.frame != "call"):
            return "call"
        if (
            trigger.frame == "call"
            and before != "s"
            and re.search(r"\bs(?:e|['’′])\s*(?:\w+\s+)*$", self.text[trigger.start : trigger.span.start])
        ):
            there = re.search(r"\by\b", self.text[trigger.start : trigger.span.start])
            return "in_person" if there or self.place(trigger, sentence) else "call"
        if size > 2 or trigger.frame == "jointly":
            return "multilateral"
        return "in_person" if trigger.kind == "multilateral" else trigger.kind


def are_on_end(first: str, second: str) -> bool:
    try:
        return date.fromisoformat(second) - date.fromisoformat(first) == timedelta(days=1)
    except ValueError:
        return False


def gap(one: Span, other: Span) -> int:
    """How far apart two spans are."""
    first, last = sorted((one, other))
    return last.start - first.end
