"""What the collection knows of the actors and places one article may name, read at once and written at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from articles.actions.slugs import slug_of
from articles.enums import ActorKind
from articles.models import Actor, ActorName, Place, PlaceName, Post
from articles.names import name_tokens, surname
from articles.nlp.types import EntityRecord
from articles.validators import name_key


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name and whose it is; `kind` is that of the actor it was given to, before any merge."""

    actor: Actor
    kind: str
    name: str
    key: str
    tokens: tuple[str, ...]


@dataclass(slots=True)
class Identities:
    """Actors and places that may be meant; one object for each, so that what one entity teaches the next one sees."""

    actors: dict[int, Actor] = field(default_factory=dict)
    by_slug: dict[tuple[str, str], Actor] = field(default_factory=dict)
    names: list[KnownName] = field(default_factory=list)
    #: Office and country of each post, by the actor's key.
    posts: dict[int, set[tuple[str, str]]] = field(default_factory=dict)
    known: dict[int, set[str]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    place_names: dict[int, set[str]] = field(default_factory=dict)
    #: Actors this very article named before: a second run finds them again by the same names.
    here: frozenset[int] = frozenset()
    learned: list[ActorName] = field(default_factory=list)
    learned_places: list[PlaceName] = field(default_factory=list)

    def current(self, actor: Actor) -> Actor:
        """The actor itself, or the one it was merged into."""
        while actor.merged_into is not None:
            actor = actor.merged_into
        return self.actors.setdefault(actor.pk, actor)

    def people(self) -> Iterable[KnownName]:
        return (name for name in self.names if name.kind == ActorKind.PERSON)

    def posts_of(self, actor: Actor) -> set[tuple[str, str]]:
        return self.posts.get(actor.pk, set())

    def learn(self, actor: Actor, names: Iterable[str]) -> None:
        known = self.known.setdefault(actor.pk, set())
        for name in names:
            if name not in known:
                known.add(name)
                row = ActorName(actor=actor, name=name, key=name_key(name), tokens=name_tokens(name))
                self.learned.append(row)
                self.names.append(KnownName(actor, actor.kind, name, row.key, tuple(row.tokens)))

    def learn_place(self, place: Place, names: Iterable[str]) -> None:
        self.places[place.slug] = place
        known = self.place_names.setdefault(place.pk, set())
        for name in sorted(set(names) - known):
            known.add(name)
            self.learned_places.append(PlaceName(place=place, name=name, key=name_key(name)[:200]))

    def save(self) -> None:
        """Write the names learned."""
        ActorName.objects.bulk_create(self.learned)
        PlaceName.objects.bulk_create(self.learned_places)


def identities_for(entities: Sequence[EntityRecord], *, here: frozenset[int] = frozenset()) -> Identities:
    """All that may match these entities: equal names of bodies, equal surnames of people, equal ids."""
    found = Identities(here=here)
    read_names(found, [entity for entity in entities if entity.kind != "place"])
    read_places(found, [entity for entity in entities if entity.kind == "place"])
    return found


def read_names(found: Identities, entities: Sequence[EntityRecord]) -> None:
    people = [entity for entity in entities if entity.kind == "person"]
    bodies = [entity for entity in entities if entity.kind != "person"]
    surnames = sorted({surname(entity.name) for entity in people} - {""})
    keys = {name_key(entity.name) for entity in bodies if not entity.known_id}
    rows = ActorName.objects.select_related("actor__merged_into")
    for row in [
        *rows.filter(tokens__overlap=surnames, actor__kind=ActorKind.PERSON),
        *rows.filter(key__in=keys).exclude(actor__kind=ActorKind.PERSON),
    ]:
        actor = found.current(row.actor)
        found.names.append(KnownName(actor, row.actor.kind, row.name, row.key, tuple(row.tokens)))
    ids = {entity.known_id for entity in bodies if entity.known_id}
    for actor in Actor.objects.filter(slug__in=ids).select_related("merged_into"):
        found.by_slug[actor.slug, actor.kind] = found.current(actor)
    for actor_id, name in ActorName.objects.filter(actor__in=found.actors).values_list("actor_id", "name"):
        found.known.setdefault(actor_id, set()).add(name)
    for actor_id, key, country in Post.objects.filter(actor__in=found.actors).values_list("actor_id", "key", "country"):
        found.posts.setdefault(actor_id, set()).add((key, country))


def read_places(found: Identities, entities: Sequence[EntityRecord]) -> None:
    slugs = {entity.known_id or slug_of(entity.name) for entity in entities}
    found.places = {place.slug: place for place in Place.objects.filter(slug__in=slugs)}
    ids = [place.pk for place in found.places.values()]
    for place_id, name in PlaceName.objects.filter(place__in=ids).values_list("place_id", "name"):
        found.place_names.setdefault(place_id, set()).add(name)
