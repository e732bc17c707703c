"""Two actors that are one: everything goes to one of them, nothing is lost, and all of it can be undone.

What changed hands is kept with the merge, by key; rows that have no place beside those of the kept actor, such as a
name both go by, are kept whole. The other actor stays, empty, so that its address leads to the kept one.
"""

import json
from collections.abc import Sequence
from typing import Any, cast

from django.contrib.auth.models import User
from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from articles.actions.acting import acts
from articles.actions.joining import refresh_meetings
from articles.actions.locks import lock_identities
from articles.actions.pairs import hand_over_proposals, take_back_proposals
from articles.actions.resorting import sort_anew, take_back
from articles.enums import ActionVerb
from articles.exceptions import CannotMerge, NothingToUndo
from articles.models import (
    Actor,
    ActorMerge,
    ActorName,
    MeetingParticipant,
    Mention,
    Post,
    PostEvidence,
    ReportParticipant,
    Statement,
)
from articles.permissions import require_editor

Moved = dict[str, Any]
Owning = tuple[type[models.Model], str, tuple[str, ...]]

#: Rows that name an actor: the field, and the fields that together with it may stand only once.
OWNED: tuple[Owning, ...] = (
    (Mention, "actor", ()),
    (Statement, "speaker", ()),
    (Statement, "addressee", ()),
    (ActorName, "actor", ("name",)),
    (MeetingParticipant, "actor", ("meeting_id",)),
    (ReportParticipant, "actor", ("report_id",)),
    (Post, "actor", ("key", "country")),
)
#: Rows that name a post: the same.
OF_POSTS: tuple[Owning, ...] = (
    (PostEvidence, "post", ("mention_id",)),
    (MeetingParticipant, "post", ()),
    (ReportParticipant, "post", ()),
)


@acts(ActionVerb.MERGE)
def merge_actors(kept: Actor, merged: Actor, *, by: User) -> ActorMerge:
    """Give all that one actor has to another; what a person decided keeps its state."""
    require_editor(by)
    lock_identities()
    both = Actor.objects.select_for_update(no_key=True).filter(pk__in=[kept.pk, merged.pk]).order_by("pk")
    people = {actor.pk: actor for actor in both}
    kept, merged = people[kept.pk], people[merged.pk]
    if kept == merged or kept.kind != merged.kind or kept.merged_into_id or merged.merged_into_id:
        raise CannotMerge
    moved: Moved = {"dropped": [], "country": kept.country, "posts": join_posts(kept, merged)}
    for owned in OWNED:
        moved[kept_under(owned)] = hand_over(owned, merged.pk, kept.pk, moved["dropped"])
    if not kept.country and merged.country:
        Actor.objects.filter(pk=kept.pk).update(country=merged.country, country_listed=merged.country_listed)
    Actor.objects.filter(pk=merged.pk).update(merged_into=kept)
    moved["proposals"] = hand_over_proposals(merged, kept)
    moved["meetings"] = sort_anew(meetings_of(moved, kept))
    return ActorMerge.objects.create(kept=kept, merged=merged, by=by, moved=as_json(moved))


def kept_under(owned: Owning) -> str:
    """The name of the rows in what a merge keeps; merges of before statements had an addressee know none."""
    label: str = owned[0]._meta.label_lower
    return f"{label}.{owned[1]}" if owned[1] == "addressee" else label


def survivor(actor: int) -> int:
    """The key of the actor, or of the one it was merged into, however many times."""
    while into := Actor.objects.filter(pk=actor).values_list("merged_into_id", flat=True).first():
        actor = into
    return actor


def held(actor: Actor) -> Actor:
    """Whom the actor stands for by now, kept from being merged until the transaction ends.

    To be asked before the article is locked: a merge holds its two actors while it waits for rows.
    """
    current = Actor.objects.select_for_update(no_key=True).get(pk=survivor(actor.pk))
    return held(current) if current.merged_into_id else current


def hand_over(owned: Owning, old: int, new: int, dropped: list[Any]) -> list[int]:
    """Point rows from one owner to another; one that the new owner has already is taken away and kept in `dropped`."""
    model, field, alone = owned
    rows = model._default_manager.filter(**{field: old})
    if alone:
        there = set(model._default_manager.filter(**{field: new}).values_list(*alone))
        doubled = [row for row in rows if tuple(getattr(row, name) for name in alone) in there]
        dropped += serializers.serialize("python", doubled)
        model._default_manager.filter(pk__in=[row.pk for row in doubled]).delete()
    keys = list(rows.values_list("pk", flat=True))
    model._default_manager.filter(pk__in=keys).update(**{field: new})
    return keys


