"""Gold files are read field by field; what is wrong is named by file, line and field."""

from pathlib import Path

import pytest

from articles.nlp.evaluation.gold import GoldError, GoldSpan, read_gold, slug
from articles.nlp.types import Span
from tests.nlp.evaluation.story import gold_records, place, record, write


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"date": "6 mai"}, "gold.jsonl, line 2, field date: is not a date like 2023-11-06: '6 mai'"),
        ({"text": 3}, "gold.jsonl, line 2, field text: must be str, is int"),
        (
            {"spans": [{"start": 0, "end": 4, "label": "PER", "text": "Karl", "link": ""}]},
            "gold.jsonl, line 2, field spans[0].text: is 'Karl', but the article has 'Anna' there",
        ),
        (
            {"spans": [{"start": 0, "end": 400, "label": "PER", "text": "Anna", "link": ""}]},
            "gold.jsonl, line 2, field spans[0].end: 0-400 does not lie within the text of 69 characters",
        ),
        (
            {"meetings": [{"participants": [], "kind": "call", "status": "held"}]},
            "gold.jsonl, line 2, field meetings[0].participants: must name at least one participant",
        ),
        (
            {"statements": [{"speaker": "", "direct": False, "quote": [60, 90]}]},
            "gold.jsonl, line 2, field statements[0].quote: [60, 90] does not lie within the text of 69 characters",
        ),
        ({"source": 3}, "gold.jsonl, line 2, field source: must be str, is int"),
        (
            {"statements": [{"speaker": "", "direct": False, "quote": "absent"}]},
            "gold.jsonl, line 2, field statements[0].quote: does not stand in the text: 'absent'",
        ),
    ],
)
def test_read_gold_names_file_line_and_field(tmp_path: Path, changes: dict[str, object], message: str) -> None:
    path = write(tmp_path / "gold.jsonl", record(), record(**changes))

    with pytest.raises(GoldError) as caught:
        list(read_gold(path))

    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"), ("États-Unis", "etats-unis"), ("Tekin Yıldız", "tekin-yildiz")],
)
def test_slug_folds_accents_and_capitals(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_read_gold_takes_articles_with_spans_only(tmp_path: Path) -> None:
    bare = {"id": "b", "date": "2016-01-01", "text": "Paris", "spans": [{"start": 0, "end": 5, "label": "LOC"}]}

    (found,) = gold_records(tmp_path, bare)

    assert found.spans == (GoldSpan(Span(0, 5), "LOC", ""),)
    assert (found.source, found.file, found.layers) == ("", "gold.jsonl", frozenset())


def test_read_gold_tells_which_layers_an_article_annotates(tmp_path: Path) -> None:
    (found,) = gold_records(tmp_path, record(statements=[], source="Dépêche"))

    assert (found.source, found.layers) == ("Dépêche", {"links", "meetings", "statements"})


def test_read_gold_finds_the_evidence_of_meetings_and_overlooks_what_is_not_there(tmp_path: Path) -> None:
    meeting = {
        "participants": ["Anna Lind"],
        "kind": "visit",
        "status": "held",
        "evidence": ["à Oslo", "absent", [0, 4]],
    }

    (found,) = gold_records(tmp_path, record(meetings=[meeting]))

    assert found.meetings[0].evidence == (place("à Oslo"), Span(0, 4))
