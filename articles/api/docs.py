"""What tells programs and people of the API: the OpenAPI document, and a page of the operations."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.responses import Response

from articles.enums import TokenScope

TAGS = {
    "search": _("Search everything"),
    "articles": _("Articles"),
    "actors": _("Actors and places"),
    "dossiers": _("Dossiers"),
    "meetings": _("Meetings"),
    "statements": _("Statements"),
    "watches": _("What is followed"),
    "desk": _("For editors"),
    "decisions": _("Decisions"),
    "proposals": _("Proposals"),
    "imports": _("Imports"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One operation as the page shows it."""

    name: str
    method: str
    path: str
    summary: str
    scope: str
    parameters: list[dict[str, Any]]
    body: list[str]
    statuses: list[int]


@dataclass(slots=True)
class Group:
    tag: str
    title: str
    operations: list[Told] = field(default_factory=list)


@login_not_required
@require_safe
def openapi(request: HttpRequest, api: NinjaAPI) -> HttpResponse:
    return Response(api.get_openapi_schema())


@login_not_required
@require_safe
def api_docs(request: HttpRequest, api: NinjaAPI) -> HttpResponse:
    """The operations by what they are about; no script is needed to read them."""
    context = {"groups": groups_of(api.get_openapi_schema()), "scopes": TokenScope.choices}
    return render(request, "api/docs.html", context)


def groups_of(schema: dict[str, Any]) -> list[Group]:
    groups: dict[str, Group] = {tag: Group(tag, str(title)) for tag, title in TAGS.items()}
    for path, methods in schema["paths"].items():
        for method, details in methods.items():
            groups[details["tags"][0]].operations.append(told(path, method, details, schema))
    return [group for group in groups.values() if group.operations]


def told(path: str, method: str, details: dict[str, Any], schema: dict[str, Any]) -> Told:
    return Told(
        name=details["operationId"],
        method=method.upper(),
        path=path,
        summary=details["summary"],
        scope=details.get("x-scope", ""),
        parameters=[each for each in details["parameters"] if each["in"] != "path"],
        body=body_fields(details.get("requestBody"), schema),
        statuses=sorted(int(status) for status in details["responses"]),
    )


def body_fields(body: dict[str, Any] | None, schema: dict[str, Any]) -> list[str]:
    """The fields of a JSON body, or the media types of another."""
    if body is None:
        return []
    media, content = next(iter(body["content"].items()))
    name = content["schema"].get("$ref", "").rpartition("/")[2]
    return list(schema["components"]["schemas"][name]["properties"]) if name else [media]