def join_posts(kept: Actor, merged: Actor) -> list[Moved]:
    """The posts both actors have: what shows and uses the other's goes to the kept one's, which takes over its time."""
    own = {(post.key, post.country): post for post in kept.posts.all()}
    joined = []
    for post in merged.posts.all():
        if (same := own.get((post.key, post.country))) is not None:
            change: Moved = {"post": post.pk, "same": same.pk, "before": span_of(same), "dropped": []}
            for owned in OF_POSTS:
                change[kept_under(owned)] = hand_over(owned, post.pk, same.pk, change["dropped"])
            same.since = min(filter(None, (same.since, post.since)), default=None)
            same.until = max(filter(None, (same.until, post.until)), default=None)
            same.save(update_fields=["since", "until"])
            joined.append({**change, "after": span_of(same)})
    return joined


def span_of(post: Post) -> list[str | None]:
    return [day.isoformat() if day else None for day in (post.since, post.until)]


def as_json(moved: Moved) -> Moved:
    """Days and times as text, as the column keeps them."""
    return cast("Moved", json.loads(json.dumps(moved, cls=DjangoJSONEncoder)))


@acts(ActionVerb.UNMERGE)
def unmerge(merge: ActorMerge, *, by: User) -> ActorMerge:
    """Give everything back that is still where the merge put it; what came later stays with the kept actor."""
    require_editor(by)
    lock_identities()
    merge = ActorMerge.objects.select_for_update().select_related("kept", "merged").get(pk=merge.pk)
    if merge.undone_at is not None:
        raise NothingToUndo
    if merge.kept.merged_into_id:
        raise CannotMerge
    moved, kept, merged = merge.moved, merge.kept, merge.merged
    exactly = "meetings" not in moved or take_back(moved["meetings"])
    Actor.objects.filter(pk=merged.pk).update(merged_into=None)
    if kept.country != moved["country"]:
        Actor.objects.filter(pk=kept.pk, country=merged.country).update(country=moved["country"], country_listed="")
    give_back(moved, OWNED, kept.pk, merged.pk)
    for joined in moved["posts"]:
        part_posts(joined)
    take_back_proposals(moved["proposals"], merge)
    refresh_meetings(meetings_of(moved, merged))
    if not exactly:
        sort_anew(meetings_of(moved, merged) | set(moved["meetings"]["keys"]))
    merge.undone_at, merge.undone_by = timezone.now(), by
    merge.save(update_fields=["undone_at", "undone_by"])
    return merge


def meetings_of(moved: Moved, actor: Actor) -> set[int]:
    """The meetings of the reports that changed hands and name the actor now."""
    told = ReportParticipant.objects.filter(pk__in=moved[ReportParticipant._meta.label_lower], actor=actor)
    return {pk for pk in told.values_list("report__meeting_id", flat=True) if pk}


def give_back(moved: Moved, owned: Sequence[Owning], new: int, old: int) -> None:
    """Rows that are still the new owner's go back to the old one, and those that were taken away come back."""
    restore(moved["dropped"])
    for each in owned:
        model, field, _ = each
        rows = model._default_manager.filter(**{"pk__in": moved.get(kept_under(each), ()), field: new})
        rows.update(**{field: old})


def restore(dropped: Sequence[Any]) -> None:
    """Rows taken away come back under their keys, unless what they belong to has gone since."""
    for found in serializers.deserialize("python", dropped):
        parents = [field for field in found.object._meta.concrete_fields if isinstance(field, models.ForeignKey)]
        keys = [(field.related_model, getattr(found.object, field.attname)) for field in parents]
        if all(key is None or model._base_manager.filter(pk=key).exists() for model, key in keys):
            found.save()


def part_posts(joined: Moved) -> None:
    """The two posts that a merge joined have their own proofs and times again."""
    give_back(joined, OF_POSTS, joined["same"], joined["post"])
    same = Post.objects.filter(pk=joined["same"]).first()
    if same is not None and span_of(same) == joined["after"]:
        since, until = joined["before"]
        Post.objects.filter(pk=same.pk).update(since=since, until=until)
