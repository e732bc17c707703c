"""Places: the list, the dossier of each, and suggestions while a name is typed."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from articles.enums import PlaceKind
from articles.forms.meeting_address import address_for
from articles.forms.place_search import PlaceSearchForm
from articles.queries.actors import letters, under_letter
from articles.queries.facets import count
from articles.queries.listed_meetings import listed_meetings
from articles.queries.meeting_page import page_of
from articles.queries.place_dossier import articles_naming, meetings_at, other_names, place_at
from articles.queries.places import find_places, meetings_by_place
from articles.queries.suggestions import suggest_places
from articles.views.pictures import ways_to_look
from newsdesk.htmx import HtmxHttpRequest, render_page

LATEST = 10
PAGE_SIZE = 60


@login_not_required
@require_safe
def place_list(request: HtmxHttpRequest) -> HttpResponse:
    """Every country, city and region of the collection, from A to Z."""
    form = PlaceSearchForm(request.GET, label_suffix="")
    form.is_valid()
    search = form.search()
    found = find_places(search)
    shown = under_letter(found, search.letter) if search.letter else found
    page = Paginator(shown, PAGE_SIZE).get_page(request.GET.get("page"))
    meetings = meetings_by_place(place.pk for place in page)
    context: dict[str, object] = {
        "form": form,
        "page": page,
        "rows": [(place, meetings.get(place.pk, 0)) for place in page],
        "letters": letters(found),
        "letter": search.letter,
    }
    return render_page(request, "places/place_list.html", context, partial="found")


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
        "cards": listed_meetings(list(page_of(search, counts.total, None))[:LATEST]),
        "articles": articles_naming(place)[:LATEST],
    }
    return render_page(request, "places/place_detail.html", context)


@login_not_required
@require_safe
def place_suggestions(request: HttpRequest) -> HttpResponse:
    """The options of a type-ahead for the name typed so far."""
    return render(request, "places/_suggestions.html", {"places": suggest_places(request.GET.get("q", "")[:200])})
