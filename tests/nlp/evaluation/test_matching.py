"""Who answers whom: the surest pair first, and nothing twice."""

from pathlib import Path

from articles.nlp.types import MentionRecord, Span
from tests.nlp.evaluation.story import annotation, matched, place


def test_match_pairs_each_mention_once_and_says_what_is_wrong(tmp_path: Path) -> None:
    mentions = (
        MentionRecord(place("Anna Lind"), "ORG"),
        MentionRecord(place("Karl Moe à"), "PER"),
        MentionRecord(place("Oslo lundi"), "DATE"),
        MentionRecord(place("Un bon"), "LOC"),
    )

    pairs = matched(tmp_path, annotation(mentions=mentions)).mentions

    found = [(pair.gold and pair.gold.link, pair.mention and pair.mention.span, pair.outcome) for pair in pairs]
    assert found == [
        ("anna-lind", place("Anna Lind"), "label"),
        ("karl-moe", place("Karl Moe à"), "boundary"),
        ("oslo", None, "missing"),
        ("2024-05-06", place("Oslo lundi"), "boundary"),
        (None, place("Un bon"), "spurious"),
        ("anna-lind", None, "missing"),
    ]


def test_match_prefers_the_same_words_to_overlapping_ones_of_the_same_label(tmp_path: Path) -> None:
    start = place("Karl Moe").start
    mentions = (MentionRecord(Span(start, start + 4), "PER"), MentionRecord(place("Karl Moe"), "ORG"))

    pairs = matched(tmp_path, annotation(mentions=mentions)).mentions

    assert [pair.outcome for pair in pairs if pair.mention] == ["label", "spurious"]
