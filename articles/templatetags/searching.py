"""The parts of a search page that come in dozens, written at once: templates take long over many small pieces."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import Protocol

from django import template
from django.urls import get_script_prefix
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.forms.address import Chosen, FacetGroup, FacetLine
from articles.forms.picture_periods import Choice
from articles.queries.english_names import office_called
from articles.queries.who_was import country_told
from articles.templatetags.dates import country
from articles.templatetags.ui import actor_address

register = template.Library()


@register.simple_tag
def filters_in_use(chosen: Iterable[Chosen]) -> SafeString:
    """Each with a link that takes it away."""
    items = "".join(map(filter_in_use, chosen))
    return mark_safe(f'<ul class="chosen" aria-label="{escape(_("Filters in use"))}">{items}</ul>' if items else "")  # noqa: S308


def filter_in_use(each: Chosen) -> str:
    way_out = _("Take the filter away: %(title)s %(value)s") % {"title": each.title, "value": each.value}
    link = f'<a href="{escape(each.url)}" aria-label="{escape(way_out)}">×</a>'
    return f'<li><span class="muted">{escape(capfirst(each.title))}</span> {escape(each.value)} {link}</li>'


@register.simple_tag
def ways_to_look(ways: Iterable[Choice]) -> SafeString:
    """The list of what a search finds and its pictures; the one that is shown is marked."""
    links = "".join(map(way_to_look, ways))
    label = escape(_("Ways to look at these meetings"))
    return mark_safe(f'<nav class="ways" aria-label="{label}">{links}</nav>')  # noqa: S308 -- each part is escaped


def way_to_look(way: Choice) -> str:
    current = ' aria-current="page"' if way.chosen else ""
    return f'<a href="{escape(way.url)}"{current}>{escape(way.name)}</a>'


@register.simple_tag
def facet_sections(groups: Iterable[FacetGroup]) -> SafeString:
    """The counts beside what was found, each facet under its title."""
    return mark_safe("\n".join(map(facet_section, groups)))  # noqa: S308 -- each part is escaped


def facet_section(group: FacetGroup) -> str:
    return f"<section><h2>{escape(str(group.title))}</h2>\n<table>{facet_rows(group.lines)}</table></section>"


@register.simple_tag
def facet_rows(lines: Iterable[FacetLine]) -> SafeString:
    """Counts as links; a chosen one is taken away by its link."""
    return mark_safe("\n".join(map(facet_row, lines)))  # noqa: S308 -- each part is escaped


def facet_row(line: FacetLine) -> str:
    current, mark = (' aria-current="true"', " ×") if line.chosen else ("", "")
    link = f'<a href="{escape(line.url)}"{current}>{escape(line.name)}{mark}</a>'
    return f"<tr><td>{link}</td><td>{line.count}</td></tr>"


class Counted(Protocol):
    """The values of a facet, and how many records have one that is not shown."""

    @property
    def title(self) -> object: ...
    @property
    def lines(self) -> Iterable[FacetLine]: ...
    @property
    def rest(self) -> int: ...


@register.simple_tag
def counted_groups(groups: Iterable[Counted]) -> SafeString:
    """The counts beside what was found."""
    others = escape(_("others"))
    return mark_safe("".join(counted_group(group, others) for group in groups))  # noqa: S308


def counted_group(group: Counted, others: str) -> str:
    rest = f'<tr><td class="muted">{others}</td><td>{group.rest}</td></tr>' if group.rest else ""
    return f"""
  <section>
    <h2>{escape(str(group.title))}</h2>
    <table>{facet_rows(group.lines)}
      {rest}
    </table>
  </section>
"""


class Named(Protocol):
    @property
    def slug(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def country(self) -> str: ...


class Taking(Protocol):
    """Who takes part in a meeting, with the post held that day."""

    @property
    def actor(self) -> Named: ...
    @property
    def post(self) -> str: ...


@register.simple_tag
def people(participants: Iterable[Taking], here: str = "") -> SafeString:
    """Who met, each with the way to his page; `here` is the slug of the actor whose page this is."""
    return mark_safe(people_in(get_script_prefix(), participants, here))  # noqa: S308 -- each part is escaped


def people_in(prefix: str, participants: Iterable[Taking], here: str) -> str:
    who = (each.actor for each in participants)
    return " — ".join([person(prefix, one.slug, one.name, one.slug == here) for one in who])


@lru_cache(maxsize=5000)
def person(_prefix: str, slug: str, name: str, is_here: bool) -> str:
    return escape(name) if is_here else f'<a href="{actor_address(slug)}">{escape(name)}</a>'


@register.simple_tag
def posts(participants: Iterable[Taking]) -> SafeString:
    """Post and country of each who met, where either is known; of a state its name says the country."""
    return mark_safe(posts_in(get_language(), participants))  # noqa: S308


def posts_in(language: str | None, participants: Iterable[Taking]) -> str:
    spans = [post(language, each.actor.name, each.post, each.actor.country) for each in participants]
    return "\n".join(filter(None, spans))


@lru_cache(maxsize=5000)
def post(_language: str | None, name: str, title: str, land: str) -> str:
    called = office_called(title)
    land = land or ("" if called == title else country_told(title))  # the English name has it no more
    words = ", ".join(part for part in (called, land and country(land)) if part and part != name)
    return f'<span class="post">{escape(words)}</span>' if words else ""
