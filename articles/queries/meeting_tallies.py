"""How often each value comes in the meetings found: all facets from one pass over the rows.

A meeting holds what it counts for as numbers of four bytes (`IndexedMeeting.numbers`): three bits say of which facet,
the rest is a key or up to three letters. PostgreSQL takes several times as long to group all that facet by facet.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from articles.queries.counting import sql_of
from articles.queries.meeting_search import MeetingSearch, find_indexed
from articles.queries.rows import rows_of

#: In the order of migration 0029.
FACETS = ("people", "countries", "sources", "cities", "place_countries", "years", "kinds", "statuses")
BITS = 28
#: What a number holds, as it is filed.
Tally = dict[int, int]
Period = tuple[str, date, date]
COLUMNS = ("numbers", "posts", "verified", "starts_on", "ends_on")


@dataclass(frozen=True)
class Tallies:
    """Of one search: how many meetings, of them those verified, and how often each value comes, by its facet."""

    total: int
    verified: int
    facets: dict[str, Tally]
    posts: Counter[str] = field(default_factory=Counter)
    periods: dict[str, int] = field(default_factory=dict)


def tallied(wanted: Mapping[MeetingSearch, Iterable[str]], periods: Sequence[Period]) -> dict[MeetingSearch, Tallies]:
    """For each search, in one query. `wanted` says which facets are read of it; posts and periods only where they are.

    Raises EmptyResultSet where a search can find nothing.
    """
    parts = [statement(number, search, set(facets), periods) for number, (search, facets) in enumerate(wanted.items())]
    searches = list(wanted)
    rows = rows_of(" UNION ALL ".join(sql for sql, _ in parts), [value for _, params in parts for value in params])
    return {
        searches[number]: Tallies(total, verified, unpacked(numbers), posts_of(posts), told(periods, times))
        for number, total, verified, numbers, posts, times in rows
    }


def statement(number: int, search: MeetingSearch, facets: set[str], periods: Sequence[Period]) -> tuple[str, list[Any]]:
    rows, params = sql_of(find_indexed(search).values(*COLUMNS))
    asked = periods if "periods" in facets else ()
    posts = "string_agg(array_to_string(posts, chr(10)), chr(10))" if "posts" in facets else "NULL::text"
    times = ", ".join(["count(*) FILTER (WHERE ends_on >= %s::date AND starts_on <= %s::date)"] * len(asked))
    sql = (
        f"SELECT {number}, count(*), count(*) FILTER (WHERE verified), string_agg(numbers, ''),"  # noqa: S608
        f" {posts}, ARRAY[{times}]::bigint[] FROM ({rows}) AS found{number}"
    )
    return sql, [*(day for _, first, last in asked for day in (first, last)), *params]


def unpacked(packed: bytes | None) -> dict[str, Tally]:
    """The values of each facet and how often they come; nothing of a facet that no meeting has a value of."""
    numbers = np.frombuffer(packed or b"", dtype=">i4").astype(np.int32)
    values, counts = np.unique(numbers, return_counts=True)
    bounds = np.searchsorted(values, [place << BITS for place in range(len(FACETS))]).tolist()
    held, often = (values & ((1 << BITS) - 1)).tolist(), counts.tolist()
    ends = [*bounds[1:], len(held)]
    return {
        facet: dict(zip(held[first:last], often[first:last], strict=True))
        for facet, first, last in zip(FACETS, bounds, ends, strict=True)
        if first < last
    }


def posts_of(lines: str | None) -> Counter[str]:
    posts = Counter((lines or "").split("\n"))
    del posts[""]
    return posts


def told(periods: Sequence[Period], times: Sequence[int]) -> dict[str, int]:
    """The latest first; nothing where none was counted."""
    rows = sorted((-first.toordinal(), name, number) for (name, first, _), number in zip(periods, times, strict=False))
    return {name: number for _, name, number in rows}


def letters(number: int) -> str:
    """The up to three letters that a number holds."""
    return number.to_bytes(3, "big").rstrip(b"\0").decode("ascii")
