"""What the pages show to editors: pairs that may be one, history."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from ninja import Router

from articles.api.answers.records import (
    ActorBrief,
    ChangedRow,
    Difference,
    HistoryEntry,
    JoinAnswer,
    MergeAnswer,
)
from articles.api.filters import PAGING, refuse_unknown
from articles.api.operations import reading
from articles.api.pagination import By, PageAnswer, cut
from articles.api.reading.actors import actor_brief
from articles.api.reading.meetings import join_answer
from articles.api.requests import ApiRequest
from articles.enums import TokenScope
from articles.models import Action, Actor, Article, Meeting, MeetingProposal
from articles.models.action import ActionQuerySet
from articles.queries.actors import with_counts
from articles.queries.history import Entry, entries
from articles.queries.joins import open_joins
from articles.queries.merging import Pair, as_pair, open_proposals

router = Router(tags=["desk"])
BEST = (By("score", descending=True), By("pk"))


@reading(
    router,
    "/merge-proposals",
    PageAnswer[MergeAnswer],
    summary=_("Actors that may be one, likeliest first"),
    scope=TokenScope.READ,
    paged=True,
)
def merge_proposals(request: ApiRequest) -> PageAnswer[MergeAnswer]:
    refuse_unknown(request, PAGING)
    page = cut(request, open_proposals(), BEST)
    pairs = {each.pk: as_pair(each) for each in open_proposals().filter(pk__in=page.keys)}
    shown = [pairs[key] for key in page.keys if key in pairs]
    actors = with_counts(Actor.objects.all()).in_bulk([side.actor.pk for p in shown for side in (p.kept, p.merged)])
    briefs = {key: actor_brief(each) for key, each in actors.items()}
    return PageAnswer(count=page.count, next=page.next, items=[merge_answer(pair, briefs) for pair in shown])


def merge_answer(pair: Pair, briefs: dict[int, ActorBrief]) -> MergeAnswer:
    return MergeAnswer(
        id=pair.proposal.pk,
        score=pair.proposal.score,
        reasons=pair.proposal.reasons,
        kept=briefs[pair.kept.actor.pk],
        merged=briefs[pair.merged.actor.pk],
    )


@reading(
    router,
    "/join-proposals",
    PageAnswer[JoinAnswer],
    summary=_("Meetings that may be one, likeliest first"),
    scope=TokenScope.READ,
    paged=True,
)
def join_proposals(request: ApiRequest) -> PageAnswer[JoinAnswer]:
    refuse_unknown(request, PAGING)
    page = cut(request, open_joins(), BEST)
    found = MeetingProposal.objects.in_bulk(page.keys)
    shown = [join_answer(found[key]) for key in page.keys if key in found]
    return PageAnswer(count=page.count, next=page.next, items=shown)


@reading(
    router,
    "/articles/{int:pk}/history",
    PageAnswer[HistoryEntry],
    summary=_("Who did what to an article, latest first"),
    scope=TokenScope.READ,
    paged=True,
)
def article_history(request: ApiRequest, pk: int) -> PageAnswer[HistoryEntry]:
    if not Article.objects.filter(pk=pk).exists():
        raise Http404
    return history(request, Action.objects.on_article(pk))


@reading(
    router,
    "/actors/{slug:slug}/history",
    PageAnswer[HistoryEntry],
    summary=_("Who did what to an actor, latest first"),
    scope=TokenScope.READ,
    paged=True,
)
def actor_history(request: ApiRequest, slug: str) -> PageAnswer[HistoryEntry]:
    actor = Actor.objects.filter(slug=slug).first()
    if actor is None:
        raise Http404
    return history(request, Action.objects.on_actor(actor.pk))


@reading(
    router,
    "/meetings/{int:pk}/history",
    PageAnswer[HistoryEntry],
    summary=_("Who did what to a meeting, latest first; also to one that is gone"),
    scope=TokenScope.READ,
    paged=True,
)
def meeting_history(request: ApiRequest, pk: int) -> PageAnswer[HistoryEntry]:
    if pk >= 2**63:
        raise Http404
    actions = Action.objects.on_meeting(pk)
    if not Meeting.objects.filter(pk=pk).exists() and not actions.exists():
        raise Http404
    return history(request, actions)


def history(request: ApiRequest, actions: ActionQuerySet) -> PageAnswer[HistoryEntry]:
    refuse_unknown(request, PAGING)
    page = cut(request, actions.of_consequence(), (By("pk", descending=True),))
    found = Action.objects.filter(pk__in=page.keys).select_related("by", "undoes").prefetch_related("changes")
    told = entries(list(found.newest_first()))
    return PageAnswer(count=page.count, next=page.next, items=[entry_answer(entry) for entry in told])


def entry_answer(entry: Entry) -> HistoryEntry:
    action = entry.action
    return HistoryEntry(
        action=action.key,
        by=action.by.get_username(),
        at=action.at,
        verb=action.verb,
        what=action.label,
        undone=action.is_undone,
        changes=[
            ChangedRow(
                what=line.what,
                decision=line.decision,
                differences=[Difference(name=d.name, before=d.before, after=d.after) for d in line.differences],
            )
            for line in entry.lines
        ],
        more=entry.more,
    )
