"""Where and when the story stands at a sentence: the day and place told last that still hold there.

A day or place of a main clause holds until another is told. One told in a relative clause, beside a participle, in
a quotation or looking back holds within its own paragraph.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import astuple

from articles.nlp.components.assertion.patterns import PLUPERFECT
from articles.nlp.components.meetings.merging import is_wide
from articles.nlp.components.meetings.parting import NEUTRAL
from articles.nlp.components.meetings.places import Places
from articles.nlp.sentences import Sentences
from articles.nlp.types import Draft, MentionRecord, Span

#: The day is that of the story, not of what was looked back on just before.
THAT_DAY = re.compile(r"\bdans la (?:journée|matinée|soirée)\b", re.I)
LOOKING_BACK_END = re.compile(r"[;\n]|\.\s")
#: Opens a clause that looks aside; `au moment où` goes on with the story.
SUBORDINATE = re.compile(
    r"\b(?:qui|que|dont|(?<!moment\s)où|auquel|laquelle|lequel|lorsque|quand|alors que|tandis que)\s|\b(?:lors)?qu['’′]"
)
CLOSED = re.compile(r",\s(?:[a-z'’′éè]+\s){0,3}?(?:a|ont|est|sont|s['’′]est|se\ssont|doit|doivent|va|vont)\s")
#: `tenu le 20 juin`, `, présidée mercredi par`: the day of a thing, not of the clause.
PARTICIPLE = re.compile(
    r"(?P<before>\S+)\s(?:\w+ment\s)?(?:\w+é|tenu|reçu|prévu|conclu|ouvert|convenu|intervenu|survenu|paru|réuni|promis|remis|"
    r"entrepris|venu)(?:e|s|es)?\s(?:le\s|la\s|en\s|ce\s|dès\s|depuis\s)?$"
)
#: Before these words it is no participle standing alone: `a reçu lundi`, `la sécurité lundi`.
NOT_ALONE = re.compile(
    r"(?:.*['’′])?(?:a|ai|ont|est|sont|été|être|avoir|était|étaient|avait|avaient|sera|seront|fut|furent|aussi|également|"
    r"ensuite|déjà|pas|y|\w+ment|le|la|les|une?|des|du|de|sa|son|ses|leurs?|cette?|en|)",
    re.I,
)
AHEAD = re.compile(
    r"\b(?:doi(?:t|vent)|devai(?:t|ent)|devra(?:it|ient)?|devront|va|vont|(?:est|sont|étai(?:t|ent))\s(?:\w+\s)?attendue?s?|"
    r", attendue?s?|compte|[a-zéèêçû]{2,}(?:era|eront|ira|iront|dra|dront|vra|vront|ura|uront))\b"
)
#: A verb that does not look ahead.
DONE = re.compile(r"\b(?:a|ont|s['’′]est|se sont|est|sont)\s(?!(?:\w+\s)?attendu)")


class Narrative:
    def __init__(self, text: str, draft: Draft, places: Places, sentences: Sentences) -> None:
        self.text = text
        self.draft = draft
        self.places = places
        self.sentences = sentences

    def day(self, sentence: Span) -> MentionRecord | None:
        """The past day told last before a sentence that has none of its own."""
        if self.places.days(sentence):
            return None
        return self._last(sentence, self._past_days)

    def place(self, sentence: Span) -> MentionRecord | None:
        return self._last(sentence, self.places.cities)

    def _last(self, sentence: Span, told_in: Callable[[Span], list[MentionRecord]]) -> MentionRecord | None:
        for paragraph in self._paragraphs_before(sentence.start):
            told = told_in(paragraph)
            main = [mention for mention in told if not self.is_aside(mention)]
            if main:
                return self.finest(main)
            own = paragraph.end == sentence.start and not THAT_DAY.search(self.text, *astuple(sentence))
            if told and own:
                return self.finest(told)
        return None

    def _past_days(self, span: Span) -> list[MentionRecord]:
        today = self.draft.date.isoformat()
        return [mention for mention in self.places.days(span) if len(mention.value) > 7 and mention.value[:10] <= today]

    def is_aside(self, mention: MentionRecord) -> bool:
        """Told of something else than what the story tells."""
        start = max(self.text.rfind(mark, 0, mention.span.start) for mark in (". ", "\n", "; ")) + 1
        end = LOOKING_BACK_END.search(self.text, mention.span.end)
        if PLUPERFECT.search(self.text, start, end.start() if end else len(self.text)):
            return True
        before = self.text[start : mention.span.start]
        if self._is_subordinate(NEUTRAL.sub("", before)):
            return True
        return (
            self._is_participial(before)
            if mention.label == "DATE"
            else last_end(AHEAD, before) > last_end(DONE, before)
        )

    @staticmethod
    def _is_subordinate(before: str) -> bool:
        opening = last_end(SUBORDINATE, before)
        return opening > 0 and CLOSED.search(before, opening) is None

    @staticmethod
    def _is_participial(before: str) -> bool:
        match = PARTICIPLE.search(before)
        return match is not None and NOT_ALONE.fullmatch(match["before"]) is None

    def finest(self, told: list[MentionRecord]) -> MentionRecord:
        """The last of several, a city rather than the country around it."""
        cities = [one for one in told if one.entity is None or not is_wide(one.entity, self.draft)]
        return (cities or told)[-1]

    def _paragraphs_before(self, position: int) -> Iterator[Span]:
        """The part of the paragraph before a position, then the paragraphs before it, nearest first."""
        end = position
        while end > 0:
            start = max(self.text.rfind("\n", 0, end), 0)
            yield Span(start, end)
            end = len(self.text[:start].rstrip())


def last_end(pattern: re.Pattern[str], words: str) -> int:
    """Where the last match ends, 0 where there is none."""
    return max((match.end() for match in pattern.finditer(words)), default=0)
