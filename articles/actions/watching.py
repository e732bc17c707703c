"""Following actors, pairs, countries and searches, and looking at what is new of them.

Nobody has a say in anybody else's watches; there is nothing to undo that cannot be done again by the same click.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.models import Max

from articles.models import Actor, Watch, WatchList
from articles.models.watch import new_token

#: Visits of the page that lie no further apart belong to one look.
LOOK = timedelta(hours=1)
NOW = """
SELECT least(clock_timestamp(), min(xact_start) - interval '1 microsecond') FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle' AND backend_type = 'client backend'
"""


@dataclass(frozen=True)
class Followed:
    """Something to follow, at its one address."""

    path: str
    name: str = ""
    actor: Actor | None = None
    other: Actor | None = None
    country: str = ""
    other_country: str = ""


def now_settled() -> datetime:
    """The moment until which everything that came is there to be seen.

    What a transaction under way writes is dated before it can be seen: nothing that came after it began counts as
    looked at.
    """
    with connection.cursor() as cursor:
        cursor.execute(NOW)
        moment: datetime = cursor.fetchone()[0]
    return moment


@transaction.atomic
def follow(what: Followed, *, by: User) -> Watch:
    """Follow it from now on; what is followed already gets the new name, and goes on if it was paused."""
    watch_list(by)
    last = Watch.objects.filter(user=by).aggregate(last=Max("position"))["last"] or 0
    given = {
        "name": what.name,
        "actor": what.actor,
        "other": what.other,
        "country": what.country,
        "other_country": what.other_country,
        "is_paused": False,
    }
    watch, _ = Watch.objects.update_or_create(
        user=by, path=what.path, defaults=given, create_defaults={**given, "position": last + 1}
    )
    return watch


def watch_list(user: User) -> WatchList:
    """How far they have looked; all that is there when somebody begins to watch is known."""
    found = WatchList.objects.filter(user=user).first()
    if found is None:
        now = now_settled()
        found, _ = WatchList.objects.get_or_create(user=user, defaults={"seen_until": now, "looked_at": now})
    return found


def unfollow(watch: Watch, *, by: User) -> None:
    require_owner(watch, by)
    watch.delete()


def pause(watch: Watch, *, by: User) -> None:
    """It brings nothing until it is resumed; then also what came meanwhile, unless all was marked as seen."""
    require_owner(watch, by)
    Watch.objects.filter(pk=watch.pk).update(is_paused=True)


def resume(watch: Watch, *, by: User) -> None:
    require_owner(watch, by)
    Watch.objects.filter(pk=watch.pk).update(is_paused=False)


@transaction.atomic
def move(watch: Watch, steps: int, *, by: User) -> None:
    """Up by one, or down by one; the list is numbered anew."""
    require_owner(watch, by)
    rows = list(Watch.objects.select_for_update().filter(user=by).in_order())
    place = rows.index(watch)
    rows.insert(max(0, place + steps), rows.pop(place))
    for number, row in enumerate(rows, 1):
        row.position = number
    Watch.objects.bulk_update(rows, ["position"])


@transaction.atomic
def look(*, by: User, at: datetime | None = None) -> WatchList:
    """Somebody looks at what is new: what this look shows is seen once the next one begins.

    `seen_until` is where the page begins, `looked_at` where the count beside its name does. A visit moves `looked_at`
    to itself. It moves `seen_until` only if the visit before was more than LOOK ago: then that was another look, and
    everything up to its end is seen. So a reload, the way back from an article or a second tab show the same again,
    with what came meanwhile on top, and whoever comes back tomorrow is shown what came since today. Both only move
    forwards, and never past a moment that writing under way could still be dated before.
    """
    found = watch_list(by)
    found = WatchList.objects.select_for_update().get(pk=found.pk)
    now = at or now_settled()
    if now - found.looked_at > LOOK:
        found.seen_until = found.looked_at
    found.looked_at = max(found.looked_at, now)
    found.save(update_fields=["seen_until", "looked_at"])
    return found


@transaction.atomic
def mark_seen(until: datetime, *, by: User) -> WatchList:
    """All that came until then, which is when the page was drawn, is seen; what came after stays new."""
    watch_list(by)
    found = WatchList.objects.select_for_update().get(user=by)
    found.seen_until = max(found.seen_until, min(until, found.looked_at))
    found.save(update_fields=["seen_until"])
    return found


@transaction.atomic
def open_feed(*, by: User) -> WatchList:
    """Give the feed an address, or a new one: the former leads nowhere from now on."""
    found = watch_list(by)
    found.token = new_token()
    found.save(update_fields=["token"])
    return found


def close_feed(*, by: User) -> None:
    WatchList.objects.filter(user=by).update(token=None)


def require_owner(watch: Watch, user: User) -> None:
    if watch.user_id != user.pk:
        raise PermissionDenied("Watches are their owner's alone.")
