"""The one search box: articles, meetings, statements, people and places by words and names."""

from functools import partial

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.forms.address import Address
from articles.forms.meeting_address import address_of_words
from articles.forms.meeting_search import MeetingSearchForm
from articles.forms.search import SearchForm, count_groups
from articles.forms.statement_search import StatementSearchForm
from articles.queries.article_facets import Wanted
from articles.queries.article_search import Found, find, found_alone, page_of
from articles.queries.listed_articles import FoundRow, found_articles
from articles.queries.listed_meetings import listed_meetings
from articles.queries.quotes import listed as listed_statements
from articles.queries.search_page import (
    actors_of,
    meetings_of,
    places_of,
    statements_of,
)
from articles.search.periods import Dated
from articles.views.citing import cited_search, told_of
from newsdesk.htmx import HtmxHttpRequest, is_partial, render_page

PAGE_SIZE = 20


@login_not_required
@require_safe
def search(request: HtmxHttpRequest) -> HttpResponse:
    """Search everything; the whole search is in the address, and each search has one address."""
    if request.GET.get("in") == "meetings":  # the second button of the front page
        words = request.GET.get("q", "").strip()
        return redirect(reverse("meeting-list") + address_of_words(words).rstrip("?"))
    form = SearchForm(request.GET)
    context: dict[str, object] = {"form": form}
    if not form.is_valid():
        return render_page(request, "search/search.html", context, partial="found")
    address = form.address()
    here = reverse("search") + address.here.rstrip("?")
    if "" in request.GET.values() and not is_partial(request):
        return redirect(here)
    context |= {"address": address, "here": here, "chosen": form.chosen(address)}
    if form.question or form.is_filtered():
        context |= results(request, form, address)
    response = render_page(request, "search/search.html", context, partial="found")
    if is_partial(request) and "page" not in request.GET:
        response["HX-Push-Url"] = f"{reverse('search')}?{request.GET.urlencode()}" if form.dated else here
    return response


def results(request: HtmxHttpRequest, form: SearchForm, address: Address) -> dict[str, object]:
    wanted = form.wanted()
    found = find(wanted)
    page = paged(found, request.GET.get("page"))
    context: dict[str, object] = {
        "page": page,
        "rows": rows_of(wanted, found, page),
        "groups": count_groups(address, found.counts),
        "question": wanted.question,
        "unwidened": address.query(literal="1"),
        "widened": address.query(literal=None),
        **({"dated": form.dated, "undated": undated(form.dated, address)} if form.dated else {}),
        "citation": cited_search(request, reverse("search") + address.here, partial(titled, form, address)),
    }
    if not found.counts.total and wanted.question:
        context["alone"] = found_alone(wanted.question)
    return context | (others(form, wanted) if page.number == 1 else {})


def titled(form: SearchForm, address: Address) -> str:
    """What a reference calls the search."""
    return _("Search: %(words)s") % {"words": told_of(form.question.text, form.chosen(address))}


def undated(period: Dated, address: Address) -> str:
    """The address that looks for the words of a period as they are typed."""
    return address.query(q=period.literally, **{"from": None, "to": None})


def paged(found: Found, number: str | None) -> Page[int]:
    pages = Paginator(range(found.counts.total), PAGE_SIZE)
    return pages.get_page(number)


def rows_of(wanted: Wanted, found: Found, page: Page[int]) -> list[FoundRow]:
    keys = page_of(wanted, found, (page.number - 1) * PAGE_SIZE, PAGE_SIZE, timezone.localdate())
    return found_articles(keys, wanted.question)


def others(form: SearchForm, wanted: Wanted) -> dict[str, object]:
    """What is found besides articles, each kind as far as the filters say anything about it."""
    found: dict[str, object] = {}
    if (meetings := form.meetings()) is not None:
        found["meetings"] = meetings_of(meetings, listed_meetings)
        found["meetings_address"] = reverse("meeting-list") + form.address_in(MeetingSearchForm, actor="actor")
    if (statements := form.statements()) is not None:
        found["statements"] = statements_of(statements, listed_statements)
        found["statements_address"] = reverse("statement-list") + form.address_in(StatementSearchForm, actor="speaker")
    if wanted.question and not form.is_filtered():
        found |= {"actors": actors_of(wanted.question), "places": places_of(wanted.question)}
    return found
