"""Which actor a typed name means: exact, then by the beginnings of words, then forgiving typing errors."""

from dataclasses import dataclass

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.models import Actor, ActorName, MeetingParticipant, Post
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


def beginning(key: str) -> QuerySet[ActorName]:
    """Names in which every word of the key begins a word, in any order."""
    found = ActorName.objects.all()
    for word in key.split():
        found = found.filter(key__regex=rf"\m{word}")
    return found


def resembling(key: str) -> QuerySet[ActorName]:
    """Names with a part that looks like the key, typing errors forgiven."""
    return ActorName.objects.filter(key__trigram_word_similar=key)


def actors_named(names: QuerySet[ActorName]) -> QuerySet[Actor]:
    """The actors with these names; one that was merged stands for its target."""
    owners = names.annotate(owner=Coalesce("actor__merged_into", "actor")).values("owner")
    return Actor.objects.current().filter(pk__in=owners)


def suggest_actors(text: str) -> list[Suggestion]:
    """The actors a reader may mean, those with most meetings first; typing errors count only if nothing else fits."""
    key = name_key(text)
    if not key:
        return []
    found = described(actors_named(named(key) | beginning(key)), OFFERED)
    return found or nearest(key)


def nearest(key: str) -> list[Suggestion]:
    """Actors whose names look like the key, the most like first."""
    likeness = (
        ActorName.objects.filter(Q(actor=OuterRef("pk")) | Q(actor__merged_into=OuterRef("pk")))
        .annotate(likeness=TrigramWordSimilarity(key, "key"))
        .order_by("-likeness")
        .values("likeness")[:1]
    )
    alike = actors_named(resembling(key)).annotate(likeness=Subquery(likeness))
    return described(alike, OFFERED, "-likeness")


def described(actors: QuerySet[Actor], limit: int, *order: str) -> list[Suggestion]:
    meetings = (
        MeetingParticipant.objects.filter(actor=OuterRef("pk"))
        .order_by()
        .values("actor")
        .annotate(number=Count("pk"))
        .values("number")
    )
    post = Post.objects.filter(actor=OuterRef("pk")).order_by("-until", "-since", "pk").values("title")[:1]
    rows = actors.annotate(number=Coalesce(Subquery(meetings), 0), post=Subquery(post))
    return [
        Suggestion(actor, getattr(actor, "post") or "", country_name(actor.country), getattr(actor, "number"))  # noqa: B009
        for actor in rows.order_by(*order, "-number", "name", "pk")[:limit]
    ]


def resolve_actor(text: str) -> list[Suggestion]:
    """The one actor that is meant, the several that may be, or none.

    A slug or a whole name decides alone, however many longer names begin with it.
    """
    for actors in (Actor.objects.filter(slug=text.strip()), actors_named(named(name_key(text)))):
        found = described(actors, OFFERED)
        if found:
            return [followed(found[0])] if len(found) == 1 else found
    return suggest_actors(text)


def followed(suggestion: Suggestion) -> Suggestion:
    """The same, or what its actor was merged into, at the end of all mergers."""
    actor = current_actor(suggestion.actor)
    if actor == suggestion.actor:
        return suggestion
    return described(Actor.objects.filter(pk=actor.pk), 1)[0]


def current_actor(actor: Actor) -> Actor:
    """The actor itself, or the one it was merged into, however many times."""
    seen = {actor.pk}
    while actor.merged_into is not None and actor.merged_into.pk not in seen:
        actor = actor.merged_into
        seen.add(actor.pk)
    return actor
