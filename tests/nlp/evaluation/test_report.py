"""What `evaluate` counts, on small articles whose figures can be worked out by hand."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from articles.nlp.evaluation.gold import GoldError, read_gold, slug
from articles.nlp.evaluation.report import evaluate
from articles.nlp.types import (
    Annotation,
    EntityRecord,
    MeetingRecord,
    MentionRecord,
    ParticipantRecord,
    Span,
    StatementRecord,
)

TEXT = "Anna Lind a reçu Karl Moe à Oslo lundi. « Un bon début », a dit Lind."
PEOPLE = (EntityRecord("person", "Anna Lind", ("Lind",)), EntityRecord("person", "Karl Moe"))
OSLO = EntityRecord("place", "Oslo", known_id="oslo")


class Canned:
    """Gives back prepared annotations in order."""

    def __init__(self, *annotations: Annotation) -> None:
        self.annotations = annotations

    def annotate(self, texts: Iterable[tuple[str, date]]) -> Iterator[Annotation]:
        for _, annotation in zip(texts, self.annotations, strict=True):
            yield annotation


def place(words: str, occurrence: int = 0) -> Span:
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def gold_span(words: str, label: str, link: str, occurrence: int = 0) -> dict[str, object]:
    span = place(words, occurrence)
    return {"start": span.start, "end": span.end, "label": label, "text": words, "link": link}


def record(**changes: object) -> dict[str, object]:
    meeting = {"participants": ["Anna Lind", "Karl Moe"], "kind": "in_person", "status": "held"}
    return {
        "id": "a",
        "date": "2024-05-06",
        "text": TEXT,
        "spans": [
            gold_span("Anna Lind", "PER", "anna-lind"),
            gold_span("Karl Moe", "PER", "karl-moe"),
            gold_span("Oslo", "GPE", "oslo"),
            gold_span("lundi", "DATE", "2024-05-06"),
            gold_span("Lind", "PER", "anna-lind", occurrence=1),
        ],
        "meetings": [{**meeting, "date": "2024-05-06", "place": "Oslo"}],
        "statements": [{"speaker": "Anna Lind", "cue": "a dit", "direct": True, "quote": "Un bon début"}],
        **changes,
    }


def write(path: Path, *records: object) -> Path:
    path.write_text("\n".join(json.dumps(item) for item in records), encoding="utf-8")
    return path


def annotation(**changes: object) -> Annotation:
    both = (ParticipantRecord(0), ParticipantRecord(1))
    fields: dict[str, object] = {
        "entities": (*PEOPLE, OSLO),
        "mentions": (
            MentionRecord(place("Anna Lind"), "PER", 0),
            MentionRecord(place("Karl Moe"), "PER", 1),
            MentionRecord(place("Oslo"), "GPE", 2),
            MentionRecord(place("lundi"), "DATE", value="2024-05-06"),
            MentionRecord(place("Lind", 1), "PER", 0),
        ),
        "meetings": (MeetingRecord(both, "in_person", "held", "2024-05-06", 2),),
        "statements": (StatementRecord(place("Un bon début"), True, 0),),
        **changes,
    }
    return Annotation(**fields)  # type: ignore[arg-type]


def measure(tmp_path: Path, predicted: Annotation) -> dict[str, dict[str, object]]:
    gold = list(read_gold(write(tmp_path / "gold.jsonl", record())))
    return evaluate(Canned(predicted), gold).as_json()  # type: ignore[return-value]


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
