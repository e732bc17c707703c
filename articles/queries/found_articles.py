"""The articles with the words of a search, as plain numbers: filtered, put in order and counted by NumPy.

An article holds what it is filtered by and counts for as numbers of four bytes (`SearchedArticle.numbers`): some bits
say what a number is, the rest is a key, a day, bits or up to three letters. PostgreSQL takes several times as long to
group all that facet by facet.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

BITS = 28
#: In the order of migration 0032. The first five every article has, each once.
ARTICLE, DAY, SOURCE, LABELS, STATE, ACTOR, COUNTRY = (place << BITS for place in range(7))
#: The days are counted from the first of the first year, those of NumPy from here.
EPOCH = date(1970, 1, 1).toordinal() - 1

Numbers = NDArray[np.int32]
#: Which articles, one after the other.
Mask = NDArray[np.bool_]
#: A value and how many articles have it.
Tally = tuple[int, int]


@dataclass(frozen=True)
class FoundArticles:
    """All numbers of all articles, and where those of each begin."""

    numbers: Numbers
    starts: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.starts)

    def column(self, which: int) -> Numbers:
        """Of each article the one number that is this."""
        return self.numbers[self.starts + (which >> BITS)] - which

    @cached_property
    def days(self) -> Numbers:
        return self.column(DAY)

    def only(self, those: Mask) -> "FoundArticles":
        """These articles alone, with all their numbers."""
        sizes = np.diff(self.starts, append=len(self.numbers))
        ends = sizes[those].cumsum()
        return FoundArticles(self.numbers.compress(those.repeat(sizes)), ends - sizes[those])

    def having(self, which: int, value: int) -> Mask:
        """Which articles have this among their numbers."""
        places = np.flatnonzero(self.numbers == which + value)
        found = np.zeros(len(self), dtype=bool)
        found[np.searchsorted(self.starts, places, side="right") - 1] = True
        return found

    def between(self, first: date, last: date) -> Mask:
        return (self.days >= first.toordinal() - 1) & (self.days <= last.toordinal() - 1)

    @property
    def keys(self) -> Numbers:
        """Of all articles, the newest first."""
        order = (self.days.astype(np.int64) << 32) + self.column(ARTICLE)
        order.sort()
        return (order[::-1] & 0xFFFFFFFF).astype(np.int32)

    def tally(self, which: int) -> list[Tally]:
        """How many articles have each value of what an article has one of."""
        return tallied(*counted(self.column(which)))

    def years(self) -> list[Tally]:
        days, counts = counted(self.days)
        of_days = (days - EPOCH).astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
        years, begins = np.unique(of_days, return_index=True)
        return tallied(years, np.add.reduceat(counts, begins))

    def most(self, which: int, limit: int) -> list[Tally]:
        """The same of what an article may have several of: those that come most often, of equals the least value."""
        numbers = self.numbers
        values, counts = counted(numbers.compress((numbers >= which) & (numbers < which + (1 << BITS))) - which)
        ranks = (counts << 32) - values
        if len(ranks) > limit:
            best = np.argpartition(ranks, -limit)[-limit:]
            values, counts, ranks = values[best], counts[best], ranks[best]
        order = np.argsort(-ranks)
        return tallied(values[order], counts[order])


@dataclass(frozen=True)
class Filtered:
    """Articles, and by the facet that each of the filters in use belongs to, which of them pass it."""

    articles: FoundArticles
    filters: Mapping[str, Mask]

    @cached_property
    def passing(self) -> FoundArticles:
        return self.through(self.filters.values())

    def without(self, facet: str) -> FoundArticles:
        """Those that pass all filters but that of the facet."""
        if facet not in self.filters:
            return self.passing
        return self.through(mask for own, mask in self.filters.items() if own != facet)

    def through(self, masks: Iterable[Mask]) -> FoundArticles:
        asked = list(masks)
        return self.articles.only(np.logical_and.reduce(asked)) if asked else self.articles


def read(packed: bytes | None) -> FoundArticles:
    """From the numbers of one article after the other, as PostgreSQL hands them over."""
    numbers = unpacked(packed)
    return FoundArticles(numbers, np.flatnonzero(numbers < DAY))


def unpacked(packed: bytes | None) -> Numbers:
    return np.frombuffer(packed or b"", dtype=">i4").astype(np.int32)


def tallied(values: NDArray[np.int64], counts: NDArray[np.int64]) -> list[Tally]:
    return list(zip(values.tolist(), counts.tolist(), strict=True))


def counted(numbers: NDArray[np.integer]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Each value once, the least first, and how often it comes; where they lie close together, without sorting them."""
    if not len(numbers):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    least = numbers.min()
    if numbers.max() - least < 100_000 + 4 * len(numbers):
        often = np.bincount(numbers - least)
        values = np.flatnonzero(often)
        return values + least, often[values]
    values, often = np.unique(numbers, return_counts=True)
    return values.astype(np.int64), often


def with_bits(tallies: Iterable[Tally], bits: Iterable[int]) -> Iterator[Tally]:
    """How many have each of the bits."""
    rows = list(tallies)
    return ((bit, sum(count for value, count in rows if value & bit)) for bit in bits)


def filed(word: str) -> int:
    """Up to three letters as a number, as `newsdesk_letters` has them."""
    return int.from_bytes(word[:3].encode("ascii").ljust(3, b"\0"), "big")
