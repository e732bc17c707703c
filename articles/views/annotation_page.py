"""What the annotation page shows: the panel of the mention in hand, the text, the cards beside it."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django_htmx.http import trigger_client_event

from articles.enums import MentionLabel, ProposalOrder
from articles.forms.mention import AddMentionForm
from articles.forms.notes import NoteForm
from articles.forms.queue import SkipForm
from articles.forms.report import AddReportForm, form_for
from articles.forms.statement import StatementForm
from articles.forms.sureness import order_of
from articles.models import Article, MeetingReport, Mention, Note, Statement
from articles.permissions import require_editor
from articles.queries.evidence import report_spans, statement_spans
from articles.queries.joins import open_joins_of
from articles.queries.marks import marks_on, zones_of
from articles.queries.notes import note_spans, notes_on
from articles.queries.pieces import pieces_of
from articles.queries.progress import LINKED, progress_of, with_links
from articles.queries.queue import lease_of
from articles.queries.records_on import reports_on, review_of, statements_on
from articles.queries.sureness import last_acceptance
from articles.views.annotation_row import row_state
from newsdesk.htmx import HtmxHttpRequest, is_partial

Context = dict[str, Any]
PANEL = "articles/_mention_panel.html"
#: Ids of fields, as the page has several forms.
ADD_REPORT, ADD_STATEMENT = "add-report-%s", "add-statement-%s"
#: What the names of cards on the page begin with.
CARDS = ("report-", "statement-")


def saved(
    request: HtmxHttpRequest,
    article: Article,
    *,
    show: Mention | None,
    decided: Mention | None = None,
    restructured: bool = False,
    row: str = "",
    **more: Any,
) -> HttpResponse:
    """Say what was saved, and show the mention to look at now; `more` is what else the panel tells, `row` what to take
    in hand, by its name on the page."""
    if not is_partial(request):
        if show is None or row.startswith(CARDS):
            return redirect(page_address(request, article.pk, anchor=row))
        return redirect(page_address(request, article.pk, anchor=f"m-{show.pk}", mention=show.pk))
    shown = with_links(show) if show is decided else show
    context = {**panel_context(article, shown), "saved_at": timezone.localtime(), "undo": decided, **more}
    if restructured:
        context |= text_context(article)
    response = render(request, PANEL, context)
    told = {**(row_state(decided) if decided else {"pk": 0}), "show": show.pk if show else 0}
    in_hand = {"row": row} if row else {}
    return trigger_client_event(response, "mention:decided", {**told, **in_hand}, after="settle")


def wanted_next(request: HtmxHttpRequest, article_id: int) -> Mention | None:
    """The mention whose panel the page asks for along with its edit."""
    asked = request.POST.get("show", "")
    return LINKED.filter(article_id=article_id, pk=row_id(asked)).first() if asked.isdecimal() else None


def page_address(request: HtmxHttpRequest, article_id: int, *, anchor: str = "", **query: int) -> str:
    """The article's page in the order of the request; the query names what is in hand, the anchor where it stands."""
    order = order_of(request.GET)
    asked: dict[str, int | str] = {**query, **({} if order == ProposalOrder.TEXT else {"order": order.value})}
    address = reverse("article-annotate", args=[article_id])
    return address + (f"?{urlencode(asked)}" if asked else "") + (f"#{anchor}" if anchor else "")


def answer(request: HtmxHttpRequest, article: Article, context: Context, *, status: int = 200) -> HttpResponse:
    """The panel for HTMX, the whole page for others."""
    if is_partial(request):
        return render(request, PANEL, context, status=status)
    return render_page(request, article, context, status=status)


def render_page(request: HtmxHttpRequest, article: Article, context: Context, *, status: int = 200) -> HttpResponse:
    editing = request.GET.get("report", "")
    report = get_object_or_404(MeetingReport, pk=row_id(editing), article=article) if editing.isdecimal() else None
    page = {
        **records_context(article),
        "report_form": form_for(report) if report else None,
        "editing": report,
        "pieces": pieces_of(article.pk) if report else "",
        "add_form": AddMentionForm(text=article.text, auto_id="add-mention-%s"),
        "acceptance": last_acceptance(article.pk, by=request.user.pk),
        **context,
    }
    return render(request, "articles/article_annotate.html", page, status=status)


def records_context(article: Article) -> Context:
    """The text with what is marked in it, and all that stands beside it but the panel."""
    reports, statements, notes = reports_on(article.pk), statements_on(article.pk), notes_on(article)
    return {
        **marked_text(article, reports, statements, notes),
        "reports": reports,
        "joins": open_joins_of(each.meeting_id for each in reports),
        "statements": statements,
        "add_report_form": AddReportForm(text=article.text, auto_id=ADD_REPORT),
        "add_statement_form": StatementForm(text=article.text, auto_id=ADD_STATEMENT),
        "review": review_of(article.pk),
        "notes": notes,
        "note_form": NoteForm(text=article.text),
        "page_name": "annotation",
        "lease": lease_of(article.pk),
        "skip_form": SkipForm(auto_id="skip-%s", label_suffix=""),
    }


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
    reports = article.meeting_reports.live().prefetch_related("evidence")
    return marked_text(article, reports, article.statements.live(), article.notes.open())


def marked_text(
    article: Article, reports: Iterable[MeetingReport], statements: Iterable[Statement], notes: Iterable[Note]
) -> Context:
    """The same where the cards beside the text were read already: of those, the live ones are marked in it."""
    evidence = report_spans(each for each in reports if each.is_live)
    evidence += statement_spans(each for each in statements if each.is_live)
    evidence += note_spans(notes)
    return {"mentions": marks_on(article.pk), "zones": zones_of(article.pk), "evidence": evidence, "with_text": True}


def sent_fields(request: HtmxHttpRequest) -> list[tuple[str, str]]:
    """What an edit said, to be sent once more by hand; without what belongs to that one request."""
    once = {"csrfmiddlewaretoken", "version", "action", "show"}
    return [(name, value) for name, values in request.POST.lists() if name not in once for value in values]


def verb_of(request: HtmxHttpRequest) -> str:
    """`accept` for `/mentions/12/accept/`: what scripts call the edit."""
    return request.path.rstrip("/").rpartition("/")[2]


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
