"""Which actor a typed name means: exact, then by the beginnings of words, then forgiving typing errors."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce, Length

from articles.models import Actor, ActorName, MeetingParticipant, Place, PlaceName, Post
from articles.queries.countries import country_name
from articles.validators import name_key

#: How many actors a type-ahead or a question « which of these? » offers.
OFFERED = 8


@dataclass(frozen=True)
class Suggestion:
    """An actor, with what tells namesakes apart."""

    actor: Actor
    post: str
    country: str
    meetings: int

    @property
    def details(self) -> str:
        """Post and country in one line."""
        return ", ".join(part for part in (self.post, self.country) if part)


def named(key: str) -> QuerySet[ActorName]:
    """Names equal to the key."""
    return ActorName.objects.filter(key=key)


def is_borne_alone(actor: Actor) -> bool:
    """Whether nobody else has the actor's name; who was merged into the actor is nobody else."""
    with connection.cursor() as cursor:
        cursor.execute(OTHERS, {"key": name_key(actor.name), "actor": actor.pk})
        return not cursor.fetchone()[0]


OTHERS = """
SELECT EXISTS (
    SELECT FROM articles_actorname named JOIN articles_actor bearer ON bearer.id = named.actor_id
    WHERE named.key = %(key)s AND bearer.id <> %(actor)s AND bearer.merged_into_id IS DISTINCT FROM %(actor)s
)
"""


def beginning(key: str) -> QuerySet[ActorName]:
    """Names in which every word of the key begins a word, in any order."""
    found = ActorName.objects.all()
    for word in key.split():
        found = found.filter(Q(key__startswith=word) | Q(key__contains=f" {word}"))
    return found


def resembling(key: str) -> QuerySet[ActorName]:
    """Names with a part that looks like the key, typing errors forgiven."""
    return ActorName.objects.filter(key__trigram_word_similar=key)


def actors_named(names: QuerySet[ActorName]) -> QuerySet[Actor]:
    """The actors with these names; one that was merged stands for its target.

    Whose names they are is asked first: within another query PostgreSQL may compare all names anew for each actor.
    """
    return Actor.objects.current().filter(pk__in=owners(names))


def suggest_actors(text: str, kinds: Collection[str] = ()) -> list[Suggestion]:
    """The actors a reader may mean, those with most meetings first; typing errors count only if nothing else fits.

    Of some `kinds` only, where what is named can be no other.
    """
    key = name_key(text)
    if not key:
        return []
    fitting = {"actor__kind__in": kinds} if kinds else {}
    begun = owners(beginning(key).filter(**fitting))
    return offered(dict.fromkeys(begun, 1.0)) or offered(nearest(resembling(key).filter(**fitting), key))


def owners(names: QuerySet[ActorName]) -> set[int]:
    """Whose names these are; an actor that was merged stands for its target."""
    return set(names.values_list(Coalesce("actor__merged_into", "actor"), flat=True))


def nearest(names: QuerySet[ActorName], key: str) -> dict[int, float]:
    """Actors with a name that looks like the key, and how much it does."""
    alike = names.annotate(owner=Coalesce("actor__merged_into", "actor"), likeness=TrigramWordSimilarity(key, "key"))
    return dict(alike.order_by("likeness").values_list("owner", "likeness"))


def offered(likeness: Mapping[int, float]) -> list[Suggestion]:
    """The likest, of those the ones with most meetings; only the few that are offered are read."""
    if not likeness:
        return []
    taking_part = MeetingParticipant.objects.filter(actor__in=list(likeness)).order_by().values_list("actor")
    meetings = dict(taking_part.annotate(number=Count("pk")))
    ranks = {actor: (likeness[actor], meetings.get(actor, 0)) for actor in likeness}
    least = sorted(ranks.values(), reverse=True)[: 2 * OFFERED][-1]
    found = Actor.objects.current().in_bulk([actor for actor, rank in ranks.items() if rank >= least])
    best = sorted(found.values(), key=lambda actor: (*(-part for part in ranks[actor.pk]), actor.name, actor.pk))
    return described(best[:OFFERED], meetings)


def described(actors: list[Actor], meetings: Mapping[int, int]) -> list[Suggestion]:
    """With the post held last, and the country."""
    posts: dict[int, str] = {}
    held = Post.objects.filter(actor__in=actors).order_by("actor", "-until", "-since", "pk")
    for actor, title in held.values_list("actor", "title"):
        posts.setdefault(actor, title)
    return [
        Suggestion(actor, posts.get(actor.pk, ""), country_name(actor.country), meetings.get(actor.pk, 0))
        for actor in actors
    ]


def resolve_actor(text: str) -> list[Suggestion]:
    """The one actor that is meant, the several that may be, or none.

    A slug or a whole name decides alone, however many longer names begin with it.
    """
    known = Actor.objects.filter(slug=text.strip()).first()
    if known is not None:
        return [bare(known)]
    found = offered(dict.fromkeys(owners(named(name_key(text))), 1.0)) or suggest_actors(text)
    return [bare(found[0].actor)] if len(found) == 1 else found


def bare(actor: Actor) -> Suggestion:
    """The actor, or what it was merged into, at the end of all mergers; there is nobody to tell it from."""
    return Suggestion(current_actor(actor), "", "", 0)


def current_actor(actor: Actor) -> Actor:
    """The actor itself, or the one it was merged into, however many times."""
    seen = {actor.pk}
    while actor.merged_into is not None and actor.merged_into.pk not in seen:
        actor = actor.merged_into
        seen.add(actor.pk)
    return actor


def suggest_places(text: str) -> list[Place]:
    """Places with a name that begins like this, shorter names first."""
    key = name_key(text)
    if not key:
        return []
    named = PlaceName.objects.filter(key__startswith=key).values("place")
    return list(Place.objects.filter(pk__in=named).order_by(Length("name"), "name", "pk")[:OFFERED])
