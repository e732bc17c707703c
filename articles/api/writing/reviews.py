"""The review of an article, pairs that may be one, and undo."""

from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel

from articles.actions.join_verdicts import join_meetings, refuse_join
from articles.actions.merge_proposals import accept_proposal, refuse_proposal
from articles.actions.reversal import ANNOTATIONS
from articles.actions.review import finish_review, reopen_review
from articles.actions.undoing import Undone, redo_action, undo_action
from articles.api.answers.rows import ReviewAnswer
from articles.api.filters import checked
from articles.api.operations import JSON, writing
from articles.api.requests import ApiRequest, by
from articles.api.serialize import review_answer
from articles.api.told import there
from articles.api.writing.bodies import FinishBody, KeptBody, form_data
from articles.api.writing.deciding import router
from articles.enums import TokenScope
from articles.exceptions import AlreadyDone
from articles.forms.merging import KeptForm
from articles.models import Action, Actor, Article, MeetingProposal, MergeProposal


class SettledAnswer(BaseModel):
    """The proposal that was decided on, and what was said: `accepted` or `refused`."""

    id: int
    state: str


class UndoneAnswer(BaseModel):
    """The action that took the other back: how many rows it changed, and how many stay as they were changed since."""

    action: UUID
    count: int
    changed: int


@writing(
    router,
    "/articles/{int:pk}/review/finish",
    ReviewAnswer,
    summary=_("Finish the review of an article"),
    scope=TokenScope.DECIDE,
    media=JSON,
)
def finish(request: ApiRequest, pk: int, body: FinishBody) -> ReviewAnswer:
    article: Article = there(Article.objects.filter(pk=pk).first())
    with suppress(AlreadyDone):
        finish_review(article, by=by(request), accept_rest=body.accept_rest)
    return reviewed(pk)


@writing(
    router,
    "/articles/{int:pk}/review/reopen",
    ReviewAnswer,
    summary=_("Reopen the review of an article"),
    scope=TokenScope.DECIDE,
)
def reopen(request: ApiRequest, pk: int) -> ReviewAnswer:
    article: Article = there(Article.objects.filter(pk=pk).first())
    with suppress(AlreadyDone):
        reopen_review(article, by=by(request))
    return reviewed(pk)


def reviewed(pk: int) -> ReviewAnswer:
    return review_answer(Article.objects.select_related("review__editor").get(pk=pk))


@writing(
    router,
    "/merge-proposals/{int:pk}/accept",
    SettledAnswer,
    summary=_("Merge two actors that are one"),
    scope=TokenScope.DECIDE,
    media=JSON,
)
def accept_merge(request: ApiRequest, pk: int, body: KeptBody) -> SettledAnswer:
    proposal: MergeProposal = there(MergeProposal.objects.filter(pk=pk).first())
    kept = Actor.objects.filter(slug=body.kept).values_list("pk", flat=True).first()
    form = checked(KeptForm(form_data(kept=kept), proposal=proposal))
    with suppress(AlreadyDone):
        accept_proposal(proposal, by=by(request), kept=form.cleaned_data["kept"])
    return SettledAnswer(id=pk, state="accepted")


@writing(
    router,
    "/merge-proposals/{int:pk}/refuse",
    SettledAnswer,
    summary=_("Say that two actors are two"),
    scope=TokenScope.DECIDE,
)
def refuse_merge(request: ApiRequest, pk: int) -> SettledAnswer:
    proposal: MergeProposal = there(MergeProposal.objects.filter(pk=pk).first())
    with suppress(AlreadyDone):
        refuse_proposal(proposal, by=by(request))
    return SettledAnswer(id=pk, state="refused")


@writing(
    router,
    "/join-proposals/{int:pk}/accept",
    SettledAnswer,
    summary=_("Join two meetings that are one"),
    scope=TokenScope.DECIDE,
)
def accept_join(request: ApiRequest, pk: int) -> SettledAnswer:
    with suppress(AlreadyDone):
        join_meetings(MeetingProposal(pk=known_key(pk)), by=by(request))
    return SettledAnswer(id=pk, state="accepted")


@writing(
    router,
    "/join-proposals/{int:pk}/refuse",
    SettledAnswer,
    summary=_("Say that two meetings are two"),
    scope=TokenScope.DECIDE,
)
def refuse_joining(request: ApiRequest, pk: int) -> SettledAnswer:
    with suppress(AlreadyDone):
        refuse_join(MeetingProposal(pk=known_key(pk)), by=by(request))
    return SettledAnswer(id=pk, state="refused")


def known_key(pk: int) -> int:
    """A key that a row may have had: a proposal is gone once it is decided on."""
    there(True if pk < 2**63 else None)
    return pk


@writing(
    router,
    "/actions/{uuid:key}/undo",
    UndoneAnswer,
    summary=_("Take back what was done under a key"),
    scope=TokenScope.DECIDE,
)
def undo(request: ApiRequest, key: UUID) -> UndoneAnswer:
    action: Action = there(Action.objects.filter(key=key).first())
    return turned(lambda: undo_action(action, by=by(request)))


@writing(
    router,
    "/actions/{uuid:key}/redo",
    UndoneAnswer,
    summary=_("Do again what was taken back"),
    scope=TokenScope.DECIDE,
)
def redo(request: ApiRequest, key: UUID) -> UndoneAnswer:
    action: Action = there(Action.objects.filter(key=key).first())
    return turned(lambda: redo_action(action, by=by(request)))


def turned(turn: Callable[[], Undone]) -> UndoneAnswer:
    try:
        undone = turn()
    except AlreadyDone as known:
        rows = known.action.changes.filter(table__in=ANNOTATIONS).values("table", "row").distinct()
        return UndoneAnswer(action=known.action.key, count=rows.count(), changed=0)
    return UndoneAnswer(action=undone.undoing.key, count=undone.count, changed=undone.changed)
