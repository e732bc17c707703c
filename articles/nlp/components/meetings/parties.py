"""Whom a clause leaves to be found: the other one spoken of, who else was there, who met apart."""

import re

from articles.nlp.components.meetings.clauses import Clauses, Group, separate
from articles.nlp.components.meetings.phrases import Listing
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.reference import Reference
from articles.nlp.types import Span

SEPARATELY = re.compile(r"\b(?:séparément|tour à tour|successivement|l['’′]un après l['’′]autre)\b", re.I)
TOGETHER = re.compile(r"\b(?:ensemble|conjointement|à trois|à quatre|trilatéral\w*|quadripartite)\b", re.I)
PRESENCE = re.compile(r"\ben\sprésence\sd")


class Parties:
    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.phrases = clauses.phrases
        self.references = clauses.references
        self.text = clauses.text

    def separated(self, trigger: Trigger, sentence: Span, listing: Listing) -> list[Group]:
        if TOGETHER.search(self.text, sentence.start, sentence.end):
            return [listing.members]
        tour = len(listing.phrases) > 2 and trigger.lemma in {"rencontrer", "voir"}
        each = tour or SEPARATELY.search(self.text, sentence.start, sentence.end) is not None
        each = each or self._dated_apart(trigger, sentence, listing)
        if each and len(listing.phrases) == 1:
            return [[one] for one in listing.members]
        return separate(listing, each=each)

    def _dated_apart(self, trigger: Trigger, sentence: Span, listing: Listing) -> bool:
        """`doit voir demain X, et Y vendredi`: each has a day of its own."""
        days = [one.span for one in self.phrases.mentions if one.label == "DATE" and one.span.within(sentence)]
        first = any(trigger.span.end <= day.start < listing.span.start for day in days)
        return first and len(listing.phrases) > 1 and any(0 < day.start - listing.span.end < 4 for day in days)

    def women_before(self, position: int) -> Group:
        index = self.references.sentences.index(position)
        start = self.references.sentences.spans[max(0, index - 4)].start
        people = self.references.within(Span(start, position), people_only=True)
        return [one for one in people if self.phrases.standing.holders.is_woman(one.entity)]

    def other(self, position: int, sentence: Span, known: Group) -> Reference | None:
        """The person spoken of last who is none of those."""
        taken = {one.entity for one in known}
        here = self.references.within(Span(sentence.start, position), people_only=True)
        for one in here:
            if one.entity not in taken:
                return one
        last = self.phrases.protagonist(sentence.start, without=taken)
        if last is not None:
            return last
        return next((one for one in reversed(self.phrases.standing.recent) if one.entity not in taken), None)

    def last(self, position: int) -> Group:
        last = self.phrases.protagonist(position)
        return [last] if last is not None else []

    def present(self, sentence: Span) -> Group:
        """Whoever is there as well: `en présence de X`, `accompagné de Y`."""
        lists = self.phrases.lists(sentence)
        there = [each for each in lists if each.marker == "presence"]
        there += [
            each
            for each in lists
            if each.marker == "dont" and PRESENCE.search(self.text, sentence.start, each.span.start)
        ]
        return [one for each in there for one in each.members]
