"""Who is reported as saying what: quotations between marks, reported clauses, reproaches, demands and promises."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from articles.nlp.components.statements.addressees import Addressees
from articles.nlp.components.statements.complements import Complements
from articles.nlp.components.statements.cues import Cue, CueFinder
from articles.nlp.components.statements.quotes import Quoted, QuoteFinder
from articles.nlp.components.statements.reported import Reported
from articles.nlp.reference import References
from articles.nlp.types import Draft, Span, StatementRecord

#: How sure each way of finding is.
DIRECT, INDIRECT, SOURCED, STANCE = 0.85, 0.75, 0.65, 0.55
#: So many words are quoted twice by chance.
FEW = 3


class StatementsComponent:
    """Writes `draft.statements`."""

    def __call__(self, doc: Doc) -> Doc:
        draft: Draft = doc._.draft
        draft.statements = sorted(StatementFinder(doc).find(), key=lambda statement: statement.quote)
        return doc


class StatementFinder:
    def __init__(self, doc: Doc) -> None:
        references = References(doc, doc._.sentences)
        finder = CueFinder(doc, references)
        self.cues = finder.find()
        self.complements = Complements(references.text, references, self.cues)
        self.quotes = QuoteFinder(finder.speakers, self.cues)
        self.reported = Reported(references.text, references, self.cues, self.complements)
        self.addressees = Addressees(finder.speakers)
        self.unmentioned = finder.speakers.unmentioned

    def find(self) -> list[StatementRecord]:
        direct = self.quotes.find()
        indirect = list(self.reported.find(direct))
        swallowed = [span for span, _ in indirect]
        kept = [one for one in direct if not any(one.span.within(span) for span in swallowed)]
        return self.unmentioned.settle([*self._direct(self._once(kept)), *self._indirect(indirect)])

    def _once(self, quotes: Sequence[Quoted]) -> Iterator[Quoted]:
        """Of a headline's quotation and the same words in the text below, the latter."""
        text = self.complements.text
        words = [text[one.span.start : one.span.end].casefold().strip(" .!?…") for one in quotes]
        for place, one in enumerate(quotes):
            repeated = words[place] in words[place + 1 :] and len(words[place].split()) > FEW
            if not repeated or one.cue.span.start < one.cue.span.end:
                yield one

    def _direct(self, quotes: Iterable[Quoted]) -> Iterator[StatementRecord]:
        for quote in quotes:
            yield from self._records(quote.span, quote.cue, direct=True, confidence=DIRECT)

    def _indirect(self, found: Iterable[tuple[Span, Cue]]) -> Iterator[StatementRecord]:
        for span, cue in found:
            yield from self._records(span, cue, direct=False, confidence=sureness(cue))

    def _records(self, quote: Span, cue: Cue, *, direct: bool, confidence: float) -> Iterator[StatementRecord]:
        """One for each of those who say it together."""
        told = self.addressees.of(cue)
        for speaker in cue.speaker.references or (None,):
            yield StatementRecord(
                quote=quote,
                direct=direct,
                speaker=None if speaker is None else speaker.entity,
                speaker_mention=None if speaker is None else speaker.mention,
                cue=cue.span if cue.span.start < cue.span.end else None,
                addressee=None if told is None else told.reference.entity,
                addressee_mention=None if told is None else told.reference.mention,
                addressed=None if told is None else told.words,
                confidence=confidence if speaker else confidence - 0.2,
            )


def sureness(cue: Cue) -> float:
    if cue.verb is None:
        return SOURCED
    return INDIRECT if "clause" in cue.takes else STANCE
