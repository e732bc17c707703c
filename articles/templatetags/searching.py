"""The parts of a search page that come in dozens, written at once: templates take long over many small pieces."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.forms.address import FacetLine
from articles.queries.meetings import Participant
from articles.templatetags.dates import country
from articles.templatetags.ui import actor_address

register = template.Library()

PLAIN, CURRENT = (format_html("{}" + words, "") for words in ("", ' aria-current="true"'))


@register.simple_tag
def facet_rows(lines: Iterable[FacetLine]) -> SafeString:
    """Counts as links; a chosen one is taken away by its link."""
    rows = (
        (each.url, CURRENT if each.chosen else PLAIN, each.name, " ×" if each.chosen else "", each.count)
        for each in lines
    )
    return format_html_join("\n", '<tr><td><a href="{}"{}>{}{}</a></td><td>{}</td></tr>', rows)


@register.simple_tag
def people(participants: Iterable[Participant], here: str = "") -> SafeString:
    """Who met, each with the way to his page; `here` is the slug of the actor whose page this is."""
    linked = (
        each.actor.name
        if each.actor.slug == here
        else format_html('<a href="{}">{}</a>', actor_address(each.actor.slug), each.actor.name)
        for each in participants
    )
    return format_html_join(" — ", "{}", ((one,) for one in linked))


@register.simple_tag
def posts(participants: Iterable[Participant]) -> SafeString:
    """Post and country of each who met, where either is known."""
    told = (
        ", ".join(filter(None, (each.post, each.actor.country and country(each.actor.country))))
        for each in participants
    )
    return format_html_join("\n", '<span class="post">{}</span>', ((words,) for words in told if words))
