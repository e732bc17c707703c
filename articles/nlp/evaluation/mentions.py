"""Mentions: exact spans and labels, the edits a person would make, identities and date values."""

from collections import Counter, defaultdict
from collections.abc import Callable

from articles.nlp.evaluation.gold import GoldRecord, GoldSpan
from articles.nlp.evaluation.scores import Average, Counts
from articles.nlp.types import Annotation, MentionRecord

Test = Callable[[GoldSpan, MentionRecord], bool]
#: What one edit mends, the least work first: a label, a boundary, then both.
MENDABLE: tuple[tuple[str, Test], ...] = (
    ("relabelled", lambda gold, mention: gold.span == mention.span),
    ("moved", lambda gold, mention: gold.label == mention.label and gold.span.overlaps(mention.span)),
    ("moved", lambda gold, mention: gold.span.overlaps(mention.span)),
)


def count_labels(record: GoldRecord, predicted: Annotation, labels: dict[str, Counts]) -> None:
    gold = {(item.span, item.label) for item in record.spans}
    found = {(item.span, item.label) for item in predicted.mentions}
    for _, label in gold & found:
        labels[label].right += 1
    for _, label in gold:
        labels[label].gold += 1
    for _, label in found:
        labels[label].predicted += 1


def count_edits(record: GoldRecord, predicted: Annotation) -> Counter[str]:
    """One for each missing, spurious, relabelled or moved span; a pair that overlaps counts once."""
    gold, found = list(record.spans), list(predicted.mentions)
    _take_pairs(gold, found, lambda item, mention: item.span == mention.span and item.label == mention.label)
    edits: Counter[str] = Counter()
    for name, test in MENDABLE:
        edits[name] += _take_pairs(gold, found, test)
    edits["missing"] += len(gold)
    edits["spurious"] += len(found)
    return edits


def _take_pairs(gold: list[GoldSpan], found: list[MentionRecord], test: Test) -> int:
    """Pairs that pass the test leave both lists; how many they were."""
    before = len(gold)
    for item in gold.copy():
        match = next((mention for mention in found if test(item, mention)), None)
        if match is not None:
            gold.remove(item)
            found.remove(match)
    return before - len(gold)


def count_people(record: GoldRecord, predicted: Annotation, precision: Average, recall: Average) -> None:
    """B³ over the gold PER mentions of one article; a missed one is alone in its cluster."""
    entities = {item.span: item.entity for item in predicted.mentions if item.label == "PER"}
    people = [item for item in record.spans if item.label == "PER"]
    gold_of: dict[GoldSpan, str] = {item: item.link or f"span {item.span}" for item in people}
    found_of: dict[GoldSpan, object] = {}
    for item in people:
        entity = entities.get(item.span)
        found_of[item] = item.span if entity is None else entity
    gold_clusters, found_clusters = defaultdict(set), defaultdict(set)
    for item in people:
        gold_clusters[gold_of[item]].add(item)
        found_clusters[found_of[item]].add(item)
    for item in people:
        gold, found = gold_clusters[gold_of[item]], found_clusters[found_of[item]]
        precision.add(len(gold & found) / len(found))
        recall.add(len(gold & found) / len(gold))


def count_dates(record: GoldRecord, predicted: Annotation, found: Average, right: Average) -> None:
    """Over all gold dates: whether the span is found, and whether its value is the same too."""
    values = {item.span: item.value for item in predicted.mentions if item.label == "DATE"}
    for item in record.spans:
        if item.label == "DATE":
            found.add(item.span in values)
            right.add(values.get(item.span) == item.link)
