"""Pages of lists by a cursor, which says where a page ended: nothing comes twice or is left out as rows come in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.core import signing
from django.db.models import F, OrderBy, Q, QuerySet
from django.utils.translation import gettext as _
from pydantic import BaseModel

from articles.api.problems import FieldProblem, Problem
from articles.api.requests import ApiRequest

Item = TypeVar("Item")

USUAL, MOST = 25, 100


class PageAnswer(BaseModel, Generic[Item]):
    """A part of a list: how many it has in all, and the address of what follows, if anything does."""

    count: int
    next: str | None
    items: list[Item]


@dataclass(frozen=True, slots=True)
class By:
    """One column of an order; empty values come last."""

    name: str
    descending: bool = False
    nullable: bool = False

    def term(self) -> OrderBy:
        last = True if self.nullable else None
        return F(self.name).desc(nulls_last=last) if self.descending else F(self.name).asc(nulls_last=last)

    def beyond(self, value: Any) -> Q:
        """What comes after this value; nothing does after the empty one."""
        if value is None:
            return Q(pk__in=[])
        after = Q(**{f"{self.name}__{'lt' if self.descending else 'gt'}": value})
        return after | Q(**{f"{self.name}__isnull": True}) if self.nullable else after

    def same(self, value: Any) -> Q:
        return Q(**{f"{self.name}__isnull": True}) if value is None else Q(**{self.name: value})


@dataclass(frozen=True, slots=True)
class Cut:
    """The keys of the rows on a page, in order."""

    keys: list[Any]
    count: int
    next: str | None


def cut(request: ApiRequest, rows: QuerySet[Any, Any], order: Sequence[By]) -> Cut:
    """The page that the request asks for. The last column of the order is the key of the rows."""
    limit, shown = limit_of(request), request.GET.get("cursor")
    ordered = rows.order_by(*(each.term() for each in order))
    if shown:
        ordered = ordered.filter(beyond(order, opened(request, shown)))
    found = list(ordered.values_list(*(each.name for each in order))[: limit + 1])
    more = len(found) > limit
    found = found[:limit]
    following = address_after(request, found[-1]) if more else None
    return Cut([row[-1] for row in found], rows.count(), following)


def cut_list(request: ApiRequest, keys: Sequence[str]) -> Cut:
    """A page of a short list that is worked out as a whole; a key that went away is stood for by its place."""
    limit, shown, first = limit_of(request), request.GET.get("cursor"), 0
    if shown:
        first, last = opened(request, shown)
        first = keys.index(last) + 1 if last in keys else first
    found = list(keys[first : first + limit])
    reached = first + len(found)
    following = address_after(request, [reached, found[-1]]) if found and reached < len(keys) else None
    return Cut(found, len(keys), following)


def beyond(order: Sequence[By], values: Sequence[Any]) -> Q:
    """Rows that come after the one with these values: further in the first column, or equal there and further on."""
    first, value = order[0], values[0]
    if len(order) == 1:
        return first.beyond(value)
    return first.beyond(value) | (first.same(value) & beyond(order[1:], values[1:]))


def limit_of(request: ApiRequest) -> int:
    given = request.GET.get("limit", "") or str(USUAL)
    if not (given.isascii() and given.isdecimal() and len(given) < 5 and 1 <= int(given) <= MOST):
        raise wrong("limit", _("Must be a whole number from 1 to %(most)d.") % {"most": MOST})
    return int(given)


def address_after(request: ApiRequest, row: Sequence[Any]) -> str:
    """The same search, after this row."""
    values = [value.isoformat() if isinstance(value, date) else value for value in row]
    cursor = signing.Signer(salt=salt_of(request)).sign_object(values, compress=True)
    kept = [(name, value) for name, values in request.GET.lists() if name != "cursor" for value in values]
    return request.build_absolute_uri(f"{request.path}?{urlencode([*kept, ('cursor', cursor)])}")


def opened(request: ApiRequest, cursor: str) -> list[Any]:
    try:
        values: list[Any] = signing.Signer(salt=salt_of(request)).unsign_object(cursor)
    except signing.BadSignature:
        raise wrong("cursor", _("Is no cursor of this search. Take the address in “next” as it is.")) from None
    return values


def salt_of(request: ApiRequest) -> str:
    """A cursor belongs to one search in one order."""
    asked = sorted((name, value) for name, value in request.GET.items() if name not in ("cursor", "limit") and value)
    return f"articles.api.cursor {request.path}?{urlencode(asked)}"


def wrong(field: str, message: str) -> Problem:
    return Problem(422, _("The page cannot be shown."), errors=[FieldProblem(field=field, message=message)])
