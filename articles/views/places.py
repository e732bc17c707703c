"""Places: suggestions while a name is typed."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.queries.suggestions import suggest_places


@login_not_required
@require_safe
def place_suggestions(request: HttpRequest) -> HttpResponse:
    """The options of a type-ahead for the name typed so far."""
    return render(request, "places/_suggestions.html", {"places": suggest_places(request.GET.get("q", "")[:200])})
