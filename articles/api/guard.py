"""What every answer of the API has, whichever operation gives it: problems, ETags, keys of actions."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from django.utils.translation import gettext as _

from articles.actions.acting import requested
from articles.api.problems import FieldProblem, Problem, as_problem
from articles.api.requests import ApiRequest

View = Callable[..., HttpResponse]


def guarded(view: View) -> View:
    """The view of an operation, open to programs without a session and answering HEAD as well as GET."""

    @wraps(view)
    def guard(request: ApiRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        method, request.row_version = request.method, None
        request.method = "GET" if method == "HEAD" else method
        response = acted(request, lambda: view(request, *args, **kwargs))
        if response.status_code == 405:
            response = refused_method(request, response.headers.get("Allow", ""))
        patch_vary_headers(response, ["Authorization", "Accept-Language"])
        response.headers.setdefault("Cache-Control", "private, no-cache")
        response = tagged(request, response)
        request.method = method
        return response

    guard.csrf_exempt = True  # type: ignore[attr-defined]  # no cookie opens anything here
    guard.login_required = False  # type: ignore[attr-defined]  # Gate asks who it is
    return guard


def acted(request: ApiRequest, answer: Callable[[], HttpResponse]) -> HttpResponse:
    """Carry a change out once, however often it is sent with the same Idempotency-Key, and name its action."""
    if request.method != "POST":
        return answer()
    try:
        key, digest = key_of(request), digest_of(request)
    except Exception as error:  # whatever is wrong with the body, the caller learns it
        return as_problem(error).answer()
    with requested(key, digest) as asked:
        response = answer()
    if asked.action is not None and response.status_code < 300:
        response.headers["X-Action"] = str(key)
        response.headers["X-Action-State"] = "repeated" if asked.is_repeated else "done"
    return response


def key_of(request: HttpRequest) -> UUID:
    given = request.headers.get("Idempotency-Key")
    try:
        return UUID(given) if given else uuid4()
    except ValueError:
        errors = [FieldProblem(field="Idempotency-Key", message=_("Must be a UUID."))]
        raise Problem(422, _("The key of the request cannot be used."), errors=errors) from None


def digest_of(request: HttpRequest) -> str:
    """What is asked for; of one without a key nobody asks."""
    if not request.headers.get("Idempotency-Key"):
        return ""
    asked = f"{request.get_full_path()} {request.headers.get('If-Match', '')}\n".encode()
    body = request.body if request.content_type == "application/json" else b""
    return sha256(asked + body).hexdigest()


def refused_method(request: HttpRequest, allowed: str) -> HttpResponse:
    methods = ", ".join(sorted(allowed.replace(" ", "").split(",") + (["HEAD"] if "GET" in allowed else [])))
    return Problem(
        405, _("This address takes %(methods)s.") % {"methods": methods}, headers={"Allow": methods}
    ).answer()


def tagged(request: ApiRequest, response: HttpResponse) -> HttpResponse:
    """With an ETag, which begins with the version of the row told; nothing where the caller has it already."""
    if response.status_code not in (200, 201) or response.streaming:
        return response
    version = "" if request.row_version is None else f"{request.row_version}-"
    etag = f'"{version}{sha256(response.content).hexdigest()[:24]}"'
    response.headers["ETag"] = etag
    known = parse_etags(request.headers.get("If-None-Match", ""))
    if request.method != "GET" or not any(each == "*" or bare(each) == bare(etag) for each in known):
        return response
    unchanged = HttpResponseNotModified()
    for name in ("ETag", "Cache-Control", "Vary"):
        if name in response.headers:
            unchanged.headers[name] = response.headers[name]
    return unchanged


def bare(etag: str) -> str:
    """Compression makes an ETag weak; the content is the same."""
    return etag.removeprefix("W/")


def not_found(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    return Problem(404, _("There is nothing at this address.")).answer()
