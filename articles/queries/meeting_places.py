"""Where the meetings of a search took place, and an actor's ways from one to the next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from django.db.models import Count

from articles.enums import MeetingKind, MeetingStatus, PlaceKind
from articles.gazetteer import Point
from articles.models import Place
from articles.queries.counting import TOTAL, Part, counted
from articles.queries.facets import compiled, named
from articles.queries.meeting_days import NARROW, counted_in
from articles.queries.meeting_search import MeetingSearch, find_indexed
from articles.stretches import Stretch

#: A map has no more places than it can show apart, and no more ways than can be told apart.
PLACES, LEGS = 150, 30
#: Who is elsewhere after so long did not come straight from there.
LONGEST_WAY = timedelta(days=14)
#: The latest meetings that ways are looked for in.
MEETINGS_READ = 400
FACE_TO_FACE = (MeetingKind.IN_PERSON, MeetingKind.VISIT, MeetingKind.MULTILATERAL)


@dataclass(frozen=True, slots=True)
class PlaceMet:
    """A place and how many of the meetings were there; `point` only where it is known."""

    pk: int
    slug: str
    name: str
    country: str
    kind: str
    number: int
    point: Point | None


@dataclass(frozen=True, slots=True)
class Leg:
    """From the place of a meeting to that of the next; `number` meetings may have been in these days."""

    start: PlaceMet
    end: PlaceMet
    days: Stretch
    number: int


@dataclass(frozen=True)
class Whereabouts:
    places: list[PlaceMet]
    legs: list[Leg]
    #: Meetings of which no place is told; whether there are more places, and more ways.
    untold: int = 0
    places_cut: bool = False
    legs_cut: bool = False


def whereabouts(search: MeetingSearch) -> Whereabouts:
    """Ways only of one person or body: those of a country's people would be of nobody."""
    often = find_indexed(search).order_by().values_list("place").annotate(number=Count("pk"))
    numbers = dict(often.order_by("-number", "place"))
    untold = numbers.pop(None, 0)
    shown = list(numbers)[:PLACES]
    places = {place.pk: met(place, numbers[place.pk]) for place in Place.objects.filter(pk__in=shown)}
    stops = stops_of(search, places) if search.actor and search.actor.actors else []
    legs = legs_between(stops)
    return Whereabouts(
        places=[places[pk] for pk in shown if pk in places],
        legs=with_numbers(search, legs[-LEGS:]),
        untold=untold,
        places_cut=len(numbers) > PLACES,
        legs_cut=len(legs) > LEGS or len(stops) == MEETINGS_READ,
    )


def met(place: Place, number: int) -> PlaceMet:
    return PlaceMet(place.pk, place.slug, place.name, place.country, place.kind, number, place.point)


def stops_of(search: MeetingSearch, places: dict[int, PlaceMet]) -> list[tuple[Stretch, PlaceMet]]:
    """The latest meetings face to face of which day and place are told, the earliest first."""
    held = find_indexed(search).filter(status=MeetingStatus.HELD, kind__in=FACE_TO_FACE, place__in=places)
    rows = held.exclude(starts_on=None).order_by("-starts_on", "-meeting_id")
    found = list(rows.values_list("starts_on", "ends_on", "place")[:MEETINGS_READ])
    return [
        (Stretch(start, end), places[place])
        for start, end, place in reversed(found)
        if start and end and end - start < NARROW and places[place].point
    ]


def legs_between(stops: Sequence[tuple[Stretch, PlaceMet]]) -> list[Leg]:
    """Each change of place; a country after one of its own cities, or the other way round, is none."""
    legs: list[Leg] = []
    for (left, start), (reached, end) in pairwise(stops):
        if start.pk != end.pk and not within(start, end) and reached.start - left.end <= LONGEST_WAY:
            legs.append(Leg(start, end, Stretch(left.start, max(reached.end, left.end)), 0))
    return legs


def within(one: PlaceMet, other: PlaceMet) -> bool:
    return one.country == other.country and PlaceKind.COUNTRY in {one.kind, other.kind}


def with_numbers(search: MeetingSearch, legs: Iterable[Leg]) -> list[Leg]:
    """With how many meetings the search finds in the days of each, in one query for all."""
    legs = list(legs)
    stretches = list(dict.fromkeys(leg.days for leg in legs))
    if not stretches:
        return []
    found = counted([Part("total", search, TOTAL), counted_in("legs", search, stretches)], compiled, named)
    numbers = {each.value: each.count for each in found.facets.get("legs", [])}
    return [Leg(leg.start, leg.end, leg.days, numbers["/".join(leg.days.asked)]) for leg in legs]
