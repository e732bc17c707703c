"""The work queue: what to do next, what I hold, what I left to others."""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.actions import leasing
from articles.enums import SkipReason
from articles.forms.queue import QueueForm, SkipForm
from articles.models import Article
from articles.permissions import can_manage
from articles.queries.articles import article_rows, listed
from articles.queries.queue import all_skips, free, held_by, held_by_others, skips_of, started_by, states, waiting
from articles.views.annotation_page import editor_of
from newsdesk.htmx import HtmxHttpRequest, render_page

#: Where the choice of the queue page is kept for whoever presses "next" on another page.
CHOSEN = "queue"
SHOWN = 5


@require_safe
def queue(request: HtmxHttpRequest) -> HttpResponse:
    """The queue in the order chosen, and what the editor has in hand."""
    by = editor_of(request)
    form = QueueForm(request.GET)
    wanted = form.spec()
    coming = free(wanted, by)
    context: dict[str, object] = {
        "form": form,
        "rows": article_rows(listed(coming)[:SHOWN]),
        "free_count": coming.order_by().count(),
        "states": [(state.label, number) for state, number in states(waiting(wanted)) if number],
        "held": held_by(by),
        "started": started_by(by)[:20],
        "others": held_by_others(by),
        "skips": skips_of(by),
        "all_skips": all_skips() if can_manage(by) else [],
    }
    return render_page(request, "queue/queue.html", context)


@require_POST
def queue_next(request: HtmxHttpRequest) -> HttpResponse:
    """Hold the next article for the editor and go there; the choice made last on the queue page stands."""
    by = editor_of(request)
    if "chosen" in request.POST:
        request.session[CHOSEN] = QueueForm(request.POST).chosen()
    chosen = QueryDict(mutable=True)
    chosen.update(request.session.get(CHOSEN, {}))
    article = leasing.take_next(QueueForm(chosen).spec(), by=by)
    if article is None:
        messages.success(request, _("Nothing is left in this part of the queue."))
        return redirect(with_query(reverse("queue"), chosen))
    return redirect("article-annotate", article.pk)


@require_POST
def queue_skip(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """Leave an article to others and go on to the next."""
    by = editor_of(request)
    article = get_object_or_404(Article.objects.only("pk", "title"), pk=pk)
    form = SkipForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why you leave the article out."))
        return redirect("article-annotate", pk)
    reason, words = SkipReason(form.cleaned_data["reason"]), form.cleaned_data["words"]
    leasing.skip_article(article, by=by, reason=reason, words=words)
    messages.success(request, _("“%(title)s” is left to others.") % {"title": article.title})
    return queue_next(request)


@require_POST
def queue_release(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """Give an article back."""
    leasing.release_article(get_object_or_404(Article.objects.only("pk"), pk=pk), by=editor_of(request))
    return redirect("queue")


@require_POST
def queue_unskip(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    leasing.unskip_article(get_object_or_404(Article.objects.only("pk"), pk=pk), by=editor_of(request))
    return redirect("queue")


def with_query(address: str, query: QueryDict) -> str:
    return f"{address}?{query.urlencode()}" if query else address
