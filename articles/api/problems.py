"""What is answered where a request cannot be served: application/problem+json, as RFC 9457 has it."""

import json
import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError
from ninja.errors import ValidationError as InvalidRequest
from pydantic import BaseModel

logger = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"


class FieldProblem(BaseModel):
    """One thing that is wrong: the parameter or the path in the body, empty for the whole, and why."""

    field: str
    message: str


class ProblemAnswer(BaseModel):
    """`current` and `seen` come with 412: the row as it stands, and as it stood in the version that was named."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] = []
    current: dict[str, Any] | None = None
    seen: dict[str, Any] | None = None


class Problem(Exception):  # noqa: N818 -- named for what it is answered with
    """A request that cannot be served; `more` stands beside the members that every problem has."""

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        errors: list[FieldProblem] | None = None,
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.errors, self.headers, self.more = status, detail, errors, headers or {}, more

    def answer(self) -> HttpResponse:
        told: dict[str, Any] = {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
        }
        if self.errors:
            told["errors"] = [each.model_dump() for each in self.errors]
        content = json.dumps({**told, **self.more}, cls=DjangoJSONEncoder, ensure_ascii=False)
        return HttpResponse(content, status=self.status, content_type=MEDIA_TYPE, headers=dict(self.headers))


def too_large(limit: int) -> Problem:
    return Problem(413, _("The body is larger than %(limit)d bytes.") % {"limit": limit})


def as_problem(error: Exception) -> Problem:
    """What went wrong, told without what is none of the caller's business."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, InvalidRequest):
        errors = [FieldProblem(field=place_of(each["loc"]), message=str(each["msg"])) for each in error.errors]
        return Problem(422, _("The request does not have the form it must have."), errors=errors)
    if isinstance(error, Http404):
        return Problem(404, _("There is nothing at this address."))
    if isinstance(error, PermissionDenied):
        return Problem(403, _("The owner of the token may not do this."))
    if isinstance(error, RequestDataTooBig):
        return Problem(413, _("The body is too large."))
    if isinstance(error, HttpError):
        return Problem(error.status_code, _("The body is not JSON."))
    return Problem(400, _("The request cannot be understood."))


def place_of(location: tuple[str | int, ...]) -> str:
    """`body.mentions.3.end` → `mentions.3.end`: the parameter or the path within the body."""
    return ".".join(str(part) for part in location[2 if location[:1] == ("body",) else 1 :])


def answer_known(request: HttpRequest, error: Any) -> HttpResponse:
    return as_problem(error).answer()


def answer_unknown(request: HttpRequest, error: Any) -> HttpResponse:
    """A fault of ours: it is in the log, and the caller learns that it is none of theirs."""
    logger.error("The API failed at %s", request.path, exc_info=error)
    return Problem(500, _("The desk made a mistake; it is in its log.")).answer()


def handle_problems(api: NinjaAPI) -> None:
    for kind in (Problem, InvalidRequest, Http404, PermissionDenied, SuspiciousOperation, HttpError):
        api.add_exception_handler(kind, answer_known)
    api.add_exception_handler(Exception, answer_unknown)
