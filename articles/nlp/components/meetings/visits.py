"""Journeys whose counterpart is the place: `s'est rendu à`, `une visite en`, `est attendu à`."""

import re

from articles.nlp.components.meetings.arguments import Arguments
from articles.nlp.components.meetings.patterns import POSSESSIVE, REFLEXIVE, TOWARDS
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.reference import Reference
from articles.nlp.types import MentionRecord, Span

#: How far behind the word its place may stand.
REACH = 60


class Visits:
    def __init__(self, arguments: Arguments) -> None:
        self.arguments = arguments
        self.references = arguments.references
        self.text = arguments.text

    def of(self, trigger: Trigger, sentence: Span) -> tuple[Reference, MentionRecord] | None:
        """The traveller and the place, where both are told."""
        before = self.text[sentence.start : trigger.span.start]
        if (
            trigger.is_verb
            and self.text[trigger.span.start :].startswith("rend")
            and not REFLEXIVE.search(before[-30:])
        ):
            return None
        place = self.place(trigger, sentence)
        traveller = self.traveller(trigger, sentence, place) if place is not None else None
        if place is None or traveller is None or self._at_home(traveller, place):
            return None
        return traveller, place

    def place(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        for mention in self.references.draft.mentions:
            start = mention.span.start
            if mention.label in {"GPE", "LOC"} and trigger.span.end <= start < min(
                sentence.end, trigger.span.end + REACH
            ):
                between = self.text[trigger.span.end : start]
                if TOWARDS.search(between) and not re.search(r"[;:]|\b(?:qui|où|avant|après|et)\b", between):
                    return mention if mention.entity is not None else None
        return None

    def traveller(self, trigger: Trigger, sentence: Span, place: MentionRecord) -> Reference | None:
        if not trigger.is_verb:
            inside = self.references.within(Span(trigger.span.end, place.span.start), people_only=True)
            if inside:
                return inside[0]
        subject = self.arguments.subject(Span(sentence.start, trigger.start), trigger)
        people = [one for one in subject if self.references.kind(one) == "person"]
        if people:
            return people[0]
        if not subject and POSSESSIVE.search(self.text[sentence.start : trigger.span.start]):
            return self.references.last_person(sentence.start)
        return None

    def _at_home(self, traveller: Reference, place: MentionRecord) -> bool:
        """A journey within one's own country is no visit to a counterpart."""
        entities = self.references.draft.entities
        home = {post.country for post in entities[traveller.entity].posts} | {entities[traveller.entity].country}
        country = entities[place.entity].country if place.entity is not None else ""
        return bool(country) and country in home
