"""The annotation page: decide on one mention after the other, mark what was missed."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import trigger_client_event

from articles.actions import linking
from articles.actions import mentions as actions
from articles.enums import AnnotationStatus, MentionLabel
from articles.exceptions import (
    ArticlesError,
    InvalidSpan,
    NothingToUndo,
    OverlappingMention,
    RowGone,
    StaleEdit,
    UnfitActor,
)
from articles.forms.mention import (
    AddMentionForm,
    DetailsForm,
    LinkForm,
    MoveForm,
    RelabelForm,
    SpanForm,
    VersionForm,
)
from articles.forms.report import AddReportForm, ReportForm, initial_of
from articles.models import Article, Decision, MeetingReport, Mention
from articles.permissions import require_editor
from articles.queries.boundaries import moved
from articles.queries.evidence import report_spans, statement_spans
from articles.queries.progress import next_proposal, progress_of, with_links
from newsdesk.htmx import HtmxHttpRequest, is_partial

Context = dict[str, Any]
PANEL = "articles/_mention_panel.html"
#: What a decision does: the mention, the checked form, the editor; gives the row in its new state.
Act = Callable[[Mention, dict[str, Any], User], Mention]


@require_GET
@vary_on_headers("HX-Request")
def article_annotate(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """The page, or the panel of the mention asked for."""
    article = editable_article(request, pk)
    asked = request.GET.get("mention", "")
    mention = None
    if asked.isdecimal():
        mention = with_links(get_object_or_404(article.mentions, pk=row_id(asked)))
    if is_partial(request):
        return render(request, PANEL, panel_context(article, mention))
    shown = mention or next_proposal(article.pk)
    return render_page(request, article, panel_context(article, shown))


@require_GET
def mention_draft(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """The words just selected, with the labels to choose from."""
    article = editable_article(request, pk)
    form = SpanForm(request.GET, text=article.text)
    if not form.is_valid():
        return render(request, PANEL, {**panel_context(article, None), "form": form})
    return answer(request, article, draft_context(article, form.cleaned_data))


@require_POST
def mention_add(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    article = editable_article(request, pk)
    form = AddMentionForm(request.POST, text=article.text)
    if not form.is_valid():
        return answer(request, article, {**panel_context(article, None), "add_form": form, "form": form})
    data = form.cleaned_data
    try:
        added = actions.add_mention(
            article, by=editor_of(request), start=data["start"], end=data["end"], label=data["label"]
        )
    except (OverlappingMention, InvalidSpan) as error:
        return answer(request, article, {**draft_context(article, data), "error": reason(error)})
    return saved(request, article, added, show=added, restructured=True)


@require_POST
def mention_accept(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    return decide(
        request, pk, VersionForm, lambda row, data, by: actions.accept_mention(row, by=by, version=data["version"])
    )


@require_POST
def mention_reject(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    return decide(
        request, pk, VersionForm, lambda row, data, by: actions.reject_mention(row, by=by, version=data["version"])
    )


@require_POST
def mention_restore(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """Take back the last decision."""

    def act(row: Mention, data: dict[str, Any], by: User) -> Mention:
        return actions.restore_mention(row, by=by, version=data["version"])

    return decide(request, pk, VersionForm, act, stay=True, restructured=True)


@require_POST
def mention_relabel(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    def act(row: Mention, data: dict[str, Any], by: User) -> Mention:
        return actions.change_mention(row, by=by, version=data["version"], label=data["label"])

    return decide(request, pk, RelabelForm, act, stay=True)


@require_POST
def mention_move(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    def act(row: Mention, data: dict[str, Any], by: User) -> Mention:
        start, end = moved(row.article.text, row.start, row.end, edge=data["edge"], step=data["step"])
        return actions.change_mention(row, by=by, version=data["version"], start=start, end=end)

    return decide(request, pk, MoveForm, act, stay=True, restructured=True)


@require_POST
def mention_details(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    def act(row: Mention, data: dict[str, Any], by: User) -> Mention:
        value, figurative = data["value"], data["figurative"]
        return actions.change_mention(row, by=by, version=data["version"], value=value, figurative=figurative)

    return decide(request, pk, DetailsForm, act, stay=True)


@require_POST
def mention_link(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    def act(row: Mention, data: dict[str, Any], by: User) -> Mention:
        if data["create"]:
            return linking.create_actor(row, by=by, version=data["version"], name=data["actor"].strip())
        return linking.link_mention(row, by=by, version=data["version"], actor=data["chosen"])

    return decide(request, pk, LinkForm, act, stay=True)


def decide(
    request: HtmxHttpRequest,
    pk: int,
    form_class: type[VersionForm],
    act: Act,
    *,
    stay: bool = False,
    restructured: bool = False,
) -> HttpResponse:
    """Check the form, act, and show the next proposal, or (`stay`) the mention itself."""
    by = editor_of(request)
    mention = get_object_or_404(Mention.objects.select_related("article", "actor", "place", "decided_by"), pk=pk)
    form = form_class(request.POST)
    if not form.is_valid():
        return answer(request, mention.article, {**panel_context(mention.article, mention), "form": form})
    try:
        decided = act(mention, form.cleaned_data, by)
    except RowGone as error:
        raise Http404 from error
    except StaleEdit:
        return stale(request, mention, form.cleaned_data)
    except (OverlappingMention, InvalidSpan, NothingToUndo, UnfitActor) as error:
        return answer(request, mention.article, {**panel_context(mention.article, mention), "error": reason(error)})
    show = decided if stay else next_proposal(mention.article_id, after=decided)
    return saved(request, mention.article, decided, show=show, restructured=restructured)


def saved(
    request: HtmxHttpRequest, article: Article, decided: Mention, *, show: Mention | None, restructured: bool
) -> HttpResponse:
    """Say what was saved, and show the mention to look at now."""
    if not is_partial(request):
        query = f"?{urlencode({'mention': show.pk})}#m-{show.pk}" if show else ""
        return redirect(reverse("article-annotate", args=[article.pk]) + query)
    context = {**panel_context(article, with_links(show)), "saved_at": timezone.localtime(), "undo": decided}
    if restructured:
        context |= text_context(article)
    response = render(request, PANEL, context)
    detail = {"pk": decided.pk, "label": decided.label, "status": str(decided.status), "show": show.pk if show else 0}
    return trigger_client_event(response, "mention:decided", detail, after="settle")


def stale(request: HtmxHttpRequest, mention: Mention, wanted: dict[str, Any]) -> HttpResponse:
    """Both versions: the one the editor saw and wanted to change, and the one that stands."""
    current = with_links(mention)
    seen = Decision.objects.filter(mention=mention, before__version=wanted["version"]).first()
    context = {
        **panel_context(mention.article, current),
        "seen": seen.before if seen else None,
        "wanted": {name: value for name, value in wanted.items() if name != "version"},
        "is_stale": True,
    }
    return answer(request, mention.article, context, status=409)


def answer(request: HtmxHttpRequest, article: Article, context: Context, *, status: int = 200) -> HttpResponse:
    """The panel for HTMX, the whole page for others."""
    if is_partial(request):
        return render(request, PANEL, context, status=status)
    return render_page(request, article, context, status=status)


def render_page(request: HtmxHttpRequest, article: Article, context: Context, *, status: int = 200) -> HttpResponse:
    reports = article.meeting_reports.select_related("place", "decided_by").prefetch_related(
        "participants__actor", "evidence"
    )
    editing = request.GET.get("report", "")
    report = get_object_or_404(MeetingReport, pk=row_id(editing), article=article) if editing.isdecimal() else None
    page = {
        **text_context(article),
        "reports": reports,
        "statements": article.statements.select_related("speaker", "decided_by"),
        "report_form": ReportForm(initial=initial_of(report)) if report else None,
        "editing": report,
        "add_report_form": AddReportForm(text=article.text),
        "add_form": AddMentionForm(text=article.text),
        "review": getattr(article, "review", None),
        **context,
    }
    return render(request, "articles/article_annotate.html", page, status=status)


def panel_context(article: Article, mention: Mention | None) -> Context:
    return {
        "article": article,
        "mention": mention,
        "labels": list(enumerate(MentionLabel.choices, 1)),
        "progress": progress_of(article.pk),
    }


def draft_context(article: Article, data: dict[str, Any]) -> Context:
    draft = {"start": data["start"], "end": data["end"], "words": article.text[data["start"] : data["end"]]}
    return {**panel_context(article, None), "draft": draft}


def text_context(article: Article) -> Context:
    """What the text pane shows."""
    mentions = list(article.mentions.exclude(status=AnnotationStatus.REJECTED).in_order())
    live_reports = article.meeting_reports.live().prefetch_related("evidence")
    evidence = report_spans(live_reports) + statement_spans(article.statements.live())
    return {"mentions": mentions, "zones": list(article.zones.all()), "evidence": evidence, "with_text": True}


def reason(error: ArticlesError) -> str:
    """What went wrong, and what to do next."""
    if isinstance(error, OverlappingMention):
        words = {"words": error.other.text, "label": error.other.get_label_display()}
        return _("These words belong to « %(words)s » (%(label)s). Change or reject that mention first.") % words
    if isinstance(error, InvalidSpan):
        return _("A mention has 1 to 1,000 characters of the text and no space at its ends.")
    if isinstance(error, UnfitActor):
        return _("A mention with this label cannot stand for such an actor. Change the label first.")
    return _("There is nothing to undo.")


def row_id(digits: str) -> int:
    """A row's number from the address; 0, which no row has, for one no database counts to."""
    return int(digits) if len(digits) < 19 else 0


def editable_article(request: HtmxHttpRequest, pk: int) -> Article:
    editor_of(request)
    return get_object_or_404(Article.objects.select_related("source").defer("search_vector"), pk=pk)


def editor_of(request: HtmxHttpRequest) -> User:
    """The user, who must be an editor."""
    require_editor(request.user)
    user: User = request.user  # type: ignore[assignment]  # editors are logged in
    return user
