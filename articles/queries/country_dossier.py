"""A country: its diplomats by post and date, whom they meet, who comes, and the places there."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Max, Q, Window
from django.db.models.functions import RowNumber

from articles.enums import ActorKind, MeetingStatus
from articles.models import Actor, Post
from articles.queries.counting import Counts, Facet, Part, counted
from articles.queries.countries import country_name
from articles.queries.facets import CITIES, SHOWN, compiled, count, named
from articles.queries.meeting_search import MeetingSearch
from articles.queries.proofs_of_posts import Holding, holdings, joined
from articles.queries.who_was import with_land

#: How many offices a dossier lists, and how many holders of each.
OFFICES, HOLDERS = 12, 5


@dataclass(frozen=True)
class OfficeHeld:
    """An office and those the collection shows in it, the latest first; `number` counts all."""

    key: str
    holdings: list[Holding]
    number: int

    @property
    def title(self) -> str:
        return min((holding.post.title for holding in self.holdings), key=lambda title: (len(title), title))


@dataclass(frozen=True)
class CountryRow:
    """A country in the list of all: how many people of it, and how many meetings somebody of it took part in."""

    code: str
    people: int
    meetings: int

    @property
    def name(self) -> str:
        return country_name(self.code)


def offices_held(country: str) -> list[OfficeHeld]:
    """The offices with most holders, in two queries for all holders."""
    of_country = with_land(Post.objects.filter(actor__kind=ActorKind.PERSON)).filter(land=country)
    often = of_country.order_by().values("key").annotate(number=Count("actor", distinct=True), latest=Max("last"))
    numbers = {row["key"]: row["number"] for row in often.order_by("-number", "-latest", "key")[:OFFICES]}
    latest = Window(RowNumber(), partition_by="key", order_by=[F("last").desc(nulls_last=True), "pk"])
    posts = of_country.filter(key__in=numbers).annotate(place=latest).filter(place__lte=HOLDERS)
    found = holdings(posts.order_by(F("last").desc(nulls_last=True), "pk"), date.min, date.max)
    by_key: dict[str, list[Holding]] = {key: [] for key in numbers}
    for holding in found:
        by_key[holding.post.key].append(holding)
    return [OfficeHeld(key, joined(held), numbers[key]) for key, held in by_key.items() if held]


def partners(country: str) -> Counts:
    """How many meetings its people took part in, and those with whom, by country and by person."""
    return count(MeetingSearch(country=country, status=MeetingStatus.HELD))


def visits(country: str) -> MeetingSearch:
    """Meetings held there."""
    return MeetingSearch(place_country=country, status=MeetingStatus.HELD)


def visitors(country: str) -> list[Facet]:
    """People of other countries who met somebody there, and how often."""
    part = Part("visitors", visits(country), VISITORS, [country, SHOWN])
    return counted([part], compiled, named).facets.get("visitors", [])


def places_in(country: str) -> list[Facet]:
    """Where in the country people met, and how often."""
    return counted([Part("places", visits(country), CITIES, [SHOWN])], compiled, named).facets.get("places", [])


VISITORS = """
SELECT actor.slug, actor.name, number FROM (
    SELECT who, count(*) AS number FROM (SELECT unnest(actors) AS who FROM {found}) AS each
    GROUP BY who ORDER BY 2 DESC, 1 LIMIT 300
) AS counted JOIN articles_actor actor ON actor.id = who
WHERE actor.kind = 'person' AND actor.country NOT IN ('', %s)
ORDER BY number DESC, who LIMIT %s
"""


def people_of(country: str) -> int:
    return Actor.objects.current().filter(kind=ActorKind.PERSON, country=country).count()


def country_rows() -> list[CountryRow]:
    """All countries that anybody is of or meets for, those with most meetings first."""
    persons = Actor.objects.current().filter(~Q(country=""), kind=ActorKind.PERSON).order_by()
    people = dict(persons.values_list("country").annotate(number=Count("pk")))
    part = Part("countries", MeetingSearch(), COUNTRIES)
    meetings = {each.value: each.count for each in counted([part], compiled, named).facets.get("countries", [])}
    rows = [CountryRow(code, people.get(code, 0), meetings.get(code, 0)) for code in {*people, *meetings}]
    return sorted(rows, key=lambda row: (-row.meetings, -row.people, row.code))


COUNTRIES = "SELECT land, '', count(*) FROM (SELECT unnest(countries) AS land FROM {found}) AS each GROUP BY land"
