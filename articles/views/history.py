"""Who did what to an article, an actor or a meeting; restore one row; see an article as it was."""

from datetime import datetime, time

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.timezone import get_current_timezone, is_naive, make_aware
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.actions.restoring import restore_before
from articles.exceptions import OverlappingMention, RowGone, StaleEdit
from articles.models import Action, Actor, Article, Decision, Meeting
from articles.models.action import ActionQuerySet
from articles.permissions import can_manage
from articles.queries.as_of import as_of
from articles.queries.history import entries
from articles.views.annotation_page import editor_of
from articles.views.undoing import outcome
from newsdesk.htmx import HtmxHttpRequest, render_page

PAGE_SIZE = 20


@require_safe
def article_history(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    editor_of(request)
    article = get_object_or_404(Article.objects.only("pk", "title"), pk=pk)
    return history(request, Action.objects.on_article(pk), article)


@require_safe
def actor_history(request: HtmxHttpRequest, slug: str) -> HttpResponse:
    editor_of(request)
    actor = get_object_or_404(Actor, slug=slug)
    return history(request, Action.objects.on_actor(actor.pk), actor)


@require_safe
def meeting_history(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """A meeting that was joined to another or fell apart still has its history."""
    editor_of(request)
    if pk >= 2**63:
        raise Http404
    actions = Action.objects.on_meeting(pk)
    meeting = Meeting.objects.filter(pk=pk).first()
    if meeting is None and not actions.exists():
        raise Http404
    return history(request, actions, meeting)


@require_POST
def decision_restore(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """Give one row back the state it had before the decision."""
    by = editor_of(request)
    decision = get_object_or_404(Decision, pk=pk)
    seen = request.POST.get("seen", "")
    try:
        restore_before(decision, by=by, seen=int(seen) if seen.isdecimal() and len(seen) < 19 else 0)
    except RowGone:
        return outcome(request, {"error": _("A new run replaced this row; it cannot be restored.")}, status=409)
    except StaleEdit:
        return outcome(request, {"error": _("Somebody changed this since. Reload the page.")}, status=409)
    except OverlappingMention:
        return outcome(request, {"error": _("Another mention covers these words by now.")}, status=409)
    return outcome(request, {"told": _("Restored.")})


@login_not_required
@require_safe
def article_as_of(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """The annotation as it stood on a day, or at a moment: what a reference points to."""
    article = get_object_or_404(Article.objects.select_related("source").defer("search_vector"), pk=pk)
    moment = moment_of(request.GET.get("as_of", ""))
    context: dict[str, object] = {"article": article, "moment": moment, "zones": article.zones.order_by("start")}
    if moment is not None:
        context["earlier"] = as_of(article, moment)
    return render_page(request, "history/article_as_of.html", context)


def moment_of(text: str) -> datetime | None:
    """A day, which means its end, or a moment, in the time of the desk."""
    try:
        day, moment = parse_date(text), parse_datetime(text)
    except ValueError:
        return None
    if day is not None:
        moment = datetime.combine(day, time.max)
    if moment is None or not 1 < moment.year < 9999:  # at either end of time no other time zone can tell it
        return None
    return make_aware(moment, get_current_timezone()) if is_naive(moment) else moment


def history(
    request: HtmxHttpRequest, actions: ActionQuerySet, subject: Article | Actor | Meeting | None
) -> HttpResponse:
    found = actions.of_consequence().newest_first().select_related("by", "undoes")
    page = Paginator(found.prefetch_related("changes"), PAGE_SIZE).get_page(request.GET.get("page"))
    told, by, manages = entries(list(page.object_list)), editor_of(request), can_manage(request.user)
    context: dict[str, object] = {
        "page": page,
        "subject": subject,
        "kind": subject._meta.model_name if subject else "meeting",
        "entries": [(entry, manages or entry.action.by_id == by.pk) for entry in told],
        "seen": Action.objects.order_by("-id").values_list("id", flat=True).first() or 0,
    }
    return render_page(request, "history/history.html", context, partial="found")
