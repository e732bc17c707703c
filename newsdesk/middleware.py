"""Middleware of the project."""

from collections.abc import Callable
from hashlib import sha256
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils import translation
from django_htmx.http import HttpResponseClientRedirect

from articles.actions.acting import requested
from articles.exceptions import ActionKeyTaken, AlreadyDone
from articles.queries.languages import language_of
from newsdesk.repetition import already_done, key_taken

API = "/api/"


class HtmxLoginRedirectMiddleware:
    """Send an HTMX request whose login has expired to the login page as a whole, not into a fragment."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 302 and request.headers.get("HX-Request") == "true":
            location = response.headers.get("Location", "")
            if location.startswith(resolve_url(settings.LOGIN_URL)):
                return HttpResponseClientRedirect(location)
        return response


class UserLanguageMiddleware:
    """Who is logged in and chose a language sees the desk in it, whatever the browser asks for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        code = language_of(request.user)
        if code is not None:
            translation.activate(code)
            request.LANGUAGE_CODE = code
        return self.get_response(request)


class ActionMiddleware:
    """A change that comes with a key (`action=UUID`, or the header X-Action) is made once, however often it is sent.

    The answer to such a request names the action in X-Action once it is committed. X-Action-State says `done`, or
    `repeated` where it was done by an earlier request; without that header nothing was changed.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = key_of(request)
        if key is None:
            return self.get_response(request)
        with requested(key, digest_of(request)) as asked:
            response = self.get_response(request)
        if asked.action is not None:
            response.headers["X-Action"] = str(key)
            response.headers["X-Action-State"] = "repeated" if asked.is_repeated else "done"
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, AlreadyDone):
            return already_done(request, exception.action)
        return key_taken(request) if isinstance(exception, ActionKeyTaken) else None


def key_of(request: HttpRequest) -> UUID | None:
    """The key that the request brings for its action; one that is none is no key. The API has its own header."""
    if request.method != "POST" or request.path_info.startswith(API):
        return None
    try:
        return UUID(request.headers.get("X-Action") or request.POST.get("action", ""))
    except ValueError:
        return None


def digest_of(request: HttpRequest) -> str:
    """What is asked for: the address and the fields, but for the key and the token against forgery."""
    fields = [(name, values) for name, values in request.POST.lists() if name not in ("action", "csrfmiddlewaretoken")]
    return sha256(f"{request.path}?{urlencode(sorted(fields), doseq=True)}".encode()).hexdigest()
