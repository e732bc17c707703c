"""How sure proposals are against how often they are right."""

from dataclasses import replace
from pathlib import Path

import pytest

from articles.nlp.evaluation.calibration import Calibration, Reliability
from tests.nlp.evaluation.story import annotation, matched


def test_reliability_sorts_proposals_into_ten_bins_and_sums_the_gaps() -> None:
    found = Reliability()
    for confidence, right in ((0.92, True), (0.98, True), (1.0, False), (0.9, True), (0.6, False), (0.64, True)):
        found.add(confidence, "a" if confidence > 0.9 else "b", right=right)

    told = found.as_json()

    sure, unsure = (abs(3 - 3.8) + abs(1 - 1.24)) / 6, told["bins"][6]  # type: ignore[index]
    assert told["expected_error"] == pytest.approx(sure)
    assert [part["count"] for part in told["bins"]] == [0, 0, 0, 0, 0, 0, 2, 0, 0, 4]  # type: ignore[attr-defined]
    assert unsure == {"from": 0.6, "to": 0.7, "count": 2, "right": 0.5, "confidence": pytest.approx(0.62)}
    assert {origin: part["count"] for origin, part in told["origins"].items()} == {"a": 3, "b": 3}  # type: ignore[attr-defined]


def test_calibration_takes_exact_mentions_and_matched_facts_for_right(tmp_path: Path) -> None:
    right = annotation()
    (meeting,), (statement,) = right.meetings, right.statements
    predicted = annotation(
        mentions=tuple(replace(mention, confidence=0.5) for mention in right.mentions),
        meetings=(replace(meeting, confidence=0.8), replace(meeting, status="denied", confidence=0.8)),
        statements=(replace(statement, confidence=0.7),),
    )
    found = Calibration()

    found.add(matched(tmp_path, predicted))

    errors = {name: part.error for name, part in found.parts().items()}
    assert errors == {"mentions": 0.5, "meetings": pytest.approx(0.3), "statements": pytest.approx(0.3)}


def test_calibration_leaves_out_facts_that_the_gold_does_not_annotate(tmp_path: Path) -> None:
    found = Calibration()
    match = matched(tmp_path, annotation())

    found.add(replace(match, record=replace(match.record, layers=frozenset({"links"}))))

    assert {name: part.error for name, part in found.parts().items()} == {
        "mentions": 0,
        "meetings": None,
        "statements": None,
    }
