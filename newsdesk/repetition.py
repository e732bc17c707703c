"""What a request is answered whose action was carried out before, or whose key belongs to another."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from articles.models import Action


def already_done(request: HttpRequest, action: Action) -> HttpResponse:
    """The page of what the action was about, as it stands: it is saved, and nothing was changed again."""
    address = address_of(action)
    messages.success(request, _("This was saved already."))
    is_fragment = request.headers.get("HX-Request") == "true"
    return HttpResponseClientRedirect(address) if is_fragment else redirect(address)


def address_of(action: Action) -> str:
    if action.articles:
        return reverse("article-annotate", args=[action.articles[0]])
    if action.meetings:
        return reverse("meeting-detail", args=[action.meetings[0]])
    return reverse("merge-proposals")


def key_taken(request: HttpRequest) -> HttpResponse:
    """Another change, or another person's, was made under this key: nothing was changed now."""
    return render(request, "key_taken.html", status=409)
