"""Undo and redo: the last thing on an article, or an action by its key."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from articles.actions.acting import check_repetition
from articles.actions.undoing import Undone, redo_action, undo_action
from articles.enums import ActionVerb
from articles.exceptions import AlreadyDone, CannotUndo, NothingToUndo
from articles.forms.sureness import order_of
from articles.models import Action, Article
from articles.models.action import ActionQuerySet
from articles.queries.progress import next_proposal
from articles.queries.touched import at_or_near, touched_by
from articles.queries.undo_order import next_redo, next_undo
from articles.views.annotation_page import (
    answer,
    editable_article,
    editor_of,
    panel_context,
    records_context,
    saved,
    wanted_next,
)
from newsdesk.addresses import came_from
from newsdesk.htmx import HtmxHttpRequest, is_partial

Turn = Callable[..., Undone]
Find = Callable[[ActionQuerySet, User], Action | None]


@require_POST
def article_undo(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """Take back the last thing the editor did on the article."""
    return turn_last(request, pk, next_undo, undo_action)


@require_POST
def article_redo(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    return turn_last(request, pk, next_redo, redo_action)


@require_POST
def article_take_back(request: HtmxHttpRequest, pk: int, key: UUID) -> HttpResponse:
    """Take back one action on the article, and show the page as it is then."""
    return turn_last(request, pk, lambda actions, _by: actions.filter(key=key).first(), undo_action)


@require_POST
def action_undo(request: HtmxHttpRequest, key: UUID) -> HttpResponse:
    """Take back one action, wherever it was."""
    return turn_one(request, key, undo_action)


@require_POST
def action_redo(request: HtmxHttpRequest, key: UUID) -> HttpResponse:
    return turn_one(request, key, redo_action)


def turn_last(request: HtmxHttpRequest, pk: int, find: Find, turn: Turn) -> HttpResponse:
    article, by = editable_article(request, pk), editor_of(request)
    try:
        check_repetition(by=by)
        action = find(Action.objects.on_article(pk), by)
        if action is None:
            raise NothingToUndo
        return turned(request, article, turn(action, by=by))
    except AlreadyDone:
        show = next_proposal(pk, order=order_of(request.GET))
        return saved(request, article, show=show, restructured=True, told=_("This was saved already."))
    except (CannotUndo, NothingToUndo) as error:
        return answer(request, article, {**panel_context(article, None), "error": reason(error)}, status=409)


def turned(request: HtmxHttpRequest, article: Article, undone: Undone) -> HttpResponse:
    """What was changed comes in hand where it is one thing, else what was in hand stays so; cards come anew."""
    touched = touched_by(undone.undoing)
    words = " ".join(filter(None, [told(undone), touched.words and f"« {touched.words} »"]))
    if not is_partial(request):
        messages.success(request, words)
    if touched.row.startswith("m-"):
        show = at_or_near(article.pk, touched.mentions[0])
    else:
        show = wanted_next(request, article.pk) or next_proposal(article.pk, order=order_of(request.GET))
    row = f"m-{show.pk}" if show and touched.row.startswith("m-") else touched.row
    more = {**records_context(article), "with_records": True} if touched.beside and is_partial(request) else {}
    return saved(request, article, show=show, restructured=not more, row=row, told=words, **more)


def turn_one(request: HtmxHttpRequest, key: UUID, turn: Turn) -> HttpResponse:
    """For HTMX a line in the place of the button; else back to the page it was on."""
    by = editor_of(request)
    action = get_object_or_404(Action, key=key)
    try:
        undone = turn(action, by=by)
    except (CannotUndo, NothingToUndo) as error:
        return outcome(request, {"error": reason(error)}, status=409)
    return outcome(request, {"told": told(undone), "undone": undone})


def outcome(request: HtmxHttpRequest, context: dict[str, object], *, status: int = 200) -> HttpResponse:
    if is_partial(request):
        return render(request, "history/_turned.html", context, status=status)
    if status == 200:
        messages.success(request, str(context["told"]))
    else:
        messages.error(request, str(context["error"]))
    return redirect(came_from(request, "desk"))


def told(undone: Undone) -> str:
    """What was taken back, and how much of it was not."""
    first = undone.action if undone.undoing.verb == ActionVerb.UNDO else undone.action.undoes or undone.action
    words = _("Undone: %(what)s.") if undone.undoing.verb == ActionVerb.UNDO else _("Redone: %(what)s.")
    text = words % {"what": first.label}
    if undone.changed:
        left = ngettext(
            "%(count)d was changed since and stays as it is.",
            "%(count)d were changed since and stay as they are.",
            undone.changed,
        )
        text = f"{text} {left % {'count': undone.changed}}"
    return text


def reason(error: CannotUndo | NothingToUndo) -> str:
    """Why nothing was taken back: who changed it since."""
    if isinstance(error, NothingToUndo):
        return _("There is nothing to undo.")
    people = [since.action for since in error.since]
    if not people:
        return _("This cannot be undone: a new run replaced the rows, or what was added since needs them.")
    latest = max(people, key=lambda action: action.pk)
    words = _("This cannot be undone: %(name)s changed it on %(time)s (%(what)s). Undo that first.")
    time = date_format(localtime(latest.at), "SHORT_DATETIME_FORMAT")
    return words % {"name": latest.by.get_username(), "time": time, "what": latest.label}
