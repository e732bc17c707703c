"""Statements: the search with all its filters and counts."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from ninja import Router

from articles.api.answers.records import Facets, StatementFound
from articles.api.filters import searched
from articles.api.operations import reading
from articles.api.pagination import By, PageAnswer, cut
from articles.api.reading.actors import facets_answer
from articles.api.reading.meetings import VERIFIED, about_site
from articles.api.requests import ApiRequest
from articles.exporters.rows import About
from articles.exporters.statements import record
from articles.forms.period import Period, shortcuts
from articles.forms.statement_search import DIRECT, StatementSearchForm
from articles.models import Statement
from articles.queries.quotes import Quoted
from articles.queries.statements import count, find_statements, quoted

router = Router(tags=["statements"])
NEWEST = (By("published_on", descending=True), By("statement_id", descending=True))


@reading(
    router,
    "/statements",
    PageAnswer[StatementFound],
    summary=_("Statements, with the filters of their search"),
    filters=StatementSearchForm,
    paged=True,
)
def statements(request: ApiRequest) -> PageAnswer[StatementFound]:
    search = searched(request, StatementSearchForm(request.GET)).search()
    page = cut(request, find_statements(search), NEWEST)
    about = about_site(request)
    items = [statement_found(each, about) for each in quoted(page.keys)]
    return PageAnswer(count=page.count, next=page.next, items=items)


@reading(
    router,
    "/statements/facets",
    Facets,
    summary=_("How the statements found spread over speakers, time and sources"),
    filters=StatementSearchForm,
)
def statement_facets(request: ApiRequest) -> Facets:
    search = searched(request, StatementSearchForm(request.GET), paged=False).search()
    counts = count(search, shortcuts(timezone.localdate()))
    return facets_answer(counts, {"periods": dict(Period.choices), "verified": VERIFIED, "direct": DIRECT})


def statement_found(found: Quoted[Statement], about: About) -> StatementFound:
    """The record that exports have, and what surrounds the quote."""
    more = {"article_id": found.statement.article_id, "before": found.before, "after": found.after}
    return StatementFound.model_validate({**record(found, about), **more})
