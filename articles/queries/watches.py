"""Somebody's watches, with whom they are about by now; and whether anything came since they were last counted."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import BigIntegerField, Func

from articles.models import Actor, Watch
from articles.models.watch import WatchQuerySet

#: One row, each column from the end of an index; none for those who follow nothing.
STAND = """
SELECT list.looked_at,
    (SELECT count(*) FROM articles_watch watch WHERE watch.user_id = list.user_id AND NOT is_paused),
    (SELECT max(id) FROM articles_watch watch WHERE watch.user_id = list.user_id),
    (SELECT max(changed_at) FROM articles_indexedmeeting),
    (SELECT max(arrived_at) FROM articles_indexedstatement),
    (SELECT max(imported_at) FROM articles_article),
    (SELECT max(coalesce(told_at, imported_at)) FROM articles_article)
FROM articles_watchlist list WHERE list.user_id = %s
"""


def watches_of(user: int) -> WatchQuerySet:
    """In their owner's order, with the keys of those whom the actors followed are now."""
    return (
        Watch.objects.filter(user=user)
        .in_order()
        .select_related("actor", "other")
        .annotate(root=root("actor"), other_root=root("other"))
    )


def root(field: str) -> Func:
    """The actor itself, or the one it was merged into, however many times."""
    return Func(field, function="newsdesk_actor_root", output_field=BigIntegerField())


def present_actors(watches: Iterable[Watch]) -> dict[int, Actor]:
    """Those who are followed as they are now, by the keys under which they are followed."""
    roots: dict[int | None, int] = {}
    for watch in watches:
        told = vars(watch)
        roots |= {told["actor_id"]: told["root"], told["other_id"]: told["other_root"]}
    roots.pop(None, None)
    found = Actor.objects.in_bulk(set(roots.values())) if roots else {}
    return {key: found[root] for key, root in roots.items() if key is not None}


def stand(user: int) -> tuple[datetime, tuple[Any, ...]] | None:
    """When somebody last looked, and what tells whether a count made since still holds."""
    with connection.cursor() as cursor:
        cursor.execute(STAND, [user])
        row = cursor.fetchone()
    return (row[0], row) if row else None
