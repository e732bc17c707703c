"""What `evaluate` counts, on small articles whose figures can be worked out by hand."""

from pathlib import Path

import pytest

from articles.nlp.evaluation.report import evaluate
from articles.nlp.types import Annotation, MeetingRecord, MentionRecord, ParticipantRecord, StatementRecord
from tests.nlp.evaluation.story import Canned, annotation, gold_records, place, record


def measure(folder: Path, predicted: Annotation) -> dict[str, dict[str, object]]:
    return evaluate(Canned(predicted), gold_records(folder)).as_json()  # type: ignore[return-value]


def test_evaluate_gives_full_marks_to_the_gold_itself(tmp_path: Path) -> None:
    figures = measure(tmp_path, annotation())

    assert figures["micro"] == {"precision": 1, "recall": 1, "f1": 1, "gold": 5, "predicted": 5, "right": 5}
    assert figures["edits"]["per_100"] == 0
    assert figures["person_linking"] == {"precision": 1, "recall": 1, "f1": 1}
    assert figures["dates"] == {"found": 1, "right": 1}
    assert figures["meetings"]["f1"] == 1
    assert figures["meetings"]["fields"] == {"kind": 1, "date": 1, "place": 1, "duration": 1}
    assert (figures["statements"]["f1"], figures["statements"]["speakers"]) == (1, 1)


def test_evaluate_counts_one_edit_for_each_wrong_span(tmp_path: Path) -> None:
    mentions = (
        MentionRecord(place("Anna Lind"), "ORG", 0),  # relabelled
        MentionRecord(place("Karl"), "PER", 1),  # moved
        MentionRecord(place("Oslo lundi"), "LOC"),  # moved, and one of its two gold spans is left missing
        MentionRecord(place("début"), "GPE", 2),  # spurious
        MentionRecord(place("Lind", 1), "PER", 0),
    )

    figures = measure(tmp_path, annotation(mentions=mentions))

    assert figures["edits"] == {
        "missing": 1,
        "spurious": 1,
        "relabelled": 1,
        "moved": 2,
        "total": 5,
        "per_100": 100,
    }
    assert figures["micro"] == {"precision": 0.2, "recall": 0.2, "f1": 0.2, "gold": 5, "predicted": 5, "right": 1}


def test_evaluate_compares_people_by_the_company_of_their_mentions(tmp_path: Path) -> None:
    mentions = (
        MentionRecord(place("Anna Lind"), "PER", 0),
        MentionRecord(place("Karl Moe"), "PER", 0),
        MentionRecord(place("Lind", 1), "PER", 1),
    )

    figures = measure(tmp_path, annotation(mentions=mentions))

    assert figures["person_linking"]["precision"] == pytest.approx((0.5 + 0.5 + 1) / 3)
    assert figures["person_linking"]["recall"] == pytest.approx((0.5 + 1 + 0.5) / 3)


def test_evaluate_counts_a_date_with_another_value_as_found_but_wrong(tmp_path: Path) -> None:
    mentions = (MentionRecord(place("lundi"), "DATE", value="2024-04-29"),)

    figures = measure(tmp_path, annotation(mentions=mentions, meetings=()))

    assert figures["dates"] == {"found": 1, "right": 0}


@pytest.mark.parametrize(
    ("participants", "status", "right"),
    [((0, 1), "held", 1), ((1, 0), "held", 1), ((0, 1), "planned", 0), ((0,), "held", 0), ((0, 1, 2), "held", 0)],
)
def test_evaluate_takes_a_meeting_for_the_same_by_people_and_status(
    tmp_path: Path, participants: tuple[int, ...], status: str, right: int
) -> None:
    meeting = MeetingRecord(tuple(ParticipantRecord(entity) for entity in participants), "call", status)

    figures = measure(tmp_path, annotation(meetings=(meeting,)))

    assert figures["meetings"]["right"] == right
    assert figures["meetings"]["fields"]["kind"] == (0 if right else None)


@pytest.mark.parametrize(("words", "right"), [("Un bon début", 1), ("« Un bon début »", 1), ("Un bon", 1), ("Un", 0)])
def test_evaluate_allows_a_quote_to_differ_by_a_fifth_of_its_words(tmp_path: Path, words: str, right: int) -> None:
    statements = (StatementRecord(place(words), True, 1),)

    figures = measure(tmp_path, annotation(statements=statements))

    assert figures["statements"]["right"] == right
    assert figures["statements"]["speakers"] == (0 if right else None)


def test_evaluate_counts_errors_by_kind_under_the_label_of_the_gold(tmp_path: Path) -> None:
    mentions = (
        MentionRecord(place("Anna Lind"), "ORG", 0),  # another label
        MentionRecord(place("Karl"), "PER", 1),  # other words
        MentionRecord(place("Oslo lundi"), "LOC"),  # both; lundi is left missing
        MentionRecord(place("début"), "GPE", 2),  # spurious, under its own label
        MentionRecord(place("Lind", 1), "PER", 0),
    )

    figures = measure(tmp_path, annotation(mentions=mentions))

    none = {"missing": 0, "spurious": 0, "label": 0, "boundary": 0, "both": 0}
    assert figures["errors"] == {
        "PER": {**none, "label": 1, "boundary": 1},
        "ROLE": none,
        "ORG": none,
        "GPE": {**none, "both": 1, "spurious": 1},
        "LOC": none,
        "NORP": none,
        "DATE": {**none, "missing": 1},
    }
    assert figures["confusion"] == {
        "PER": {"ORG": 1, "PER": 2},
        "GPE": {"LOC": 1},
        "DATE": {"–": 1},
        "–": {"GPE": 1},
    }


def test_evaluate_gives_the_figures_of_each_file_and_source(tmp_path: Path) -> None:
    records = gold_records(tmp_path, record(source="A"), record(id="b", source="B"), record(id="c", source="A"))
    nothing = annotation(mentions=(), meetings=(), statements=())

    figures = evaluate(Canned(annotation(), nothing, annotation()), records).as_json()

    recall = {name: part["micro"]["recall"] for name, part in figures["sources"].items()}  # type: ignore[attr-defined]
    assert recall == {"A": 1, "B": 0}
    assert figures["files"]["gold.jsonl"]["micro"] == figures["micro"]  # type: ignore[index]
    assert figures["articles"] == 3


def test_evaluate_leaves_out_layers_that_the_gold_does_not_annotate(tmp_path: Path) -> None:
    bare = {name: value for name, value in record().items() if name not in {"meetings", "statements"}}
    bare["spans"] = [{key: span[key] for key in ("start", "end", "label")} for span in bare["spans"]]  # type: ignore[attr-defined]

    figures = evaluate(Canned(annotation()), gold_records(tmp_path, bare)).as_json()

    assert figures["micro"]["f1"] == 1  # type: ignore[index]
    nothing = {"precision": None, "recall": None, "f1": None}
    assert figures["person_linking"] == nothing
    assert figures["dates"] == {"found": None, "right": None}
    assert figures["meetings"] == {
        **nothing,
        **dict.fromkeys(("gold", "predicted", "right"), 0),
        "fields": dict.fromkeys(("kind", "date", "place", "duration")),
    }
