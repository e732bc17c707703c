"""Which proposal of an article answers which gold mention, meeting and statement."""

from collections.abc import Callable
from dataclasses import dataclass

from articles.nlp.evaluation.facts import match_meetings, match_statements
from articles.nlp.evaluation.gold import GoldRecord, GoldSpan
from articles.nlp.evaluation.identity import Identities
from articles.nlp.evaluation.scope import EVERYTHING, Scope
from articles.nlp.types import Annotation, MentionRecord

Test = Callable[[GoldSpan, MentionRecord], bool]
#: Who answers whom, the surest first; what is left over is missing or spurious.
TESTS: tuple[Test, ...] = (
    lambda gold, mention: gold.span == mention.span and gold.label == mention.label,
    lambda gold, mention: gold.span == mention.span,
    lambda gold, mention: gold.label == mention.label and gold.span.overlaps(mention.span),
    lambda gold, mention: gold.span.overlaps(mention.span),
)


@dataclass(frozen=True, slots=True)
class MentionPair:
    """A gold mention and the proposal for the same words; one of the two may be absent."""

    gold: GoldSpan | None
    mention: MentionRecord | None

    @property
    def outcome(self) -> str:
        """right, label (other label), boundary (other words), both (other label and words), missing or spurious."""
        if self.gold is None:
            return "spurious"
        if self.mention is None:
            return "missing"
        if self.gold.span == self.mention.span:
            return "right" if self.gold.label == self.mention.label else "label"
        return "boundary" if self.gold.label == self.mention.label else "both"


@dataclass(frozen=True, slots=True)
class Match:
    """A gold article beside its pre-annotation; meetings and statements are paired by their numbers."""

    record: GoldRecord
    predicted: Annotation
    identities: Identities
    mentions: tuple[MentionPair, ...]
    meetings: tuple[tuple[int, int], ...]
    statements: tuple[tuple[int, int], ...]


def match(record: GoldRecord, predicted: Annotation, scope: Scope = EVERYTHING) -> Match:
    identities = Identities(record, predicted)
    record, predicted = scope.of_gold(record), scope.of_proposals(predicted)
    return Match(
        record,
        predicted,
        identities,
        tuple(pair_mentions(record, predicted)),
        tuple(match_meetings(record, predicted, identities)),
        tuple(match_statements(record, predicted)),
    )


def pair_mentions(record: GoldRecord, predicted: Annotation) -> list[MentionPair]:
    """Every gold mention and every proposal once, in the order of the text."""
    gold, found = list(record.spans), list(predicted.mentions)
    pairs = [pair for test in TESTS for pair in _take_pairs(gold, found, test)]
    pairs += [MentionPair(item, None) for item in gold]
    pairs += [MentionPair(None, mention) for mention in found]
    return sorted(pairs, key=_place)


def _take_pairs(gold: list[GoldSpan], found: list[MentionRecord], test: Test) -> list[MentionPair]:
    """Pairs that pass the test leave both lists."""
    pairs: list[MentionPair] = []
    for item in gold.copy():
        mention = next((mention for mention in found if test(item, mention)), None)
        if mention is not None:
            gold.remove(item)
            found.remove(mention)
            pairs.append(MentionPair(item, mention))
    return pairs


def _place(pair: MentionPair) -> int:
    side = pair.gold or pair.mention
    return side.span.start if side else 0
