"""Accept all that the machine is sure of, and take such a click back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect

from articles.actions import bulk as actions
from articles.exceptions import NothingToUndo, StaleList
from articles.forms.sureness import AcceptSureForm, SureForm, order_of
from articles.models import Article
from articles.queries import sureness
from articles.queries.progress import next_proposal
from articles.views.annotation_page import (
    Context,
    answer,
    editable_article,
    editor_of,
    page_address,
    panel_context,
    saved,
)
from newsdesk.htmx import HtmxHttpRequest, is_partial


@require_GET
@vary_on_headers("HX-Request")
def sure_list(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """How many mentions each percentage and label would accept, before anything is accepted."""
    article = editable_article(request, pk)
    form = SureForm(request.GET)
    return answer(request, article, sure_context(article, form))


@require_POST
def sure_accept(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    article = editable_article(request, pk)
    form = AcceptSureForm(request.POST)
    if not form.is_valid():
        return answer(request, article, sure_context(article, form))
    try:
        accepted = actions.accept_sure(article, by=editor_of(request), **form.cleaned_data)
    except StaleList:
        return answer(request, article, {**sure_context(article, form), "is_stale": True}, status=409)
    if not accepted.count:
        return answer(request, article, {**sure_context(article, form), "error": _("No proposal is so sure.")})
    show = next_proposal(article.pk, order=order_of(request.GET))
    return saved(request, article, show=show, restructured=True, acceptance=accepted)


@require_POST
def action_take_back(request: HtmxHttpRequest, pk: int, action: UUID) -> HttpResponse:
    article = editable_article(request, pk)
    try:
        taken = actions.take_back_action(article, by=editor_of(request), action=action)
    except NothingToUndo:
        error = _("All that this click accepted was changed since; there is nothing to undo.")
        return answer(request, article, {**panel_context(article, None), "error": error})
    show = next_proposal(article.pk, order=order_of(request.GET))
    if not is_partial(request):
        messages.success(request, told(taken))
        return saved(request, article, show=show)
    if taken.others:
        messages.success(request, told(taken))
        return HttpResponseClientRedirect(page_address(request, article.pk))
    return saved(request, article, show=show, restructured=True, told=told(taken))


def told(taken: actions.TakenBack) -> str:
    text = ngettext("%(count)d is a proposal again.", "%(count)d are proposals again.", taken.count)
    words = text % {"count": taken.count}
    if taken.changed:
        text = ngettext(
            "%(count)d was changed since and stays as it is.",
            "%(count)d were changed since and stay as they are.",
            taken.changed,
        )
        words = f"{words} {text % {'count': taken.changed}}"
    return words


def sure_context(article: Article, form: SureForm) -> Context:
    """The list for what the form asks, or the usual one where it asks for what there is not."""
    form.is_valid()
    asked = {name: form.cleaned_data[name] for name in ("at", "label") if name in form.cleaned_data}
    return {**panel_context(article, None), "sure": sureness.sure_list(article.pk, **asked), "form": form}
