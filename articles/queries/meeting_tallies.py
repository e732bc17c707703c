"""How often each value comes in the meetings found: all facets from one pass over the rows.

A meeting holds what it counts for as numbers of four bytes (`IndexedMeeting.numbers`): some bits say of which facet,
the rest is a key, a day or up to three letters. PostgreSQL takes several times as long to group all that by facet.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from articles.queries.found_articles import BITS, Numbers, Tally, unpacked
from articles.queries.meeting_search import MeetingSearch, fitting
from articles.queries.rows import Sql, rows_of_bytes

#: In the order of migrations 0029, 0034 and 0036; what came later is below zero.
FACETS = (
    *("disputes", "starts", "ends"),
    *("people", "countries", "sources", "cities", "place_countries", "years", "kinds", "statuses"),
)
LEAST = {facet: place << BITS for place, facet in enumerate(FACETS, -3)}
Period = tuple[str, date, date]
Counted = NDArray[np.signedinteger]


@dataclass(frozen=True)
class Tallies:
    """Of one search: how many meetings, of them those verified, and how often each number and each post comes."""

    total: int
    verified: int
    numbers: Numbers
    counts: Counted
    posts: Mapping[str, int]

    def of(self, facet: str) -> list[Tally]:
        """The values of a facet and how often they come, the least first."""
        values, counts = self._within(facet)
        return list(zip(values.tolist(), counts.tolist(), strict=True))

    def most(self, facet: str, limit: int) -> list[Tally]:
        """Those that come most often, of equals the least value."""
        values, counts = self._within(facet)
        order = np.argsort(-counts, kind="stable")[:limit]
        return list(zip(values[order].tolist(), counts[order].tolist(), strict=True))

    @property
    def undated(self) -> int:
        """How many have no day that they begin on."""
        return self.total - int(self._within("starts")[1].sum())

    def within(self, first: date, last: date) -> int:
        """How many touch a period: those that begin by its last day without those that end before its first."""
        return self._until("starts", last.toordinal()) - self._until("ends", first.toordinal() - 1)

    def _until(self, facet: str, day: int) -> int:
        """The first day of all is filed as 0."""
        values, counts = self._within(facet)
        return int(counts[: np.searchsorted(values, day)].sum())

    def _within(self, facet: str) -> tuple[Numbers, Counted]:
        least = LEAST[facet]
        first, last = np.searchsorted(self.numbers, (least, least + (1 << BITS)))
        return self.numbers[first:last] - least, self.counts[first:last]


def tallied(wanted: Mapping[MeetingSearch, Iterable[str]]) -> dict[MeetingSearch, Tallies]:
    """For each search, in one query. `wanted` says which facets are read of it; posts only where they are."""
    searches = list(wanted)
    parts = [statement(number, search, wanted[search]) for number, search in enumerate(searches)]
    rows = rows_of_bytes(" UNION ALL ".join(part.text for part in parts), [v for part in parts for v in part.values])
    return {searches[number]: tallies(*told) for number, *told in rows}


def statement(number: int, search: MeetingSearch, facets: Iterable[str]) -> Sql:
    found = fitting(search)
    posts = "string_agg(array_to_string(posts, chr(10)), chr(10))" if "posts" in facets else "NULL::text"
    return Sql(
        f"SELECT {number}, count(*), count(*) FILTER (WHERE verified), string_agg(numbers, ''), {posts}"  # noqa: S608
        f" FROM articles_indexedmeeting WHERE {found.text}",
        found.values,
    )


def tallies(total: int, verified: int, packed: bytes | None, posts: str | None) -> Tallies:
    numbers, counts = np.unique(unpacked(packed), return_counts=True)
    return Tallies(total, verified, numbers, counts, posts_of(posts))


def posts_of(lines: str | None) -> Mapping[str, int]:
    posts = Counter((lines or "").split("\n"))
    del posts[""]
    return posts


def told(tallies: Tallies, periods: Sequence[Period]) -> list[tuple[str, int]]:
    """Of each period how many, the latest first."""
    rows = sorted((-first.toordinal(), name, tallies.within(first, last)) for name, first, last in periods)
    return [(name, number) for _, name, number in rows]


def letters(number: int) -> str:
    """The up to three letters that a number holds."""
    return number.to_bytes(3, "big").rstrip(b"\0").decode("ascii")
