"""How the meetings found spread over people, countries, posts, places, time, kinds and sources.

Each count is what would be found if that value were chosen: a facet of which a value is chosen already is counted
without it, so that another can be chosen in its place.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from articles.enums import MeetingKind, MeetingStatus
from articles.models import Actor, IndexedMeeting
from articles.models.meeting import MeetingQuerySet
from articles.queries.counting import Compiled, Counts, Facet, Part, counted, told
from articles.queries.countries import country_name
from articles.queries.english_names import office_called, place_called
from articles.queries.meeting_search import DISPUTES, UNDATED, MeetingSearch, fitting, is_impossible
from articles.queries.meeting_tallies import Period, Tallies, letters, tallied
from articles.queries.meeting_tallies import told as told_periods
from articles.queries.rows import array, rows_of

#: How many lines a list of counts has.
SHOWN = 12
#: Of the actors counted most, so many are looked at, the second time if the first few are not enough: states are among
#: them, which are lines of countries.
FIRST, MOST = 40, 300
#: What the counts need of the rows found.
COLUMNS = (
    *("meeting_id", "kind", "status", "starts_on", "ends_on", "years", "place_id", "place_country"),
    *("actors", "countries", "sides", "posts", "sources", "verified"),
)
Number = tuple[int, int]


def count(search: MeetingSearch, periods: Iterable[Period] = ()) -> Counts:
    """All counts of a search, in two queries; a third beside a country, whose own people count only for others."""
    if is_impossible(search):
        return Counts()
    of_facet, beside = without_own(search), besides(search)
    of_facet |= {part.name: search for part in beside}  # of which only the part is read
    wanted: dict[MeetingSearch, list[str]] = {search: []}
    for facet, asked in of_facet.items():
        wanted.setdefault(asked, []).append(facet)
    tallies = tallied(wanted)
    found = {facet: tallies[asked] for facet, asked in of_facet.items()}
    facets = {**plain_lines(found, list(periods)), **named_lines(search, found)}
    if beside:
        lines = counted(beside, by_sides, named).facets
        facets |= {part.name: lines.get(part.name, []) for part in beside}
    return Counts(tallies[search].total, {facet: lines for facet, lines in facets.items() if lines})


def without_own(search: MeetingSearch) -> dict[str, MeetingSearch]:
    """For each facet the search without its own filter."""
    anytime = replace(search, start=None, end=None, undated=False)
    anywhere = replace(search, places=(), place_country="")
    return {
        "people": beside_actor(search),
        "countries": replace(search, other_country="") if search.country else search,
        "posts": replace(search, posts=None),
        "years": anytime,
        "periods": anytime,
        "cities": anywhere,
        "place_countries": anywhere,
        "kinds": replace(search, kind=""),
        "statuses": replace(search, status=""),
        "sources": replace(search, source=None),
        "verified": replace(search, verified=False),
        "disputes": replace(search, disputed=""),
    }


def besides(search: MeetingSearch) -> list[Part]:
    """What depends on who is on which side of a meeting."""
    other = search.actor or search.partner
    parts = [people(search)] if other and other.country else []
    return [*parts, countries(search)] if search.country else parts


def plain_lines(found: Mapping[str, Tallies], periods: Sequence[Period]) -> dict[str, list[Facet]]:
    """The facets whose values need no looking up."""
    lines: dict[str, list[Facet]] = {}
    for facet, known in LETTERED.items():
        coded = ((letters(number), times) for number, times in found[facet].of(facet))
        rows = sorted((-times, known.get(code, code)) for code, times in coded)
        lines[facet] = [Facet(value, named(facet, value, ""), -times) for times, value in rows[:SHOWN]]
    years = found["years"].of("years")[: -SHOWN - 1 : -1]
    lines["years"] = [Facet(str(year), str(year), times) for year, times in years]
    lines["periods"] = [Facet(period, period, times) for period, times in told_periods(found["periods"], periods)]
    lines["periods"].append(Facet(UNDATED, UNDATED, found["periods"].undated))
    lines["verified"] = [Facet("1", "", found["verified"].verified)]
    lines["disputes"] = [Facet(DISPUTES[field], "", times) for field, times in found["disputes"].of("disputes")]
    return lines


#: What the letters filed stand for; of countries, themselves.
LETTERED = {
    "countries": {},
    "place_countries": {},
    "kinds": {kind[:3]: kind for kind in MeetingKind.values},
    "statuses": {status[:3]: status for status in MeetingStatus.values},
}


def named_lines(search: MeetingSearch, found: Mapping[str, Tallies]) -> dict[str, list[Facet]]:
    """The facets of whom and what the database knows the names."""
    other = search.actor or search.partner
    most = found["people"].most("people", MOST)
    posts = most_often(found["posts"].posts, SHOWN)
    asked: dict[str, Any] = {"own": list(other.actors) if other else [], "shown": SHOWN}
    asked |= {"posts": [post for post, _ in posts], "of_posts": [times for _, times in posts]}
    asked |= numbers("cities", found["cities"].of("cities"))
    asked |= numbers("sources", found["sources"].of("sources"))
    lines = looked_up(asked | numbers("people", most[:FIRST]))
    if len(lines.get("people", ())) < SHOWN and len(most) > FIRST:
        lines = looked_up(asked | numbers("people", most))
    return lines


def most_often(counted: Mapping[str, int], limit: int) -> list[tuple[str, int]]:
    """Of equals the least first."""
    return [(value, -times) for times, value in sorted((-times, value) for value, times in counted.items())[:limit]]


def looked_up(asked: Mapping[str, Any]) -> dict[str, list[Facet]]:
    return told(rows_of(NAMES, asked), named).facets


def numbers(facet: str, rows: Sequence[Number]) -> dict[str, str]:
    """Values of a facet and how often each comes."""
    return {facet: array(value for value, _ in rows), f"of_{facet}": array(times for _, times in rows)}


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
        return f"{office_called(name)}, {country_name(country)}" if country else office_called(name)
    return place_called(name) if facet == "cities" else name


def by_sides(search: MeetingSearch) -> Compiled:
    return rows_found(search, ("actors", "countries", "sides"))


def compiled(search: MeetingSearch) -> Compiled:
    return rows_found(search, COLUMNS)


def rows_found(search: MeetingSearch, columns: Iterable[str]) -> Compiled:
    found = fitting(search)
    return f"SELECT {', '.join(columns)} FROM articles_indexedmeeting WHERE {found.text}", found.values  # noqa: S608


def beside_actor(search: MeetingSearch) -> MeetingSearch:
    return replace(search, partner=None) if search.actor else search


def people(search: MeetingSearch, shown: int = SHOWN) -> Part:
    """Who else takes part; beside a country, only where somebody else is there for it. States are countries' lines."""
    other = search.actor or search.partner
    condition, params = "true", list[str]()
    if other and other.country:
        condition = "(sides::text[] @> ARRAY[%s] OR NOT sides::text[] @> ARRAY[who || %s])"
        params = [f"{other.country}#2", f":{other.country}"]
    own = list(other.actors) if other else []
    return Part("people", beside_actor(search), PEOPLE.replace("{condition}", condition), [*params, own, shown])


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
NAMES = """
(SELECT 'people', actor.slug, actor.name, number
FROM unnest(%(people)s::bigint[], %(of_people)s::bigint[]) AS counted (who, number)
JOIN articles_actor actor ON actor.id = who
WHERE NOT (actor.kind = 'state' AND actor.country <> '') AND who <> ALL (%(own)s::bigint[])
ORDER BY number DESC, who LIMIT %(shown)s)
UNION ALL (SELECT 'cities', place.slug, place.name, number
FROM unnest(%(cities)s::bigint[], %(of_cities)s::bigint[]) AS counted (place_id, number)
JOIN articles_place place ON place.id = place_id
WHERE place.kind <> 'country' ORDER BY number DESC, place.slug LIMIT %(shown)s)
UNION ALL (SELECT 'sources', source.slug, source.name, number
FROM unnest(%(sources)s::bigint[], %(of_sources)s::bigint[]) AS counted (source_id, number)
JOIN articles_source source ON source.id = source_id
ORDER BY number DESC, source.slug LIMIT %(shown)s)
UNION ALL (SELECT 'posts', post, coalesce((
    SELECT title FROM articles_post WHERE key = left(post, -1 - length(split_part(post, '|', -1)))
    ORDER BY length(title), title LIMIT 1
), ''), number
FROM unnest(%(posts)s::text[], %(of_posts)s::bigint[]) WITH ORDINALITY AS counted (post, number, place) ORDER BY place)
"""
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
