"""Which actor or place of the collection an entity of an article is.

The same person in another article is the same actor, however transliterated. When in doubt there are
two actors, never a silent wrong merge: a shorter or longer form of a name needs a post or a country in common.
"""

from collections.abc import Sequence

from articles.actions.identities import Identities, entity_slug
from articles.enums import ActorKind, PlaceKind
from articles.models import Actor, Place
from articles.names import name_tokens, surname, telling
from articles.nlp.types import EntityRecord
from articles.validators import name_key

Resolved = Actor | Place | None


def resolve(entities: Sequence[EntityRecord], known: Identities) -> list[Resolved]:
    """The actor or place of each entity, found or new; full names first, so that short ones can lean on them.

    What is new stays in `known` until that is saved.
    """
    order = sorted(range(len(entities)), key=lambda index: -len(entities[index].name))
    found: dict[int, Resolved] = {index: resolve_one(entities[index], known) for index in order}
    return [found[index] for index in range(len(entities))]


def resolve_one(entity: EntityRecord, known: Identities) -> Resolved:
    if entity.kind == "place":
        return resolve_place(entity, known)
    match = matching_person if entity.kind == "person" else matching_body
    actor = match(entity, known) or create_actor(entity, ActorKind(entity.kind), known)
    learn(actor, entity, known)
    return actor


def resolve_place(entity: EntityRecord, known: Identities) -> Place:
    slug, kind = entity_slug(entity), entity.place_kind or PlaceKind.CITY
    place = known.place(slug)
    if place is not None and not entity.known_id and place.kind != kind:
        place = known.variant(slug, kind)
    if place is None:
        place = known.create_place(slug=slug, kind=kind, name=entity.name, country=entity.country)
    known.learn_place(place, [entity.name[:200], *(name[:200] for name in entity.names)])
    return place


def country_place(state: Actor, known: Identities) -> Place:
    """The country as a place, for meetings of which no city is told."""
    place = known.place(state.slug)
    if place is None:
        place = known.create_place(slug=state.slug, kind=PlaceKind.COUNTRY, name=state.name, country=state.country)
    known.learn_place(place, [place.name])
    return place


def matching_body(entity: EntityRecord, known: Identities) -> Actor | None:
    """A state or organisation: by its id in the lexicon, else by an equal name without contradicting country."""
    if entity.known_id:
        return known.by_slug.get((entity.known_id, entity.kind))
    key = name_key(entity.name)
    named = {name.actor for name in known.by_key.get((entity.kind, key), ())}
    fitting = [actor for actor in named if agree(actor.country, entity.country)]
    return fitting[0] if len(fitting) == 1 else None


def matching_person(entity: EntityRecord, known: Identities) -> Actor | None:
    tokens = name_tokens(entity.name)
    before = {name.actor for name in known.by_tokens.get(tuple(tokens), ()) if name.actor.pk in known.here}
    if len(before) == 1:
        return before.pop()
    words = telling(tokens)
    if not words:
        return None
    if len(words) >= 2:
        equal = same_name(tokens, entity, known)
        return equal if equal is not None else longer_or_shorter(entity, words, known)
    return only_holder_of_surname(entity, known)


def same_name(tokens: list[str], entity: EntityRecord, known: Identities) -> Actor | None:
    """The one person of this very name; namesakes in posts of different countries stay apart."""
    actors = {name.actor for name in known.by_tokens.get(tuple(tokens), ())}
    fitting = [actor for actor in actors if not other_namesake(actor, entity, known)]
    return fitting[0] if len(fitting) == 1 else None


def longer_or_shorter(entity: EntityRecord, words: set[str], known: Identities) -> Actor | None:
    """A person with more or fewer given names, the same surname, and a post or country in common."""
    last = surname(entity.name)
    fitting = set()
    for name in known.by_surname.get(last, ()):
        theirs = telling(list(name.tokens))
        nested = len(theirs) >= 2 and (theirs <= words or words <= theirs)
        short = len(theirs) == 1 and last in theirs
        if (nested or short) and evidence_for(name.actor, entity, known):
            fitting.add(name.actor)
    return fitting.pop() if len(fitting) == 1 else None


def only_holder_of_surname(entity: EntityRecord, known: Identities) -> Actor | None:
    """The one office holder of that surname, where the article gives no more and nothing speaks against it."""
    last = surname(entity.name)
    actors = {name.actor for name in known.by_surname.get(last, ())}
    holders = [actor for actor in actors if known.posts_of(actor) or evidence_for(actor, entity, known)]
    if len(actors) == 1 and len(holders) == 1 and not other_namesake(holders[0], entity, known):
        return holders[0]
    supported = [actor for actor in holders if evidence_for(actor, entity, known)]
    return supported[0] if len(supported) == 1 else None


def evidence_for(actor: Actor, entity: EntityRecord, known: Identities) -> bool:
    """A post of the same name, or the same country, without a post in another one."""
    if other_namesake(actor, entity, known):
        return False
    posts = {(post.key, post.country) for post in entity.posts}
    held = known.posts_of(actor)
    return bool(posts & held) or bool(entity.country and entity.country in {actor.country, *(code for _, code in held)})


def other_namesake(actor: Actor, entity: EntityRecord, known: Identities) -> bool:
    """Whether the two hold posts of countries that differ, as namesakes do and one diplomat hardly ever."""
    theirs = {code for _, code in known.posts_of(actor) if code}
    ours = {post.country for post in entity.posts if post.country}
    return bool(theirs and ours and not theirs & ours)


def agree(first: str, second: str) -> bool:
    return not first or not second or first == second


def create_actor(entity: EntityRecord, kind: ActorKind, known: Identities) -> Actor:
    return known.create_actor(slug=entity_slug(entity), kind=kind, name=entity.name, country=entity.country)


def learn(actor: Actor, entity: EntityRecord, known: Identities) -> None:
    """Keep the forms of the name; the fullest becomes a person's name, a first country its country."""
    known.learn(actor, [name[:300] for name in (entity.name, *entity.names)])
    fuller = actor.kind == ActorKind.PERSON and len(name_tokens(entity.name)) > len(name_tokens(actor.name))
    if fuller or (entity.country and not actor.country):
        actor.name = entity.name[:300] if fuller else actor.name
        actor.country = actor.country or entity.country
        known.changed[actor.pk] = actor
