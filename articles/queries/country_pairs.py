"""Which countries meet which: how many meetings somebody of the one and somebody else of the other took part in."""

from dataclasses import dataclass, replace

from django.db import connection

from articles.queries.counting import sql_of
from articles.queries.meeting_search import MeetingSearch, find_indexed

#: How many countries have a row.
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Pairs:
    """Countries, those with most meetings first; numbers by two of them in that order; `cut` where there are more."""

    countries: list[str]
    numbers: dict[tuple[str, str], int]
    cut: bool


def country_pairs(search: MeetingSearch) -> Pairs:
    """Whatever countries the search asks for: the picture chooses those itself."""
    rows = find_indexed(replace(search, country="", other_country="")).order_by().values("countries", "sides")
    sql, params = sql_of(rows)
    with connection.cursor() as cursor:
        cursor.execute(f"WITH found AS MATERIALIZED ({sql}) {MOST}", [*params, SHOWN + 1])
        countries = [land for land, _number in cursor.fetchall()]
        shown = countries[:SHOWN]
        cursor.execute(f"WITH found AS MATERIALIZED ({sql}) {PAIRS}", [*params, shown, shown])
        numbers = {ordered(one, other, shown): number for one, other, number in cursor.fetchall()}
    return Pairs(shown, numbers, len(countries) > SHOWN)


def ordered(one: str, other: str, countries: list[str]) -> tuple[str, str]:
    first, second = sorted((one, other), key=countries.index)
    return first, second


#: Countries that meet others, or their own people, most.
MOST = """
SELECT land, count(*) FROM (SELECT unnest(countries) AS land, countries, sides FROM found) AS each
WHERE cardinality(countries) > 1 OR sides::text[] @> ARRAY[land || '#2'] GROUP BY land ORDER BY 2 DESC, 1 LIMIT %s
"""
#: Two sides are two people: see meeting_search.apart.
PAIRS = """
SELECT one, other, count(*) FROM (
    SELECT one.land AS one, other.land AS other, sides::text[] AS sides
    FROM found, unnest(countries) AS one (land), unnest(countries) AS other (land)
    WHERE one.land <= other.land AND one.land = ANY (%s) AND other.land = ANY (%s)
) AS pair
WHERE CASE WHEN one = other THEN sides @> ARRAY[one || '#2']
    ELSE sides && ARRAY[one || '#2', other || '#2'] OR NOT sides @> ARRAY[one || '+' || other] END
GROUP BY 1, 2
"""
