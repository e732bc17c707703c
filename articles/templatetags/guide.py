"""Examples of the guidelines, drawn as the desk draws annotated text."""

import re
from collections.abc import Iterator

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.enums import MentionLabel
from articles.templatetags.ui import letter

register = template.Library()

#: `[PER Antony Blinken]` is a mention; `[+ words]` evidence.
MARKED = re.compile(r"\[(\S+) ([^\]]+)\]")


@register.simple_tag
def example(marked: str) -> SafeString:
    """A French sentence with its marks: `[PER Antony Blinken] est à [GPE Ankara].`"""
    parts = format_html_join("", "{}", ((part,) for part in drawn(marked)))
    return format_html('<p class="text example" lang="fr">{}</p>', parts)


def drawn(marked: str) -> Iterator[str]:
    at = 0
    for found in MARKED.finditer(marked):
        yield marked[at : found.start()]
        yield mark(*found.groups())
        at = found.end()
    yield marked[at:]


def mark(name: str, words: str) -> SafeString:
    if name == "+":
        return format_html('<span class="evidence lit">{}</span>', words)
    label = MentionLabel(name)
    return format_html(
        '<mark class="{0}" data-label="{0}" data-letter="{1}" data-status="accepted">{2}</mark>',
        label.value,
        letter(label),
        words,
    )
