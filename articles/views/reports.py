"""Decide on the meetings and statements of an article, and on its review."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import trigger_client_event

from articles.actions import reports as actions
from articles.actions import review as reviews
from articles.actions import statements
from articles.exceptions import AlreadyDone, NothingToUndo, ProposalsLeft, RowGone, StaleEdit
from articles.forms.mention import SpanForm, VersionForm
from articles.forms.report import AddReportForm, form_for
from articles.models import Article, MeetingReport, Statement
from articles.queries.joins import open_joins_of
from articles.queries.journal import version_left
from articles.queries.pieces import drafted, pieces_of
from articles.views.annotation_page import (
    ADD_REPORT,
    editable_article,
    editor_of,
    page_address,
    panel_context,
    render_page,
    sent_fields,
    verb_of,
)
from newsdesk.htmx import HtmxHttpRequest, is_partial

REPORT = "articles/_report_card.html"
STATEMENT = "articles/_statement_card.html"
ADDING = "articles/_report_adding.html"
Act = Callable[..., Any]
Row = MeetingReport | Statement


@require_safe
def report_edit(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """The form in the place of the card; with `close`, the card again."""
    editor_of(request)
    report = get_object_or_404(MeetingReport, pk=pk)
    if "close" in request.GET:
        return shown(request, report, {})
    if not is_partial(request):
        return redirect(page_address(request, report.article_id, anchor=f"report-{pk}", report=pk))
    context = {"report": report, "editing": report, "report_form": form_for(report)}
    return render(request, REPORT, {**context, "pieces": pieces_of(report.article_id)})


@require_POST
def report_change(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    by = editor_of(request)
    report = get_object_or_404(MeetingReport, pk=pk)
    form = form_for(report, request.POST)
    if not form.is_valid():
        pieces = pieces_of(report.article_id)
        return shown(request, report, {"editing": report, "report_form": form, "pieces": pieces})
    try:
        actions.change_report(report, by=by, version=form.cleaned_data["version"], fields=form.fields_entered())
    except AlreadyDone as known:
        return done(request, report, version=version_left(known.action, report))
    except RowGone as error:
        raise Http404 from error
    except StaleEdit:
        return stale(request, report, wanted=form.cleaned_data)
    return done(request, report)


@require_safe
def report_draft(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """The form for a meeting that some words tell of, filled with what their mentions stand for."""
    article = editable_article(request, pk)
    form = SpanForm(request.GET, text=article.text)
    if not form.is_valid() or not is_partial(request):
        return redirect(page_address(request, pk, anchor="report-adding"))
    start, end = form.cleaned_data["start"], form.cleaned_data["end"]
    words = {"start": start, "end": end, "words": article.text[start:end]}
    filled = AddReportForm(text=article.text, auto_id=ADD_REPORT, initial={**drafted(article, start, end), **words})
    return render(request, ADDING, {"article": article, "add_report_form": filled, "pieces": pieces_of(pk)})


@require_POST
def report_add(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    by = editor_of(request)
    article = editable_article(request, pk)
    form = AddReportForm(request.POST, text=article.text, auto_id=ADD_REPORT)
    if not form.is_valid():
        context = {"article": article, "add_report_form": form, "pieces": pieces_of(pk)}
        if is_partial(request):
            return render(request, ADDING, context)
        return render_page(request, article, {**panel_context(article, None), **context})
    start, end = form.cleaned_data["start"], form.cleaned_data["end"]
    report = actions.add_report(article, by=by, fields=form.fields_entered(), start=start, end=end)
    return done(request, report)


@require_POST
def report_accept(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    return decide(request, get_object_or_404(MeetingReport, pk=pk), actions.accept_report)


@require_POST
def report_reject(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    return decide(request, get_object_or_404(MeetingReport, pk=pk), actions.reject_report)


@require_POST
def report_restore(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    return decide(request, get_object_or_404(MeetingReport, pk=pk), actions.restore_report)


@require_POST
def statement_accept(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    return decide(request, get_object_or_404(Statement, pk=pk), statements.accept_statement)


@require_POST
def statement_reject(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    return decide(request, get_object_or_404(Statement, pk=pk), statements.reject_statement)


@require_POST
def statement_restore(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    return decide(request, get_object_or_404(Statement, pk=pk), statements.restore_statement)


@require_POST
def review_finish(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article, pk=pk)
    try:
        reviews.finish_review(article, by=editor_of(request), accept_rest=request.POST.get("accept_rest") == "1")
    except ProposalsLeft as left:
        text = ngettext(
            "%(count)d proposal still awaits a decision.", "%(count)d proposals still await a decision.", left.count
        )
        messages.warning(request, text % {"count": left.count})
    else:
        messages.success(request, _("The article is reviewed."))
    return redirect(page_address(request, pk))


@require_POST
def review_reopen(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    reviews.reopen_review(get_object_or_404(Article, pk=pk), by=editor_of(request))
    return redirect(page_address(request, pk))


def decide(request: HtmxHttpRequest, row: Row, act: Act) -> HttpResponse:
    by: User = editor_of(request)
    form = VersionForm(request.POST)
    if not form.is_valid():
        return failed(request, row, _("Reload the page and decide again."))
    try:
        act(row, by=by, version=form.cleaned_data["version"])
    except AlreadyDone as known:
        return done(request, row, version=version_left(known.action, row))
    except RowGone as error:
        raise Http404 from error
    except StaleEdit:
        return stale(request, row)
    except NothingToUndo:
        return failed(request, row, _("There is nothing to undo."))
    return done(request, row)


def done(request: HtmxHttpRequest, row: Row, *, version: int | None = None) -> HttpResponse:
    """Say what was saved; of a request sent twice, the version that it led to, on which the next edit builds."""
    if is_partial(request):
        response = shown(request, row, {"saved_at": timezone.localtime()})
        state = card_state(row)
        told = state if version is None else {**state, "version": version}
        return trigger_client_event(response, "row:saved", told, after="settle")
    return redirect(page_address(request, row.article_id, anchor=anchor(row)))


def stale(request: HtmxHttpRequest, row: Row, *, wanted: dict[str, Any] | None = None) -> HttpResponse:
    """The card as it stands, what was wanted, and the choice between the two."""
    context = {"stale_row": row, "wanted": wanted, "sent": sent_fields(request), "again": request.get_full_path()}
    response = shown(request, row, {**context, "verb": verb_of(request)}, status=409)
    return trigger_client_event(response, "row:stale", card_state(row))


def failed(request: HtmxHttpRequest, row: Row, error: str) -> HttpResponse:
    return shown(request, row, {"failed_row": row, "row_error": error})


def card_state(row: Row) -> dict[str, Any]:
    """What scripts know of a card: its version and what became of it."""
    found = type(row)._default_manager.values("pk", "version", "status").get(pk=row.pk)
    return {"row": anchor(row), **found}


def shown(request: HtmxHttpRequest, row: Row, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """The row's card as it stands now, for HTMX; else the whole page."""
    row = type(row)._default_manager.get(pk=row.pk)
    if not is_partial(request):
        return render_page(request, row.article, {**panel_context(row.article, None), **context}, status=status)
    joins = {"joins": open_joins_of([row.meeting_id])} if isinstance(row, MeetingReport) else {}
    name, template = ("report", REPORT) if isinstance(row, MeetingReport) else ("statement", STATEMENT)
    return render(request, template, {name: row, "article": row.article, **joins, **context}, status=status)


def anchor(row: Row) -> str:
    return f"{'report' if isinstance(row, MeetingReport) else 'statement'}-{row.pk}"
