"""Spans over a text: trimmed, in order, without overlaps."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from articles.nlp.types import Span


class Spanned(Protocol):
    @property
    def span(self) -> Span: ...


T = TypeVar("T", bound=Spanned)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends, or nothing where only white space remains."""
    start, end = max(start, 0), min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def without_overlaps(ranked: Iterable[T]) -> list[T]:
    """The items that come first win over those they overlap; the result is in text order."""
    kept: list[T] = []
    taken: set[int] = set()
    for item in ranked:
        places = range(item.span.start, item.span.end)
        if places and taken.isdisjoint(places):
            taken.update(places)
            kept.append(item)
    return sorted(kept, key=lambda item: (item.span.start, item.span.end))
