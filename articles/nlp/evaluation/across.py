"""One person, one identity: people compared over all articles together, by the identities somebody gave them."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from articles.nlp.evaluation.gold import GoldRecord, GoldSpan
from articles.nlp.evaluation.links import strays
from articles.nlp.evaluation.listing import Placed
from articles.nlp.evaluation.mentions import b_cubed
from articles.nlp.evaluation.misses import Miss
from articles.nlp.evaluation.scores import Average, harmonic
from articles.nlp.types import Span

#: Which identity the words of an article were given.
Identified = Mapping[Span, str]


@dataclass(slots=True)
class Across:
    people: int = 0
    identities: int = 0
    precision: Average = field(default_factory=Average)
    recall: Average = field(default_factory=Average)
    misses: list[Placed] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        precision, recall = self.precision.value, self.recall.value
        return {
            "precision": precision,
            "recall": recall,
            "f1": harmonic(precision, recall),
            "people": self.people,
            "identities": self.identities,
        }


def across(records: Sequence[GoldRecord], identified: Sequence[Identified]) -> Across:
    """B³ over every gold person of the set; one without a proposal is alone, and so is one the gold does not link."""
    mentions = [
        (record, item, found.get(item.span))
        for record, found in zip(records, identified, strict=True)
        for item in record.spans
        if item.label == "PER" and record.has("links")
    ]
    gold = [item.link or (id(record), item.span) for record, item, _ in mentions]
    proposed = [identity or (id(record), item.span) for record, item, identity in mentions]
    report = Across(len(set(gold)), len({identity for _, _, identity in mentions if identity}))
    b_cubed(gold, proposed, report.precision, report.recall)
    report.misses = _misses([found for found in mentions if found[2]])
    return report


def _misses(mentions: Sequence[tuple[GoldRecord, GoldSpan, str | None]]) -> list[Placed]:
    """The first mention in each article that stands under another identity than most of its person's."""
    pairs: list[tuple[Hashable, Hashable]] = [
        (item.link or (id(record), item.span), identity) for record, item, identity in mentions
    ]
    told: dict[tuple[int, Hashable, Hashable], Placed] = {}
    for (record, item, identity), (gold, proposed), stray in zip(mentions, pairs, strays(pairs), strict=True):
        if stray:
            miss = Miss("identity", "PER", item.link or "nobody else", identity or "", item.span, item.span)
            told.setdefault((id(record), gold, proposed), Placed.of(record, miss))
    return list(told.values())
