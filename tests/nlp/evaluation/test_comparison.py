"""Two runs beside each other."""

import json
from pathlib import Path
from typing import Any

import pytest

from articles.nlp.evaluation.comparison import RunError, compare, read_run
from articles.nlp.evaluation.report import evaluate
from articles.nlp.types import Annotation, MentionRecord
from tests.nlp.evaluation.story import Canned, annotation, gold_records, place, record


def run(folder: Path, predicted: Annotation, *, with_misses: bool = True, **changes: object) -> dict[str, Any]:
    """A run as `evaluate --json --errors` prints and reads it."""
    report = evaluate(Canned(predicted), gold_records(folder, record(**changes)))
    misses = {"miss_filter": "", "misses": [miss.as_json() for miss in report.misses]} if with_misses else {}
    found: dict[str, Any] = json.loads(json.dumps({**report.as_json(), **misses}))
    return found


def without(*words: str) -> Annotation:
    gone = {place(word) for word in words}
    return annotation(mentions=tuple(mention for mention in annotation().mentions if mention.span not in gone))


def test_compare_finds_nothing_between_equal_runs(tmp_path: Path) -> None:
    found = compare(run(tmp_path, without("Oslo")), run(tmp_path, without("Oslo")))

    assert found.lines() == ["no figure differs", "", "fixed: 0", "", "new: 0"]


def test_compare_tells_which_figures_moved_and_which_misses_are_fixed_or_new(tmp_path: Path) -> None:
    found = compare(run(tmp_path, without("Oslo", "lundi")), run(tmp_path, without("Karl Moe", "lundi")))

    assert found.figures["labels.GPE.recall"] == (0, 1)
    assert found.figures["labels.PER.recall"] == (1, pytest.approx(2 / 3))
    assert "micro.f1" not in found.figures
    assert [(miss.kind, miss.gold) for miss in found.fixed] == [("missing", "GPE “Oslo”")]
    assert [(miss.kind, miss.gold) for miss in found.new] == [("missing", "PER “Karl Moe”")]


def test_compare_prints_a_line_for_each_figure_that_moved(tmp_path: Path) -> None:
    lines = compare(run(tmp_path, without("Oslo")), run(tmp_path, annotation(), with_misses=False)).lines()

    assert "micro.recall                                0.800 →     1.000    +0.200" in lines
    assert "edits.missing                                   1 →         0    -1.000" in lines
    assert "gold.jsonl: edits.per_100                  20.000 →     0.000   -20.000" in lines
    assert lines[-1] == "which misses are fixed or new: keep the earlier run with --json --errors"


def test_compare_takes_a_miss_for_the_same_whatever_its_confidence(tmp_path: Path) -> None:
    unsure, sure = (MentionRecord(place("début"), "ORG", confidence=confidence) for confidence in (0.5, 0.9))

    found = compare(run(tmp_path, annotation(mentions=(unsure,))), run(tmp_path, annotation(mentions=(sure,))))

    assert (found.fixed, found.new) == ((), ())


def test_compare_refuses_a_run_over_other_gold(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="measured other gold"):
        compare(run(tmp_path, annotation()), run(tmp_path, annotation(), date="2024-05-07"))


def test_compare_refuses_misses_kept_by_another_filter(tmp_path: Path) -> None:
    earlier = {**run(tmp_path, annotation()), "miss_filter": "ORG"}

    with pytest.raises(RunError, match="by another filter"):
        compare(earlier, run(tmp_path, annotation()))


@pytest.mark.parametrize(
    ("content", "message"),
    [("{", "is not JSON"), ("[]", "is no run of evaluate"), ('{"micro": {}}', "is no run of evaluate")],
)
def test_read_run_refuses_what_is_no_run(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(RunError, match=message):
        read_run(path)
