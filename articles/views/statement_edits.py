"""Correct a statement of an article, or add one that was missed."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from articles.actions import statements as actions
from articles.exceptions import AlreadyDone, RowGone, StaleEdit
from articles.forms.mention import SpanForm
from articles.forms.statement import StatementForm, one_line, statement_form
from articles.models import Statement
from articles.queries.journal import version_left
from articles.queries.pieces import pieces_of, speaker_of
from articles.views.annotation_page import (
    ADD_STATEMENT,
    Context,
    editable_article,
    editor_of,
    page_address,
    panel_context,
    render_page,
)
from articles.views.reports import done, shown, stale
from newsdesk.htmx import HtmxHttpRequest, is_partial

ADDING = "articles/_statement_adding.html"


@require_safe
def statement_edit(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """The form in the place of the card; with `close`, the card again."""
    editor_of(request)
    statement = get_object_or_404(Statement, pk=pk)
    return shown(request, statement, {} if "close" in request.GET else editing(statement))


@require_POST
def statement_change(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    by = editor_of(request)
    statement = get_object_or_404(Statement, pk=pk)
    form = statement_form(statement, request.POST)
    if not form.is_valid():
        return shown(request, statement, {**editing(statement), "statement_form": form})
    try:
        actions.change_statement(statement, by=by, version=form.cleaned_data["version"], fields=form.fields_entered())
    except AlreadyDone as known:
        return done(request, statement, version=version_left(known.action, statement))
    except RowGone as error:
        raise Http404 from error
    except StaleEdit:
        return stale(request, statement)
    return done(request, statement)


@require_safe
def statement_draft(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """The form for a statement made of some words of the text."""
    article = editable_article(request, pk)
    span = SpanForm(request.GET, text=article.text)
    if not span.is_valid() or not is_partial(request):
        return redirect(page_address(request, pk, anchor="statement-adding"))
    start, end = span.cleaned_data["start"], span.cleaned_data["end"]
    quote = article.text[start:end]
    initial = {"quote": one_line(quote), "direct": quote[:1] in '«“"', "speaker": speaker_of(article, start, end)}
    form = StatementForm(text=article.text, auto_id=ADD_STATEMENT, initial=initial)
    context = {"article": article, "add_statement_form": form, "pieces": pieces_of(pk)}
    return render(request, ADDING, {**context, "proofs": [f"quote:{start}-{end}"]})


@require_POST
def statement_add(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    by = editor_of(request)
    article = editable_article(request, pk)
    form = StatementForm(request.POST, text=article.text, auto_id=ADD_STATEMENT)
    if not form.is_valid():
        context = {"article": article, "add_statement_form": form, "pieces": pieces_of(pk)}
        if is_partial(request):
            return render(request, ADDING, {**context, "proofs": form.sent_proofs()})
        return render_page(request, article, {**panel_context(article, None), **context})
    return done(request, actions.add_statement(article, by=by, fields=form.fields_entered()))


def editing(statement: Statement) -> Context:
    return {
        "editing_statement": statement,
        "statement_form": statement_form(statement),
        "pieces": pieces_of(statement.article_id),
    }
