"""Accept all that the machine is sure of."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from articles.actions import bulk as actions
from articles.exceptions import StaleList
from articles.forms.sureness import AcceptSureForm, SureForm, order_of
from articles.models import Article
from articles.queries import sureness
from articles.queries.progress import next_proposal
from articles.views.annotation_page import (
    Context,
    answer,
    editable_article,
    editor_of,
    panel_context,
    saved,
)
from newsdesk.htmx import HtmxHttpRequest


@require_safe
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


def sure_context(article: Article, form: SureForm) -> Context:
    """The list for what the form asks, or the usual one where it asks for what there is not."""
    form.is_valid()
    asked = {name: form.cleaned_data[name] for name in ("at", "label") if name in form.cleaned_data}
    return {**panel_context(article, None), "sure": sureness.sure_list(article.pk, **asked), "form": form}
