"""What people said of posts, which no run changes: the columns they wrote, and the posts they took away."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from articles.enums import ActionVerb
from articles.models import Change, Post
from articles.queries.journal import differing

VERBS = (ActionVerb.ADD_POST, ActionVerb.CHANGE_POST, ActionVerb.REMOVE_POST)
#: Actor, office and country: what stands once.
Held = tuple[int, str, str]


@dataclass(slots=True)
class Said:
    """`columns` are those that a person wrote, by the key of the post; `gone` are the posts that were taken away."""

    columns: dict[int, set[str]] = field(default_factory=dict)
    gone: set[Held] = field(default_factory=set)


def said_of_posts(posts: Iterable[Post], actors: Collection[int] = ()) -> Said:
    """What stands of all that was said of these posts, and of others that these actors had."""
    there = {post.pk: (post.actor_id, post.key, post.country) for post in posts}
    named = Q(row__in=list(there)) | Q(before__actor_id__in=list(actors))
    changes = Change.objects.filter(named, table=Post._meta.db_table, action__verb__in=VERBS, action__is_undone=False)
    said = Said()
    for change in changes.order_by("id"):
        before, after = change.before, change.after
        if before:
            said.gone.add(held(before))
        if after:
            said.gone.discard(held(after))
            said.columns.setdefault(change.row, set()).update(differing(before or {}, after))
    said.gone.difference_update(there.values())
    return said


def held(image: dict[str, object]) -> Held:
    return int(str(image["actor_id"])), str(image["key"]), str(image["country"])
