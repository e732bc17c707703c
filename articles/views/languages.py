"""Choose the language of the desk."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.views.i18n import set_language

from articles.actions.languages import choose_language


@login_not_required
def language(request: HttpRequest) -> HttpResponse:
    """Kept by the browser, and with the account of whoever is logged in."""
    code = request.POST.get("language", "")
    if isinstance(request.user, User) and code in dict(settings.LANGUAGES):
        choose_language(code, by=request.user)
    return set_language(request)
