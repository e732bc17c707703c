"""Who met whom around an actor: the people met most, and how often they met each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import connection

from articles.models import Actor
from articles.queries.counting import TOTAL, Part, counted, sql_of
from articles.queries.facets import compiled, named, people
from articles.queries.meeting_search import MeetingSearch, Party, find_indexed

#: A network has no more people than can be read, and no more ties than can be told apart.
PEOPLE, TIES = 60, 240


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the network; `number` is how often the one in the middle was met, or anybody at all."""

    pk: int
    slug: str
    name: str
    country: str
    number: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Two people by their place among the people, and how often they met."""

    one: int
    other: int
    number: int


@dataclass(frozen=True)
class Network:
    """`centre` is who was asked for, a country too."""

    centre: Party | None
    people: list[Person]
    ties: list[Tie]
    people_cut: bool = False
    ties_cut: bool = False


def network(search: MeetingSearch) -> Network:
    centre = search.actor or search.partner
    asked = replace(search, actor=centre, partner=None)
    counts = counted([Part("total", asked, TOTAL), people(asked, PEOPLE + 1)], compiled, named)
    facets = counts.facets.get("people", [])
    shown = facets[:PEOPLE]
    actors = {actor.slug: actor for actor in Actor.objects.filter(slug__in=[each.value for each in shown])}
    found = [
        Person(actor.pk, actor.slug, actor.name, actor.country, each.count)
        for each in shown
        if (actor := actors.get(each.value))
    ]
    ties = ties_between(replace(asked, actor=None), [person.pk for person in found])
    return Network(centre, found, ties[:TIES], len(facets) > PEOPLE, len(ties) > TIES)


def ties_between(search: MeetingSearch, keys: Sequence[int]) -> list[Tie]:
    """The strongest first; whom they met besides is not looked at."""
    if len(keys) < 2:
        return []
    places = {key: place for place, key in enumerate(keys)}
    rows = find_indexed(search).filter(actors__overlap=list(keys)).order_by().values("meeting_id", "actors")
    sql, params = sql_of(rows)
    with connection.cursor() as cursor:
        cursor.execute(f"WITH found AS ({sql}) {PAIRS}", [*params, list(keys), TIES + 1])
        return [Tie(places[one], places[other], number) for one, other, number in cursor.fetchall()]


PAIRS = """, taking AS (
    SELECT meeting_id, who FROM found, unnest(actors) AS who WHERE who = ANY (%s)
)
SELECT one.who, other.who, count(*) FROM taking one JOIN taking other USING (meeting_id)
WHERE one.who < other.who GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT %s
"""
