"""Every miss of an article is told once, with what was expected and what came."""

from dataclasses import replace
from pathlib import Path

from articles.nlp.evaluation.misses import Miss, misses
from articles.nlp.types import (
    EvidenceRecord,
    MeetingRecord,
    MentionRecord,
    ParticipantRecord,
    StatementRecord,
)
from tests.nlp.evaluation.story import annotation, matched, place


def test_misses_are_none_where_all_is_right(tmp_path: Path) -> None:
    assert misses(matched(tmp_path, annotation())) == []


def test_misses_tell_missing_spurious_and_mended_mentions_in_text_order(tmp_path: Path) -> None:
    mentions = (
        MentionRecord(place("Karl"), "PER", 1, confidence=0.8, origin="newsdesk_names"),
        MentionRecord(place("Oslo"), "LOC", 2, confidence=0.9, origin="spacy_ner"),
        MentionRecord(place("lundi"), "DATE", value="2024-05-06"),
        MentionRecord(place("début"), "ORG", confidence=0.6, origin="spacy_ner"),
        MentionRecord(place("Lind", 1), "PER", 0),
    )

    found = misses(matched(tmp_path, annotation(mentions=mentions)))

    karl, oslo, debut = place("Karl"), place("Oslo"), place("début")
    assert found == [
        Miss("missing", "PER", "PER “Anna Lind”", "", place("Anna Lind"), None),
        Miss("boundary", "PER", "PER “Karl Moe”", "PER “Karl”", place("Karl Moe"), karl, "newsdesk_names", 0.8),
        Miss("label", "GPE", "GPE “Oslo”", "LOC “Oslo”", oslo, oslo, "spacy_ner", 0.9),
        Miss("spurious", "ORG", "", "ORG “début”", None, debut, "spacy_ner", 0.6),
    ]


def test_misses_tell_a_meeting_not_found_and_the_proposal_next_to_it(tmp_path: Path) -> None:
    evidence = (EvidenceRecord("sentence", place("Anna Lind a reçu Karl Moe")),)
    planned = MeetingRecord((ParticipantRecord(0), ParticipantRecord(1)), "call", "planned", evidence=evidence)

    found = misses(matched(tmp_path, annotation(meetings=(replace(planned, confidence=0.5),))))

    assert [(miss.kind, miss.gold, miss.proposed, miss.confidence) for miss in found] == [
        (
            "meeting-missing",
            "Anna Lind + Karl Moe: held, in_person, 2024-05-06, Oslo",
            "nearest Anna Lind + Karl Moe: planned, call",
            None,
        ),
        ("meeting-spurious", "", "Anna Lind + Karl Moe: planned, call", 0.5),
    ]
    assert found[1].span == place("Anna Lind a reçu Karl Moe")


def test_misses_tell_each_wrong_field_of_a_meeting(tmp_path: Path) -> None:
    both = (ParticipantRecord(0), ParticipantRecord(1))

    found = misses(matched(tmp_path, annotation(meetings=(MeetingRecord(both, "call", "held", "2024-05-06"),))))

    assert [(miss.kind, miss.gold, miss.proposed) for miss in found] == [
        ("meeting-field", "kind in_person", "kind call"),
        ("meeting-field", "place Oslo", "place nothing"),
    ]


def test_misses_tell_statements_missing_spurious_and_of_another_speaker(tmp_path: Path) -> None:
    wrong_speaker = StatementRecord(place("Un bon début"), True, 1, confidence=0.7)
    elsewhere = StatementRecord(place("Karl Moe à Oslo"), False)
    shorter = StatementRecord(place("Un"), True, 0)

    told = misses(matched(tmp_path, annotation(statements=(wrong_speaker, elsewhere))))
    missed = misses(matched(tmp_path, annotation(statements=(shorter,))))

    assert [(miss.kind, miss.gold, miss.proposed) for miss in told] == [
        ("statement-spurious", "", "indirect, by nothing"),
        ("statement-speaker", "speaker Anna Lind", "speaker Karl Moe"),
    ]
    assert [(miss.kind, miss.gold, miss.proposed, miss.gold_span, miss.proposed_span) for miss in missed] == [
        ("statement-spurious", "", "direct, by Anna Lind", None, place("Un")),
        (
            "statement-missing",
            "direct, by Anna Lind",
            "nearest direct, by Anna Lind",
            place("Un bon début"),
            place("Un"),
        ),
    ]
