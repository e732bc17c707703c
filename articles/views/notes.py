"""Notes on words of an article: from the annotation page and from the reading page."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from articles.actions import notes as actions
from articles.forms.mention import SpanForm
from articles.forms.notes import NoteForm, ReplyForm
from articles.models import Article, Note
from articles.queries.notes import notes_on
from articles.views.annotation_page import (
    editable_article,
    editor_of,
    page_address,
    panel_context,
    render_page,
    text_context,
)
from newsdesk.htmx import HtmxHttpRequest, is_partial

SECTION = "articles/_notes.html"


@require_safe
def note_draft(request: HtmxHttpRequest, pk: int, start: int, end: int) -> HttpResponse:
    """The form for a note on words already chosen, given by their place."""
    article = editable_article(request, pk)
    span = SpanForm({"start": start, "end": end}, text=article.text)
    if not span.is_valid():
        return section(request, article)
    bounds = {name: span.cleaned_data[name] for name in ("start", "end")}
    form = NoteForm(text=article.text, initial=bounds)
    return section(request, article, note_form=form, note_words=article.text[bounds["start"] : bounds["end"]])


@require_POST
def note_add(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    article = editable_article(request, pk)
    form = NoteForm(request.POST, text=article.text)
    if not form.is_valid():
        return section(request, article, note_form=form)
    given = form.cleaned_data
    note = actions.add_note(article, by=editor_of(request), start=given["start"], end=given["end"], body=given["body"])
    return done(request, note)


@require_POST
def note_reply(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    note = found(request, pk)
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return section(request, note.article, reply_form=form, replying=note)
    actions.reply_to_note(note, by=editor_of(request), body=form.cleaned_data["body"])
    return done(request, note)


@require_POST
def note_resolve(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    note = found(request, pk)
    actions.resolve_note(note, by=editor_of(request))
    return done(request, note)


@require_POST
def note_reopen(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    note = found(request, pk)
    actions.reopen_note(note, by=editor_of(request))
    return done(request, note)


def found(request: HtmxHttpRequest, pk: int) -> Note:
    editor_of(request)
    return get_object_or_404(Note.objects.select_related("article__source"), pk=pk)


def done(request: HtmxHttpRequest, note: Note) -> HttpResponse:
    """Back to the page the note was seen on: the reading page says so in its forms."""
    if request.POST.get("page") == "reading":
        return redirect(f"{reverse('article-detail', args=[note.article_id])}#note-{note.pk}")
    if not is_partial(request):
        return redirect(page_address(request, note.article_id, anchor=f"note-{note.pk}"))
    return section(request, note.article, changed=note)


def section(request: HtmxHttpRequest, article: Article, **more: Any) -> HttpResponse:
    """The notes beside the text, and the text with its marks; the whole page without HTMX."""
    if not is_partial(request):
        return render_page(request, article, {**panel_context(article, None), **more})
    form = NoteForm(text=article.text)
    context = {"article": article, "notes": notes_on(article), "page_name": "annotation", "note_form": form, **more}
    if "changed" in more:
        context |= text_context(article)
    return render(request, SECTION, context)
