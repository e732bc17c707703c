"""Join two meetings nobody proposed: look for the other one, see what they would be together, say so."""

from datetime import timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_safe

from articles.actions.join_preview import joined
from articles.actions.join_verdicts import join_unasked
from articles.forms.meeting_search import MeetingSearchForm
from articles.models import Actor, Meeting
from articles.queries.disagreements import disagreements
from articles.queries.meeting_page import cards
from articles.queries.meeting_search import find_indexed, in_order
from articles.queries.meetings import meeting_card, topics_of, with_details
from articles.views.annotation_page import editor_of
from articles.views.joining import answer
from newsdesk.htmx import HtmxHttpRequest, render_page

#: How far around the day of a meeting the other one is looked for at first, and how many are shown.
REACH = timedelta(days=30)
SHOWN = 25
FIELDS = ("actor", "with", "from", "to", "place", "q")


@require_safe
def meeting_join(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """Meetings that a search finds, this one left out; at first those of the same person around the same days."""
    editor_of(request)
    meeting = get_object_or_404(with_details(Meeting.objects.live()), pk=pk)
    asked = {name: request.GET[name] for name in FIELDS if request.GET.get(name)}
    form = MeetingSearchForm(asked or near(meeting), label_suffix="")
    found = []
    if form.is_valid():
        search = form.search()
        keys = in_order(find_indexed(search).exclude(meeting=pk), search.sort).values_list("meeting_id", flat=True)
        found = cards(keys[:SHOWN])
    context: dict[str, object] = {
        "card": meeting_card(meeting),
        "form": form,
        "fields": [form[name] for name in FIELDS],
        "found": found,
    }
    return render_page(request, "meetings/meeting_join.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_join_with(request: HtmxHttpRequest, pk: int, other: int) -> HttpResponse:
    """The two side by side and what they would be together; a POST joins them."""
    editor_of(request)
    if request.method == "POST":
        return answer(request, lambda by: join_unasked(pk, other, by=by))
    there = {
        meeting.pk: meeting_card(meeting) for meeting in with_details(Meeting.objects.live().filter(pk__in=[pk, other]))
    }
    if pk not in there or other not in there or pk == other:
        raise Http404
    whole = joined(pk, other)
    reports = [*there[pk].reports, *there[other].reports]
    people = Actor.objects.in_bulk(list(whole.posts))
    articles = [report.article_id for report in reports]
    context: dict[str, object] = {
        "card": there[pk],
        "other": there[other],
        "whole": whole.meeting,
        "people": [people[key] for key in whole.posts],
        "topics": topics_of(reports),
        "disagreements": disagreements(reports),
        "told_twice": len(set(articles)) < len(articles),
    }
    return render_page(request, "meetings/meeting_join_preview.html", context)


def near(meeting: Meeting) -> dict[str, str]:
    """A search for the meetings around this one."""
    asked: dict[str, str] = {}
    people = [row.actor.merged_into or row.actor for row in meeting.participations.all()]
    if people:
        asked["actor"] = people[0].slug
    if meeting.starts_on and meeting.ends_on:
        asked["from"] = (meeting.starts_on - REACH).isoformat()
        asked["to"] = (meeting.ends_on + REACH).isoformat()
    return asked
