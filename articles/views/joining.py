"""Meetings that may be one: look, join, keep apart, separate a report, and take each of these back."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.actions.join_verdicts import join_meetings, refuse_join, separate_report, undo_verdict
from articles.exceptions import AlreadyDecided, ArticlesError, NothingToJoin, NothingToPart, NothingToUndo
from articles.models import Meeting, MeetingProposal, MeetingReport, MeetingVerdict
from articles.permissions import can_edit
from articles.queries.joins import (
    LATEST,
    answerable,
    as_pairs,
    as_spoken,
    joined_into,
    open_joins,
    verdicts_in_force,
)
from articles.views.annotation_page import editor_of
from newsdesk.htmx import HtmxHttpRequest, is_partial, render_page
from newsdesk.landing import land_on

PAGE_SIZE = 25
#: Digits of a number that no key of a row has.
LONGEST_KEY = 19
DECIDED = "meetings/_join_decided.html"
Act = Callable[[User], MeetingVerdict]


@require_safe
def meeting_joins(request: HtmxHttpRequest) -> HttpResponse:
    """The open proposals, best first, and what was decided last."""
    editor_of(request)
    page = Paginator(open_joins(), PAGE_SIZE).get_page(request.GET.get("page"))
    context: dict[str, object] = {
        "page": page,
        "pairs": as_pairs(page.object_list),
        "spoken": as_spoken(verdicts_in_force()[:LATEST]),
    }
    return render_page(request, "meetings/meeting_joins.html", context, partial="found")


@require_POST
def join_accept(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    proposal = MeetingProposal(pk=pk)
    return answer(request, lambda by: join_meetings(proposal, by=by))


@require_POST
def join_refuse(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    proposal = MeetingProposal(pk=pk)
    return answer(request, lambda by: refuse_join(proposal, by=by))


@require_POST
def join_undo(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    verdict = get_object_or_404(MeetingVerdict, pk=pk)
    return answer(request, lambda by: undo_verdict(verdict, by=by))


@require_POST
def report_separate(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """The report tells of another meeting than the one whose page it was shown on."""
    report = get_object_or_404(MeetingReport, pk=pk)
    meeting = key_in(request, "meeting")
    if meeting is None:
        return HttpResponseBadRequest()
    return answer(request, lambda by: separate_report(report, by=by, meeting=meeting))


def answer(request: HtmxHttpRequest, act: Act) -> HttpResponse:
    """Do it and say so: in the place of the pair for HTMX, else on the meeting or the page of proposals."""
    by = editor_of(request)
    try:
        verdict = act(by)
    except ArticlesError as error:
        return refused(request, reason(error))
    if is_partial(request):
        return render(request, DECIDED, decided(request, verdict))
    pair = answerable(verdict)
    land_on(request, f"join-accept-{pair.proposal.pk}" if pair else f"join-undo-{verdict.pk}", "main")
    messages.success(request, _("Saved."))
    return redirect(*back(request))


def decided(request: HtmxHttpRequest, verdict: MeetingVerdict) -> dict[str, object]:
    """What stands in the place of a pair now: the decision, or the pair itself where that was taken back."""
    [spoken] = as_spoken(MeetingVerdict.objects.filter(pk=verdict.pk).select_related("by"))
    here, article = key_in(request, "here"), key_in(request, "article")
    count = None if here or article else open_joins().count()
    pair = answerable(verdict, here)
    return {"spoken": spoken, "pair": pair, "here": here or "", "article_of": article, "count": count}


def key_in(request: HtmxHttpRequest, name: str) -> int | None:
    """The key of a row that a form names."""
    given = request.POST.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < LONGEST_KEY else None


def refused(request: HtmxHttpRequest, why: str) -> HttpResponse:
    if is_partial(request):
        return render(request, DECIDED, {"error": why}, status=409)
    messages.error(request, why)
    return redirect(*back(request))


def back(request: HtmxHttpRequest) -> tuple[str, *tuple[int, ...]]:
    """The article or meeting the form was on, if it is still there or joined to another; else the proposals."""
    if article := key_in(request, "article"):
        return "article-annotate", article
    if key := key_in(request, "here"):
        if Meeting.objects.live().filter(pk=key).exists():
            return "meeting-detail", key
        if (joined := joined_into(key)) is not None:
            return "meeting-detail", joined
    return ("meeting-joins",)


def reason(error: ArticlesError) -> str:
    if isinstance(error, AlreadyDecided | NothingToUndo):
        return _("Somebody has decided this already. Reload the page to see how it stands.")
    if isinstance(error, NothingToJoin):
        return _("One of the two meetings is gone, or they are one already. Reload the page.")
    if isinstance(error, NothingToPart):
        return _("This report tells of another meeting by now, or of this one alone. Reload the page.")
    raise error


def joins_of(request: HtmxHttpRequest, meeting: Meeting) -> dict[str, object]:
    """What the page of a meeting shows of joins: what it may be one with, and for editors what was said."""
    spoken = as_spoken(verdicts_in_force(meeting)[:LATEST]) if can_edit(request.user) else []
    return {"pairs": as_pairs(open_joins(meeting), meeting), "spoken": spoken}
