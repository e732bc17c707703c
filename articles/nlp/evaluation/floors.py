"""Floors of the figures, kept in a file: no change to the pipeline may take a figure below its floor."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from pathlib import Path

HEADER = ("corpus", "figure", "rule", "value")
AT_LEAST, AT_MOST = "at least", "at most"
#: How far below today's figure a new floor is set, so that a harmless change does not fail.
MARGIN = 0.01
#: The same for shares of what was found, which may fall when more is found.
MARGIN_OF_FOUND = 0.05
#: The same for edits per 100 mentions, which are to stay low.
EDITS_MARGIN = 0.5
#: What the corpora are held to, beside F1 of each label.
FIGURES = (
    "micro.f1",
    "edits.per_100",
    "person_linking.f1",
    "person_linking_across.f1",
    "dates.right",
    "meetings.f1",
    "statements.f1",
)
OF_FOUND = (
    "meetings.precision",
    "meetings.fields.kind",
    "meetings.fields.date",
    "meetings.fields.place",
    "meetings.fields.duration",
    "statements.speakers",
)


class FloorsError(ValueError):
    """A file that holds no floors; the message says which line is wrong."""


@dataclass(frozen=True, slots=True)
class Floor:
    corpus: str
    figure: str
    rule: str
    value: float

    def holds(self, report: Mapping[str, object]) -> bool:
        measured = figure(report, self.figure)
        if measured is None:
            return False
        return measured >= self.value if self.rule == AT_LEAST else measured <= self.value

    def row(self) -> str:
        return f"{self.corpus},{self.figure},{self.rule},{self.value:g}"


def read_floors(path: Path) -> list[Floor]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        try:
            if next(rows, None) != list(HEADER):
                raise FloorsError(f"{path}, line 1: must be {','.join(HEADER)}")
            return [floor(row) for row in rows if row]
        except FloorsError:
            raise
        except (ValueError, csv.Error) as error:
            raise FloorsError(f"{path}, line {rows.line_num}: {error}") from error


def floor(row: list[str]) -> Floor:
    if len(row) != len(HEADER) or row[2] not in (AT_LEAST, AT_MOST):
        raise ValueError(f"must have corpus, figure, “{AT_LEAST}” or “{AT_MOST}”, and a number")
    return Floor(row[0], row[1], row[2], float(row[3]))


def floors_now(corpus: str, report: Mapping[str, object]) -> Iterator[Floor]:
    """Floors a little below the figures of a run; figures with nothing to measure have none."""
    labels = report["labels"]
    names = list(labels) if isinstance(labels, dict) else []
    for name in (*(f"labels.{label}.f1" for label in names), *FIGURES, *OF_FOUND):
        measured = figure(report, name)
        if measured is None:
            continue
        if name == "edits.per_100":
            yield Floor(corpus, name, AT_MOST, ceil((measured + EDITS_MARGIN) * 10) / 10)
        else:
            margin = MARGIN_OF_FOUND if name in OF_FOUND else MARGIN
            yield Floor(corpus, name, AT_LEAST, max(0.0, int((measured - margin) * 1000) / 1000))


def raised(kept: Iterable[Floor], now: Iterable[Floor]) -> list[Floor]:
    """The floors kept, each raised where today's is stricter, and those that are new; by corpus."""
    floors = {(floor.corpus, floor.figure): floor for floor in kept}
    for today in now:
        former = floors.setdefault((today.corpus, today.figure), today)
        if (today.value > former.value) == (today.rule == AT_LEAST):
            floors[today.corpus, today.figure] = today
    corpora = list(dict.fromkeys(corpus for corpus, _ in floors))
    return sorted(floors.values(), key=lambda floor: corpora.index(floor.corpus))


def write_floors(path: Path, floors: Iterable[Floor]) -> None:
    path.write_text("".join(f"{row}\n" for row in (",".join(HEADER), *(floor.row() for floor in floors))), "utf-8")


def figure(report: Mapping[str, object], name: str) -> float | None:
    """The figure of a dotted name like `labels.PER.f1`."""
    value: object = report
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return float(value) if isinstance(value, int | float) else None
