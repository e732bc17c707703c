"""Actors with their names and posts, and places."""

from collections.abc import Mapping, Sequence

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from ninja import Router

from articles.api.answers.records import ActorAnswer, ActorBrief, Count, Facets, PlaceAnswer
from articles.api.filters import refuse_unknown, searched
from articles.api.operations import reading
from articles.api.pagination import By, PageAnswer, cut
from articles.api.requests import ApiRequest
from articles.api.serialize import post_answer
from articles.forms.actor_search import ActorSearchForm
from articles.forms.place_search import PlaceSearchForm
from articles.models import Actor, Place
from articles.queries.actors import articles_on, find_actors, statements_of, under_letter, with_counts
from articles.queries.counting import Counts, Facet
from articles.queries.facets import count
from articles.queries.meeting_search import MeetingSearch, party_of, same_as
from articles.queries.places import find_places, meetings_by_place
from articles.queries.proofs_of_posts import posts_held
from articles.queries.suggestions import current_actor
from articles.templatetags.dates import place_name
from articles.templatetags.ui import place_address

router = Router(tags=["actors"])


@reading(
    router,
    "/actors",
    PageAnswer[ActorBrief],
    summary=_("Actors, from A to Z"),
    filters=ActorSearchForm,
    paged=True,
)
def actors(request: ApiRequest) -> PageAnswer[ActorBrief]:
    search = searched(request, ActorSearchForm(request.GET)).search()
    found = find_actors(search)
    page = cut(request, under_letter(found, search.letter) if search.letter else found, (By("sort_key"), By("pk")))
    rows = with_counts(Actor.objects.filter(pk__in=page.keys)).in_bulk()
    items = [actor_brief(rows[key]) for key in page.keys if key in rows]
    return PageAnswer(count=page.count, next=page.next, items=items)


def actor_brief(actor: Actor) -> ActorBrief:
    """An actor that came from `with_counts`."""
    return ActorBrief(
        slug=actor.slug,
        name=actor.name,
        page=reverse("actor-detail", args=[actor.slug]),
        kind=str(actor.kind),
        country=actor.country or None,
        post=vars(actor)["latest_post"],
        meetings=vars(actor)["meeting_count"],
    )


@reading(
    router,
    "/actors/{slug:slug}",
    ActorAnswer,
    summary=_("One actor: names, posts with the words that show them, counterparts"),
    also=(301,),
)
def actor(request: ApiRequest, slug: str) -> ActorAnswer | HttpResponse:
    """An actor that was merged into another leads there."""
    refuse_unknown(request, ())
    found = actor_there(slug)
    return actor_answer(found) if found.slug == slug else moved(request, slug, found)


def actor_there(slug: str) -> Actor:
    """The actor, or whom it was merged into."""
    found = Actor.objects.select_related("merged_into").filter(slug=slug).first()
    if found is None:
        raise Http404
    return current_actor(found)


def moved(request: ApiRequest, slug: str, actor: Actor) -> HttpResponse:
    before, after = request.path.split(f"/actors/{slug}", 1)
    return HttpResponse(status=301, headers={"Location": f"{before}/actors/{actor.slug}{after}"})


def actor_answer(actor: Actor) -> ActorAnswer:
    ids = same_as(actor)
    counts = count(MeetingSearch(actor=party_of(actor)))
    return ActorAnswer(
        slug=actor.slug,
        name=actor.name,
        page=reverse("actor-detail", args=[actor.slug]),
        kind=str(actor.kind),
        country=actor.country or None,
        country_listed=actor.country_listed or None,
        names=[each.name for each in actor.names.all()],
        posts=[post_answer(each) for each in posts_held(ids)],
        meetings=counts.total,
        statements=statements_of(ids).count(),
        articles=articles_on(ids).count(),
        counterparts=[count_answer(each) for each in counts.facets.get("people", [])],
    )


def count_answer(facet: Facet) -> Count:
    return Count(value=facet.value, name=facet.name, count=facet.count)


def facets_answer(counts: Counts, names: Mapping[str, Mapping[str, object]]) -> Facets:
    """All counts of a search; `names` call values by facet as readers do, where the search does not."""
    told = {
        facet: [
            Count(value=each.value, name=str(names.get(facet, {}).get(each.value) or each.name), count=each.count)
            for each in found
        ]
        for facet, found in counts.facets.items()
    }
    return Facets(count=counts.total, facets=told)


@reading(
    router, "/places", PageAnswer[PlaceAnswer], summary=_("Places, from A to Z"), filters=PlaceSearchForm, paged=True
)
def places(request: ApiRequest) -> PageAnswer[PlaceAnswer]:
    search = searched(request, PlaceSearchForm(request.GET)).search()
    found = find_places(search)
    page = cut(request, under_letter(found, search.letter) if search.letter else found, (By("sort_key"), By("pk")))
    return PageAnswer(count=page.count, next=page.next, items=place_answers(page.keys))


@reading(router, "/places/{slug:slug}", PlaceAnswer, summary=_("One place"))
def place(request: ApiRequest, slug: str) -> PlaceAnswer:
    refuse_unknown(request, ())
    found = Place.objects.filter(slug=slug).first()
    if found is None:
        raise Http404
    return place_answers([found.pk])[0]


def place_answers(keys: Sequence[int]) -> list[PlaceAnswer]:
    """In the order of the keys."""
    found, meetings = Place.objects.prefetch_related("names").in_bulk(keys), meetings_by_place(keys)
    return [place_answer(found[key], meetings.get(key, 0)) for key in keys if key in found]


def place_answer(place: Place, meetings: int) -> PlaceAnswer:
    latitude, longitude = place.point or (None, None)
    return PlaceAnswer(
        slug=place.slug,
        name=place_name(place),
        page=place_address(place),
        meetings=meetings,
        kind=str(place.kind),
        country=place.country or None,
        latitude=latitude,
        longitude=longitude,
        names=sorted(each.name for each in place.names.all()),
    )
