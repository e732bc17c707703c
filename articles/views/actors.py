"""Actors: the list, one actor's page, and suggestions while a name is typed."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from articles.actions.mentions import ACTOR_KINDS
from articles.forms.actor_search import ActorSearchForm
from articles.forms.meeting_address import address_for
from articles.models import Actor, MergeProposal
from articles.permissions import can_edit
from articles.pictures.timeline import Span, timeline
from articles.queries.actors import (
    articles_on,
    find_actors,
    letters,
    statements_of,
    under_letter,
    with_counts,
)
from articles.queries.facets import count
from articles.queries.listed_meetings import listed_meetings
from articles.queries.meeting_days import days_told
from articles.queries.meeting_page import page_of
from articles.queries.meeting_search import UNDATED, MeetingSearch, party_of, same_as
from articles.queries.merging import as_pair, merges_of, open_proposals
from articles.queries.portrait import is_named_everywhere, names_seen, told_by, voices
from articles.queries.proofs_of_posts import posts_held
from articles.queries.suggestions import current_actor, suggest_actors
from articles.views.pictures import linked, ways_to_look
from newsdesk.htmx import HtmxHttpRequest, render_page

PAGE_SIZE = 60
LATEST = 10
DOUBTS = 3


@login_not_required
@require_safe
def actor_list(request: HtmxHttpRequest) -> HttpResponse:
    """Everybody in the collection, from A to Z."""
    form = ActorSearchForm(request.GET, label_suffix="")
    form.is_valid()
    search = form.search()
    found = find_actors(search)
    shown = under_letter(found, search.letter) if search.letter else found
    page = Paginator(with_counts(shown), PAGE_SIZE).get_page(request.GET.get("page"))
    context: dict[str, object] = {"form": form, "page": page, "letters": letters(found), "letter": search.letter}
    if can_edit(request.user):
        context["doubts"] = MergeProposal.objects.open().count()
    return render_page(request, "actors/actor_list.html", context, partial="found")


@login_not_required
@require_safe
def actor_detail(request: HtmxHttpRequest, slug: str) -> HttpResponse:
    """One actor: names, posts, meetings, statements and articles."""
    actor = get_object_or_404(Actor.objects.select_related("merged_into"), slug=slug)
    current = current_actor(actor)
    if current != actor:
        return redirect("actor-detail", slug=current.slug, permanent=True)
    ids, search = same_as(actor), MeetingSearch(actor=party_of(actor))
    address = address_for(actor=actor.slug)
    counts = count(search)
    context: dict[str, object] = {
        "actor": actor,
        "names": [name for name in actor.names.all() if name.name != actor.name],
        "posts": posts_held(ids),
        "cards": listed_meetings(list(page_of(search, counts.total, None))[:LATEST]),
        "counts": counts,
        "counterparts": counts.facets.get("people", []),
        "countries": [facet for facet in counts.facets.get("countries", []) if facet.value != actor.country],
        "places": counts.facets.get("cities", []),
        "picture": timeline(days_told(search), Span(undated=counts.number("periods", UNDATED)), linked(address)),
        "ways": ways_to_look(address),
        "address": address,
        "statements": statements_of(ids)[:LATEST],
        "articles": articles_on(ids)[:LATEST],
    }
    if not is_named_everywhere(actor):
        context |= {"seen": names_seen(ids), "voices": voices(ids), "sources": told_by(ids)}
    if can_edit(request.user):
        context["pairs"] = [as_pair(proposal) for proposal in open_proposals(actor)[:DOUBTS]]
        context["merges"] = merges_of(actor)
    return render_page(request, "actors/actor_detail.html", context)


@login_not_required
@require_safe
def actor_suggestions(request: HtmxHttpRequest) -> HttpResponse:
    """The options of a type-ahead for the name typed so far; those that a mention with this label can stand for."""
    kinds = ACTOR_KINDS.get(request.GET.get("label", ""), ())
    context = {"suggestions": suggest_actors(request.GET.get("q", "")[:200], kinds)}
    return render(request, "actors/_suggestions.html", context)
