"""Where the cursor is to stand on the page that a form leads to; told once, to the next page that is drawn."""

from django.conf import settings
from django.http import HttpRequest

KEY = "land_on"


def land_on(request: HttpRequest, *ids: str) -> None:
    """On the first of these elements that the page has."""
    request.session[KEY] = " ".join(ids)


def landing_of(request: HttpRequest) -> str:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or KEY not in request.session:
        return ""
    return str(request.session.pop(KEY))
