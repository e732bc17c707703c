"""What every page tells of one's own watches: how much is new, and whether something is followed."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import parse_qsl

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.cache import cache
from django.urls import reverse

from articles.forms.watching import asked_of, followed_path, is_search
from articles.models import Watch
from articles.queries.news import hits
from articles.queries.watches import present_actors, stand, watches_of

#: More are not counted.
MOST = 99
#: Seconds for which a count holds if nothing came: what was taken away since is not looked for sooner.
COUNTED_FOR = 60


@dataclass(frozen=True)
class Followable:
    """Something to follow at its one address, and the watch by which it is followed already."""

    path: str
    is_search: bool
    watch: Watch | None

    @property
    def words(self) -> str:
        """What a search is called unless its owner thinks of something better."""
        return dict(parse_qsl(self.path.partition("?")[2])).get("q", "")[:120]


class Watching:
    """Of whoever is logged in; nothing is read before a page asks."""

    def __init__(self, user: AbstractBaseUser | AnonymousUser | None) -> None:
        self.user = user if user is not None and user.is_authenticated else None

    @cached_property
    def unseen(self) -> str:
        """How many things came since the last look: nothing, a number, or `99+`. One query, unless something came."""
        found = stand(self.user.pk) if self.user and self.user.pk else None
        if not self.user or found is None:
            return ""
        since, told = found
        key = f"unseen-{self.user.pk}-" + "-".join(str(part) for part in told).replace(" ", "_")
        number = cache.get(key)
        if number is None:
            number = len(hits(asked_of(self.user.pk), since, MOST + 1))
            cache.set(key, number, COUNTED_FOR)
        return "" if not number else str(number) if number <= MOST else f"{MOST}+"

    @cached_property
    def paths(self) -> dict[str, Watch]:
        """One's own watches by their address, and by that of whom they are about since a merge."""
        if not self.user or not self.user.pk:
            return {}
        watches = list(watches_of(self.user.pk))
        actors = present_actors(watches)
        found = {watch.path: watch for watch in watches}
        for watch in watches:
            if watch.actor_id and not watch.other_id:
                found.setdefault(followed_path(reverse("actor-detail", args=[actors[watch.actor_id].slug])), watch)
        return found

    def at(self, path: str) -> Followable | None:
        """What can be followed at an address."""
        one = followed_path(path)
        watch = self.paths.get(one)
        if not one:
            return None
        return Followable(one, is_search(watch) if watch else asks_for_name(one), watch)


def asks_for_name(path: str) -> bool:
    """Whether it is a search that nobody but its owner can name."""
    query = path.partition("?")[2]
    names = {part.partition("=")[0] for part in query.split("&") if part}
    whole = names in ({"country"}, {"country", "country2"}, {"actor", "with"}) and path.startswith(
        reverse("meeting-list")
    )
    return not whole and not path.startswith(reverse("actor-list"))
