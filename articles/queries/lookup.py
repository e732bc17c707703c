"""Find the one actor or place a person typed the name of, and what to show in the field for it."""

from articles.models import Actor, Place
from articles.validators import name_key


def actors_called(name: str) -> list[Actor]:
    """The actor of this slug, or all that go by this name; accents and case do not matter."""
    exact = Actor.objects.filter(slug=name.strip()).first()
    if exact is not None:
        return [exact]
    return list(Actor.objects.current().filter(names__key=name_key(name)).distinct().order_by("pk")[:10])


def places_called(name: str) -> list[Place]:
    exact = Place.objects.filter(slug=name.strip()).first()
    if exact is not None:
        return [exact]
    return list(Place.objects.filter(names__key=name_key(name)).distinct().order_by("pk")[:10])


def actor_to_write(actor: Actor) -> str:
    """The name, if it finds this actor and no other; else the slug."""
    return actor.name if actors_called(actor.name) == [actor] else actor.slug


def place_to_write(place: Place) -> str:
    return place.name if places_called(place.name) == [place] else place.slug
