"""Misses for people and for programs: one line says what is wrong, the next shows it in its text."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from articles.nlp.evaluation.gold import LABELS, GoldRecord
from articles.nlp.evaluation.misses import KINDS, LINK_KINDS, MEETING_KINDS, SPAN_KINDS, STATEMENT_KINDS, Miss

#: Characters of text shown on either side.
CONTEXT = 60
#: A longer passage is cut in its middle.
LONGEST = 240
LEGEND = "[words of the gold] {words proposed}"
#: Names that stand for several kinds in a filter.
GROUPS = {"spans": SPAN_KINDS, "links": LINK_KINDS, "meetings": MEETING_KINDS, "statements": STATEMENT_KINDS}


@dataclass(frozen=True, slots=True)
class Placed:
    """A miss in the article it was found in, as it is kept in files: `line` counts from 1, empty words are none."""

    file: str
    article: str
    line: int
    start: int
    end: int
    kind: str
    label: str
    gold: str
    proposed: str
    origin: str
    confidence: float | None
    context: str

    @classmethod
    def of(cls, record: GoldRecord, miss: Miss) -> "Placed":
        start, end = miss.span.start, miss.span.end
        return cls(
            file=record.file,
            article=record.id,
            line=record.text.count("\n", 0, start) + 1,
            start=start,
            end=end,
            kind=miss.kind,
            label=miss.label,
            gold=miss.gold,
            proposed=miss.proposed,
            origin=miss.origin,
            confidence=miss.confidence,
            context=in_context(record.text, miss),
        )

    @property
    def identity(self) -> tuple[object, ...]:
        """What makes it the same miss in another run, however sure that run was and whatever came near."""
        proposed = "" if self.kind.endswith("missing") else self.proposed
        return (self.file, self.article, self.kind, self.label, self.start, self.end, self.gold, proposed)

    def as_json(self) -> dict[str, object]:
        return asdict(self)


class FilterError(ValueError):
    """A filter that names neither a label nor a kind of miss."""


def chosen(found: Iterable[Placed], words: str) -> list[Placed]:
    """The misses a filter like `ORG,boundary` asks for: of any label it names and of any kind it names."""
    labels, kinds = read_filter(words)
    return [item for item in found if item.label in labels and item.kind in kinds]


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
    return [line for item in found for line in (_headline(item), f"    {item.context}")]


def _headline(item: Placed) -> str:
    gold = f"gold {item.gold}" if item.gold else ""
    by = f" ({item.origin} {item.confidence:.2f})" if item.confidence is not None else ""
    proposed = f"proposed {item.proposed}{by}" if item.proposed else ""
    sides = " | ".join(side for side in (gold, proposed) if side)
    return f"{item.kind} {item.label}".ljust(19) + f"{item.article}, line {item.line}, {item.start}-{item.end}: {sides}"


def in_context(text: str, miss: Miss) -> str:
    """The words around, on one line, with the gold in brackets and the proposal in braces."""
    span = miss.words
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
