"""Dates as precise as a text gives them, periods, durations and countries, in the language of the page."""

from datetime import date
from functools import lru_cache
from typing import Protocol

from django import template
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from articles.enums import EvidenceField, MeetingKind, MeetingStatus, PlaceKind
from articles.queries.countries import country_name
from articles.queries.english_names import office_called, place_called

register = template.Library()

NO_BREAK_SPACE = "\u00a0"


class NamedPlace(Protocol):
    @property
    def kind(self) -> str: ...
    @property
    def country(self) -> str: ...
    @property
    def name(self) -> str: ...


@register.filter
def dated(value: str) -> str:
    """`2023-11-06`, `2023-11`, `2023` or a range of them, in words.

    >>> dated("2023")
    '2023'
    """
    start, _slash, end = value.partition("/")
    if not end or start == end:
        return moment(start)
    if len(start) != len(end):
        return f"{moment(start)} – {moment(end)}"
    return period(start, end)


def period(start: str, end: str) -> str:
    """A range between two dates of one precision; what both share is said once."""
    first, last = start.split("-"), end.split("-")
    if len(first) == 1:
        return f"{start}–{end}"
    opening = first if first[0] != last[0] else first[1:]
    if len(first) == 2:
        return f"{month_words(opening)} – {month_words(last)}"
    if first[:2] == last[:2]:
        opening = first[2:]
    return _("%(start)s to %(end)s") % {"start": day_words(opening), "end": day_words(last)}


def moment(value: str) -> str:
    """One date: with its weekday if the day is known."""
    return moment_in(get_language(), value)


@lru_cache(maxsize=20_000)
def moment_in(_language: str | None, value: str) -> str:
    """Remembered, as lists tell the same days again and again."""
    parts = value.split("-")
    if len(parts) == 3:
        weekday = WEEKDAYS[date.fromisoformat(value).weekday()]
        return _("%(weekday)s %(date)s") % {"weekday": weekday, "date": day_words(parts)}
    return month_words(parts) if len(parts) == 2 else value


def day_words(parts: list[str]) -> str:
    """`[year, month, day]`, or what of it remains to be said from the left."""
    number = int(parts[-1])
    day = pgettext("first day of a month", "1") if number == 1 else str(number)
    if len(parts) == 1:
        return day
    month = str(MONTHS[int(parts[-2])])
    return " ".join([day, month, *parts[:-2]])


def month_words(parts: list[str]) -> str:
    month = str(MONTHS[int(parts[-1])])
    return " ".join([month, *parts[:-1]])


@register.filter
def day(value: date | None) -> str:
    """A calendar day without its weekday."""
    return day_in(get_language(), value) if value else ""


@lru_cache(maxsize=20_000)
def day_in(_language: str | None, value: date) -> str:
    return day_words(value.isoformat().split("-"))


@register.filter
def duration(minutes: int | None) -> str:
    """Minutes as hours and minutes; nothing for nothing."""
    if not minutes:
        return ""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}{NO_BREAK_SPACE}min"
    if not rest:
        return f"{hours}{NO_BREAK_SPACE}h"
    return f"{hours}{NO_BREAK_SPACE}h{NO_BREAK_SPACE}{rest:02d}"


@register.filter
def country(code: str) -> str:
    """The name of the country with this ISO 3166-1 alpha-2 code."""
    return country_name(code)


@register.filter
def place_name(place: NamedPlace | None) -> str:
    """Countries in the language of the page, all else too where its English name is known."""
    if place is None:
        return ""
    is_country = place.kind == PlaceKind.COUNTRY and place.country
    return country_name(place.country) if is_country else place_called(place.name)


@register.filter
def office(title: str | None) -> str:
    """An office in the language of the page, where its English name is known."""
    return office_called(title or "")


@register.filter
def told(value: str | int, field: str) -> str:
    """A meeting's field as readers write it: its date, duration, status, kind or place."""
    if field == EvidenceField.DURATION:
        return duration(int(value))
    if field == EvidenceField.DATE:
        return dated(str(value))
    if field == EvidenceField.STATUS:
        return str(MeetingStatus(str(value)).label)
    if field == EvidenceField.PLACE:
        return place_called(str(value))
    return str(MeetingKind(str(value)).label) if field == EvidenceField.KIND else str(value)


@register.filter
def field_name(field: str) -> str:
    return str(EvidenceField(field).label)
