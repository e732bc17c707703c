"""Confidence as the measured share of like proposals that were right."""

import pytest

from articles.nlp.confidence import calibrated, evidence, kind_of, measured, shares
from articles.nlp.types import Annotation, MeetingRecord, MentionRecord, Span, StatementRecord

SURE = MentionRecord(Span(0, 4), "PER", confidence=0.95, origin="lexicon")
GUESS = MentionRecord(Span(5, 9), "PER", confidence=0.6, origin="model")


def told(mention: MentionRecord, right: int, wrong: int) -> list[tuple[str, str, bool]]:
    return [(kind_of(mention), evidence(mention), number < right) for number in range(right + wrong)]


def test_class_with_many_examples_has_its_own_share():
    table = measured([*told(SURE, 96, 4), *told(GUESS, 100, 100)])

    assert {name: (tally.proposals, tally.right) for name, (tally, _) in table.items()} == {
        "PER": (300, 196),
        "PER lexicon 0.95": (100, 96),
        "PER model 0.60": (200, 100),
    }
    assert table["PER lexicon 0.95"][1] == pytest.approx(0.96, abs=0.02)
    assert table["PER model 0.60"][1] == pytest.approx(0.5, abs=0.02)


def test_class_with_one_example_stays_near_its_kind():
    table = measured([*told(SURE, 90, 10), *told(GUESS, 0, 1)])

    assert 0.7 < table["PER model 0.60"][1] < table["PER"][1]


def test_every_sort_of_proposal_takes_its_share():
    meeting = MeetingRecord((), "call", "held", confidence=0.7)
    statement = StatementRecord(Span(0, 4), direct=True, confidence=0.85)
    table = {"PER model 0.60": 0.41, "PER": 0.9, "meeting": 0.5, "statement newsdesk_statements 0.85": 0.8}

    found = calibrated(Annotation(mentions=(SURE, GUESS), meetings=(meeting,), statements=(statement,)), table)

    assert [one.confidence for one in (*found.mentions, *found.meetings, *found.statements)] == [0.9, 0.41, 0.5, 0.8]


def test_link_takes_its_own_share():
    mention = MentionRecord(Span(0, 4), "PER", confidence=0.95, origin="lexicon", link_confidence=0.7)
    table = {"PER": 0.9, "link of PER": 0.8, "link of PER 0.70": 0.6}

    [found] = calibrated(Annotation(mentions=(mention,)), table).mentions

    assert (found.confidence, found.link_confidence) == (0.9, 0.6)


def test_class_nobody_counted_keeps_the_rank_of_its_component():
    assert calibrated(Annotation(mentions=(SURE,)), {}).mentions == (SURE,)


def test_shipped_table_holds_shares():
    assert shares()
    assert all(0 < share <= 1 for share in shares().values())
