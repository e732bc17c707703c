"""Floors: rows of a file that a run is held against."""

from pathlib import Path

import pytest

from articles.nlp.evaluation.floors import (
    AT_LEAST,
    AT_MOST,
    Floor,
    FloorsError,
    floors_now,
    raised,
    read_floors,
    write_floors,
)

REPORT = {
    "labels": {"PER": {"f1": 0.9876}, "ORG": {"f1": None}},
    "micro": {"f1": 0.97},
    "edits": {"per_100": 3.71},
    "meetings": {"f1": 0.005, "precision": 0.8, "fields": {"kind": None}},
}


def test_floors_now_lie_a_little_below_the_figures_and_skip_those_not_measured() -> None:
    assert [floor.row() for floor in floors_now("sample", REPORT)] == [
        "sample,labels.PER.f1,at least,0.977",
        "sample,micro.f1,at least,0.96",
        "sample,edits.per_100,at most,4.3",
        "sample,meetings.f1,at least,0",
        "sample,meetings.precision,at least,0.75",
    ]


@pytest.mark.parametrize(
    ("figure", "rule", "value", "holds"),
    [
        ("micro.f1", AT_LEAST, 0.97, True),
        ("micro.f1", AT_LEAST, 0.971, False),
        ("edits.per_100", AT_MOST, 4, True),
        ("edits.per_100", AT_MOST, 3.7, False),
        ("labels.ORG.f1", AT_LEAST, 0, False),
        ("labels.GONE.f1", AT_LEAST, 0, False),
    ],
)
def test_floor_holds_on_its_side_and_never_where_nothing_is_measured(
    figure: str, rule: str, value: float, holds: bool
) -> None:
    assert Floor("sample", figure, rule, value).holds(REPORT) is holds


def test_read_floors_gives_back_what_was_printed(tmp_path: Path) -> None:
    path = tmp_path / "floors.csv"
    floors = list(floors_now("sample", REPORT))
    write_floors(path, floors)

    assert read_floors(path) == floors


def test_raised_never_lowers_a_floor_and_keeps_corpora_together() -> None:
    kept = [
        Floor("sample", "micro.f1", AT_LEAST, 0.9),
        Floor("sample", "dates.right", AT_LEAST, 0.9),
        Floor("sample", "edits.per_100", AT_MOST, 5),
        Floor("dev", "micro.f1", AT_LEAST, 0.8),
    ]
    now = [
        Floor("sample", "micro.f1", AT_LEAST, 0.95),
        Floor("sample", "dates.right", AT_LEAST, 0.85),
        Floor("sample", "edits.per_100", AT_MOST, 4),
        Floor("sample", "links.PER", AT_LEAST, 0.7),
    ]

    assert raised(kept, now) == [now[0], kept[1], now[2], now[3], kept[3]]
    assert raised(now, kept) == [now[0], kept[1], now[2], now[3], kept[3]]


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ("a,b\n1,2\n", 1),
        ("", 1),
        ("corpus,figure,rule,value\nx,micro.f1,at least,0.9\nx,micro.f1,at least,viel\n", 3),
        ("corpus,figure,rule,value\nx,micro.f1,near,0.9\n", 2),
        ("corpus,figure,rule,value\nx,micro.f1\n", 2),
    ],
)
def test_file_that_holds_no_floors_is_named_with_its_line(tmp_path: Path, lines: str, number: int) -> None:
    path = tmp_path / "floors.csv"
    path.write_text(lines, encoding="utf-8")
    with pytest.raises(FloorsError, match=rf"floors\.csv, line {number}: "):
        read_floors(path)
