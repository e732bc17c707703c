"""Misses for people and for programs: one line says what is wrong, the next shows it in its text."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.nlp.evaluation.gold import LABELS, GoldRecord
from articles.nlp.evaluation.misses import KINDS, MEETING_KINDS, MENTION_KINDS, STATEMENT_KINDS, Miss

#: Characters of text shown on either side.
CONTEXT = 60
#: A longer passage is cut in its middle.
LONGEST = 240
LEGEND = "[words of the gold] {words proposed}"
#: Names that stand for several kinds in a filter.
GROUPS = {"mentions": MENTION_KINDS, "meetings": MEETING_KINDS, "statements": STATEMENT_KINDS}


@dataclass(frozen=True, slots=True)
class Placed:
    """A miss in the article it was found in."""

    record: GoldRecord
    miss: Miss

    @property
    def line(self) -> int:
        """The line of the text, the first being 1."""
        return self.record.text.count("\n", 0, self.miss.span.start) + 1

    def as_json(self) -> dict[str, object]:
        miss, span = self.miss, self.miss.span
        return {
            "file": self.record.file,
            "article": self.record.id,
            "line": self.line,
            "start": span.start,
            "end": span.end,
            "kind": miss.kind,
            "label": miss.label or None,
            "gold": miss.gold or None,
            "proposed": miss.proposed or None,
            "origin": miss.origin or None,
            "confidence": miss.confidence,
            "context": in_context(self.record.text, miss),
        }


class FilterError(ValueError):
    """A filter that names neither a label nor a kind of miss."""


def chosen(found: Iterable[Placed], words: str) -> list[Placed]:
    """The misses a filter like `ORG,boundary` asks for: of any label it names and of any kind it names."""
    labels, kinds = read_filter(words)
    return [item for item in found if item.miss.label in labels and item.miss.kind in kinds]


def read_filter(words: str) -> tuple[set[str], set[str]]:
    """The labels and the kinds to show; where a filter names none of either, all."""
    names = [name.strip() for name in words.split(",") if name.strip()]
    labels = {name.upper() for name in names if name.upper() in LABELS}
    kinds = {kind for name in names for kind in GROUPS.get(name.lower(), (name.lower(),)) if kind in KINDS}
    known = {*LABELS, *(kind.upper() for kind in (*KINDS, *GROUPS))}
    if unknown := [name for name in names if name.upper() not in known]:
        allowed = ", ".join((*LABELS, *KINDS, *GROUPS))
        raise FilterError(f"{', '.join(unknown)} is no label or kind of miss; there are {allowed}")
    return labels or {*LABELS, ""}, kinds or set(KINDS)


def lines(found: Iterable[Placed]) -> list[str]:
    """The listing for people: two lines a miss, the first with all that one may search for."""
    return [line for item in found for line in (_headline(item), f"    {in_context(item.record.text, item.miss)}")]


def _headline(item: Placed) -> str:
    miss = item.miss
    what = f"{miss.kind} {miss.label}".strip()
    where = f"{item.record.id}, line {item.line}, {miss.span.start}-{miss.span.end}"
    gold = f"gold {miss.gold}" if miss.gold else ""
    by = f" ({miss.origin} {miss.confidence:.2f})" if miss.confidence is not None else ""
    proposed = f"proposed {miss.proposed}{by}" if miss.proposed else ""
    return f"{what:<18} {where}: {' | '.join(side for side in (gold, proposed) if side)}"


def in_context(text: str, miss: Miss) -> str:
    """The words around, on one line, with the gold in brackets and the proposal in braces."""
    span = miss.span
    start, end = max(0, span.start - CONTEXT), min(len(text), span.end + CONTEXT)
    marks = [
        (place, order, mark)
        for found, (inner, opening), (outer, closing) in (
            (miss.gold_span, (2, "["), (1, "]")),
            (miss.proposed_span, (3, "{"), (0, "}")),
        )
        if found is not None
        for place, order, mark in ((found.start, inner, opening), (found.end, outer, closing))
    ]
    shown, position = "…" if start else "", start
    for place, _, mark in sorted(marks):
        shown, position = shown + text[position:place] + mark, place
    shown += text[position:end] + ("…" if end < len(text) else "")
    return _shortened(" ".join(shown.split()))


def _shortened(passage: str) -> str:
    half = LONGEST // 2
    return passage if len(passage) <= LONGEST else f"{passage[:half]} […] {passage[-half:]}"
