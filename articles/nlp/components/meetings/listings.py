"""A phrase that names actors, and several joined to a list."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from articles.nlp.reference import Reference
from articles.nlp.types import Span

#: What is told of one of a list before the next: `X, dont le pays préside l'Union, Y et Z ont`.
RELATIVE = re.compile(r",\s(?:dont|qui|lequel|laquelle)\s[^;:.«»]{3,90},\s")
PLURAL = re.compile(
    r",?\s(?:(?:se|s['’′]|y|lui|leur|[a-zé]+ment)\s?)*"
    r"(?:ont|sont|avaient|étaient|vont|doivent|devaient|[a-zà-ÿ]{2,}(?:aient|eront|iront|dront|vront))\b"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """`span` is the whole phrase; `marker` the preposition that governs it, empty for a subject or an object."""

    span: Span
    members: tuple[Reference, ...]
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Phrases joined by commas and `et`; `links` says by what, for all but the first."""

    phrases: tuple[Phrase, ...]
    links: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.phrases[0].span.start, self.phrases[-1].span.end)

    @property
    def marker(self) -> str:
        return self.phrases[0].marker

    @property
    def members(self) -> list[Reference]:
        return [member for phrase in self.phrases for member in phrase.members]


def named(phrases: Sequence[Phrase], links: Sequence[str], kind: Callable[[Reference], str]) -> Listing:
    """A list; of `les ministres turc, russe et iranien, X, Y et Z` only those who are named, once."""
    first, behind = phrases[0], [one for each in phrases[1:] for one in each.members]
    described = len(first.members) > 1 and list(links[:1]) == [","] and len(behind) == len(first.members)
    if (
        not described
        or {kind(one) for one in first.members} != {"state"}
        or {kind(one) for one in behind} != {"person"}
    ):
        return Listing(tuple(phrases), tuple(links))
    head = replace(phrases[1], span=Span(first.span.start, phrases[1].span.end), marker=first.marker)
    return Listing((head, *phrases[2:]), tuple(links[1:]))


def across_relatives(listings: Sequence[Listing], text: str) -> Iterator[Listing]:
    """The lists, those joined that only a relative clause between commas parts, with the verb of all behind."""
    at = 0
    while at < len(listings):
        first = listings[at]
        for index, each in enumerate(listings[at + 1 :], at + 1):
            if behind := _behind_relative(first, each, text):
                first, at = Listing((*first.phrases, *behind.phrases), (*first.links, ",", *behind.links)), index
                break
        yield first
        at += 1


def _behind_relative(first: Listing, last: Listing, text: str) -> Listing | None:
    """The rest of a list, without what belongs to the relative clause: `dont le pays préside l'Union, Y et Z ont`."""
    if first.marker or last.marker or last.links[-1:] not in {("et",), ("ainsi que",)}:
        return None
    if not PLURAL.match(text, last.span.end):
        return None
    for start in range(len(last.phrases) - 1):
        if RELATIVE.fullmatch(text, first.span.end, last.phrases[start].span.start):
            return Listing(last.phrases[start:], last.links[start:])
    return None
