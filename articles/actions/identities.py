"""What the collection knows of the actors and places some articles may name, read at once and written at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.utils import timezone

from articles.actions.copying import copy_rows, copy_values, new_row, update_rows
from articles.actions.keys import among, reserve_keys
from articles.actions.slugs import free_slug, slug_of
from articles.enums import ActorKind
from articles.models import Actor, ActorName, MergeProposal, Place, PlaceName, Post
from articles.models.actor import LONGEST_NAME
from articles.names import lookup_keys, wanted_keys
from articles.nlp.types import EntityRecord
from articles.validators import name_key

#: Keys of actors and places reserved at a time.
KEYS = 256


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
    #: Names of people by each of the keys they are filed under, of bodies by kind and key.
    by_token: dict[str, list[KnownName]] = field(default_factory=dict)
    by_key: dict[tuple[str, str], list[KnownName]] = field(default_factory=dict)
    #: Office and country of each post, by the actor's key.
    posts: dict[int, set[tuple[str, str]]] = field(default_factory=dict)
    known: dict[int, set[str]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    asked_places: set[str] = field(default_factory=set)
    variants: dict[tuple[str, str], Place | None] = field(default_factory=dict)
    place_names: dict[int, set[str]] = field(default_factory=dict)
    #: Actors the very article named before: a second run finds them again by the same names.
    here: frozenset[int] = frozenset()
    #: Countries the very article names.
    states: frozenset[str] = frozenset()
    #: Those of the slugs asked for that actors have.
    taken: set[str] = field(default_factory=set)
    new_actors: dict[int, Actor] = field(default_factory=dict)
    new_places: list[Place] = field(default_factory=list)
    changed: dict[int, Actor] = field(default_factory=dict)
    #: Names of actors: whose, as written, and what searches compare.
    learned: list[tuple[int, str, str, list[str]]] = field(default_factory=list)
    learned_places: list[PlaceName] = field(default_factory=list)
    #: Pairs of people who may be one, by the keys of both.
    doubts: dict[tuple[int, int], MergeProposal] = field(default_factory=dict)
    actor_keys: list[int] = field(default_factory=list)
    place_keys: list[int] = field(default_factory=list)

    def current(self, actor: Actor) -> Actor:
        """The actor itself, or the one it was merged into."""
        while actor.merged_into is not None:
            actor = actor.merged_into
        return self.actors.setdefault(actor.pk, actor)

    def add_name(self, name: KnownName) -> None:
        if name.kind == ActorKind.PERSON:
            for token in name.tokens:
                self.by_token.setdefault(token, []).append(name)
        else:
            self.by_key.setdefault((name.kind, name.key), []).append(name)

    def people_like(self, name: str) -> Iterator[KnownName]:
        """Names that may be another form of this one."""
        seen: set[tuple[int, str]] = set()
        for token in wanted_keys(name):
            for known in self.by_token.get(token, ()):
                whose = (known.actor.pk, known.name)
                if whose not in seen:
                    seen.add(whose)
                    yield known

    def posts_of(self, actor: Actor) -> set[tuple[str, str]]:
        return self.posts.get(actor.pk, set())

    def hold(self, actor: Actor, key: str, country: str) -> None:
        """An article shows the actor in this post; the next article may lean on it."""
        self.posts.setdefault(actor.pk, set()).add((key, country))

    def create_actor(self, *, slug: str, kind: ActorKind, name: str, country: str) -> Actor:
        """A new actor, written by `save`; where another has the slug it gets a number."""
        if slug in self.taken:
            stored = Actor.objects.filter(slug__startswith=slug).values_list("slug", flat=True)
            slug = free_slug(slug, {*stored, *self.taken})
        self.actor_keys = self.actor_keys or reserve_keys(Actor, KEYS)
        actor = new_row(
            Actor,
            id=self.actor_keys.pop(0),
            slug=slug,
            kind=kind,
            name=name[:300],
            country=country,
            created_at=timezone.now(),
        )
        self.taken.add(slug)
        self.new_actors[actor.pk] = actor
        self.actors[actor.pk] = self.by_slug[slug, kind] = actor
        return actor

    def create_place(self, *, slug: str, kind: str, name: str, country: str) -> Place:
        """A new place, written by `save`; where another has the slug it gets a number."""
        free = slug
        if slug in self.places:
            stored = Place.objects.filter(slug__startswith=slug).values_list("slug", flat=True)
            free = free_slug(slug, {*stored, *self.places})
        self.place_keys = self.place_keys or reserve_keys(Place, KEYS)
        place = Place(pk=self.place_keys.pop(0), slug=free, kind=kind, name=name[:200], country=country)
        self.new_places.append(place)
        self.places[free] = self.variants[slug, kind] = place
        return place

    def place(self, slug: str) -> Place | None:
        """The place of that slug, also of one not asked for at the start."""
        if slug not in self.asked_places:
            self.asked_places.add(slug)
            stored = Place.objects.filter(slug=slug).first()
            if stored is not None:
                self.places.setdefault(slug, stored)
        return self.places.get(slug)

    def variant(self, slug: str, kind: str) -> Place | None:
        """The place of another kind that got this slug with a number."""
        if (slug, kind) not in self.variants:
            numbered = Place.objects.filter(slug__regex=rf"^{slug}-\d+$", kind=kind)
            self.variants[slug, kind] = numbered.order_by("pk").first()
        return self.variants[slug, kind]

    def learn(self, actor: Actor, names: Iterable[str]) -> None:
        known = self.known.setdefault(actor.pk, set())
        for name in names:
            if name not in known:
                known.add(name)
                key, tokens = name_key(name)[:LONGEST_NAME], lookup_keys(name)
                self.learned.append((actor.pk, name, key, tokens))
                self.add_name(KnownName(actor, actor.kind, name, key, tuple(tokens)))

    def learn_place(self, place: Place, names: Iterable[str]) -> None:
        known = self.place_names.setdefault(place.pk, set())
        for name in sorted(set(names) - known):
            known.add(name)
            self.learned_places.append(PlaceName(place=place, name=name, key=name_key(name)[:200]))

    def save(self) -> None:
        """Write what was made, changed and learned since the last time."""
        copy_rows(self.new_actors.values(), keyed=True)
        changed = [actor for key, actor in self.changed.items() if key not in self.new_actors]
        update_rows(changed, ["name", "country", "country_listed"])
        Place.objects.bulk_create(self.new_places)
        copy_values(ActorName, ["actor_id", "name", "key", "tokens"], self.learned)
        copy_rows(self.learned_places)
        MergeProposal.objects.bulk_create(self.doubts.values(), ignore_conflicts=True)
        self.doubts.clear()
        for written in (self.new_actors, self.new_places, self.learned, self.learned_places, self.changed):
            written.clear()


def identities_for(entities: Sequence[EntityRecord], *, here: frozenset[int] = frozenset()) -> Identities:
    """All that may match these entities: equal names of bodies, equal surnames of people, equal ids."""
    found = Identities(here=here)
    read_names(found, [entity for entity in entities if entity.kind != "place"])
    read_places(found, entities)
    return found


def read_names(found: Identities, entities: Sequence[EntityRecord]) -> None:
    people = [entity for entity in entities if entity.kind == "person"]
    bodies = [entity for entity in entities if entity.kind != "person"]
    surnames = sorted({key for entity in people for key in wanted_keys(entity.name)})
    keys = {name_key(entity.name) for entity in bodies if not entity.known_id}
    names = ActorName.objects.values_list("actor_id", "name", "key", "tokens")
    rows = [
        *names.filter(tokens__overlap=surnames, actor__kind=ActorKind.PERSON),
        *names.filter(key__in=keys).exclude(actor__kind=ActorKind.PERSON),
    ]
    told = Actor.objects.select_related("merged_into").filter(pk__in=among({row[0] for row in rows}))
    bearers = {actor.pk: actor for actor in told}
    for actor_id, name, key, tokens in rows:
        bearer = bearers[actor_id]
        found.add_name(KnownName(found.current(bearer), bearer.kind, name, key, tuple(tokens)))
    ids = {entity.known_id for entity in bodies if entity.known_id}
    for actor in Actor.objects.filter(slug__in=ids).select_related("merged_into"):
        found.by_slug[actor.slug, actor.kind] = found.current(actor)
    slugs = {entity_slug(entity) for entity in entities}
    found.taken = set(Actor.objects.filter(slug__in=slugs).values_list("slug", flat=True))
    bearing = ActorName.objects.order_by().filter(actor__in=among(found.actors))
    for actor_id, name in bearing.values_list("actor_id", "name"):
        found.known.setdefault(actor_id, set()).add(name)
    held = Post.objects.order_by().filter(actor__in=among(found.actors))
    for actor_id, key, country in held.values_list("actor_id", "key", "country"):
        found.posts.setdefault(actor_id, set()).add((key, country))


def read_places(found: Identities, entities: Sequence[EntityRecord]) -> None:
    """The places meant, and those that the states named are."""
    named = {entity_slug(entity) for entity in entities if entity.kind in ("place", ActorKind.STATE)}
    slugs = named | {actor.slug for actor in found.actors.values() if actor.kind == ActorKind.STATE}
    found.asked_places = slugs
    found.places = {place.slug: place for place in Place.objects.filter(slug__in=slugs)}
    ids = [place.pk for place in found.places.values()]
    for place_id, name in PlaceName.objects.filter(place__in=ids).values_list("place_id", "name"):
        found.place_names.setdefault(place_id, set()).add(name)


def entity_slug(entity: EntityRecord) -> str:
    return entity.known_id or slug_of(entity.name)
