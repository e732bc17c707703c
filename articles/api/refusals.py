"""What an action refused, as a problem; in the words in which the pages tell it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.actions.decisions import TARGET_FIELDS
from articles.api.problems import Problem, as_problem
from articles.api.requests import ApiRequest
from articles.api.told import row_told
from articles.exceptions import (
    ActionKeyTaken,
    AlreadyDecided,
    ArticlesError,
    CannotMerge,
    CannotUndo,
    InvalidSpan,
    NothingToJoin,
    NothingToUndo,
    OverlappingMention,
    ProposalsLeft,
    RowGone,
    UnfitActor,
)
from articles.models import Decision
from articles.models.annotation import Annotation
from articles.views import annotation, joining, merging, undoing


def stale(request: ApiRequest, row: Annotation, version: int) -> Problem:
    """Both versions: how the row stood when it was seen, and how it stands."""
    target = {TARGET_FIELDS[type(row)]: row.pk}
    seen = Decision.objects.filter(**target, before__version=version).order_by("pk").first()
    return Problem(
        412,
        _("Somebody changed this row since. Look at both versions and decide again."),
        current=row_told(request, row).model_dump(mode="json"),
        seen=seen.before if seen else None,
    )


def refused(error: ArticlesError) -> Problem:
    if isinstance(error, InvalidSpan):
        return Problem(422, annotation.reason(error))
    return Problem(409, reason(error), **told_beside(error))


def reason(error: ArticlesError) -> str:
    """Why nothing was changed."""
    if isinstance(error, OverlappingMention | UnfitActor):
        return annotation.reason(error)
    if isinstance(error, CannotUndo | NothingToUndo):
        return undoing.reason(error)
    if isinstance(error, AlreadyDecided | CannotMerge):
        return merging.reason(error)
    if isinstance(error, NothingToJoin):
        return joining.reason(error)
    if isinstance(error, ProposalsLeft):
        text = ngettext(
            "%(count)d proposal still awaits a decision.", "%(count)d proposals still await a decision.", error.count
        )
        return text % {"count": error.count}
    if isinstance(error, ActionKeyTaken):
        return _("Another change was made under this key. Nothing was changed now.")
    return _("This cannot be done as things stand. Look at it again.")


def told_beside(error: ArticlesError) -> dict[str, Any]:
    """The row that is in the way."""
    return {"other": error.other.pk} if isinstance(error, OverlappingMention) else {}


def answer_refused(request: HttpRequest, error: Any) -> HttpResponse:
    return (as_problem(Http404()) if isinstance(error, RowGone) else refused(error)).answer()
