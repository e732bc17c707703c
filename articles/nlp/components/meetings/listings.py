"""A phrase that names actors, and several joined to a list."""

from dataclasses import dataclass

from articles.nlp.reference import Reference
from articles.nlp.types import Span


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
