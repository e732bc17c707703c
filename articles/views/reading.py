"""One's own reading of an article: mark words, meetings and statements, unseen by the other reader, then finish."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.actions import double_reading as actions
from articles.enums import AnnotationStatus, MentionLabel
from articles.exceptions import InvalidSpan, ReadingClosed, UnfitActor
from articles.forms.double_reading import MarkForm, MarkLinkForm
from articles.forms.report import AddReportForm
from articles.forms.statement import StatementForm
from articles.models import Mention, Reading, ReadingMeeting, ReadingMention, ReadingStatement
from articles.queries.link_readings import LINKED_LABELS
from articles.views.annotation_page import editor_of
from newsdesk.htmx import HtmxHttpRequest, render_page

#: Ids of fields, as the page has several forms.
MEETING_IDS, STATEMENT_IDS = "meeting-%s", "statement-%s"
LINK_IDS = "link-%s"


@require_safe
def reading(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    return shown(request, own(request, pk))


@require_POST
def reading_mark(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    found = own(request, pk)
    form = MarkForm(request.POST, text=found.double.article.text)
    if not form.is_valid():
        return shown(request, found, mark_form=form)
    given = {name: form.cleaned_data[name] for name in ("start", "end", "label", "actor", "place")}
    try:
        actions.mark_words(found, by=editor_of(request), **given)
    except InvalidSpan:
        messages.error(request, _("A mention has 1 to 1,000 characters of the text and no space at its ends."))
    except ReadingClosed:
        tell_closed(request)
    return redirect("reading", pk)


@require_POST
def reading_link(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """Whom or what a mark means."""
    marks = ReadingMention.objects.select_related("reading__double__article__source")
    mark = get_object_or_404(marks.filter(reading__reader=editor_of(request), reading__double__with_links=True), pk=pk)
    form = MarkLinkForm(request.POST, auto_id=LINK_IDS, label_suffix="")
    if form.is_valid():
        chosen = {"actor": form.cleaned_data["chosen"], "place": form.cleaned_data["chosen_place"]}
        try:
            actions.link_mark(mark, by=editor_of(request), **chosen)
        except UnfitActor:
            form.add_error(
                "actor", _("A mention with this label cannot stand for such an actor. Change the label first.")
            )
        except ReadingClosed:
            tell_closed(request)
    if form.errors:
        return shown(request, mark.reading, linking=mark, link_form=form)
    return redirect(f"{reverse('reading', args=[mark.reading_id])}#m-{mark.pk}")


@require_POST
def reading_unmark(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    mark = get_object_or_404(ReadingMention.objects.select_related("reading"), pk=pk)
    try:
        actions.unmark_words(mark, by=editor_of(request))
    except ReadingClosed:
        tell_closed(request)
    return redirect("reading", mark.reading_id)


@require_POST
def reading_meeting_add(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    found = own(request, pk)
    form = AddReportForm(request.POST, text=found.double.article.text, auto_id=MEETING_IDS, label_suffix="")
    if not form.is_valid():
        return shown(request, found, meeting_form=form)
    start, end = form.cleaned_data["start"], form.cleaned_data["end"]
    try:
        actions.add_reading_meeting(found, by=editor_of(request), fields=form.fields_entered(), start=start, end=end)
    except ReadingClosed:
        tell_closed(request)
    return redirect("reading", pk)


@require_POST
def reading_meeting_drop(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    meeting = get_object_or_404(ReadingMeeting.objects.select_related("reading"), pk=pk)
    try:
        actions.drop_reading_meeting(meeting, by=editor_of(request))
    except ReadingClosed:
        tell_closed(request)
    return redirect("reading", meeting.reading_id)


@require_POST
def reading_statement_add(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    found = own(request, pk)
    if not found.double.with_statements:
        raise Http404
    form = StatementForm(request.POST, text=found.double.article.text, auto_id=STATEMENT_IDS, label_suffix="")
    if not form.is_valid():
        return shown(request, found, statement_form=form)
    try:
        actions.add_reading_statement(found, by=editor_of(request), fields=form.fields_entered())
    except ReadingClosed:
        tell_closed(request)
    return redirect("reading", pk)


@require_POST
def reading_statement_drop(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    statement = get_object_or_404(ReadingStatement.objects.select_related("reading"), pk=pk)
    try:
        actions.drop_reading_statement(statement, by=editor_of(request))
    except ReadingClosed:
        tell_closed(request)
    return redirect("reading", statement.reading_id)


@require_POST
def reading_finish(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    try:
        actions.finish_reading(own(request, pk), by=editor_of(request))
    except ReadingClosed:
        tell_closed(request)
    else:
        messages.success(request, _("Your reading is finished."))
    return redirect("readings")


def own(request: HtmxHttpRequest, pk: int) -> Reading:
    """The reading, which must be the user's: nobody looks into that of another."""
    found = Reading.objects.select_related("double__article__source").filter(reader=editor_of(request))
    return get_object_or_404(found, pk=pk)


def tell_closed(request: HtmxHttpRequest) -> None:
    messages.warning(request, _("This reading is finished; nothing was changed."))


def shown(request: HtmxHttpRequest, found: Reading, **more: Any) -> HttpResponse:
    article = found.double.article
    marks = list(found.mentions.select_related("actor__merged_into", "place").order_by("start"))
    linking = request.GET.get("link", "") if found.double.with_links else ""
    context = {
        "reading": found,
        "article": article,
        "zones": list(article.zones.order_by("start")),
        "drawn": [drawn(mark) for mark in marks],
        "marks": [(mark, article.text[mark.start : mark.end], is_linkable(mark, found)) for mark in marks],
        "linking": next((mark for mark in marks if str(mark.pk) == linking), None),
        "link_form": MarkLinkForm(auto_id=LINK_IDS, label_suffix=""),
        "meetings": found.meetings.select_related("place").prefetch_related("participants"),
        "labels": MentionLabel.choices,
        "mark_form": MarkForm(text=article.text, label_suffix=""),
        "meeting_form": AddReportForm(text=article.text, auto_id=MEETING_IDS, label_suffix=""),
        "statements": found.statements.select_related("speaker", "addressee"),
        "statement_form": StatementForm(text=article.text, auto_id=STATEMENT_IDS, label_suffix=""),
        **more,
    }
    return render_page(request, "readings/reading.html", context)


def drawn(mark: ReadingMention) -> Mention:
    """A mark as the text shows mentions; never saved."""
    place = {"start": mark.start, "end": mark.end}
    links = {"actor": mark.actor, "place": mark.place}
    return Mention(pk=mark.pk, label=mark.label, status=AnnotationStatus.ADDED, **place, **links)


def is_linkable(mark: ReadingMention, found: Reading) -> bool:
    return found.double.with_links and not found.finished_at and mark.label in LINKED_LABELS
