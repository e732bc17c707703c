"""Who is reported as saying what: quotations between marks, `que` clauses, reproaches and promises."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from articles.nlp.components.statements.cues import Cue, CueFinder
from articles.nlp.components.statements.patterns import (
    BETWEEN,
    CLAUSE_END,
    COMPLEMENT,
    COMPLEMENT_END,
    PLEDGES,
    REPROACHES,
)
from articles.nlp.offsets import trimmed
from articles.nlp.reference import References
from articles.nlp.sentences import Sentences
from articles.nlp.types import Draft, Span, StatementRecord

#: How sure each way of finding is.
DIRECT, INDIRECT, SOURCED, STANCE = 0.85, 0.75, 0.65, 0.55

#: The share of a quotation from which what it quotes in turn is the whole point.
CORE = 0.6


class StatementsComponent:
    """Writes `draft.statements`."""

    def __call__(self, doc: Doc) -> Doc:
        draft: Draft = doc._.draft
        draft.statements = sorted(StatementFinder(doc).find(), key=lambda statement: statement.quote)
        return doc


class StatementFinder:
    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        self.sentences: Sentences = doc._.sentences
        self.references = References(doc, self.sentences)
        self.cues = CueFinder(doc, self.references).find()
        self.used: set[Span] = set()

    def find(self) -> list[StatementRecord]:
        direct = list(self._direct())
        found = [*direct]
        for statement in self._indirect():
            outer = next((one for one in found if not one.direct and _core(statement.quote, one.quote)), None)
            if outer is not None and statement.speaker is not None:
                found[found.index(outer)] = statement
            elif not any(_mostly(statement.quote, other.quote) for other in found):
                found.append(statement)
        return [one for one in found if one.speaker is not None]

    def _direct(self) -> Iterator[StatementRecord]:
        previous: tuple[Span, Cue] | None = None
        for quote in self.sentences.quotes:
            cue = self._cue_of(quote)
            if cue is None and previous is not None and self._continues(previous[0], quote):
                cue = previous[1]
            if cue is not None:
                self.used.add(cue.span)
                previous = (quote, cue)
                yield self._record(quote, cue, direct=True, confidence=DIRECT)

    def _continues(self, before: Span, quote: Span) -> bool:
        return re.fullmatch(r"[\s»”\"«“.,\u00a0]*", self.text[before.end : quote.start]) is not None

    def _cue_of(self, quote: Span) -> Cue | None:
        """The cue right behind the quotation, else the nearest before it in its sentence, else a later one."""
        start, end = self.sentences.at(quote.start).start, self.sentences.at(quote.end - 1).end
        behind = [cue for cue in self.cues if quote.end <= cue.span.start]
        if behind and re.fullmatch(
            r"[\s\u00a0]*[.?!…]?[\s\u00a0]*[»”\"]?[\s\u00a0]*[,–—]?[\s\u00a0]*",
            self.text[quote.end : behind[0].span.start],
        ):
            return behind[0]
        before = [cue for cue in self.cues if start <= cue.span.start and cue.end <= quote.start and not cue.inverted]
        if before:
            return before[-1]
        later = [cue for cue in behind if cue.span.start < end and (cue.inverted or not cue.verb)]
        return later[0] if later else None

    def _indirect(self) -> Iterator[StatementRecord]:
        for cue in self.cues:
            found = self._complement(cue) or (None if cue.span in self.used else self._other(cue))
            if found is not None and len(self.text[found.start : found.end].split()) > 1:
                yield self._record(found, cue, direct=False, confidence=_sureness(cue))

    def _other(self, cue: Cue) -> Span | None:
        if not cue.verb:
            return self._sourced(cue)
        if cue.inverted and cue.frame != "stance":
            return self._before(cue)
        if cue.verb in PLEDGES | REPROACHES:
            return self._object(cue)
        return None

    def _complement(self, cue: Cue) -> Span | None:
        """The clause that `que` opens shortly behind the verb."""
        sentence = self.sentences.at(cue.span.start)
        match = COMPLEMENT.search(self.text, cue.end, sentence.end) if cue.verb else None
        if match is None or self.sentences.quoted(match.start()):
            return None
        between = self.text[cue.end : match.start()]
        crowded = any(cue.span.end <= other.span.start < match.start() for other in self.cues)
        if not BETWEEN.fullmatch(between) or crowded or len(between) > 60:
            return None
        return self._clause(match.start(), match.end(), sentence.end)

    def _clause(self, start: int, after: int, limit: int) -> Span | None:
        for stop in CLAUSE_END.finditer(self.text, after, limit):
            if not self.sentences.quoted(stop.start()):
                limit = stop.start()
                break
        return self._trim(start, limit)

    def _before(self, cue: Cue) -> Span | None:
        """`La réunion a duré une heure, a indiqué X`: all of the sentence before the comma."""
        return self._trim(self.sentences.at(cue.span.start).start, cue.span.start)

    def _sourced(self, cue: Cue) -> Span | None:
        """`Selon X, …` takes what follows, `…, selon X` what goes before."""
        sentence = self.sentences.at(cue.span.start)
        if not self.text[sentence.start : cue.span.start].strip():
            comma = re.compile(r",\s").search(self.text, cue.end, sentence.end)
            return self._trim(comma.end(), sentence.end) if comma else None
        return self._before(cue)

    def _object(self, cue: Cue) -> Span | None:
        sentence = self.sentences.at(cue.span.start)
        stop = COMPLEMENT_END.search(self.text, cue.end, sentence.end)
        return self._trim(cue.end, stop.start() if stop else sentence.end)

    def _trim(self, start: int, end: int) -> Span | None:
        while end > start and (self.text[end - 1].isspace() or self.text[end - 1] in ",.;:–—"):
            end -= 1
        return trimmed(self.text, start, end)

    def _record(self, quote: Span, cue: Cue, *, direct: bool, confidence: float) -> StatementRecord:
        speaker = cue.speaker
        return StatementRecord(
            quote=quote,
            direct=direct,
            speaker=None if speaker is None else speaker.entity,
            speaker_mention=None if speaker is None else speaker.mention,
            cue=cue.span,
            confidence=confidence,
        )


def _mostly(one: Span, other: Span) -> bool:
    """Whether two quotations share more than half of the shorter."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared * 2 > min(one.end - one.start, other.end - other.start)


def _core(inner: Span, outer: Span) -> bool:
    """Whether a quotation is most of another: `X a déclaré que Y avait déclaré que …` is what Y said."""
    return inner.within(outer) and (inner.end - inner.start) > CORE * (outer.end - outer.start)


def _sureness(cue: Cue) -> float:
    if not cue.verb:
        return SOURCED
    return STANCE if cue.verb in PLEDGES | REPROACHES else INDIRECT
