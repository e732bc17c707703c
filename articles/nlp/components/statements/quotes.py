"""Quotations between marks, each with the words that say who says it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from articles.nlp.components.statements.actors import Speaker
from articles.nlp.components.statements.cues import Cue
from articles.nlp.components.statements.patterns import BEHIND_QUOTE, BETWEEN_QUOTES, CLOSERS, NAMING, OPENERS
from articles.nlp.components.statements.speakers import SpeakerFinder
from articles.nlp.types import Span

COLON_SPEAKER = re.compile(r"[\s\u00a0\u202f]*[»”\"]?[\s\u00a0\u202f]*[:,][\s\u00a0\u202f]+")
STRAY = re.compile(r"\ben \w+ant\b|,\s(?:qui|dont|où)\b")
#: A name that nobody knows before a colon: `Lind : « … »`.
HEADED = re.compile(r"^\W*[A-ZÉÈ][\w’'-]+(?:[\s\u00a0](?:de[\s\u00a0])?[A-ZÉÈ][\w’'-]+){0,3}[\s\u00a0\u202f]*:$")
#: A word or two that are no marks: `» qu'il «`.
JOINT = re.compile(
    r"[\s\u00a0\u202f]*[»”\"][\s\u00a0\u202f]*(?:qu['’]\w+|que?|de|à|pour|d['’])(?:\s\w+)?[\s\u00a0\u202f]*[«“\"][\s\u00a0\u202f]*"
)


@dataclass(frozen=True, slots=True)
class Quoted:
    span: Span
    cue: Cue


class QuoteFinder:
    def __init__(self, speakers: SpeakerFinder, cues: Sequence[Cue]) -> None:
        self.speakers = speakers
        self.references = references = speakers.references
        self.text = references.text
        self.sentences = references.sentences
        self.cues = cues
        self._starts = [cue.span.start for cue in cues]

    def find(self) -> list[Quoted]:
        found: list[Quoted] = []
        for quote in self.sentences.quotes:
            if self._names(quote):
                continue
            cue = self._cue(quote) or self._continued(quote, found)
            if cue is not None and found and found[-1].cue is cue and self._strays(found[-1].span.end, quote.start):
                continue
            if cue is not None:
                found.append(Quoted(quote, cue))
        return self._without_words(self._merged(found))

    def _strays(self, start: int, end: int) -> bool:
        """Whether another quotation of the same verb stands in a clause of its own: `en signant la « charte »`."""
        return STRAY.search(self.text, start, end) is not None

    def _merged(self, found: list[Quoted]) -> list[Quoted]:
        """`« Nous agirons » pour qu'il « parte », a-t-il dit`: quotations with a word or two between are one."""
        together: list[Quoted] = []
        for one in found:
            last = together[-1] if together else None
            between = self.text[last.span.end : one.span.start] if last else ""
            if last and last.cue.span == one.cue.span and JOINT.fullmatch(between):
                together[-1] = Quoted(Span(last.span.start, one.span.end), one.cue)
            else:
                together.append(one)
        return together

    def _names(self, quote: Span) -> bool:
        """Whether the quotation is a nickname, a title or a heading."""
        if self.text[quote.start : quote.end].isupper():
            return True
        naming = NAMING.search(self.text[max(0, quote.start - 30) : quote.start])
        index = bisect_left(self._starts, quote.start) - 1
        return naming is not None and not (index >= 0 and quote.start - self.cues[index].end < 4)

    def _cue(self, quote: Span) -> Cue | None:
        return self._right_behind(quote) or self._before(quote) or self._behind(quote) or self._by_colon(quote)

    def _right_behind(self, quote: Span) -> Cue | None:
        index = bisect_left(self._starts, quote.end)
        if index == len(self.cues):
            return None
        cue = self.cues[index]
        marks = BEHIND_QUOTE.fullmatch(self.text, quote.end, cue.span.start)
        near = cue.inverted or (cue.verb is None and cue.span.start < self.sentences.at(quote.end - 1).end)
        return cue if marks and near else None

    def _before(self, quote: Span) -> Cue | None:
        """The nearest verb or source before it in its sentence."""
        start = self.sentences.at(quote.start).start
        index = bisect_left(self._starts, quote.start) - 1
        while index >= 0 and self.cues[index].span.start >= start:
            cue = self.cues[index]
            if self._governs(cue, quote):
                return cue
            index -= 1
        return None

    def _governs(self, cue: Cue, quote: Span) -> bool:
        between = self.text[cue.end : quote.start]
        if (";" in between or re.search(r"[,»”\"]\s+mais\s", between)) and ":" not in between:
            return False
        if cue.inverted:
            return len(between) < 200 and re.match(r"[\s\u00a0\u202f]*[,:]", between) is not None
        return cue.end <= quote.start

    def _behind(self, quote: Span) -> Cue | None:
        """`Il n'est « plus d'actualité », selon X`; `Un geste « immense », juge X`."""
        end = self.sentences.at(quote.end - 1).end
        for cue in self.cues[bisect_left(self._starts, quote.end) :]:
            if cue.span.start >= end:
                return None
            if (cue.inverted or cue.verb is None) and ";" not in self.text[quote.end : cue.span.start]:
                return cue
        return None

    def _by_colon(self, quote: Span) -> Cue | None:
        """`X : « … »` and `« … » : X`."""
        opening = self.text[: quote.start].rstrip(" \u00a0\u202f" + OPENERS)
        if opening.endswith(":"):
            start = self.sentences.at(quote.start).start
            named = [one for one in self.references.within(Span(start, len(opening))) if not self._place(one)]
            pronoun = re.match(r"\W*(Il|Elle)\b", self.text[start : quote.start])
            if pronoun and not named:
                named = list(self.speakers.pronoun(pronoun[1].lower(), start, start).references)
            if named:
                people = [
                    one for one in named if self.references.kind(one) == "person" and not self.references.governed(one)
                ]
                return self._silent(quote.start, (people or named)[:1])
            if HEADED.search(self.text[start : len(opening)]):
                return self._silent(quote.start, ())
        behind = COLON_SPEAKER.match(self.text, quote.end)
        if behind is not None and ":" in behind[0]:
            end = self.sentences.at(quote.end).end
            named = self.references.within(Span(behind.end(), end))
            if named and self.references.phrase_start(named[0]) - behind.end() < 4:
                return self._silent(quote.end, named[:1])
        return None

    def _place(self, one: object) -> bool:
        return self.references.kind(one) == "place"  # type: ignore[arg-type]

    def _silent(self, position: int, named: Sequence[object]) -> Cue:
        return Cue(Span(position, position), Speaker(tuple(named)))  # type: ignore[arg-type]

    def _continued(self, quote: Span, found: Sequence[Quoted]) -> Cue | None:
        """A sentence that is all quotation goes on with what was quoted before."""
        if not found or found[-1].span.end > quote.start:
            return None
        between = self.text[found[-1].span.end : quote.start]
        if BETWEEN_QUOTES.fullmatch(between):
            return found[-1].cue
        alone = self._alone(quote)
        near = "\n" not in between.strip() or between.count("\n\n") <= 1
        return found[-1].cue if alone and near and found[-1].cue.speaker.references else None

    def _alone(self, quote: Span) -> bool:
        sentence = self.sentences.at(quote.start)
        before = self.text[sentence.start : quote.start].strip()
        behind = self.text[quote.end : max(sentence.end, quote.end)].strip()
        return before in set(OPENERS) | {""} and behind.strip(CLOSERS + " .\u00a0\u202f") == ""

    def _without_words(self, found: list[Quoted]) -> list[Quoted]:
        """Of several quotations that one verb has, those of a single word are only words."""
        longest: dict[Span, int] = {}
        for one in found:
            longest[one.cue.span] = max(longest.get(one.cue.span, 0), self._size(one.span))
        return [one for one in found if self._size(one.span) > 1 or longest[one.cue.span] == 1]

    def _size(self, span: Span) -> int:
        return len(re.findall(r"[\w'’-]+", self.text[span.start : span.end]))
