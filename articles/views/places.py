"""Places: the dossier of each, and suggestions while a name is typed."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from articles.enums import PlaceKind
from articles.forms.meeting_address import address_for
from articles.queries.facets import count
from articles.queries.meeting_page import cards, page_of
from articles.queries.place_dossier import articles_naming, meetings_at, other_names, place_at
from articles.queries.suggestions import suggest_places
from articles.views.pictures import ways_to_look
from newsdesk.htmx import HtmxHttpRequest, render_page

LATEST = 10


@login_not_required
@require_safe
def place_detail(request: HtmxHttpRequest, address: str) -> HttpResponse:
    """Who met there and when, and the articles that name it; a country has a dossier of its own."""
    place = place_at(address)
    if place is None:
        raise Http404
    if place.kind == PlaceKind.COUNTRY and place.country:
        return redirect("country-detail", place.country)
    if place.slug != address:
        return redirect("place-detail", place.slug, permanent=True)
    search = meetings_at(place)
    counts, query = count(search), address_for(city=place.slug)
    context: dict[str, object] = {
        "place": place,
        "names": other_names(place),
        "counts": counts,
        "ways": ways_to_look(query),
        "address": query,
        "people": counts.facets.get("people", []),
        "countries": counts.facets.get("countries", []),
        "years": counts.facets.get("years", []),
        "cards": cards(list(page_of(search, counts.total, None))[:LATEST]),
        "articles": articles_naming(place)[:LATEST],
    }
    return render_page(request, "places/place_detail.html", context)


@login_not_required
@require_safe
def place_suggestions(request: HttpRequest) -> HttpResponse:
    """The options of a type-ahead for the name typed so far."""
    return render(request, "places/_suggestions.html", {"places": suggest_places(request.GET.get("q", "")[:200])})
