"""Whom a story tells of: the person whom `il` or a clause without a subject means."""

import re
from typing import TYPE_CHECKING

from articles.nlp.components.meetings.markers import is_followed_by_verb
from articles.nlp.reference import PRONOUN_SUBJECT, Reference
from articles.nlp.types import Span

if TYPE_CHECKING:
    from articles.nlp.components.meetings.phrases import Phrases

#: A clause or complement before the subject: `Depuis Rome, où`, `Venant de Rome, où`, `Alors qu'`, `Avant de`.
PUT_FIRST = re.compile(
    r"(?:(?:À|A|En|Au|Aux|Depuis|De|Du|Dans|Lors|Après|Avant|Pour|Sur|Devant|[A-ZÀ-Ý][a-zà-ÿ]+(?:ant|ée?s?|ue?s?|ie?s?))"
    r",?\s[^;:.«»]{0,80}(?:où|qu['’′]|que|auquel|à laquelle|dont)\s?|"
    r"(?:Alors|Tandis|Lors|Pendant|Avant|Après|À peine|Bien|Dès lors)\s?qu['’′]|Quand\s|S['’′]|Comme\s|Puisqu['’′])\s?"
)
#: What lay before in the life of somebody named in passing: `Ce dernier avait fui`.
IN_PASSING = re.compile(
    r"(?:[Cc]e dernier|[Cc]ette dernière|[Cc]elui-ci|[Cc]elle-ci)\s(?:(?:s['’′]|n['’′]|y\s|l['’′])?(?:avait|était)\s)"
)
#: How many sentences back.
REACH = 6


class Protagonists:
    def __init__(self, phrases: "Phrases") -> None:
        self.phrases = phrases
        self.references = phrases.references
        self.text = phrases.text

    def last(
        self, position: int, *, pronoun: str = "il", without: frozenset[int] | set[int] = frozenset()
    ) -> Reference | None:
        """The person who acted last before a position: who was the subject of the nearest sentence that has one."""
        feminine = pronoun.lower().startswith("elle") if pronoun else None
        sentences = self.references.sentences
        index = sentences.index(position)
        for number in range(index, max(-1, index - REACH), -1):
            span = sentences.spans[number]
            people = self._acting(span, position, without, feminine=feminine)
            first = people[0].span.start if people else span.end
            if number < index and not feminine and self._goes_on(span, min(first, position)):
                continue
            if people:
                return next((one for one in people if is_followed_by_verb(self.text, one.span.end)), people[0])
        last = self.references.last_person(position, feminine=bool(feminine))
        return None if last is None or last.entity in without else last

    def _acting(
        self, span: Span, position: int, without: frozenset[int] | set[int], *, feminine: bool | None
    ) -> list[Reference]:
        """The people of a sentence whom nothing governs, but for those it quotes or tells of in passing."""
        free = [each for each in self.phrases.lists(span) if not each.marker and each.span.end <= position]
        people = [one for each in free for one in each.members if self._may_be(one, without, feminine=feminine)]
        told = [one for one in people if not self.references.sentences.quoted(one.span.start)]
        return [one for one in told if not IN_PASSING.match(self.text, one.span.start)]

    def _goes_on(self, span: Span, first: int) -> bool:
        """Whether a sentence is told of whom the one before told of, unless its pronoun points to the name behind."""
        words = self.text[span.start : first]
        pronoun = PRONOUN_SUBJECT.search(words)
        if pronoun is None:
            return False
        opening = words[: pronoun.start() + 1].lstrip()
        return first == span.end or PUT_FIRST.fullmatch(opening) is None

    def _may_be(self, one: Reference, without: frozenset[int] | set[int], *, feminine: bool | None) -> bool:
        return (
            one.entity not in without
            and self.phrases.standing.kind(one) == "person"
            and (feminine is None or self.references.is_woman(one.entity) is feminine)
        )
