"""Meetings: the search by diplomat, and one meeting with what each article says of it."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles.forms.meeting_search import MeetingSearchForm
from articles.models import Meeting
from articles.queries.facets import facets
from articles.queries.meetings import find_meetings, meeting_card, with_accounts, with_details
from articles.queries.reports import told_by
from newsdesk.htmx import HtmxHttpRequest, render_page

PAGE_SIZE = 25


@login_not_required
@require_safe
def meeting_list(request: HtmxHttpRequest) -> HttpResponse:
    """Search meetings; the whole search is in the address."""
    form = MeetingSearchForm(request.GET, label_suffix="")
    context: dict[str, object] = {"form": form}
    if form.is_valid():
        search = form.search()
        page = Paginator(with_details(find_meetings(search)), PAGE_SIZE).get_page(request.GET.get("page"))
        cards = [meeting_card(meeting) for meeting in page.object_list]
        context |= {"search": search, "page": page, "cards": cards, "facets": facets(search, page.paginator.count)}
    return render_page(request, "meetings/meeting_list.html", context, partial="found")


@login_not_required
@require_safe
def meeting_detail(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """One meeting, field by field and source by source."""
    meeting = get_object_or_404(with_accounts(Meeting.objects.live()), pk=pk)
    card = meeting_card(meeting)
    context: dict[str, object] = {"meeting": meeting, "card": card, "accounts": [told_by(r) for r in card.reports]}
    return render_page(request, "meetings/meeting_detail.html", context)
