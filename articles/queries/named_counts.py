"""How often each actor and each country is named in the articles found, counted from one column of numbers.

Grouping what a hundred thousand rows name takes PostgreSQL several times as long as all the rest of a search.
"""

from base64 import b64decode
from collections.abc import Iterable

import numpy as np
from django.db import connection

from articles.queries.counting import Facet
from articles.queries.countries import country_name

#: The actors who are named most, of whom the lines are chosen: states are among them, which are lines of countries.
MOST = 300
Number = tuple[int, int]


def counted(packed: str) -> list[Number]:
    """Numbers of `newsdesk_named` and how often each comes, most frequent first, then by the number."""
    numbers = np.frombuffer(b64decode(packed), dtype=">i4").astype(np.int64)
    values, counts = np.unique(numbers, return_counts=True)
    order = np.lexsort((values, -counts))
    return list(zip(values[order].tolist(), counts[order].tolist(), strict=True))


def countries(numbers: Iterable[Number], limit: int) -> list[Facet]:
    lands = [(code_of(-number), count) for number, count in numbers if number < 0]
    lands.sort(key=lambda land: (-land[1], land[0]))
    return [Facet(code, country_name(code), count) for code, count in lands[:limit]]


def code_of(number: int) -> str:
    return f"{chr(number >> 8)}{chr(number & 255)}"


def actors(numbers: Iterable[Number], limit: int) -> list[Facet]:
    most = [(number, count) for number, count in numbers if number > 0][:MOST]
    if not most:
        return []
    with connection.cursor() as cursor:
        cursor.execute(PEOPLE, [[number for number, _ in most]])
        known = {number: (slug, name) for number, slug, name in cursor.fetchall()}
    return [Facet(*known[number], count) for number, count in most if number in known][:limit]


PEOPLE = """
SELECT id, slug, name FROM articles_actor
WHERE id = ANY (%s::bigint[]) AND NOT (kind = 'state' AND country <> '')
"""
