"""Which labels are compared, and which count as one, for gold that knows fewer than the pipeline."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from articles.nlp.evaluation.gold import LABELS, GoldRecord, GoldSpan
from articles.nlp.types import Annotation, MentionRecord

Labelled = TypeVar("Labelled", GoldSpan, MentionRecord)


@dataclass(frozen=True, slots=True)
class Scope:
    """Labels are renamed by `merge` on both sides, then those outside `labels` are left out on both."""

    labels: tuple[str, ...] = LABELS
    merge: Mapping[str, str] = field(default_factory=dict)

    def of_gold(self, record: GoldRecord) -> GoldRecord:
        return record if self == EVERYTHING else replace(record, spans=self._kept(record.spans))

    def of_proposals(self, predicted: Annotation) -> Annotation:
        return predicted if self == EVERYTHING else replace(predicted, mentions=self._kept(predicted.mentions))

    def _kept(self, items: Iterable[Labelled]) -> tuple[Labelled, ...]:
        named = (replace(item, label=self.merge.get(item.label, item.label)) for item in items)
        return tuple(item for item in named if item.label in self.labels)

    def as_json(self) -> dict[str, object]:
        return {"labels": list(self.labels), "merge": dict(sorted(self.merge.items()))}


EVERYTHING = Scope()


class ScopeError(ValueError):
    """Words that name no label."""


def read_scope(labels: str, merge: str) -> Scope:
    """The scope of words like `PER,LOC` and `GPE=LOC`; empty words leave things as they are."""
    pairs = [pair.partition("=") for pair in _parts(merge)]
    if wrong := [one for one, sign, other in pairs if not sign or {one, other} - set(LABELS)]:
        raise ScopeError(f"{', '.join(wrong)}: write LABEL=LABEL, of {', '.join(LABELS)}")
    renamed = {one: other for one, _, other in pairs}
    wanted = _parts(labels)
    if unknown := [name for name in wanted if name not in LABELS]:
        raise ScopeError(f"{', '.join(unknown)} is no label; there are {', '.join(LABELS)}")
    if merged := [name for name in wanted if name in renamed]:
        raise ScopeError(f"{', '.join(merged)} is merged into another label, so it cannot be compared")
    return Scope(tuple(label for label in LABELS if label in (wanted or set(LABELS) - renamed.keys())), renamed)


def _parts(words: str) -> list[str]:
    return [part.strip().upper() for part in words.split(",") if part.strip()]
