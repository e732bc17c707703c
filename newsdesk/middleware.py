"""Middleware of the project."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django_htmx.http import HttpResponseClientRedirect


class HtmxLoginRedirectMiddleware:
    """Send an HTMX request whose login has expired to the login page as a whole, not into a fragment."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        location = response.headers.get("Location", "")
        login = resolve_url(settings.LOGIN_URL)
        if request.headers.get("HX-Request") == "true" and response.status_code == 302 and location.startswith(login):
            return HttpResponseClientRedirect(location)
        return response
