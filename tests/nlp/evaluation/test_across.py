"""People over all articles of a gold set, by the identities somebody gave them."""

from pathlib import Path

import pytest

from articles.nlp.evaluation.across import across
from tests.nlp.evaluation.story import gold_records, place, record

ANNA, KARL, LIND = place("Anna Lind"), place("Karl Moe"), place("Lind", 1)


def test_across_gives_full_marks_for_one_identity_a_person(tmp_path: Path) -> None:
    records = gold_records(tmp_path, record(), record(id="b"))

    found = across(records, [{ANNA: "x", KARL: "y", LIND: "x"}, {ANNA: "x", KARL: "y", LIND: "x"}])

    assert found.as_json() == {"precision": 1, "recall": 1, "f1": 1, "people": 2, "identities": 2}
    assert found.misses == []


def test_across_sees_a_person_split_between_articles_and_says_where(tmp_path: Path) -> None:
    records = gold_records(tmp_path, record(), record(id="b"))

    found = across(records, [{ANNA: "x", KARL: "y", LIND: "x"}, {ANNA: "x", KARL: "z", LIND: "x"}])

    assert found.as_json() == {
        "precision": 1,
        "recall": pytest.approx((4 + 0.5 + 0.5) / 6),
        "f1": pytest.approx(2 * (5 / 6) / (1 + 5 / 6)),
        "people": 2,
        "identities": 3,
    }
    assert [(miss.kind, miss.article, miss.gold, miss.proposed) for miss in found.misses] == [
        ("identity", "b", "karl-moe", "z")
    ]


def test_across_takes_a_person_without_an_identity_as_alone(tmp_path: Path) -> None:
    records = gold_records(tmp_path, record())

    found = across(records, [{ANNA: "x", KARL: "x"}])

    assert (found.precision.value, found.recall.value) == (pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert (found.people, found.identities) == (2, 1)
