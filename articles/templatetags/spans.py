"""The words of a span, and words as they read."""

from django import template

from articles.models import ReadingMention, Ruling, Statement
from articles.nlp.legible import legible as as_read

register = template.Library()


@register.filter
def span(text: str, statement: Statement) -> str:
    """What a statement quotes."""
    return text[statement.quote_start : statement.quote_end]


@register.filter
def legible(words: str) -> str:
    """`l’Union` for a stored `l&rsquo;Union`; for show only, and escaped by the template like any words."""
    return as_read(words)


@register.simple_tag
def marked_words(text: str, mark: ReadingMention | Ruling) -> str:
    """The words of a span, as they read."""
    return as_read(text[mark.start : mark.end])
