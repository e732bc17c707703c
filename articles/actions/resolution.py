"""Which actor or place of the collection an entity of an article is.

The same person in another article is the same actor, however transliterated. When in doubt there are
two actors, never a silent wrong merge: a shorter or longer form of a name needs a post or a country in common.
"""

from collections.abc import Sequence

from articles.actions.slugs import free_slug, slug_of
from articles.enums import ActorKind, PlaceKind
from articles.models import Actor, ActorName, Place, PlaceName
from articles.names import name_tokens, surname, telling
from articles.nlp.types import EntityRecord
from articles.validators import name_key

Resolved = Actor | Place | None


def resolve(entities: Sequence[EntityRecord]) -> list[Resolved]:
    """The actor or place of each entity, found or new; full names first, so that short ones can lean on them."""
    order = sorted(range(len(entities)), key=lambda index: -len(entities[index].name))
    found: dict[int, Resolved] = {index: resolve_one(entities[index]) for index in order}
    return [found[index] for index in range(len(entities))]


def resolve_one(entity: EntityRecord) -> Resolved:
    if entity.kind == "place":
        return resolve_place(entity)
    if entity.kind == "person":
        actor = matching_person(entity) or create_actor(entity, ActorKind.PERSON)
    else:
        actor = matching_body(entity) or create_actor(entity, ActorKind(entity.kind))
    learn(actor, entity)
    return actor


def resolve_place(entity: EntityRecord) -> Place:
    slug = entity.known_id or slug_of(entity.name)
    kind = entity.place_kind or PlaceKind.CITY
    place = None if entity.known_id else Place.objects.filter(slug=slug, kind=kind).first()
    if place is None:
        place, _ = Place.objects.get_or_create(
            slug=slug if entity.known_id else free_slug(slug, Place.objects.values_list("slug", flat=True)),
            defaults={"name": entity.name, "kind": kind, "country": entity.country},
        )
    known = set(place.names.values_list("name", flat=True))
    for name in sorted({entity.name[:200], *(name[:200] for name in entity.names)} - known):
        PlaceName.objects.create(place=place, name=name, key=name_key(name)[:200])
    return place


def country_place(state: Actor) -> Place:
    """The country as a place, for meetings of which no city is told."""
    place, _ = Place.objects.get_or_create(
        slug=state.slug, defaults={"name": state.name, "kind": PlaceKind.COUNTRY, "country": state.country}
    )
    PlaceName.objects.get_or_create(place=place, name=place.name, defaults={"key": name_key(place.name)})
    return place


def matching_body(entity: EntityRecord) -> Actor | None:
    """A state or organisation: by its id in the lexicon, else by an equal name without contradicting country."""
    if entity.known_id:
        return current(Actor.objects.filter(slug=entity.known_id, kind=entity.kind).first())
    keys = {name_key(entity.name)}
    named = Actor.objects.filter(kind=entity.kind, names__key__in=keys).distinct()
    fitting = [actor for actor in map(current, named) if actor and agree(actor.country, entity.country)]
    return fitting[0] if len(set(fitting)) == 1 else None


def matching_person(entity: EntityRecord) -> Actor | None:
    tokens = name_tokens(entity.name)
    known = telling(tokens)
    if not known:
        return None
    if len(known) >= 2:
        equal = same_name(tokens, entity)
        return equal if equal is not None else longer_or_shorter(entity, tokens)
    return only_holder_of_surname(entity)


def same_name(tokens: list[str], entity: EntityRecord) -> Actor | None:
    """The one person of this very name; namesakes in posts of different countries stay apart."""
    named = ActorName.objects.filter(tokens=tokens, actor__kind=ActorKind.PERSON).select_related("actor")
    actors = {current(name.actor) for name in named}
    fitting = [actor for actor in actors if actor and not other_namesake(actor, entity)]
    return fitting[0] if len(fitting) == 1 else None


def longer_or_shorter(entity: EntityRecord, tokens: list[str]) -> Actor | None:
    """A person with more or fewer given names, the same surname, and a post or country in common."""
    known = telling(tokens)
    related = ActorName.objects.filter(tokens__overlap=sorted(known), actor__kind=ActorKind.PERSON)
    fitting = set()
    for name in related.select_related("actor"):
        theirs = telling(name.tokens)
        nested = len(theirs) >= 2 and (theirs <= known or known <= theirs)
        short = len(theirs) == 1 and surname(entity.name) in theirs
        if (nested or short) and surname(entity.name) == surname(name.name):
            actor = current(name.actor)
            if actor is not None and evidence_for(actor, entity):
                fitting.add(actor)
    return fitting.pop() if len(fitting) == 1 else None


def only_holder_of_surname(entity: EntityRecord) -> Actor | None:
    """The one office holder of that surname, where the article gives no more and nothing speaks against it."""
    last = surname(entity.name)
    related = ActorName.objects.filter(tokens__contains=[last], actor__kind=ActorKind.PERSON).select_related("actor")
    actors = {current(name.actor) for name in related if surname(name.name) == last}
    holders = [actor for actor in actors if actor and (actor.posts.exists() or evidence_for(actor, entity))]
    if len(actors) == 1 and len(holders) == 1 and not other_namesake(holders[0], entity):
        return holders[0]
    supported = [actor for actor in holders if evidence_for(actor, entity)]
    return supported[0] if len(supported) == 1 else None


def evidence_for(actor: Actor, entity: EntityRecord) -> bool:
    """A post of the same name, or the same country, without a post in another one."""
    if other_namesake(actor, entity):
        return False
    posts = {(post.key, post.country) for post in entity.posts}
    held = set(actor.posts.values_list("key", "country"))
    return bool(posts & held) or bool(entity.country and entity.country in {actor.country, *(code for _, code in held)})


def other_namesake(actor: Actor, entity: EntityRecord) -> bool:
    """Whether the two hold posts of countries that differ, as namesakes do and one diplomat hardly ever."""
    theirs = {code for code in actor.posts.values_list("country", flat=True) if code}
    ours = {post.country for post in entity.posts if post.country}
    return bool(theirs and ours and not theirs & ours)


def agree(first: str, second: str) -> bool:
    return not first or not second or first == second


def current(actor: Actor | None) -> Actor | None:
    """The actor itself, or the one it was merged into."""
    while actor is not None and actor.merged_into is not None:
        actor = actor.merged_into
    return actor


def create_actor(entity: EntityRecord, kind: ActorKind) -> Actor:
    slug = entity.known_id or slug_of(entity.name)
    taken = Actor.objects.filter(slug__startswith=slug).values_list("slug", flat=True)
    return Actor.objects.create(slug=free_slug(slug, taken), kind=kind, name=entity.name, country=entity.country)


def learn(actor: Actor, entity: EntityRecord) -> None:
    """Keep the forms of the name; the fullest becomes a person's name, a first country its country."""
    known = set(actor.names.values_list("name", flat=True))
    for name in dict.fromkeys(name[:300] for name in (entity.name, *entity.names)):
        if name not in known:
            ActorName.objects.create(actor=actor, name=name)
    fuller = actor.kind == ActorKind.PERSON and len(name_tokens(entity.name)) > len(name_tokens(actor.name))
    if fuller or (entity.country and not actor.country):
        actor.name = entity.name if fuller else actor.name
        actor.country = actor.country or entity.country
        actor.save(update_fields=["name", "country"])
