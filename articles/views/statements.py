"""Statements: the search by speaker and words, with each quote in its place in the article."""

from functools import partial

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, HttpResponseBadRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.exporters.feeds import statements_as_atom
from articles.exporters.rows import About
from articles.exporters.statements import as_csv, as_json
from articles.forms.address import Address
from articles.forms.period import shortcuts
from articles.forms.statement_search import StatementSearchForm, facet_groups
from articles.queries.quotes import listed
from articles.queries.statements import all_quoted, count, found_keys, page_of
from articles.views.citing import cited_search, told_of
from newsdesk.htmx import HtmxHttpRequest, is_partial, render_page

EXPORTS = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "json": ("application/json", as_json),
    "atom": ("application/atom+xml; charset=utf-8", statements_as_atom),
}


@login_not_required
@require_safe
def statement_list(request: HtmxHttpRequest) -> HttpResponse:
    """Search statements; the whole search is in the address, and each search has one address."""
    form = StatementSearchForm(request.GET)
    context: dict[str, object] = {"form": form}
    if not form.is_valid():
        return render_page(request, "statements/statement_list.html", context, partial="found")
    address, search = form.address(), form.search()
    here = reverse("statement-list") + address.here.rstrip("?")
    if "" in request.GET.values() and not is_partial(request):
        return redirect(here)
    counts = count(search, shortcuts(timezone.localdate()))
    page = page_of(search, counts.total, request.GET.get("page"))
    groups = facet_groups(address, counts)
    context |= {"page": page, "found": listed(page), "groups": groups, "address": address, "here": here}
    context["citation"] = cited_search(request, here, partial(titled, form, address))
    response = render_page(request, "statements/statement_list.html", context, partial="found")
    if is_partial(request) and "page" not in request.GET:
        response["HX-Push-Url"] = here
    return response


def titled(form: StatementSearchForm, address: Address) -> str:
    """What a reference calls the search."""
    return told_of(_("Statements"), form.chosen(address))


@login_not_required
@require_safe
def statement_export(request: HtmxHttpRequest, form: str) -> HttpResponseBase:
    """All that a search finds, in its order, as it is read from the database."""
    if form not in EXPORTS:
        raise Http404
    asked = StatementSearchForm(request.GET)
    if not asked.is_valid():
        return HttpResponseBadRequest(asked.errors.as_text(), content_type="text/plain; charset=utf-8")
    keys = found_keys(asked.search())
    address = request.build_absolute_uri(reverse("statement-list") + asked.address().here.rstrip("?"))
    about = About(_("Statements"), address, request.build_absolute_uri("/").rstrip("/"), len(keys))
    kind, write = EXPORTS[form]
    answer = StreamingHttpResponse(write(all_quoted(keys), about), content_type=kind)
    if form != "atom":
        answer["Content-Disposition"] = f'attachment; filename="statements.{form}"'
    return answer
