"""How the places of two reports compare."""

from enum import IntEnum
from typing import Protocol

from articles.enums import PlaceKind


class Located(Protocol):
    """A place: a record, or what a list shows of one."""

    @property
    def pk(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def country(self) -> str: ...


class Where(IntEnum):
    """How two places compare, the surest last."""

    #: Two places that are far from each other, and two of one country.
    OTHER, NEIGHBOUR = range(2)
    #: One is not told.
    UNTOLD = 2
    #: Both are parts of the world that no frontier marks, such as those a tour goes through.
    ALIKE = 3
    #: One is the country or region of the other.
    FITS = 4
    SAME = 5


def where(one: Located | None, other: Located | None) -> Where:
    if one is None or other is None:
        return Where.UNTOLD
    if one.pk == other.pk:
        return Where.SAME
    if one.country and one.country == other.country:
        return Where.NEIGHBOUR if {one.kind, other.kind} == {PlaceKind.CITY} else Where.FITS
    vague = one.kind == other.kind == PlaceKind.REGION and not one.country and not other.country
    return Where.ALIKE if vague else Where.OTHER
