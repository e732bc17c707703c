"""Pairs of actors that may be one, as the page of proposals shows them."""

from dataclasses import dataclass

from django.db.models import CharField, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from articles.enums import MergeReason, ProposalState
from articles.models import Actor, ActorMerge, Mention, MergeProposal, Post
from articles.names import parts


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, with what tells them apart."""

    actor: Actor
    mentions: int
    post: str

    @property
    def weight(self) -> tuple[int, int, int]:
        """What makes an actor the one to keep: a full name, many mentions, age."""
        return len(parts(self.actor.name).core) > 1, self.mentions, -self.actor.pk


@dataclass(frozen=True, slots=True)
class Pair:
    proposal: MergeProposal
    kept: Side
    merged: Side
    reasons: list[str]


def open_proposals(actor: Actor | None = None) -> QuerySet[MergeProposal]:
    """Those that wait for a decision, best first; of one actor where one is given."""
    found = with_sides(MergeProposal.objects.open().best_first())
    return found if actor is None else found.filter(Q(first=actor) | Q(second=actor))


def with_sides(proposals: QuerySet[MergeProposal]) -> QuerySet[MergeProposal]:
    """With the number of mentions and the latest post of both, in one query."""
    return proposals.select_related("first", "second").annotate(
        first_mentions=mentions_of("first"),
        second_mentions=mentions_of("second"),
        first_post=post_of("first"),
        second_post=post_of("second"),
    )


def mentions_of(side: str) -> Coalesce:
    rows = Mention.objects.live().filter(actor=OuterRef(side)).order_by().values("actor").annotate(n=Count("pk"))
    return Coalesce(Subquery(rows.values("n"), output_field=IntegerField()), 0)


def post_of(side: str) -> Coalesce:
    posts = Post.objects.filter(actor=OuterRef(side)).order_by(F("until").desc(nulls_last=True), "pk")
    return Coalesce(Subquery(posts.values("title")[:1], output_field=CharField()), Value(""))


def as_pair(proposal: MergeProposal) -> Pair:
    """A proposal of `with_sides`, the actor to keep first, with its reasons in words."""
    row = vars(proposal)
    first = Side(proposal.first, row["first_mentions"], row["first_post"])
    second = Side(proposal.second, row["second_mentions"], row["second_post"])
    kept, merged = (first, second) if first.weight >= second.weight else (second, first)
    known = [code for code in proposal.reasons if code in MergeReason.values]
    return Pair(proposal, kept, merged, [str(MergeReason(code).label) for code in known])


def refused_proposals() -> QuerySet[MergeProposal]:
    """Those somebody said no to, latest first."""
    refused = MergeProposal.objects.filter(state=ProposalState.REFUSED)
    return refused.select_related("first", "second", "decided_by").order_by("-decided_at", "-pk")


def merges_in_force() -> QuerySet[ActorMerge]:
    """Merges that can be undone, latest first."""
    standing = ActorMerge.objects.filter(undone_at=None, kept__merged_into=None)
    return standing.select_related("kept", "merged", "by").order_by("-at", "-pk")


def merges_of(actor: Actor) -> QuerySet[ActorMerge]:
    return merges_in_force().filter(kept=actor)
