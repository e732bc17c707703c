"""How the meetings found spread over people, countries, posts, places, time, kinds and sources.

Each count is what would be found if that value were chosen: a facet of which a value is chosen already is counted
without it, so that another can be chosen in its place.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from articles.enums import MeetingKind, MeetingStatus
from articles.models import Actor, IndexedMeeting
from articles.models.meeting import MeetingQuerySet
from articles.queries.counting import TOTAL, Compiled, Counts, Facet, Part, counted, sql_of
from articles.queries.countries import country_name
from articles.queries.meeting_search import MeetingSearch, find_indexed

#: How many lines a list of counts has.
SHOWN = 12
#: What the counts need of the rows found.
COLUMNS = (
    *("meeting_id", "kind", "status", "starts_on", "ends_on", "years", "place_id", "place_country"),
    *("actors", "countries", "sides", "posts", "sources", "verified"),
)
Period = tuple[str, date, date]


def count(search: MeetingSearch, periods: Iterable[Period] = ()) -> Counts:
    """All counts of a search, in one query."""
    total = Part("total", search, TOTAL)
    return counted([total, *parts_of(search, list(periods))], compiled, named)


def compiled(search: MeetingSearch) -> Compiled:
    return sql_of(find_indexed(search).values(*COLUMNS))


def named(facet: str, value: str, name: str) -> str:
    """What a value is called, where the database does not know it."""
    if facet in {"countries", "place_countries"}:
        return country_name(value)
    if facet == "statuses":
        return str(MeetingStatus(value).label)
    if facet == "kinds":
        return str(MeetingKind(value).label)
    if facet == "posts" and "|" in value:
        country = value.partition("|")[2]
        return f"{name}, {country_name(country)}" if country else name
    return name


def parts_of(search: MeetingSearch, periods: list[Period]) -> list[Part]:
    anytime = replace(search, start=None, end=None)
    anywhere = replace(search, places=(), place_country="")
    parts = [
        people(search),
        countries(search),
        Part("posts", replace(search, posts=None), POSTS, [SHOWN]),
        Part("years", anytime, YEARS, [SHOWN]),
        Part("cities", anywhere, CITIES, [SHOWN]),
        Part("place_countries", anywhere, simple("place_country", where="place_country <> ''"), [SHOWN]),
        Part("kinds", replace(search, kind=""), simple("kind"), [SHOWN]),
        Part("statuses", replace(search, status=""), simple("status"), [SHOWN]),
        Part("sources", replace(search, source=None), SOURCES, [SHOWN]),
        Part("verified", replace(search, verified=False), VERIFIED),
    ]
    if periods:
        values = ", ".join(["(%s, %s::date, %s::date)"] * len(periods))
        params = [value for period in periods for value in period]
        parts.append(Part("periods", anytime, PERIODS.replace("{values}", values), params))
    return parts


def simple(column: str, where: str = "true") -> str:
    return f"SELECT {column}, '', count(*) FROM {{found}} WHERE {where} GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT %s"  # noqa: S608


def people(search: MeetingSearch, shown: int = SHOWN) -> Part:
    """Who else takes part; beside a country, only where somebody else is there for it. States are countries' lines."""
    other = search.actor or search.partner
    asked = replace(search, partner=None) if search.actor else search
    condition, params = "true", list[str]()
    if other and other.country:
        condition = "(sides::text[] @> ARRAY[%s] OR NOT sides::text[] @> ARRAY[who || %s])"
        params = [f"{other.country}#2", f":{other.country}"]
    own = list(other.actors) if other else []
    return Part("people", asked, PEOPLE.replace("{condition}", condition), [*params, own, shown])


def countries(search: MeetingSearch) -> Part:
    """Countries of those who take part; beside a chosen one, those of somebody else."""
    if not search.country:
        return Part("countries", search, COUNTRIES.replace("{condition}", "true"), [SHOWN])
    chosen = search.country
    condition = """CASE WHEN land = %s THEN sides::text[] @> ARRAY[%s] ELSE sides::text[] && ARRAY[%s, land || '#2']
        OR NOT sides::text[] @> ARRAY[least(land, %s) || '+' || greatest(land, %s)] END"""
    params = [chosen, f"{chosen}#2", f"{chosen}#2", chosen, chosen, SHOWN]
    return Part("countries", replace(search, other_country=""), COUNTRIES.replace("{condition}", condition), params)


PEOPLE = """
SELECT actor.slug, actor.name, number FROM (
    SELECT who, count(*) AS number FROM (SELECT unnest(actors) AS who, sides FROM {found}) AS each
    WHERE {condition} GROUP BY who ORDER BY 2 DESC, 1 LIMIT 300
) AS counted JOIN articles_actor actor ON actor.id = who
WHERE NOT (actor.kind = 'state' AND actor.country <> '') AND who <> ALL (%s::bigint[])
ORDER BY number DESC, who LIMIT %s
"""
COUNTRIES = """
SELECT land, '', count(*) FROM (SELECT unnest(countries) AS land, sides FROM {found}) AS each
WHERE {condition} GROUP BY land ORDER BY 3 DESC, 1 LIMIT %s
"""
POSTS = """
SELECT post, coalesce((
    SELECT title FROM articles_post WHERE key = left(post, -1 - length(split_part(post, '|', -1)))
    ORDER BY length(title), title LIMIT 1
), ''), number FROM (
    SELECT post, count(*) AS number FROM (SELECT unnest(posts) AS post FROM {found}) AS each
    GROUP BY post ORDER BY 2 DESC, 1 LIMIT %s
) AS counted
"""
YEARS = """
SELECT year::text, year::text, count(*) FROM (SELECT unnest(years) AS year FROM {found}) AS each
GROUP BY year ORDER BY year DESC LIMIT %s
"""
CITIES = """
SELECT place.slug, place.name, number FROM (
    SELECT place_id, count(*) AS number FROM {found} GROUP BY place_id
) AS counted JOIN articles_place place ON place.id = place_id
WHERE place.kind <> 'country' ORDER BY number DESC, place.slug LIMIT %s
"""
SOURCES = """
SELECT source.slug, source.name, number FROM (
    SELECT told_by, count(*) AS number FROM (SELECT unnest(sources) AS told_by FROM {found}) AS each GROUP BY told_by
) AS counted JOIN articles_source source ON source.id = told_by
ORDER BY number DESC, source.slug LIMIT %s
"""
VERIFIED = "SELECT '1', '', count(*) FROM {found} WHERE verified"
PERIODS = """
SELECT period, period, count(meeting_id)
FROM (VALUES {values}) AS asked (period, first, last)
LEFT JOIN {found} ON ends_on >= first AND starts_on <= last
GROUP BY period, first ORDER BY first DESC, period
"""


def counterparts(meetings: MeetingQuerySet, without: Iterable[int] = (), limit: int = SHOWN) -> list[Facet]:
    """Who takes part in these meetings most often, besides those given."""
    rows = IndexedMeeting.objects.filter(Exists(meetings.filter(pk=OuterRef("pk")).order_by()))
    return often(rows, list(without), limit)


def often(found: QuerySet[IndexedMeeting], without: list[int], limit: int) -> list[Facet]:
    numbers: dict[int, int] = {}
    for actors in found.values_list("actors", flat=True):
        for actor in actors:
            numbers[actor] = numbers.get(actor, 0) + 1
    ranked = sorted((pk for pk in numbers if pk not in set(without)), key=lambda pk: (-numbers[pk], pk))[:limit]
    people = Actor.objects.in_bulk(ranked)
    return [Facet(people[pk].slug, people[pk].name, numbers[pk]) for pk in ranked]
