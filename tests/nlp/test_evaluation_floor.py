"""Quality of the whole pipeline on the sample collection's gold; the floors may only rise."""

from pathlib import Path
from typing import Any

import pytest

from articles.nlp.evaluation.gold import read_gold
from articles.nlp.evaluation.report import evaluate
from articles.nlp.pipeline import build

GOLD = Path(__file__).parents[1] / "data" / "sample" / "gold.jsonl"


@pytest.fixture(scope="module")
def figures() -> dict[str, Any]:
    return evaluate(build(), list(read_gold(GOLD))).as_json()


@pytest.mark.parametrize(
    ("label", "floor"),
    [("PER", 0.97), ("ROLE", 0.98), ("ORG", 0.93), ("GPE", 0.97), ("LOC", 0.88), ("NORP", 0.9), ("DATE", 0.96)],
)
def test_mentions_stay_above_their_floor(figures: dict[str, Any], label: str, floor: float) -> None:
    assert figures["labels"][label]["f1"] >= floor


@pytest.mark.parametrize(
    ("section", "figure", "floor"),
    [
        ("micro", "f1", 0.97),
        ("person_linking", "f1", 0.98),
        ("dates", "right", 0.95),
        ("meetings", "f1", 0.68),
        ("meetings", "precision", 0.88),
        ("statements", "f1", 0.72),
        ("statements", "speakers", 0.95),
    ],
)
def test_facts_stay_above_their_floor(figures: dict[str, Any], section: str, figure: str, floor: float) -> None:
    assert figures[section][figure] >= floor


@pytest.mark.parametrize(("field", "floor"), [("kind", 0.96), ("date", 0.79), ("place", 0.8), ("duration", 0.93)])
def test_fields_of_meetings_stay_above_their_floor(figures: dict[str, Any], field: str, floor: float) -> None:
    assert figures["meetings"]["fields"][field] >= floor


def test_editors_have_few_corrections_to_make(figures: dict[str, Any]) -> None:
    assert figures["edits"]["per_100"] <= 4
