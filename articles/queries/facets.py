"""How the meetings found spread over people, countries, states and years."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Count, QuerySet
from django.db.models.functions import Coalesce

from articles.enums import MeetingStatus
from articles.models import Actor, MeetingParticipant
from articles.models.meeting import MeetingQuerySet
from articles.queries.countries import country_name
from articles.queries.meetings import MeetingSearch, Party, find_meetings

#: How many lines a list of counts has.
SHOWN = 12
#: People and countries are counted only for searches narrower than this: beyond it they cost more than they tell.
WIDEST = 10_000


@dataclass(frozen=True)
class Facet:
    """A value to narrow the search by, and how many meetings that leaves."""

    value: str
    name: str
    count: int
    chosen: bool = False


def people_in(meetings: MeetingQuerySet) -> QuerySet[MeetingParticipant]:
    return MeetingParticipant.objects.filter(meeting__in=meetings.order_by().values("pk"))


def counterparts(meetings: MeetingQuerySet, without: Iterable[int] = (), limit: int = SHOWN) -> list[Facet]:
    """Who takes part most often, besides those given."""
    rows = (
        people_in(meetings)
        .exclude(actor__in=list(without))
        .order_by()
        .values(who=Coalesce("actor__merged_into", "actor"))
        .annotate(number=Count("meeting", distinct=True))
        .order_by("-number", "who")[:limit]
    )
    numbers = {row["who"]: row["number"] for row in rows}
    actors = Actor.objects.in_bulk(list(numbers))
    return [Facet(actors[pk].slug, actors[pk].name, number) for pk, number in numbers.items()]


def countries(meetings: MeetingQuerySet, chosen: str = "", without: str = "") -> list[Facet]:
    """The countries in whose name people take part."""
    rows = (
        people_in(meetings)
        .exclude(actor__country__in=["", without])
        .values("actor__country")
        .annotate(number=Count("meeting", distinct=True))
        .order_by("-number", "actor__country")[:SHOWN]
    )
    codes = ((row["actor__country"], row["number"]) for row in rows)
    return [Facet(code, country_name(code), number, code == chosen) for code, number in codes]


def statuses(search: MeetingSearch) -> list[Facet]:
    """Counts as they would be without the choice of a status, so that another can be chosen."""
    found = find_meetings(replace(search, status="")).order_by().values_list("meeting_status")
    numbers = dict(found.annotate(number=Count("pk")))
    return [
        Facet(status.value, str(status.label), numbers[status.value], status.value == search.status)
        for status in MeetingStatus
        if status.value in numbers
    ]


def years(search: MeetingSearch) -> list[Facet]:
    """Meetings a year, newest first, without the choice of a period."""
    found = find_meetings(replace(search, start=None, end=None)).exclude(starts_on=None).order_by()
    rows = found.values_list("starts_on__year").annotate(number=Count("pk")).order_by("-starts_on__year")
    chosen = search.start.year if search.start and search.end and search.start.year == search.end.year else None
    return [Facet(str(year), str(year), number, year == chosen) for year, number in rows[:SHOWN]]


@dataclass(frozen=True)
class Facets:
    counterparts: list[Facet]
    countries: list[Facet]
    statuses: list[Facet]
    years: list[Facet]


def facets(search: MeetingSearch, number: int) -> Facets:
    """The counts beside a search that found this number of meetings."""
    found = find_meetings(search)
    narrow = number <= WIDEST
    return Facets(
        counterparts=counterparts(found, members(search.actor, search.partner)) if narrow else [],
        countries=countries(found, search.country) if narrow else [],
        statuses=statuses(search),
        years=years(search),
    )


def members(*parties: Party | None) -> list[int]:
    return [pk for party in parties if party for pk in party.actors]
