"""Words with some mentions made blank, so that what stands around these can be looked at."""

from collections.abc import Iterable

from articles.nlp.types import MentionRecord, Span

#: Names, in which no word is one of the clause.
NAMED = frozenset({"PER", "ORG", "GPE", "LOC"})


def blanked(text: str, span: Span, mentions: Iterable[MentionRecord]) -> str:
    """The words of a span, as long as they were, without those of the mentions inside."""
    words = list(text[span.start : span.end])
    for one in mentions:
        if one.span.within(span):
            words[one.span.start - span.start : one.span.end - span.start] = " " * (one.span.end - one.span.start)
    return "".join(words)


def without(labels: frozenset[str], text: str, span: Span, mentions: Iterable[MentionRecord]) -> str:
    """The same without all mentions of some labels."""
    return blanked(text, span, (one for one in mentions if one.label in labels))
