"""How operations are declared: who may ask, with which filters, and what is answered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.utils.functional import Promise
from ninja import Router

from articles.api.gate import Gate
from articles.enums import TokenScope

Function = TypeVar("Function", bound=Callable[..., Any])
Text = str | Promise
JSON = ("application/json",)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the description of the API tells beyond what types tell."""

    scope: TokenScope | None = None
    #: The form of the page that has the same filters.
    filters: type[forms.Form] | None = None
    paged: bool = False
    #: Whether If-Match must name the version of the row.
    versioned: bool = False
    #: Media types of a body that is no JSON.
    media: tuple[str, ...] = ()
    #: Further statuses that may be answered.
    also: tuple[int, ...] = ()


def reading(
    router: Router,
    path: str,
    answer: Any,
    *,
    summary: Text,
    scope: TokenScope | None = None,
    filters: type[forms.Form] | None = None,
    paged: bool = False,
    own: bool = False,
    also: tuple[int, ...] = (),
) -> Callable[[Function], Function]:
    """An operation that changes nothing; without a scope anybody may ask, as on the pages.

    With a scope it is for editors, unless it tells what is the owner's `own`.
    """
    facts = Facts(scope=scope, filters=filters, paged=paged, also=also)

    def declare(function: Function) -> Function:
        function.facts = facts  # type: ignore[attr-defined]
        name = function.__name__
        told: Any = summary  # translated late
        gate = Gate(scope, own=own)
        return router.get(path, response=answer, summary=told, auth=gate, operation_id=name)(function)

    return declare


def writing(
    router: Router,
    path: str,
    answer: Any,
    *,
    summary: Text,
    scope: TokenScope,
    versioned: bool = False,
    media: tuple[str, ...] | None = None,
    filters: type[forms.Form] | None = None,
    also: tuple[int, ...] = (),
) -> Callable[[Function], Function]:
    """An operation that changes something; one without `media` reads no body."""
    own = () if media in (None, JSON) else media or ()
    facts = Facts(scope=scope, filters=filters, versioned=versioned, media=own, also=also)

    def declare(function: Function) -> Function:
        function.facts = facts  # type: ignore[attr-defined]
        name = function.__name__
        return router.post(path, response=answer, summary=summary, auth=Gate(scope, media), operation_id=name)(function)  # type: ignore[arg-type]

    return declare
