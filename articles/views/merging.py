"""Pairs of actors that may be one: look, merge, keep apart, and take either back."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.actions.merge_proposals import accept_proposal, refuse_proposal, reopen_proposal
from articles.actions.merging import unmerge
from articles.exceptions import AlreadyDecided, ArticlesError, CannotMerge, NothingToUndo
from articles.forms.merging import KeptForm
from articles.models import ActorMerge, MergeProposal
from articles.queries.merging import as_pair, merges_in_force, open_proposals, refused_proposals
from articles.views.annotation_page import editor_of
from newsdesk.htmx import HtmxHttpRequest, is_partial, render_page

PAGE_SIZE = 25
LATEST = 10
DECIDED = "actors/_merge_decided.html"


@require_safe
def merge_proposals(request: HtmxHttpRequest) -> HttpResponse:
    """The open proposals, best first, and what was decided last."""
    editor_of(request)
    page = Paginator(open_proposals(), PAGE_SIZE).get_page(request.GET.get("page"))
    context: dict[str, object] = {
        "page": page,
        "pairs": [as_pair(proposal) for proposal in page.object_list],
        "merges": merges_in_force()[:LATEST],
        "refused": refused_proposals()[:LATEST],
    }
    return render_page(request, "actors/merge_proposals.html", context, partial="found")


@require_POST
def merge_accept(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    proposal = get_object_or_404(MergeProposal, pk=pk)
    form = KeptForm(request.POST, proposal=proposal)
    if not form.is_valid():
        return HttpResponseBadRequest()
    kept = form.cleaned_data["kept"]
    return answer(request, lambda by: {"merge": accept_proposal(proposal, by=by, kept=kept)})


@require_POST
def merge_refuse(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    proposal = get_object_or_404(MergeProposal, pk=pk)
    return answer(request, lambda by: {"refused": refuse_proposal(proposal, by=by)})


@require_POST
def merge_reopen(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    proposal = get_object_or_404(MergeProposal, pk=pk)
    return answer(request, lambda by: {"reopened": reopen_proposal(proposal, by=by)})


@require_POST
def merge_undo(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    merge = get_object_or_404(ActorMerge, pk=pk)
    return answer(request, lambda by: {"undone": unmerge(merge, by=by)})


def answer(request: HtmxHttpRequest, act: Callable[[User], dict[str, object]]) -> HttpResponse:
    """Do it and say so: in the place of the pair for HTMX, else on the page of proposals."""
    by, context, status = editor_of(request), {}, 200
    try:
        context = act(by)
    except ArticlesError as error:
        context, status = {"error": reason(error)}, 409
    if is_partial(request):
        return render(request, DECIDED, context, status=status)
    if status == 200:
        messages.success(request, _("Saved."))
    else:
        messages.error(request, str(context["error"]))
    return redirect("merge-proposals")


def reason(error: ArticlesError) -> str:
    if isinstance(error, AlreadyDecided | NothingToUndo):
        return _("Somebody has decided this already. Reload the page to see how it stands.")
    if isinstance(error, CannotMerge):
        return _("These two cannot be merged or parted as they stand now. Reload the page.")
    raise error
