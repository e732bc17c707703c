"""What a search for meetings finds, as a picture: through time, by day, between countries, on the map, as a network."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.forms.address import Address
from articles.forms.meeting_address import address_of, chosen_filters, heading_of
from articles.forms.meeting_search import MeetingSearchForm
from articles.forms.picture_periods import Choice, period_choices
from articles.pictures.calendar import calendar
from articles.pictures.matrix import matrix
from articles.pictures.network import network_picture
from articles.pictures.svg import Link, Picture
from articles.pictures.timeline import Span, timeline
from articles.pictures.worldmap import world_map
from articles.queries.counting import Counts
from articles.queries.country_pairs import country_pairs
from articles.queries.meeting_days import days_told, periods_told, year_of
from articles.queries.meeting_network import network
from articles.queries.meeting_places import whereabouts
from articles.queries.meeting_search import UNDATED, MeetingSearch
from articles.stretches import year
from articles.templatetags.ui import view_address
from newsdesk.htmx import HtmxHttpRequest, render_page


@dataclass(frozen=True)
class Asked:
    """A search, where its marks lead, and how its meetings spread over periods."""

    search: MeetingSearch
    link: Link
    periods: Counts


def draw_timeline(asked: Asked) -> Picture:
    search = asked.search
    span = Span(search.start, search.end, asked.periods.number(UNDATED))
    return timeline(days_told(search), span, asked.link)


def draw_calendar(asked: Asked) -> Picture:
    """Of the year asked for, else of the latest one with meetings."""
    years = asked.periods.facets.get("years", [])
    shown = year_of(asked.search) or (int(years[0].value) if years else timezone.localdate().year)
    whole, undated = year(shown), asked.periods.number(UNDATED)
    days = days_told(replace(asked.search, start=whole.start, end=whole.end))
    return calendar(days, year=shown, undated=undated, link=asked.link)


def draw_matrix(asked: Asked) -> Picture:
    return matrix(country_pairs(asked.search), asked.link)


def draw_network(asked: Asked) -> Picture:
    return network_picture(network(asked.search), asked.link)


def draw_map(asked: Asked) -> Picture:
    return world_map(whereabouts(asked.search), asked.link)


#: By name in the address: what readers call it, and what draws it.
PICTURES: dict[str, tuple[str | Promise, Callable[[Asked], Picture]]] = {
    "timeline": (_("Timeline"), draw_timeline),
    "network": (_("Network"), draw_network),
    "map": (_("Map"), draw_map),
    "calendar": (_("Calendar"), draw_calendar),
    "matrix": (_("Countries"), draw_matrix),
}


#: The way to look that is no picture.
LIST = "list"


def linked(address: Address) -> Link:
    meetings = reverse("meeting-list")
    return lambda **changes: meetings + address.query(**changes).rstrip("?")


@login_not_required
@require_safe
def meeting_picture(request: HtmxHttpRequest, name: str) -> HttpResponse:
    """The same address as the search, but for the way there; the search itself tells what is wrong with a question."""
    if name not in PICTURES:
        raise Http404
    form = MeetingSearchForm(request.GET, label_suffix="")
    if not form.is_valid():
        return redirect(f"{reverse('meeting-list')}?{request.GET.urlencode()}")
    address, search = address_of(form), form.search()
    asked = Asked(search, linked(address), periods_told(search))
    context: dict[str, object] = {
        "picture": PICTURES[name][1](asked),
        "heading": heading_of(search),
        "total": asked.periods.total,
        "chosen": chosen_filters(form, address),
        "address": address,
        "periods": period_choices(search, address, asked.periods),
        "ways": ways_to_look(address, name),
    }
    return render_page(request, "pictures/picture.html", context)


def ways_to_look(address: Address, here: str = "") -> list[Choice]:
    """The list of what a search finds and its pictures, and the one that is shown."""
    asked = address.here.rstrip("?")
    listed = Choice(str(_("List")), view_address("meeting-list") + address.here, None, here == LIST)
    pictures = (
        Choice(str(title), view_address("meeting-picture", name) + asked, None, name == here)
        for name, (title, _draw) in PICTURES.items()
    )
    return [listed, *pictures]
