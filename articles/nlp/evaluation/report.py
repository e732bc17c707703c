"""The whole measurement of a pipeline over gold records: in all, by file and by source."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from articles.nlp.evaluation.across import Across
from articles.nlp.evaluation.calibration import Calibration
from articles.nlp.evaluation.facts import FIELDS, agreement
from articles.nlp.evaluation.gold import LABELS, GoldRecord
from articles.nlp.evaluation.links import count_links
from articles.nlp.evaluation.listing import Placed
from articles.nlp.evaluation.matching import Match, match
from articles.nlp.evaluation.mentions import (
    count_confusion,
    count_dates,
    count_edits,
    count_labels,
    count_outcomes,
    count_people,
)
from articles.nlp.evaluation.misses import SPAN_KINDS, misses
from articles.nlp.evaluation.scope import EVERYTHING, Scope
from articles.nlp.evaluation.scores import Average, Counts, harmonic
from articles.nlp.types import Annotation


class Annotates(Protocol):
    def annotate(self, texts: Iterable[tuple[str, date]]) -> Iterator[Annotation]: ...


@dataclass(slots=True)
class Figures:
    """Running counts over some articles. People are compared within each article."""

    articles: int = 0
    labels: dict[str, Counts] = field(default_factory=lambda: {label: Counts() for label in LABELS})
    errors: dict[str, Counter[str]] = field(default_factory=lambda: {label: Counter() for label in LABELS})
    confusion: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    edits: Counter[str] = field(default_factory=Counter)
    people_precision: Average = field(default_factory=Average)
    people_recall: Average = field(default_factory=Average)
    links: defaultdict[str, Average] = field(default_factory=lambda: defaultdict(Average))
    dates_found: Average = field(default_factory=Average)
    dates_right: Average = field(default_factory=Average)
    meetings: Counts = field(default_factory=Counts)
    meeting_fields: dict[str, Average] = field(default_factory=lambda: {name: Average() for name in FIELDS})
    statements: Counts = field(default_factory=Counts)
    speakers: Average = field(default_factory=Average)

    @classmethod
    def over(cls, labels: Sequence[str]) -> "Figures":
        return cls(labels={label: Counts() for label in labels}, errors={label: Counter() for label in labels})

    def add(self, found: Match) -> None:
        self.articles += 1
        count_labels(found.record, found.predicted, self.labels)
        count_outcomes(found.mentions, self.errors)
        count_confusion(found.mentions, self.confusion)
        self.edits.update(count_edits(found.mentions))
        count_people(found.record, found.predicted, self.people_precision, self.people_recall)
        count_links(found, self.links)
        count_dates(found.record, found.predicted, self.dates_found, self.dates_right)
        self.add_facts(found)

    def add_facts(self, found: Match) -> None:
        record, predicted = found.record, found.predicted
        if record.has("meetings"):
            self.meetings.add(Counts(len(found.meetings), len(predicted.meetings), len(record.meetings)))
        for number, index in found.meetings:
            agreeing = agreement(record.meetings[number], predicted.meetings[index], found.identities)
            for name, right in agreeing.items():
                self.meeting_fields[name].add(right)
        if record.has("statements"):
            self.statements.add(Counts(len(found.statements), len(predicted.statements), len(record.statements)))
        for number, index in found.statements:
            speaker = predicted.statements[index].speaker
            self.speakers.add(found.identities.same(record.statements[number].speaker, speaker))

    @property
    def micro(self) -> Counts:
        total = Counts()
        for counts in self.labels.values():
            total.add(counts)
        return total

    def as_json(self) -> dict[str, object]:
        """The figures for other programs; a figure with nothing to measure is null."""
        micro, precision, recall = self.micro, self.people_precision.value, self.people_recall.value
        edits = sum(self.edits.values())
        return {
            "articles": self.articles,
            "labels": {label: _figures(counts) for label, counts in self.labels.items()},
            "micro": _figures(micro),
            "errors": {label: {kind: counts[kind] for kind in SPAN_KINDS} for label, counts in self.errors.items()},
            "confusion": {label: dict(sorted(counts.items())) for label, counts in self.confusion.items()},
            "edits": {**self.edits, "total": edits, "per_100": 100 * edits / micro.gold if micro.gold else None},
            "person_linking": {"precision": precision, "recall": recall, "f1": harmonic(precision, recall)},
            "links": {label: self.links[label].value for label in self.labels},
            "dates": {"found": self.dates_found.value, "right": self.dates_right.value},
            "meetings": {
                **_figures(self.meetings),
                "fields": {name: share.value for name, share in self.meeting_fields.items()},
            },
            "statements": {**_figures(self.statements), "speakers": self.speakers.value},
        }


@dataclass(slots=True)
class Report:
    """The figures in all, by gold file and by the articles' source, how sure the proposals were, and every miss.

    `across` is there once somebody has told who is who in the whole set, which the pipeline does not know.
    """

    scope: Scope = EVERYTHING
    total: Figures = field(init=False)
    files: dict[str, Figures] = field(default_factory=dict)
    sources: dict[str, Figures] = field(default_factory=dict)
    calibration: Calibration = field(default_factory=Calibration)
    misses: list[Placed] = field(default_factory=list)
    across: Across | None = None
    gold: "hashlib._Hash" = field(default_factory=hashlib.sha256)

    def __post_init__(self) -> None:
        self.total = self._figures()

    def _figures(self) -> Figures:
        return Figures.over(self.scope.labels)

    def add(self, record: GoldRecord, predicted: Annotation) -> None:
        found = match(record, predicted, self.scope)
        self.total.add(found)
        self.files.setdefault(record.file, self._figures()).add(found)
        self.sources.setdefault(record.source, self._figures()).add(found)
        self.calibration.add(found)
        self.misses += [Placed.of(record, miss) for miss in misses(found)]
        self.gold.update(fingerprint(found.record))

    def add_across(self, found: Across) -> None:
        self.across = found
        self.misses += found.misses

    def as_json(self) -> dict[str, object]:
        return {
            **self.total.as_json(),
            **({} if self.across is None else {"person_linking_across": self.across.as_json()}),
            "calibration": self.calibration.as_json(),
            "files": {name: figures.as_json() for name, figures in self.files.items()},
            "sources": {name: figures.as_json() for name, figures in self.sources.items()},
            "scope": {**self.scope.as_json(), "gold": self.gold.hexdigest()},
        }


def fingerprint(record: GoldRecord) -> bytes:
    """Tells whether two runs measured the same gold."""
    facts = (record.spans, record.meetings, record.statements, sorted(record.layers))
    return repr((record.id, record.date, record.text, facts)).encode("utf-8", "surrogatepass")


def evaluate(annotator: Annotates, records: list[GoldRecord], scope: Scope = EVERYTHING) -> Report:
    report = Report(scope)
    annotations = annotator.annotate((record.text, record.date) for record in records)
    for record, annotation in zip(records, annotations, strict=True):
        report.add(record, annotation)
    return report


def _figures(counts: Counts) -> dict[str, float | int | None]:
    return {
        "precision": counts.precision,
        "recall": counts.recall,
        "f1": counts.f1,
        "gold": counts.gold,
        "predicted": counts.predicted,
        "right": counts.right,
    }
