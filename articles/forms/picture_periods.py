"""The periods of a picture as links: all times, each year, and the months of a chosen one."""

from dataclasses import dataclass

from django.utils.dates import MONTHS_AP
from django.utils.translation import gettext as _

from articles.forms.address import Address
from articles.queries.counting import Counts, Facet
from articles.queries.meeting_days import year_of
from articles.queries.meeting_search import MeetingSearch


@dataclass(frozen=True)
class Choice:
    """A link, how many meetings it leads to where that is told, and whether it is where the reader is."""

    name: str
    url: str
    number: int | None
    chosen: bool


def period_choices(search: MeetingSearch, address: Address, told: Counts) -> list[list[Choice]]:
    """One row or two; the oldest first, as time goes from left to right."""
    current = address.params.get("from", ""), address.params.get("to", "")
    always = told.number("always")
    anytime = current == ("", "") and not (search.start or search.undated)
    everything = Choice(_("all times"), asking(address, "", ""), always, anytime)
    years = [choice(each, each.value, address, current) for each in reversed(told.facets.get("years", []))]
    rows = [[everything, *years]] if len(years) > 1 or search.start or search.end else []
    if year_of(search):
        months = sorted(told.facets.get("months", []), key=lambda each: each.value)
        rows.append([choice(each, month_of(each), address, current) for each in months if each.count])
    return rows


def choice(facet: Facet, name: str, address: Address, current: tuple[str, str]) -> Choice:
    first, _slash, last = facet.value.partition("/")
    ends = first, last or first
    chosen = ends == current or (len(first) == 4 and current[0][:4] == current[1][:4] == first)
    return Choice(name, asking(address, *ends), facet.count, chosen)


def month_of(facet: Facet) -> str:
    return str(MONTHS_AP[int(facet.value[5:7])])


def asking(address: Address, first: str, last: str) -> str:
    return address.query(**{"from": first, "to": last, "period": None})
