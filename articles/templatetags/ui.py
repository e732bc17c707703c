"""Small filters for templates; none of them reads the database."""

import re
from datetime import date
from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.urls import get_script_prefix, reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from articles.enums import MentionLabel, PlaceKind
from articles.models import Place
from articles.templatetags.dates import day as in_words
from newsdesk.landing import landing_of
from newsdesk.stylesheet import style_sheet

register = template.Library()

NBSP = "\u00a0"


@register.simple_tag
def style_sheet_address() -> str:
    """Of the one style sheet, as it is now."""
    return view_address("style-sheet", style_sheet().digest)


@register.simple_tag
def fixed_part(name: str) -> SafeString:
    """A part of a page that says the same to everybody who reads the same language; it may ask for the labels only."""
    return shown_alike(name, get_language(), get_script_prefix())


@lru_cache(maxsize=100)
def shown_alike(name: str, _language: str | None, _prefix: str) -> SafeString:
    return render_to_string(name, {"labels": list(enumerate(MentionLabel.choices, 1))})


@register.simple_tag
def page_sections(here: str, may_edit: object) -> SafeString:
    """The main ways through the desk, that of the page marked; `may_edit` says whether with those of editors."""
    return sections(get_language(), get_script_prefix(), here, bool(may_edit))


@lru_cache(maxsize=500)
def sections(_language: str | None, _prefix: str, here: str, may_edit: bool) -> SafeString:
    return render_to_string("components/_sections.html", {"here": here, "may_edit": may_edit})


@register.filter
def letter(label: str) -> str:
    """The letter a mention carries besides its colour."""
    letters = {
        MentionLabel.PER: pgettext("letter of a label", "P"),
        MentionLabel.ROLE: pgettext("letter of a label", "R"),
        MentionLabel.ORG: pgettext("letter of a label", "O"),
        MentionLabel.GPE: pgettext("letter of a label", "C"),
        MentionLabel.LOC: pgettext("letter of a label", "L"),
        MentionLabel.NORP: pgettext("letter of a label", "N"),
        MentionLabel.DATE: pgettext("letter of a label", "D"),
    }
    return letters.get(MentionLabel(label), "")


@register.filter
def actor_address(slug: str) -> str:
    """Where an actor's page is; remembered, as one page may name a hundred actors."""
    return address_under(get_script_prefix(), slug)


@lru_cache(maxsize=5000)
def address_under(_prefix: str, slug: str) -> str:
    return reverse("actor-detail", args=[slug])


def page_address(name: str, key: int) -> str:
    """Where the page of a record is, by its number; remembered, as lists lead to dozens."""
    return numbered_address(get_script_prefix(), name, key)


@lru_cache(maxsize=5000)
def numbered_address(_prefix: str, name: str, key: int) -> str:
    return reverse(name, args=[key])


@register.simple_tag
def view_address(name: str, *parts: str) -> str:
    """Where a page stands of which there is one; remembered, as every page leads to a dozen."""
    return sole_address(get_script_prefix(), name, parts)


@lru_cache(maxsize=500)
def sole_address(_prefix: str, name: str, parts: tuple[str, ...]) -> str:
    return reverse(name, args=parts)


@register.filter
def place_address(place: Place) -> str:
    """Where the dossier of a place is; a country has one of its own."""
    if place.kind == PlaceKind.COUNTRY and place.country:
        return reverse("country-detail", args=[place.country])
    return reverse("place-detail", args=[place.slug])


@register.filter
def date_value(value: str) -> str:
    """`2023-11-06`, `2023-11`, `2023` or `start/end` in words, with the precision it has."""
    first, slash, last = value.partition("/")
    return f"{day_or_longer(first)} – {day_or_longer(last)}" if slash else day_or_longer(first)


def day_or_longer(value: str) -> str:
    match [int(part) for part in value.split("-") if part]:
        case [year, month, day]:
            return in_words(date(year, month, day))
        case [year, month]:
            return date_format(date(year, month, 1), "YEAR_MONTH_FORMAT")
    return value


@register.filter
def of(mapping: object, key: object) -> object:
    """What a mapping holds under a key; nothing where there is no mapping."""
    return mapping.get(key, ()) if isinstance(mapping, dict) else ()


@register.filter
def unbroken(title: str) -> str:
    """A title whose French punctuation stays with the word before it; for show, never for stored text."""
    return re.sub(r" (?=[:;!?»])|(?<=«) ", NBSP, title)


@register.filter
def duration(minutes: int | None) -> str:
    """`2 h 30`, `45 min`; empty where nothing is told."""
    if not minutes:
        return ""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("%(minutes)d min") % {"minutes": rest}
    return f"{hours}{NBSP}h{NBSP}{rest:02d}" if rest else f"{hours}{NBSP}h"


@register.simple_tag(takes_context=True)
def landing(context: dict[str, Any]) -> str:
    """Ids of elements, the first of which there is takes the focus on this page."""
    request = context.get("request")
    return landing_of(request) if request is not None else ""
