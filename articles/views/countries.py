"""Countries: the list, and the dossier of each."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from articles.enums import MeetingStatus
from articles.forms.meeting_address import address_for
from articles.models import Actor
from articles.queries.countries import country_name, country_names
from articles.queries.country_dossier import (
    country_rows,
    offices_held,
    partners,
    people_of,
    places_in,
    visitors,
    visits,
)
from articles.queries.facets import count
from articles.queries.listed_meetings import listed_meetings
from articles.queries.meeting_page import page_of
from articles.queries.meeting_search import MeetingSearch
from articles.queries.suggested_lands import suggest_countries
from articles.views.pictures import ways_to_look
from newsdesk.htmx import HtmxHttpRequest, render_page

LATEST = 5


@login_not_required
@require_safe
def country_list(request: HtmxHttpRequest) -> HttpResponse:
    """Every country that somebody in the collection is of."""
    return render_page(request, "countries/country_list.html", {"rows": country_rows()})


@login_not_required
@require_safe
def country_suggestions(request: HttpRequest) -> HttpResponse:
    """The options of a type-ahead for the name typed so far."""
    return render(request, "countries/_suggestions.html", {"lands": suggest_countries(request.GET.get("q", "")[:100])})


@login_not_required
@require_safe
def country_detail(request: HtmxHttpRequest, code: str) -> HttpResponse:
    """Diplomats by post and date, whom they met, who came, and the places there."""
    if code.upper() not in country_names():
        raise Http404
    if code != code.upper():
        return redirect("country-detail", code.upper(), permanent=True)
    met, there = partners(code), count(visits(code))
    search = MeetingSearch(country=code, status=MeetingStatus.HELD)
    address = address_for(country=code, status=MeetingStatus.HELD.value)
    context: dict[str, object] = {
        "code": code,
        "name": country_name(code),
        "state": Actor.objects.current().filter(kind="state", country=code).first(),
        "people_count": people_of(code),
        "offices": offices_held(code),
        "met": met,
        "countries": met.facets.get("countries", []),
        "people": met.facets.get("people", []),
        "visitors": visitors(code),
        "there": there,
        "places": places_in(code),
        "ways": ways_to_look(address),
        "address": address,
        "cards": listed_meetings(list(page_of(search, met.total, None))[:LATEST]),
    }
    return render_page(request, "countries/country_detail.html", context)
