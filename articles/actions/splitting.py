"""Two people who were taken for one: some of what one actor has goes to a new one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.utils import timezone

from articles.actions.acting import acts
from articles.actions.annotations import Row, changed_status
from articles.actions.decisions import record_decisions, snapshots
from articles.actions.linking import learn_name
from articles.actions.locks import lock_articles
from articles.actions.pairs import pair_of
from articles.actions.renaming import locked_actor
from articles.actions.resorting import sort_anew
from articles.actions.slugs import free_slug, slug_of
from articles.enums import ActionVerb, DecisionVerb, MentionLabel, ProposalState
from articles.exceptions import NothingToSplit
from articles.models import (
    Actor,
    MeetingReport,
    Mention,
    MergeProposal,
    Post,
    PostEvidence,
    ReportParticipant,
    Statement,
)


@dataclass(frozen=True, slots=True)
class Share:
    """What goes to the new actor, by keys."""

    mentions: Sequence[int] = field(default_factory=tuple)
    reports: Sequence[int] = field(default_factory=tuple)
    statements: Sequence[int] = field(default_factory=tuple)

    def articles(self) -> set[int]:
        """The articles of all these rows."""
        shared = ((Mention, self.mentions), (MeetingReport, self.reports), (Statement, self.statements))
        rows = (model._default_manager.filter(pk__in=keys) for model, keys in shared)
        return {key for found in rows for key in found.values_list("article_id", flat=True)}


@acts(ActionVerb.SPLIT)
def split_actor(actor: Actor, *, by: User, name: str, share: Share) -> Actor:
    """Make a new actor of the share. A person says so: no run links its rows back, and nobody asks to merge the two."""
    current = locked_actor(actor, by=by)
    lock_articles(share.articles())
    mentions = list(current.mentions.select_for_update(of=("self",)).filter(pk__in=share.mentions))
    taking = list(
        ReportParticipant.objects.filter(actor=current, report__in=share.reports).select_related("report", "post")
    )
    statements = list(current.statements.select_for_update(of=("self",)).filter(pk__in=share.statements))
    if not (mentions or taking or statements):
        raise NothingToSplit
    new = named_alike(current, name, mentions)
    give(mentions, "actor", new, by=by)
    give(statements, "speaker", new, by=by)
    share_posts(current, new, mentions)
    give_meetings(taking, new, by=by)
    keep_apart(current, new, by=by)
    return new


def named_alike(actor: Actor, name: str, mentions: Iterable[Mention]) -> Actor:
    """A new actor of the same kind, with the names that its mentions have."""
    slug = slug_of(name)
    taken = Actor.objects.filter(slug__startswith=slug).values_list("slug", flat=True)
    same = {"kind": actor.kind, "country": actor.country, "country_listed": actor.country_listed}
    new = Actor.objects.create(name=name, slug=free_slug(slug, taken), **same)
    for each in dict.fromkeys([name, *(row.text for row in mentions if row.label != MentionLabel.ROLE)]):
        learn_name(new, each)
    return new


def give(rows: Sequence[Row], owner: str, new: Actor, *, by: User) -> None:
    """Point decided rows to the new actor."""
    if not rows:
        return
    before = snapshots(rows)
    for row in rows:
        setattr(row, owner, new)
        settle(row, by=by)
        row.save()
    record_decisions(rows, verb=DecisionVerb.CHANGE, by=by, before=before)


def settle(row: Row, *, by: User) -> None:
    row.status = changed_status(row) if row.is_live else row.status
    row.decided_by, row.decided_at, row.version = by, timezone.now(), row.version + 1


def give_meetings(taking: Sequence[ReportParticipant], new: Actor, *, by: User) -> None:
    """The new actor took part where these reports say so; they are sorted into meetings anew."""
    reports = [one.report for one in taking]
    if not reports:
        return
    before = snapshots(reports)
    posts = {(post.key, post.country): post for post in new.posts.all()}
    for one in taking:
        one.actor, one.post = new, posts.get((one.post.key, one.post.country)) if one.post else None
        one.save(update_fields=["actor", "post"])
        settle(one.report, by=by)
        one.report.save()
    record_decisions(reports, verb=DecisionVerb.CHANGE, by=by, before=before)
    sort_anew({report.meeting_id for report in reports if report.meeting_id})


def share_posts(actor: Actor, new: Actor, mentions: Sequence[Mention]) -> None:
    """The posts that the mentions show are the new actor's, for the days of their articles; the others keep theirs."""
    shown = PostEvidence.objects.filter(post__actor=actor, mention__in=mentions)
    for proof in shown.select_related("post", "mention__article"):
        day = proof.mention.article.published_on
        post, _ = Post.objects.get_or_create(
            actor=new, key=proof.post.key, country=proof.post.country, defaults={"title": proof.post.title}
        )
        post.since, post.until = min(post.since or day, day), max(post.until or day, day)
        post.save(update_fields=["since", "until"])
        former = proof.post
        PostEvidence.objects.filter(pk=proof.pk).update(post=post)
        if not former.evidence.exists():
            former.delete()


def keep_apart(one: Actor, other: Actor, *, by: User) -> None:
    """Remember that the two are not the same."""
    MergeProposal.objects.create(
        **pair_of(one.pk, other.pk),
        score=0,
        state=ProposalState.REFUSED,
        decided_by=by,
        decided_at=timezone.now(),
    )
