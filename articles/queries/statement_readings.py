"""Statements of two readings side by side: which of them are the same, and how far the readers agree."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from articles.agreement import Agreement, Marked, agreement, shared_words, span_f1
from articles.models import Reading, ReadingStatement, Statement
from articles.queries.suggestions import current_actor

Told = TypeVar("Told", Statement, ReadingStatement)

#: Two readers found the same statement where their quotes share so much of their words, as in `evaluate`.
SAME_QUOTE = 0.8
#: What is compared where both found it.
FIELDS = ("speaker", "quote", "cue", "addressee", "direct")


@dataclass(frozen=True, slots=True)
class StatementPair:
    """What both found said in common words, or one of them found."""

    key: str
    first: ReadingStatement | None
    second: ReadingStatement | None

    @property
    def is_same(self) -> bool:
        return self.first is not None and self.second is not None and facts(self.first) == facts(self.second)


@dataclass(frozen=True, slots=True)
class StatementAgreement:
    """F1 of statements with nearly the same quote, alpha over the words said, and how often each field is the same."""

    found: Agreement
    alike: dict[str, int]


def facts(row: Statement | ReadingStatement) -> dict[str, object]:
    """What a row says, people as whom the collection knows them by now."""
    return {
        "speaker": current_actor(row.speaker) if row.speaker else None,
        "quote": (row.quote_start, row.quote_end),
        "cue": (row.cue_start, row.cue_end),
        "addressee": current_actor(row.addressee) if row.addressee else None,
        "addressed": (row.addressed_start, row.addressed_end),
        "direct": row.direct,
    }


def statement_pairs(text: str, first: Reading, second: Reading) -> list[StatementPair]:
    """As in the text; where one reader sees one statement and the other two, the likest two are a pair."""
    ours, theirs = list(first.statements.all()), list(second.statements.all())
    matched = dict(best_pairs(text, ours, theirs))
    pairs = [StatementPair(f"s{each.pk}", each, matched.get(each)) for each in ours]
    alone = [each for each in theirs if each not in matched.values()]
    return sorted([*pairs, *(StatementPair(f"s{each.pk}", None, each) for each in alone)], key=place_of)


def place_of(pair: StatementPair) -> tuple[int, int]:
    row = pair.first or pair.second
    return (row.quote_start, row.pk) if row else (0, 0)


def best_pairs(
    text: str, ours: Sequence[ReadingStatement], theirs: Sequence[Told]
) -> list[tuple[ReadingStatement, Told]]:
    """Each with the one whose quote shares most words with it, those of the same speaker first."""
    ranked = sorted(
        (-(facts(one)["speaker"] == facts(other)["speaker"]), -likeness, mine, yours)
        for mine, one in enumerate(ours)
        for yours, other in enumerate(theirs)
        if (likeness := quotes_shared(text, one, other)) > 0
    )
    found: dict[int, int] = {}
    for _speaker, _likeness, mine, yours in ranked:
        if mine not in found and yours not in found.values():
            found[mine] = yours
    return [(ours[mine], theirs[yours]) for mine, yours in found.items()]


def quotes_shared(text: str, one: Statement | ReadingStatement, other: Statement | ReadingStatement) -> float:
    return shared_words(text, (one.quote_start, one.quote_end), (other.quote_start, other.quote_end))


def statement_agreement(readings: Iterable[tuple[str, Reading, Reading]]) -> StatementAgreement:
    """Over several texts with the two readings of each."""
    first = second = 0
    both: list[tuple[dict[str, object], dict[str, object]]] = []
    said: list[tuple[str, list[Marked], list[Marked]]] = []
    for text, one, other in readings:
        said.append((text, words_said(one), words_said(other)))
        for pair in statement_pairs(text, one, other):
            first, second = first + (pair.first is not None), second + (pair.second is not None)
            if pair.first and pair.second and quotes_shared(text, pair.first, pair.second) >= SAME_QUOTE:
                both.append((facts(pair.first), facts(pair.second)))
    found = Agreement(first, second, len(both), span_f1(first, second, len(both)), agreement(said).alpha)
    return StatementAgreement(found, {name: sum(one[name] == other[name] for one, other in both) for name in FIELDS})


def words_said(reading: Reading) -> list[Marked]:
    return [(each.quote_start, each.quote_end, "said") for each in reading.statements.all()]
