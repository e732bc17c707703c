"""Addresses of searches: one for each search, and those that a filter more or less leads to."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote_plus

from django.utils.functional import Promise

from articles.queries.counting import Facet


@lru_cache(maxsize=10_000)
def quoted(value: str) -> str:
    """As it stands in an address; remembered, as each of a hundred addresses of a page has the same values."""
    return quote_plus(value)


@dataclass(frozen=True)
class FacetLine:
    """A value to choose; `url` chooses it, or takes it away where it is chosen."""

    name: str
    count: int
    url: str
    chosen: bool


@dataclass(frozen=True)
class FacetGroup:
    title: str | Promise
    lines: list[FacetLine]


@dataclass(frozen=True)
class Chosen:
    """A filter in use, and the address without it."""

    title: str
    value: str
    url: str


@dataclass(frozen=True)
class Address:
    """The parameters of a search, without what says nothing; an address has them in the order of the form."""

    params: dict[str, str]
    order: tuple[str, ...]

    def query(self, **changes: str | None) -> str:
        """`?actor=…&with=…` with these changes, from the first page."""
        changed: dict[str, str | None] = {**self.params, **changes}
        told = (f"{name}={quoted(value)}" for name in self.order if (value := changed.get(name)))
        return f"?{'&'.join(told)}"

    @property
    def here(self) -> str:
        return self.query()


def lines(
    found: Iterable[Facet],
    address: Address,
    wanted: Callable[[str], Mapping[str, str]],
    cleared: Iterable[str] = (),
    names: Mapping[str, object] | None = None,
) -> list[FacetLine]:
    """The values that anything was found for; `wanted` tells which parameters ask for a value."""
    return [line(each, address, dict(wanted(each.value)), cleared, names or {}) for each in found if each.count]


def line(
    facet: Facet, address: Address, wanted: dict[str, str], cleared: Iterable[str], names: Mapping[str, object]
) -> FacetLine:
    chosen = all(address.params.get(name) == value for name, value in wanted.items())
    emptied: dict[str, str | None] = dict.fromkeys(wanted if chosen else cleared)
    changes = emptied if chosen else {**emptied, **wanted}
    return FacetLine(str(names.get(facet.value) or facet.name), facet.count, address.query(**changes), chosen)
