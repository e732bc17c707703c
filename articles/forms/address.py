"""Addresses of searches: one for each search, and those that a filter more or less leads to."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import quote_plus

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from articles.queries.counting import Facet


@lru_cache(maxsize=10_000)
def quoted(value: str) -> str:
    """As it stands in an address; remembered, as each of a hundred addresses of a page has the same values."""
    return quote_plus(value)


def pair(name: str, value: str | None) -> str:
    """`name=value`, or nothing for no value."""
    return f"{name}={quoted(value)}" if value else ""


@dataclass(slots=True)
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
        told = self._told | {name: pair(name, changes[name]) for name in self._told.keys() & changes}
        return f"?{'&'.join(filter(None, told.values()))}"

    @cached_property
    def _told(self) -> dict[str, str]:
        """`actor=…` for each parameter that says something, nothing for the others."""
        return {name: pair(name, self.params.get(name)) for name in self.order}

    @cached_property
    def here(self) -> str:
        return self.query()


#: What asks for a period.
TIMES = ("from", "to", "period")


def years_title(address: Address) -> str:
    """Years are counted whatever period is chosen, so that another can be; where one is, they say so."""
    chosen = any(name in address.params for name in TIMES)
    return _("Years, whatever the period chosen") if chosen else _("Years")


def lines(
    found: Iterable[Facet],
    address: Address,
    wanted: Callable[[str], Mapping[str, str]],
    cleared: Iterable[str] = (),
    names: Mapping[str, object] | None = None,
) -> list[FacetLine]:
    """The values that anything was found for; `wanted` tells which parameters ask for a value."""
    emptied: dict[str, str | None] = dict.fromkeys(cleared)
    called = names or {}
    return [
        line(each.count, str(called.get(each.value) or each.name), address, wanted(each.value), emptied)
        for each in found
        if each.count
    ]


def line(
    count: int, name: str, address: Address, wanted: Mapping[str, str], emptied: Mapping[str, str | None]
) -> FacetLine:
    chosen = wanted.items() <= address.params.items()
    changes: Mapping[str, str | None] = dict.fromkeys(wanted) if chosen else {**emptied, **wanted}
    return FacetLine(name, count, address.query(**changes), chosen)
