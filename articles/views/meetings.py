"""Meetings: the search by diplomat, and one meeting with what each article says of it."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, HttpResponseBadRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.exporters.calendars import as_ics
from articles.exporters.feeds import as_atom
from articles.exporters.geojson import as_geojson
from articles.exporters.linked_data import as_json_ld
from articles.exporters.meetings import as_csv, as_json
from articles.exporters.rows import About
from articles.forms.address import Address
from articles.forms.meeting_address import address_of, chosen_filters, facet_groups, heading_of, without_date
from articles.forms.meeting_search import MeetingSearchForm
from articles.forms.period import shortcuts
from articles.models import Meeting
from articles.queries.disagreements import stages
from articles.queries.facets import count
from articles.queries.joins import joined_into
from articles.queries.listed_meetings import listed_meetings
from articles.queries.meeting_as_of import EarlierMeeting, meeting_at, version_of
from articles.queries.meeting_page import all_cards, found_keys, page_of
from articles.queries.meeting_search import MeetingSearch
from articles.queries.meetings import MeetingCard, meeting_card, with_accounts
from articles.queries.reports import told_by
from articles.views.citing import cited_meeting, cited_search, told_of
from articles.views.history import moment_of
from articles.views.joining import joins_of
from articles.views.pictures import LIST, ways_to_look
from newsdesk.htmx import HtmxHttpRequest, is_partial, render_page


@login_not_required
@require_safe
def meeting_list(request: HtmxHttpRequest) -> HttpResponse:
    """Search meetings; the whole search is in the address, and each search has one address."""
    form = MeetingSearchForm(request.GET, label_suffix="")
    context: dict[str, object] = {"form": form, "heading": heading_of(None)}
    if not form.is_valid():
        return render_page(request, "meetings/meeting_list.html", context, partial="found")
    address, search = address_of(form), form.search()
    here = reverse("meeting-list") + address.here.rstrip("?")
    if "" in request.GET.values() and not is_partial(request):
        return redirect(here)
    counts = count(search, shortcuts(timezone.localdate()))
    page = page_of(search, counts.total, request.GET.get("page"))
    context |= {
        "heading": heading_of(search),
        "search": search,
        "page": page,
        "cards": listed_meetings(page),
        "groups": facet_groups(form, address, counts),
        "chosen": chosen_filters(form, address),
        "undated": without_date(search, address, counts),
        "address": address,
        "here": here,
        "citation": cited_search(request, here, partial(titled, form, address, search)),
        "ways": ways_to_look(address, LIST),
    }
    response = render_page(request, "meetings/meeting_list.html", context, partial="found")
    if is_partial(request) and "page" not in request.GET:
        response["HX-Push-Url"] = here
    return response


def titled(form: MeetingSearchForm, address: Address, search: MeetingSearch) -> str:
    """What a reference calls the search."""
    sides = [side.name for side in (search.actor, search.partner) if side]
    return told_of(heading_of(search), chosen_filters(form, address), but=sides)


@login_not_required
@require_safe
def meeting_detail(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """One meeting, field by field and source by source; `?version=…` shows it as it stood when it was cited."""
    cited = moment_of(request.GET.get("version", ""))
    meeting = with_accounts(Meeting.objects.live()).filter(pk=pk).first()
    if cited is not None and (meeting is None or cited < (version_of(pk) or cited)):
        earlier = meeting_at(pk, cited) if pk < 2**63 else None
        if earlier is not None:
            return meeting_as_cited(request, earlier, meeting)
    if meeting is None:
        return joined_or_missing(pk)
    card = meeting_card(meeting)
    context: dict[str, object] = {"meeting": meeting, "card": card, "accounts": [told_by(r) for r in card.reports]}
    context |= {"stages": stages(card.reports), **joins_of(request, meeting)}
    title = " — ".join(each.actor.name for each in card.participants)
    citation = cited_meeting(request, card, title)
    context |= {"citation": citation, "as_cited": cited is not None and cited == citation.version}
    return render_page(request, "meetings/meeting_detail.html", context)


def meeting_as_cited(request: HtmxHttpRequest, earlier: EarlierMeeting, now: Meeting | None) -> HttpResponse:
    """The record of then, with what today's says otherwise; the meeting may be another's by now, or none."""
    joined = joined_into(earlier.meeting.pk) if now is None else None
    today = now or Meeting.objects.live().filter(pk__in=[joined] if joined else []).first()
    context: dict[str, object] = {"card": earlier, "earlier": earlier, "meeting": earlier.meeting, "today": today}
    context |= {"is_joined": now is None and today is not None, "differences": earlier.otherwise(today)}
    return render_page(request, "meetings/meeting_as_of.html", context)


def joined_or_missing(pk: int) -> HttpResponse:
    """The address of a meeting that was joined to another leads there."""
    found = joined_into(pk)
    if found is None:
        raise Http404
    return redirect("meeting-detail", found)


EXPORTS: dict[str, tuple[str, Callable[[Iterable[MeetingCard], About], Iterator[str]]]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "json": ("application/json", as_json),
    "ics": ("text/calendar; charset=utf-8", as_ics),
    "atom": ("application/atom+xml; charset=utf-8", as_atom),
    "geojson": ("application/geo+json", as_geojson),
    "jsonld": ("application/ld+json", as_json_ld),
}


@login_not_required
@require_safe
def meeting_export(request: HtmxHttpRequest, form: str) -> HttpResponseBase:
    """All that a search finds, in its order, as it is read from the database."""
    if form not in EXPORTS:
        raise Http404
    asked = MeetingSearchForm(request.GET)
    if not asked.is_valid():
        return HttpResponseBadRequest(asked.errors.as_text(), content_type="text/plain; charset=utf-8")
    keys = found_keys(asked.search())
    address = request.build_absolute_uri(reverse("meeting-list") + address_of(asked).here.rstrip("?"))
    site = request.build_absolute_uri("/").rstrip("/")
    about = About(heading_of(asked.search()), address, site, len(keys))
    kind, write = EXPORTS[form]
    answer = StreamingHttpResponse(write(all_cards(keys), about), content_type=kind)
    if form != "atom":
        answer["Content-Disposition"] = f'attachment; filename="meetings.{form}"'
    return answer
