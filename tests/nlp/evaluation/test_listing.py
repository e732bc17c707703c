"""Misses as lines: one to search for, one that shows the words; and the filters."""

from pathlib import Path

import pytest

from articles.nlp.evaluation.listing import FilterError, Placed, chosen, in_context, lines, read_filter
from articles.nlp.evaluation.misses import KINDS, Miss
from articles.nlp.types import Span
from tests.nlp.evaluation.story import gold_records, place, record


def placed(folder: Path, kind: str, label: str = "PER") -> Placed:
    (article,) = gold_records(folder, record())
    moe = place("Karl Moe")
    return Placed.of(article, Miss(kind, label, "PER “Karl Moe”", "PER “Karl”", moe, place("Karl"), "spacy_ner", 0.6))


def test_lines_say_what_is_wrong_and_show_it(tmp_path: Path) -> None:
    assert lines([placed(tmp_path, "boundary")]) == [
        "boundary PER       a, line 1, 17-25: gold PER “Karl Moe” | proposed PER “Karl” (spacy_ner 0.60)",
        "    Anna Lind a reçu [{Karl} Moe] à Oslo lundi. « Un bon début », a dit Lind.",
    ]


def test_placed_counts_lines_of_the_text_and_keeps_its_offsets(tmp_path: Path) -> None:
    span = {"start": 6, "end": 10, "label": "GPE"}
    (article,) = gold_records(tmp_path, record(text="Un.\n\n\nOslo", spans=[span], meetings=[], statements=[]))

    found = Placed.of(article, Miss("missing", "GPE", "GPE “Oslo”", gold_span=Span(6, 10)))

    assert (found.line, found.start, found.end, found.context) == (4, 6, 10, "Un. [Oslo]")


def test_in_context_marks_overlapping_words_and_cuts_long_passages() -> None:
    text = "x" * 100 + "abcd" + "y" * 400

    assert in_context(text, Miss("boundary", "ORG", gold_span=Span(100, 103), proposed_span=Span(101, 104))) == (
        "…" + "x" * 60 + "[a{bc]d}" + "y" * 60 + "…"
    )
    assert len(in_context(text, Miss("meeting-missing", "", gold_span=Span(0, 500)))) == 245


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ["boundary ORG", "link PER", "meeting-field "]),
        ("per", ["link PER"]),
        ("ORG,link", []),
        ("links, meetings", ["link PER", "meeting-field "]),
        ("spans", ["boundary ORG"]),
    ],
)
def test_chosen_keeps_misses_of_any_label_and_any_kind_named(tmp_path: Path, words: str, expected: list[str]) -> None:
    found = [placed(tmp_path, "boundary", "ORG"), placed(tmp_path, "link"), placed(tmp_path, "meeting-field", "")]

    assert [f"{miss.kind} {miss.label}" for miss in chosen(found, words)] == expected


def test_read_filter_refuses_other_words() -> None:
    with pytest.raises(FilterError, match=r"^PERSON, x is no label or kind of miss; there are PER, "):
        read_filter("ORG,PERSON,x")

    assert read_filter("")[1] == set(KINDS)
