"""When and where the sentence before stands, for one that points to it: `le même jour`, `avait alors reçu`, `y`."""

from articles.nlp.components.meetings.day_words import THEN
from articles.nlp.components.meetings.fields import Fields
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.sentences import Sentences
from articles.nlp.types import MentionRecord, Span


class Before:
    def __init__(self, fields: Fields, sentences: Sentences) -> None:
        self.text = fields.text
        self.places = fields.places
        self.narrative = fields.narrative
        self.sentences = sentences

    def same_day(self, position: int, sentence: Span) -> MentionRecord | None:
        """`le même jour`: the one told last in the sentence up to there, else in the sentence before."""
        here = [day for day in self.places.days(sentence) if day.span.end <= position]
        before = here or self.places.days(self._sentence(sentence))
        main = [day for day in before if not self.narrative.is_aside(day)]
        return _last(here or main or before)

    def is_then(self, trigger: Trigger) -> bool:
        """`avait alors reçu`: when the sentence before tells of, and there."""
        start = max(0, trigger.start - len("s'étaient alors "))
        return trigger.is_verb and THEN.search(self.text, start, trigger.span.start) is not None

    def day(self, sentence: Span) -> MentionRecord | None:
        return _last(self.places.days(self._sentence(sentence)))

    def scene(self, sentence: Span) -> MentionRecord | None:
        return _last(self.places.scenes(self._sentence(sentence)))

    def goal(self, sentence: Span) -> MentionRecord | None:
        """`venait de Rome. Il y a vu X`, `partira pour Rome. Il y verra X`: where the one before leads."""
        before = self._sentence(sentence)
        came_from = self.places.sources(before)
        if came_from or "\n" in self.text[before.end : sentence.start]:
            return _last(came_from)
        goals = self.places.goals(before)
        return self.narrative.finest(goals) if goals else None

    def _sentence(self, sentence: Span) -> Span:
        """The sentence before, if there is one."""
        return self.sentences.spans[max(0, self.sentences.index(sentence.start) - 1)]


def _last(mentions: list[MentionRecord]) -> MentionRecord | None:
    return mentions[-1] if mentions else None
