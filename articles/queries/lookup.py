"""Find the one actor or place a person typed the name of, and what to show in the field for it."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from articles.models import Actor, Place
from articles.queries.english_names import keys_of_places
from articles.queries.suggestions import current_actor
from articles.validators import name_key


def actors_called(name: str) -> list[Actor]:
    """The actor of this slug, or all that go by this name; accents and case do not matter.

    The slug of one that was merged into another, as a page kept open still has it, means that other.
    """
    exact = Actor.objects.select_related("merged_into").filter(slug=name.strip()).first()
    if exact is not None:
        return [current_actor(exact)]
    return list(Actor.objects.current().filter(names__key=name_key(name)).distinct().order_by("pk")[:10])


def places_called(name: str) -> list[Place]:
    """The place of this slug, or all that go by this name; where none does, by this English one."""
    exact = Place.objects.filter(slug=name.strip()).first()
    if exact is not None:
        return [exact]
    named = (Place.objects.filter(names__key__in=keys) for keys in ({name_key(name)}, keys_of_places(name_key(name))))
    return next((found for rows in named if (found := list(rows.distinct().order_by("pk")[:10]))), [])


def actors_to_write(actors: Collection[Actor]) -> dict[int, str]:
    """For each actor, by its primary key: the name, if it finds this actor and no other; else the slug."""
    return to_write(actors, Actor.objects.current(), Actor.objects.all())


def places_to_write(places: Collection[Place]) -> dict[int, str]:
    return to_write(places, Place.objects.all(), Place.objects.all())


def actor_to_write(actor: Actor) -> str:
    return actors_to_write([actor])[actor.pk]


def place_to_write(place: Place) -> str:
    return places_to_write([place])[place.pk]


def to_write(
    rows: Collection[Actor] | Collection[Place], named: QuerySet[Any], slugged: QuerySet[Any]
) -> dict[int, str]:
    """As the lookups above would find them, for all rows at once."""
    keys = {row.name: name_key(row.name) for row in rows}
    bearers: dict[str, set[int]] = defaultdict(set)
    for key, pk in named.filter(names__key__in=set(keys.values())).values_list("names__key", "pk"):
        bearers[key].add(pk)
    slugs = dict(slugged.filter(slug__in=keys).values_list("slug", "pk"))
    found = {name: {slugs[name]} if name in slugs else bearers[key] for name, key in keys.items()}
    return {row.pk: row.name if found[row.name] == {row.pk} else row.slug for row in rows}
