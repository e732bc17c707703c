from datetime import date
from pathlib import Path

import pytest

from articles.nlp.training.corpus import CorpusError, passages, read_corpus, split
from articles.nlp.training.passages import Labelled
from tests.nlp.training.news import record, write_corpus

LABELS = ("PER", "LOC", "ORG")


def test_corpus_is_read_by_date(tmp_path: Path) -> None:
    texts = read_corpus(write_corpus(tmp_path / "news.jsonl", [record(2), record(1)]))
    assert [(text.id, text.date) for text in texts] == [
        ("text-01", date(2021, 1, 2)),
        ("text-02", date(2021, 1, 3)),
    ]
    assert {text.passage.text[s.start : s.end] for text in texts for s in text.passage.spans if s.label == "PER"} == {
        "Awa Diop",
        "Luc Maréchal",
        "Inès Ferjani",
        "Paul Kessler",
    }


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": ""}, "field id: must be a text that is not empty"),
        ({"text": 5}, "field text: must be a text that is not empty"),
        ({"date": "hier"}, "field date: 'hier' is not a date like 2023-11-06"),
        ({"spans": None}, "field spans: must be a list"),
        ({"spans": [7]}, r"field spans\[0\]: must be an object"),
        ({"spans": [{"start": 0, "end": 3}]}, r"field spans\[0\].label: must be a text that is not empty"),
        (
            {"spans": [{"start": 0, "end": 9999, "label": "PER"}]},
            r"field spans\[0\]: start 0 and end 9999 do not fit a text of \d+ characters",
        ),
        (
            {"spans": [{"start": 0, "end": 4, "label": "PER"}, {"start": 2, "end": 6, "label": "LOC"}]},
            "field spans: 0-4 and 2-6 overlap",
        ),
        ({"id": "text-00"}, "field id: 'text-00' is there twice"),
    ],
)
def test_wrong_record_is_named(tmp_path: Path, change: dict[str, object], message: str) -> None:
    path = write_corpus(tmp_path / "news.jsonl", [record(0), {**record(1), **change}])
    with pytest.raises(CorpusError, match=rf"^news\.jsonl, line 2, {message}$"):
        read_corpus(path)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "is not JSON"),
        ("[1]", "is not a JSON object"),
        ("[" * 100_000, "is not JSON that can be read"),
        ('{"id": ' + "9" * 5000 + "}", "is not JSON"),
        ('{"text": "\\ud800"}', "holds half of a surrogate pair"),
    ],
)
def test_line_that_is_no_record_is_named(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=rf"^news\.jsonl, line 1, field \(record\): {reason}"):
        read_corpus(path)


def test_split_keeps_the_latest_texts_for_the_test(tmp_path: Path) -> None:
    parts = split(read_corpus(write_corpus(tmp_path / "news.jsonl")), LABELS, 0.1, 0.2)
    assert {name: (texts[0].id, len(texts)) for name, texts in parts.by_name().items()} == {
        "train": ("text-00", 14),
        "stop": ("text-14", 2),
        "test": ("text-16", 4),
    }


def test_split_keeps_texts_of_one_day_together(tmp_path: Path) -> None:
    records = [{**record(number), "date": f"2021-01-{1 + number // 5:02}"} for number in range(20)]
    parts = split(read_corpus(write_corpus(tmp_path / "news.jsonl", records)), LABELS, 0.2, 0.2)
    assert {name: len(texts) for name, texts in parts.by_name().items()} == {"train": 10, "stop": 5, "test": 5}


@pytest.mark.parametrize("number", [0, 1, 3])
def test_corpus_too_small_to_hold_parts_back_is_refused(tmp_path: Path, number: int) -> None:
    texts = read_corpus(write_corpus(tmp_path / "news.jsonl", [record(i) for i in range(number)]))
    with pytest.raises(CorpusError, match=rf"part \(0 of {number} texts\) has no LOC, ORG, PER"):
        split(texts, LABELS, 0.1, 0.1)


def test_passages_are_lines_with_the_wanted_labels(tmp_path: Path) -> None:
    texts = read_corpus(write_corpus(tmp_path / "news.jsonl", [record(0)]))
    last = passages(texts, LABELS)[-1]
    assert last.text == "Radio Vallée a interrogé Paul Kessler ( Bâle ) le 3 mai."
    assert last.spans == (Labelled(0, 12, "ORG"), Labelled(25, 37, "PER"), Labelled(40, 44, "LOC"))
