"""The description of the API in OpenAPI: what types do not tell comes from what operations were declared with."""

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from articles.api.filters import parameters_of
from articles.api.operations import Facts
from articles.api.pagination import MOST, USUAL
from articles.api.problems import MEDIA_TYPE, ProblemAnswer

BEARER = {"bearer": {"type": "http", "scheme": "bearer"}}
PROBLEM = {"$ref": "#/components/schemas/ProblemAnswer"}
PHRASES = {
    301: "Moved",
    304: "Unchanged",
    400: "Broken request",
    401: "No valid token",
    403: "Not allowed",
    404: "Nothing there",
    409: "In conflict with what is there",
    412: "Stale: somebody changed the row",
    413: "Body too large",
    415: "Another type of body",
    422: "Cannot be used",
    428: "If-Match is missing",
}
IF_NONE_MATCH = {"in": "header", "name": "If-None-Match", "required": False, "schema": {"type": "string"}}
IF_MATCH = {
    "in": "header",
    "name": "If-Match",
    "required": True,
    "description": "The ETag or the version of the row that was seen.",
    "schema": {"type": "string", "pattern": '^"[0-9]{1,9}(-[0-9a-f]*)?"$'},
}
KEY = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": False,
    "description": "A UUID; a request sent again with it changes nothing a second time.",
    "schema": {"type": "string", "format": "uuid"},
}
PAGING: list[dict[str, Any]] = [
    {"in": "query", "name": "cursor", "required": False, "schema": {"type": "string"}},
    {
        "in": "query",
        "name": "limit",
        "required": False,
        "schema": {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
    },
]


class Description(OpenAPISchema):
    def __init__(self, api: NinjaAPI, path_prefix: str) -> None:
        super().__init__(api, path_prefix)
        problem = ProblemAnswer.model_json_schema(ref_template="#/components/schemas/{model}")
        self.schemas.update(problem.pop("$defs"))
        self.schemas["ProblemAnswer"] = problem
        self["components"] = {"schemas": self.schemas, "securitySchemes": BEARER}
        del self["servers"]

    def operation_details(self, operation: Operation) -> dict[str, Any]:
        details: dict[str, Any] = super().operation_details(operation)
        facts: Facts = operation.view_func.facts  # type: ignore[attr-defined]
        details["summary"] = str(details["summary"])
        details["parameters"] += self.parameters(operation, facts)
        if facts.media:
            content = {each: {"schema": {"type": "string"}} for each in facts.media}
            details["requestBody"] = {"required": True, "content": content}
        for status in statuses(operation, facts, details):
            details["responses"][status] = answer_with(status)
        details["security"] = [{"bearer": []}] if facts.scope else [{}, {"bearer": []}]
        if facts.scope:
            details["x-scope"] = facts.scope.value
        return details

    def parameters(self, operation: Operation, facts: Facts) -> list[dict[str, Any]]:
        found = parameters_of(facts.filters) if facts.filters else []
        found += PAGING if facts.paged else []
        found += [IF_MATCH] if facts.versioned else []
        return [*found, KEY if operation.methods == ["POST"] else IF_NONE_MATCH]


def statuses(operation: Operation, facts: Facts, details: dict[str, Any]) -> list[int]:
    """What may be answered besides what was asked for."""
    found = {401, 422, *facts.also}
    found |= {404} if "{" in operation.path else set()
    found |= {403} if facts.scope else set()
    found |= {304} if operation.methods == ["GET"] else set()
    found |= {412, 428} if facts.versioned else set()
    found |= {400, 413, 415} if "requestBody" in details else set()
    found |= {409} if operation.methods == ["POST"] else set()
    return sorted(found)


def answer_with(status: int) -> dict[str, Any]:
    answer: dict[str, Any] = {"description": PHRASES[status]}
    if status >= 400:
        answer["content"] = {MEDIA_TYPE: {"schema": PROBLEM}}
    return answer
