"""The training corpus: read and checked line by line, cut by date into parts for training, stopping and testing."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from articles.nlp.json_line import json_object
from articles.nlp.training.passages import Labelled, Passage, lines


class CorpusError(ValueError):
    """A corpus that cannot be used: says which file, line and field, or what it lacks as a whole."""


@dataclass(frozen=True, slots=True)
class TrainingText:
    id: str
    date: date
    passage: Passage


@dataclass(frozen=True, slots=True)
class Parts:
    """Three parts by date: the latest texts test, those before them say when to stop, the rest is learnt."""

    train: list[TrainingText]
    stop: list[TrainingText]
    test: list[TrainingText]

    def by_name(self) -> dict[str, list[TrainingText]]:
        return {"train": self.train, "stop": self.stop, "test": self.test}


def read_corpus(path: Path) -> list[TrainingText]:
    """The texts by date; the first wrong field ends the reading with a `CorpusError`."""
    found: dict[str, TrainingText] = {}
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                reader = _Reader(path.name, number)
                text = reader.text(line)
                if text.id in found:
                    raise reader.error("id", f"{text.id!r} is there twice")
                found[text.id] = text
    return sorted(found.values(), key=lambda text: (text.date, text.id))


class _Reader:
    """Reads one line, remembering where it stands for the messages."""

    def __init__(self, file: str, line: int) -> None:
        self.file = file
        self.line = line

    def error(self, field: str, reason: str) -> CorpusError:
        return CorpusError(f"{self.file}, line {self.line}, field {field}: {reason}")

    def text(self, line: str) -> TrainingText:
        try:
            record = json_object(line)
        except ValueError as error:
            raise self.error("(record)", str(error)) from error
        text = self.string(record, "text")
        return TrainingText(self.string(record, "id"), self.day(record), Passage(text, self.spans(record, text)))

    def string(self, record: dict[str, Any], field: str) -> str:
        value = record.get(field)
        if not isinstance(value, str) or not value:
            raise self.error(field, "must be a text that is not empty")
        return value

    def day(self, record: dict[str, Any]) -> date:
        value = self.string(record, "date")
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise self.error("date", f"{value!r} is not a date like 2023-11-06") from error

    def spans(self, record: dict[str, Any], text: str) -> tuple[Labelled, ...]:
        raw = record.get("spans")
        if not isinstance(raw, list):
            raise self.error("spans", "must be a list")
        found = sorted((self.span(item, f"spans[{i}]", text) for i, item in enumerate(raw)), key=lambda s: s.start)
        for before, after in pairwise(found):
            if after.start < before.end:
                raise self.error("spans", f"{before.start}-{before.end} and {after.start}-{after.end} overlap")
        return tuple(found)

    def span(self, item: object, field: str, text: str) -> Labelled:
        if not isinstance(item, dict):
            raise self.error(field, "must be an object")
        start, end, label = item.get("start"), item.get("end"), item.get("label")
        if not isinstance(label, str) or not label:
            raise self.error(f"{field}.label", "must be a text that is not empty")
        if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(text):
            raise self.error(field, f"start {start!r} and end {end!r} do not fit a text of {len(text)} characters")
        return Labelled(start, end, label)


def split(texts: list[TrainingText], labels: tuple[str, ...], stop_share: float, test_share: float) -> Parts:
    """Texts of one day stay in one part. Later texts test: the news of tomorrow is what the recogniser is for."""
    days = [text.date for text in texts] or [date.min]
    test_from = days[int(len(days) * (1 - test_share))]
    stop_from = days[int(len(days) * (1 - test_share - stop_share))]
    parts = Parts(
        [text for text in texts if text.date < stop_from],
        [text for text in texts if stop_from <= text.date < test_from],
        [text for text in texts if text.date >= test_from],
    )
    for name, members in parts.by_name().items():
        lacking = set(labels) - {span.label for text in members for span in text.passage.spans}
        if lacking:
            raise CorpusError(
                f"The {name} part ({len(members)} of {len(texts)} texts) has no {', '.join(sorted(lacking))}: "
                "the corpus needs more texts of more days, with these labels."
            )
    return parts


def passages(texts: list[TrainingText], labels: tuple[str, ...]) -> list[Passage]:
    """The lines of the texts with the labels to be learnt."""
    return [line for text in texts for line in lines(with_labels(text.passage, labels))]


def with_labels(passage: Passage, labels: tuple[str, ...]) -> Passage:
    return Passage(passage.text, tuple(span for span in passage.spans if span.label in labels))
