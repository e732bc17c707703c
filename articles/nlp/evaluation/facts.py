"""Meetings and statements: which predicted record tells the same fact as a gold one."""

import re
from collections.abc import Iterable, Sequence

from articles.nlp.evaluation.gold import GoldMeeting, GoldRecord, GoldStatement
from articles.nlp.evaluation.identity import Identities
from articles.nlp.types import Annotation, MeetingRecord, Span, StatementRecord

#: Two quotes are the same when they share this much of their words (Dice).
SAME_QUOTE = 0.8
FIELDS = ("kind", "date", "place", "duration")


def match_meetings(record: GoldRecord, predicted: Annotation, identities: Identities) -> list[tuple[int, int]]:
    """Pairs of the same participants and status, the best agreeing first."""
    if not record.has("meetings"):
        return []
    pairs = [
        (sum(agreement(gold, meeting, identities).values()), number, index)
        for number, gold in enumerate(record.meetings)
        for index, meeting in enumerate(predicted.meetings)
        if same_meeting(gold, meeting, identities)
    ]
    return _best_pairs(pairs)


def same_meeting(gold: GoldMeeting, meeting: MeetingRecord, identities: Identities) -> bool:
    entities = [participant.entity for participant in meeting.participants]
    return gold.status == meeting.status and identities.same_all(gold.participants, entities)


def agreement(gold: GoldMeeting, meeting: MeetingRecord, identities: Identities) -> dict[str, bool]:
    return {
        "kind": gold.kind == meeting.kind,
        "date": gold.date == meeting.date,
        "place": identities.same(gold.place, meeting.place),
        "duration": gold.duration == meeting.duration,
    }


def match_statements(record: GoldRecord, predicted: Annotation) -> list[tuple[int, int]]:
    """Pairs of nearly the same quoted words, the likest first."""
    if not record.has("statements"):
        return []
    pairs = [
        (best, number, index)
        for number, gold in enumerate(record.statements)
        for index, statement in enumerate(predicted.statements)
        if (best := likeness(record.text, gold, statement)) >= SAME_QUOTE
    ]
    return _best_pairs(pairs)


def likeness(text: str, gold: GoldStatement, statement: StatementRecord) -> float:
    """How much of their words two quotes share, by place in the text: 1 for the same words."""
    found = _words(text, statement.quote)
    return max(2 * len(found & words) / (len(found) + len(words) or 1) for words in _each(text, gold.quotes))


def _each(text: str, spans: Iterable[Span]) -> Iterable[set[int]]:
    return (_words(text, span) for span in spans)


def _words(text: str, span: Span) -> set[int]:
    return {word.start() for word in re.finditer(r"\w+", text) if span.start <= word.start() < span.end}


def _best_pairs(pairs: Sequence[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Pairs that share no member, the highest score first, then in text order."""
    matched: list[tuple[int, int]] = []
    for _, number, index in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if all(number != one and index != other for one, other in matched):
            matched.append((number, index))
    return matched
