"""The words of a span."""

from django import template

from articles.models import Statement

register = template.Library()


@register.filter
def span(text: str, statement: Statement) -> str:
    """What a statement quotes."""
    return text[statement.quote_start : statement.quote_end]
