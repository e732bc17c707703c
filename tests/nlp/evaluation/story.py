"""One small article with its gold and a pre-annotation that is all right, to be spoilt as a test needs."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from articles.nlp.evaluation.gold import GoldRecord, read_gold
from articles.nlp.evaluation.matching import Match, match
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


def gold_records(folder: Path, *records: object) -> list[GoldRecord]:
    return list(read_gold(write(folder / "gold.jsonl", *(records or (record(),)))))


def matched(folder: Path, predicted: Annotation, **changes: object) -> Match:
    """The story beside a pre-annotation."""
    return match(gold_records(folder, record(**changes))[0], predicted)
