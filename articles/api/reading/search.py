"""The one search box: articles in pages, and what is found besides them."""

from datetime import date

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from ninja import Router

from articles.api.answers.records import Facets
from articles.api.answers.search import (
    ActorsFound,
    Elsewhere,
    MeetingsFound,
    PlacesFound,
    SearchAnswer,
    StatementsFound,
)
from articles.api.filters import searched
from articles.api.operations import reading
from articles.api.pagination import Cut, address_after, limit_of, opened
from articles.api.reading.actors import actor_brief, facets_answer, place_answers
from articles.api.reading.articles import briefs
from articles.api.reading.meetings import about_site, meeting_brief
from articles.api.reading.statements import statement_found
from articles.api.requests import ApiRequest
from articles.forms.meeting_search import MeetingSearchForm
from articles.forms.search import SearchForm
from articles.forms.statement_search import StatementSearchForm
from articles.models import Actor, Article
from articles.queries.actors import with_counts
from articles.queries.article_facets import Wanted
from articles.queries.article_search import find, page_of
from articles.queries.meeting_page import cards
from articles.queries.search_page import actors_of, meetings_of, places_of, statements_of
from articles.queries.statements import quoted

router = Router(tags=["search"])


@reading(
    router,
    "/search",
    SearchAnswer,
    summary=_("Everything by words and names: articles, best first, and what is found besides"),
    filters=SearchForm,
    paged=True,
)
def search(request: ApiRequest) -> SearchAnswer:
    form = searched(request, SearchForm(request.GET))
    wanted = form.wanted()
    page = ranked(request, wanted)
    return SearchAnswer(
        count=page.count,
        next=page.next,
        items=briefs(page, words=wanted.question),
        also=list(wanted.question.also),
        elsewhere=None if request.GET.get("cursor") else elsewhere(request, form),
    )


def ranked(request: ApiRequest, wanted: Wanted) -> Cut:
    """A page of what was there when the first one was asked for, ranked as on that day.

    The order depends on all that is found, so that a place in it means something only among the same articles.
    """
    limit, shown = limit_of(request), request.GET.get("cursor")
    first, known, today = opened(request, shown) if shown else (0, newest_article(), timezone.localdate().isoformat())
    asked = wanted.known_until(known)
    found = find(asked)
    keys = page_of(asked, found, first, limit, date.fromisoformat(today))
    reached = first + len(keys)
    more = keys and reached < found.counts.total
    return Cut(keys, found.counts.total, address_after(request, [reached, known, today]) if more else None)


def newest_article() -> int:
    return Article.objects.aggregate(newest=Max("pk"))["newest"] or 0


def elsewhere(request: ApiRequest, form: SearchForm) -> Elsewhere:
    by_name = form.question and not form.is_filtered()
    return Elsewhere(
        meetings=meetings_found(request, form),
        statements=statements_found(request, form),
        actors=actors_found(form) if by_name else None,
        places=places_found(form) if by_name else None,
    )


def meetings_found(request: ApiRequest, form: SearchForm) -> MeetingsFound | None:
    asked = form.meetings()
    if asked is None:
        return None
    found, about = meetings_of(asked, cards), about_site(request)
    address = sibling(request, "meetings") + form.address_in(MeetingSearchForm, actor="actor")
    return MeetingsFound(count=found.count, address=address, items=[meeting_brief(card, about) for card in found.cards])


def statements_found(request: ApiRequest, form: SearchForm) -> StatementsFound | None:
    asked = form.statements()
    if asked is None:
        return None
    found, about = statements_of(asked, quoted), about_site(request)
    address = sibling(request, "statements") + form.address_in(StatementSearchForm, actor="speaker")
    items = [statement_found(each, about) for each in found.quotes]
    return StatementsFound(count=found.count, address=address, items=items)


def sibling(request: ApiRequest, name: str) -> str:
    """Another list of the API."""
    return request.build_absolute_uri(f"{request.path.removesuffix('search')}{name}")


def actors_found(form: SearchForm) -> ActorsFound:
    found = actors_of(form.question)
    rows = with_counts(Actor.objects.all()).in_bulk([each.actor.pk for each in found.shown])
    return ActorsFound(count=found.count, items=[actor_brief(rows[each.actor.pk]) for each in found.shown])


def places_found(form: SearchForm) -> PlacesFound:
    found = places_of(form.question)
    return PlacesFound(count=found.count, items=place_answers([place.pk for place, _meetings in found.rows]))


@reading(
    router,
    "/search/facets",
    Facets,
    summary=_("How the articles found spread over sources, years, countries, actors, labels and states of review"),
    filters=SearchForm,
)
def search_facets(request: ApiRequest) -> Facets:
    form = searched(request, SearchForm(request.GET), paged=False)
    return facets_answer(find(form.wanted()).counts, {})
