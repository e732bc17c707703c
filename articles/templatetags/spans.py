"""The words of a span, and words as they read."""

from collections.abc import Iterable
from html import escape

from django import template
from django.http import QueryDict
from django.utils.safestring import SafeString, mark_safe

from articles.enums import AnnotationStatus, MentionLabel
from articles.models import ReadingMention, ReadingStatement, Ruling, Statement
from articles.nlp.legible import legible as as_read
from articles.queries.marks import Mark

register = template.Library()


@register.filter
def span(text: str, statement: Statement | ReadingStatement) -> str:
    """What a statement quotes."""
    return text[statement.quote_start : statement.quote_end]


@register.filter
def cue_of(text: str, statement: Statement | ReadingStatement) -> str:
    """The words that say that something is said; empty where there are none."""
    return "" if statement.cue_start is None else text[statement.cue_start : statement.cue_end]


@register.filter
def choice(sent: QueryDict, key: str) -> str:
    """What was sent for one of many like fields."""
    return sent.get(key, "")


@register.filter
def legible(words: str) -> str:
    """`l’Union` for a stored `l&rsquo;Union`; for show only, and escaped by the template like any words."""
    return as_read(words)


@register.simple_tag
def marked_words(text: str, mark: ReadingMention | Ruling) -> str:
    """The words of a span, as they read."""
    return as_read(text[mark.start : mark.end])


@register.simple_tag
def mention_links(mentions: Iterable[Mark], address: QueryDict) -> SafeString:
    """A list of mentions, each with the way to its panel; written at once, as an article may have thousands."""
    rest = address.copy()
    rest.pop("mention", None)
    before = f"?{rest.urlencode()}&" if rest else "?"
    labels = {each.value: str(each.label) for each in MentionLabel}
    statuses = {each.value: str(each.label) for each in AnnotationStatus}
    return mark_safe(  # noqa: S308 -- each part is escaped
        "\n".join(
            f'<li><a href="{escape(before)}mention={each.pk}#panel">{escape(as_read(each.text))}</a>'
            f' <span class="muted">{escape(labels[each.label])}, {escape(statuses[each.status])}</span></li>'
            for each in mentions
        )
    )
