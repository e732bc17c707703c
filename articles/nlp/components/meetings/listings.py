"""A phrase that names actors, and several joined to a list."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from articles.nlp.reference import Reference
from articles.nlp.types import Span

#: How far behind somebody's name that of wife or husband stands.
NEAR = 50
SPOUSE = re.compile(
    r"\b(?:et|avec|par|de|d['’′]|,)\s?(?:de\s)?(?:son|sa)\s(?:épouse|époux|mari|femme|compagne|compagnon|conjointe?),?\s"
    r"(?:MM?\.\s|Mme\s|la\s\w+\s)?$"
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


def without_spouses(text: str, phrases: Sequence[Phrase], sentence: Span) -> list[Phrase]:
    """Wife or husband of somebody is told of as part of him: `X et son épouse Y`, `X, accompagné de son mari, Y`."""
    kept: list[Phrase] = []
    for phrase in phrases:
        start = phrase.members[0].span.start
        if SPOUSE.search(text, sentence.start, start) is None:
            kept.append(phrase)
        elif kept and start - kept[-1].span.end < NEAR:
            kept[-1] = replace(kept[-1], span=Span(kept[-1].span.start, phrase.span.end))
    return kept


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


def separate(listing: Listing, *, each: bool) -> list[list[Reference]]:
    """The members in groups that met together: `puis`, `ainsi que` and a repeated `avec` begin another meeting."""
    groups: list[list[Reference]] = [list(listing.phrases[0].members)]
    for phrase, link in zip(listing.phrases[1:], listing.links, strict=True):
        if each or link in {"puis", "et puis", "ainsi que"} or repeats(phrase, listing):
            groups.append(list(phrase.members))
        else:
            groups[-1].extend(phrase.members)
    return groups


def repeats(phrase: Phrase, listing: Listing) -> bool:
    return listing.marker == "avec" and phrase.marker == "avec"
