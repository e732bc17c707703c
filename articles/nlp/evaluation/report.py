"""The whole measurement of a pipeline over gold records, and how it is printed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from articles.nlp.evaluation.facts import FIELDS, count_meetings, count_statements
from articles.nlp.evaluation.gold import LABELS, GoldRecord
from articles.nlp.evaluation.mentions import count_dates, count_edits, count_labels, count_people
from articles.nlp.evaluation.scores import Average, Counts, harmonic
from articles.nlp.types import Annotation


class Annotates(Protocol):
    def annotate(self, texts: Iterable[tuple[str, date]]) -> Iterator[Annotation]: ...


@dataclass(slots=True)
class Report:
    """Running counts. People are compared within an article: who is who across articles is not the pipeline's work."""

    articles: int = 0
    labels: dict[str, Counts] = field(default_factory=lambda: {label: Counts() for label in LABELS})
    edits: Counter[str] = field(default_factory=Counter)
    people_precision: Average = field(default_factory=Average)
    people_recall: Average = field(default_factory=Average)
    dates_found: Average = field(default_factory=Average)
    dates_right: Average = field(default_factory=Average)
    meetings: Counts = field(default_factory=Counts)
    meeting_fields: dict[str, Average] = field(default_factory=lambda: {name: Average() for name in FIELDS})
    statements: Counts = field(default_factory=Counts)
    speakers: Average = field(default_factory=Average)

    def add(self, record: GoldRecord, predicted: Annotation) -> None:
        self.articles += 1
        count_labels(record, predicted, self.labels)
        self.edits.update(count_edits(record, predicted))
        count_people(record, predicted, self.people_precision, self.people_recall)
        count_dates(record, predicted, self.dates_found, self.dates_right)
        count_meetings(record, predicted, self.meetings, self.meeting_fields)
        count_statements(record, predicted, self.statements, self.speakers)

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
            "edits": {**self.edits, "total": edits, "per_100": 100 * edits / micro.gold if micro.gold else None},
            "person_linking": {"precision": precision, "recall": recall, "f1": harmonic(precision, recall)},
            "dates": {"found": self.dates_found.value, "right": self.dates_right.value},
            "meetings": {
                **_figures(self.meetings),
                "fields": {name: share.value for name, share in self.meeting_fields.items()},
            },
            "statements": {**_figures(self.statements), "speakers": self.speakers.value},
        }

    def lines(self) -> list[str]:
        """The table for people."""
        figures = self.as_json()
        people, precision = self.people_precision.value, self.people_recall.value
        return [
            f"{'':<16}{'precision':>10}{'recall':>10}{'F1':>10}{'gold':>8}{'found':>8}",
            *(_row(label, counts) for label, counts in self.labels.items()),
            _row("all mentions", self.micro),
            _row("meetings", self.meetings),
            _row("statements", self.statements),
            f"{'person B³':<16}{_number(people)}{_number(precision)}{_number(harmonic(people, precision))}",
            "",
            f"edits per 100 gold mentions: {_edits(figures['edits'])}",
            f"date values right: {_number(self.dates_right.value).strip()} of all dates, "
            f"{_number(self.dates_found.value).strip()} of their spans found",
            "meeting fields right: "
            + ", ".join(f"{name} {_number(share.value).strip()}" for name, share in self.meeting_fields.items()),
            f"statement speakers right: {_number(self.speakers.value).strip()}",
            f"articles: {self.articles}",
        ]


def evaluate(annotator: Annotates, records: list[GoldRecord]) -> Report:
    report = Report()
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


def _row(name: str, counts: Counts) -> str:
    figures = "".join(_number(value) for value in (counts.precision, counts.recall, counts.f1))
    return f"{name:<16}{figures}{counts.gold:>8}{counts.predicted:>8}"


def _number(value: float | None) -> str:
    return f"{'–':>10}" if value is None else f"{value:>10.3f}"


def _edits(edits: object) -> str:
    if not isinstance(edits, dict) or edits["per_100"] is None:
        return "–"
    kinds = ", ".join(f"{name} {edits.get(name, 0)}" for name in ("missing", "spurious", "relabelled", "moved"))
    return f"{edits['per_100']:.1f} ({kinds})"
