"""When the meetings of a search took place: days, as far as they are told, with how many meetings have them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Count

from articles.queries.counting import TOTAL, Counts, Part, counted
from articles.queries.facets import PERIODS, YEARS, compiled, named
from articles.queries.meeting_search import UNDATED, MeetingSearch, find_indexed
from articles.stretches import Stretch, months

#: Meetings told over more days than this are of a month or a year; no day is theirs.
NARROW = timedelta(days=14)
#: How many years the choice of periods offers.
YEARS_OFFERED = 24


@dataclass(frozen=True, slots=True)
class Days:
    """The days that so many meetings of one kind and status may have taken place on."""

    start: date
    end: date
    kind: str
    status: str
    number: int

    @property
    def is_narrow(self) -> bool:
        return self.end - self.start < NARROW


def days_told(search: MeetingSearch) -> list[Days]:
    """One row for all meetings that share days, kind and status; those without a date have none."""
    dated = find_indexed(search).exclude(starts_on=None).order_by()
    rows = dated.values_list("starts_on", "ends_on", "kind", "status").annotate(number=Count("pk"))
    return [Days(*row) for row in rows.order_by("starts_on", "ends_on", "kind", "status")]


def year_of(search: MeetingSearch) -> int | None:
    """The one year that the search asks for."""
    if search.start and search.end and search.start.year == search.end.year:
        return search.start.year
    return None


def periods_told(search: MeetingSearch) -> Counts:
    """All meetings found, those of each year whenever the search asks for, and of each month of a chosen year.

    Those without a date too, which no period finds.
    """
    anytime = replace(search, start=None, end=None, undated=False)
    parts = [Part("total", search, TOTAL), Part("years", anytime, YEARS, [YEARS_OFFERED])]
    parts.append(Part("always", anytime, "SELECT '', '', count(*) FROM {found}"))
    parts.append(Part(UNDATED, anytime, "SELECT '', '', count(*) FROM {found} WHERE starts_on IS NULL"))
    if chosen := year_of(search):
        parts.append(counted_in("months", anytime, months(chosen)))
    return counted(parts, compiled, named)


def counted_in(name: str, search: MeetingSearch, stretches: list[Stretch]) -> Part:
    """How many meetings of a search may have been in each stretch, by what asks for it."""
    values = ", ".join(["(%s, %s::date, %s::date)"] * len(stretches))
    params = [value for each in stretches for value in ("/".join(each.asked), each.start, each.end)]
    return Part(name, search, PERIODS.replace("{values}", values), params)
