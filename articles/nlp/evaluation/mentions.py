"""Mentions: exact spans and labels, the edits a person would make, identities and date values."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from articles.nlp.evaluation.gold import GoldRecord
from articles.nlp.evaluation.matching import MentionPair
from articles.nlp.evaluation.scores import Average, Counts
from articles.nlp.types import Annotation

#: What an editor does about each outcome; two things wrong with one span are still one move.
EDITS = {"label": "relabelled", "boundary": "moved", "both": "moved", "missing": "missing", "spurious": "spurious"}
#: Stands for no mention in the confusion of labels.
NOTHING = "–"


def count_labels(record: GoldRecord, predicted: Annotation, labels: dict[str, Counts]) -> None:
    gold = {(item.span, item.label) for item in record.spans}
    found = {(item.span, item.label) for item in predicted.mentions}
    for _, label in gold & found:
        labels[label].right += 1
    for _, label in gold:
        labels[label].gold += 1
    for _, label in found:
        labels[label].predicted += 1


def count_edits(pairs: Iterable[MentionPair]) -> Counter[str]:
    """One for each missing, spurious, relabelled or moved span; a pair that overlaps counts once."""
    edits = Counter(dict.fromkeys(("relabelled", "moved", "missing", "spurious"), 0))
    edits.update(EDITS[pair.outcome] for pair in pairs if pair.outcome != "right")
    return edits


def count_outcomes(pairs: Iterable[MentionPair], errors: dict[str, Counter[str]]) -> None:
    """What went wrong under each label: the gold's, or for a spurious mention the proposal's."""
    for pair in pairs:
        side = pair.gold or pair.mention
        if side is not None and pair.outcome != "right":
            errors[side.label][pair.outcome] += 1


def count_confusion(pairs: Iterable[MentionPair], confusion: dict[str, Counter[str]]) -> None:
    """How often words of each gold label were given which label, or none."""
    for pair in pairs:
        gold = pair.gold.label if pair.gold else NOTHING
        confusion[gold][pair.mention.label if pair.mention else NOTHING] += 1


def count_people(record: GoldRecord, predicted: Annotation, precision: Average, recall: Average) -> None:
    """B³ over the gold PER mentions of one article; a missed one is alone in its cluster."""
    entities = {item.span: item.entity for item in predicted.mentions if item.label == "PER"}
    people = [item for item in record.spans if item.label == "PER"] if record.has("links") else []
    gold = [item.link or item.span for item in people]
    found: list[Hashable] = []
    for item in people:
        entity = entities.get(item.span)
        found.append(item.span if entity is None else entity)
    b_cubed(gold, found, precision, recall)


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable], precision: Average, recall: Average) -> None:
    """For each thing of two clusterings the share of its cluster in the one that is with it in the other too."""
    golds, founds, both = Counter(gold), Counter(found), Counter(zip(gold, found, strict=True))
    for pair in zip(gold, found, strict=True):
        precision.add(both[pair] / founds[pair[1]])
        recall.add(both[pair] / golds[pair[0]])


def count_dates(record: GoldRecord, predicted: Annotation, found: Average, right: Average) -> None:
    """Over all gold dates: whether the span is found, and whether its value is the same too."""
    values = {item.span: item.value for item in predicted.mentions if item.label == "DATE"}
    for item in record.spans:
        if item.label == "DATE" and record.has("links"):
            found.add(item.span in values)
            right.add(values.get(item.span) == item.link)
