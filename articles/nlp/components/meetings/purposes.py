"""What somebody went somewhere for, or did before he left: `a gagné Y pour s'y entretenir avec X`."""

import re

from articles.nlp.components.assertion.patterns import DONE, MODAL
from articles.nlp.components.meetings.blanks import blanked
from articles.nlp.components.meetings.fields import Fields
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import MentionRecord, Span

THERE = re.compile(r"\by\s", re.I)
#: Between the goal and what is done there, its day made blank.
PURPOSE = re.compile(r"[\s,(]*(?:(?:le|la|en|ce|du|fin|début)\s+)?[\s,)]*(?:pour|afin\sd(?:e\s|['’′]))\s*", re.I)
WAS = re.compile(r"\b(?:étai(?:t|ent)|fu(?:t|rent))\b")
#: `Avant de quitter Y, X a vu Z`.
LEAVING = re.compile(r"\bavant\sde\squitter\s(?:la\s|le\s|les\s|l['’′])?$", re.I)
OTHER_CLAUSE = re.compile(r"[;:]|\b(?:qui|que|dont|où|mais)\b|\bqu['’′]")


class Purposes:
    def __init__(self, fields: Fields) -> None:
        self.fields = fields
        self.text = fields.text

    def place(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """Where somebody went to do what the verb says, unless that was done elsewhere."""
        goal = self._goal(trigger, sentence)
        if goal is None:
            return None
        there = THERE.search(self.text, trigger.start, trigger.span.start)
        own = self.fields.parting.near(trigger, self.fields.places.all(sentence), sentence)
        return goal if there or not own else None

    def day(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """The day of the journey, where what was done there has none of its own."""
        goal = self._goal(trigger, sentence)
        if goal is None or self.fields.parting.near(trigger, self.fields.places.days(sentence), sentence):
            return None
        return self.fields.narrative.day_with(goal)

    def is_done(self, trigger: Trigger, sentence: Span, day: MentionRecord) -> bool:
        """`s'est rendu mardi à Y pour y voir Z`, told on a later day: he has seen him."""
        goal = self._goal(trigger, sentence)
        last = day.value.rpartition("/")[2]
        if goal is None or last >= self.fields.draft.date.isoformat()[: len(last)]:
            return False
        before = self.text[sentence.start : goal.span.start]
        return (DONE.search(before) or WAS.search(before)) is not None and not MODAL.search(before)

    def left_behind(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        """The place that somebody left once he had done what the verb or noun says."""
        for place in self.fields.places.mentions(sentence, {"GPE", "LOC"}):
            leaving = LEAVING.search(self.text, max(0, place.span.start - 30), place.span.start)
            if leaving is None:
                continue
            before = place.span.end <= trigger.start
            between = (place.span.end, trigger.start) if before else (trigger.span.end, leaving.start())
            if not OTHER_CLAUSE.search(self.text, *between):
                return place
        return None

    def _goal(self, trigger: Trigger, sentence: Span) -> MentionRecord | None:
        places = self.fields.places.goals(sentence) if trigger.infinitive else []
        before = [place for place in places if place.span.end <= trigger.start]
        if not before:
            return None
        between = Span(before[-1].span.end, trigger.start)
        words = blanked(self.text, between, self.fields.places.days(between))
        return before[-1] if PURPOSE.fullmatch(words) else None
