"""Gold with fewer labels: what is merged and what is left out."""

from pathlib import Path

import pytest

from articles.nlp.evaluation.report import evaluate
from articles.nlp.evaluation.scope import EVERYTHING, Scope, ScopeError, read_scope
from articles.nlp.types import MentionRecord
from tests.nlp.evaluation.story import Canned, annotation, gold_records, gold_span, place, record


@pytest.mark.parametrize(
    ("labels", "merge", "expected"),
    [
        ("", "", EVERYTHING),
        ("loc,PER", "", Scope(("PER", "LOC"))),
        ("PER,LOC", "GPE=LOC", Scope(("PER", "LOC"), {"GPE": "LOC"})),
        ("", "GPE=LOC", Scope(("PER", "ROLE", "ORG", "LOC", "NORP", "DATE"), {"GPE": "LOC"})),
    ],
)
def test_read_scope_takes_lists_of_labels(labels: str, merge: str, expected: Scope) -> None:
    assert read_scope(labels, merge) == expected


@pytest.mark.parametrize(
    ("labels", "merge", "message"),
    [
        ("PERS", "", "PERS is no label; there are PER, ROLE, ORG, GPE, LOC, NORP, DATE"),
        ("", "GPE", "GPE: write LABEL=LABEL, of PER, ROLE, ORG, GPE, LOC, NORP, DATE"),
        ("", "GPE=PLACE", "GPE: write LABEL=LABEL, of PER, ROLE, ORG, GPE, LOC, NORP, DATE"),
        ("GPE", "GPE=LOC", "GPE is merged into another label, so it cannot be compared"),
    ],
)
def test_read_scope_refuses_what_is_no_label(labels: str, merge: str, message: str) -> None:
    with pytest.raises(ScopeError) as caught:
        read_scope(labels, merge)

    assert str(caught.value) == message


def test_evaluate_compares_labels_in_scope_after_merging_them(tmp_path: Path) -> None:
    spans = [gold_span("Anna Lind", "PER", "anna-lind"), gold_span("Oslo", "LOC", "oslo")]
    mentions = (
        MentionRecord(place("Anna Lind"), "PER", 0),
        MentionRecord(place("Oslo"), "GPE", 2),
        MentionRecord(place("lundi"), "DATE", value="2024-05-06"),
    )
    records = gold_records(tmp_path, record(spans=spans))

    report = evaluate(Canned(annotation(mentions=mentions)), records, read_scope("PER,LOC", "GPE=LOC"))

    figures = report.as_json()
    assert figures["micro"] == {"precision": 1, "recall": 1, "f1": 1, "gold": 2, "predicted": 2, "right": 2}
    assert list(figures["labels"]) == ["PER", "LOC"]  # type: ignore[call-overload]
    assert figures["meetings"]["f1"] == 1  # type: ignore[index]
    assert report.misses == []
