"""Which actor or place of the collection an entity of an article is.

The same person in another article is the same actor, however transliterated. When in doubt there are
two actors and a proposal to merge them, never a silent wrong merge: a shorter or longer form of a name needs a post
or a country in common.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

from articles.actions.doubts import WORTH_ASKING, proposal, weigh
from articles.actions.identities import Identities, entity_slug
from articles.enums import ActionVerb, ActorKind, PlaceKind
from articles.models import Action, Actor, Place
from articles.names import Likeness, likeness, parts
from articles.nlp.types import EntityRecord
from articles.validators import name_key

Resolved = Actor | Place | None
#: Names that two people hardly ever share.
TELLING_NAMES = 3
#: So many of the likest people are asked about.
ASKED = 3


def resolve(entities: Sequence[EntityRecord], known: Identities) -> list[Resolved]:
    """The actor or place of each entity, found or new; full names first, so that short ones can lean on them.

    What is new stays in `known` until that is saved.
    """
    known.states = frozenset(entity.country for entity in entities if entity.kind != "person")
    order = sorted(range(len(entities)), key=lambda index: -len(entities[index].name))
    found: dict[int, Resolved] = {index: resolve_one(entities[index], known) for index in order}
    apart(found.values(), known)
    return [found[index] for index in range(len(entities))]


def apart(found: Iterable[Resolved], known: Identities) -> None:
    """People whom one article tells apart are not asked about."""
    people = sorted({one.pk for one in found if isinstance(one, Actor) and one.kind == ActorKind.PERSON})
    for pair in combinations(people, 2):
        known.doubts.pop(pair, None)


def resolve_one(entity: EntityRecord, known: Identities) -> Resolved:
    if entity.kind == "place":
        return resolve_place(entity, known)
    if entity.kind == "person":
        likes = people_like(entity, known)
        actor = matching_person(entity, likes, known) or create_actor(entity, ActorKind.PERSON, known)
        doubt(actor, entity, likes, known)
    else:
        actor = matching_body(entity, known) or create_actor(entity, ActorKind(entity.kind), known)
    learn(actor, entity, known)
    return actor


def doubt(actor: Actor, entity: EntityRecord, likes: dict[Actor, Likeness], known: Identities) -> None:
    """Remember who else may be meant, the likest first."""
    ours = known.posts_of(actor) | {(post.key, post.country) for post in entity.posts}
    asked = []
    for other, like in likes.items():
        if other != actor and (like > Likeness.SHORT or actor.pk in known.new_actors):
            same_country = bool(other.country) and other.country in {actor.country, entity.country}
            whole = parts(actor.name).is_full and parts(other.name).is_full
            weighed = like if whole else min(like, Likeness.SHORT)
            score, reasons = weigh(weighed, ours, known.posts_of(other), same_country=same_country)
            asked.append(proposal(actor, other, score, reasons))
    for found in sorted(asked, key=lambda found: -found.score)[:ASKED]:
        if found.score >= WORTH_ASKING:
            known.doubts.setdefault((found.first_id, found.second_id), found)


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


def matching_person(entity: EntityRecord, likes: dict[Actor, Likeness], known: Identities) -> Actor | None:
    """The person of that name."""
    here = [actor for actor, like in likes.items() if like == Likeness.SAME and actor.pk in known.here]
    if len(here) == 1:
        return here[0]
    match = full_match if parts(entity.name).is_full else short_match
    return match(entity, likes, known)


def people_like(entity: EntityRecord, known: Identities) -> dict[Actor, Likeness]:
    """Everybody who may be meant, and how like the names are; `Melania Trump` is not whoever goes by `Trump` too."""
    found: dict[Actor, Likeness] = {}
    whole = parts(entity.name).is_full
    for name in known.people_like(entity.name):
        like = likeness(entity.name, name.name)
        another = whole and like == Likeness.SHORT and parts(name.actor.name).is_full
        if like > Likeness.PART and not another:
            found[name.actor] = max(like, found.get(name.actor, Likeness.NONE))
    return found


def full_match(entity: EntityRecord, likes: dict[Actor, Likeness], known: Identities) -> Actor | None:
    """The one of this very name, unless posts of other countries tell a namesake; else a like name with evidence."""
    same = [actor for actor, like in likes.items() if like == Likeness.SAME]
    fitting = [actor for actor in same if not other_namesake(actor, entity, known)]
    if len(fitting) != 1:
        fitting = [actor for actor in fitting or likes if evidence_for(actor, entity, known, like=likes[actor])]
    return fitting[0] if len(fitting) == 1 else None


def short_match(entity: EntityRecord, likes: dict[Actor, Likeness], known: Identities) -> Actor | None:
    """The one office holder of that surname, where the article gives no more and nothing speaks against it."""
    full = [actor for actor in likes if parts(actor.name).is_full] or list(likes)
    fitting = [actor for actor in full if not other_namesake(actor, entity, known)]
    supported = [actor for actor in fitting if evidence_for(actor, entity, known, like=likes[actor])]
    if len(supported) == 1:
        return supported[0]
    alone = len(full) == 1 and fitting == full
    return full[0] if alone and (known.posts_of(full[0]) or likes[full[0]] == Likeness.SAME) else None


def evidence_for(actor: Actor, entity: EntityRecord, known: Identities, *, like: Likeness) -> bool:
    """A post or country in common, or a country the article names, without a post in another one.

    A longer form of three names and more speaks for itself.
    """
    if other_namesake(actor, entity, known):
        return False
    if like == Likeness.FULLER and len(set(parts(actor.name).sounds) & set(parts(entity.name).sounds)) >= TELLING_NAMES:
        return True
    held = known.posts_of(actor)
    if {(post.key, post.country) for post in entity.posts} & held:
        return True
    countries = {actor.country, *(code for _, code in held)} - {""}
    return entity.country in countries if entity.country else bool(countries & known.states)


def other_namesake(actor: Actor, entity: EntityRecord, known: Identities) -> bool:
    """Whether the two hold posts of countries that differ, as namesakes do and one diplomat hardly ever."""
    theirs = {code for _, code in known.posts_of(actor) if code}
    ours = {post.country for post in entity.posts if post.country}
    return bool(theirs and ours and not theirs & ours)


def agree(first: str, second: str) -> bool:
    return not first or not second or first == second


def create_actor(entity: EntityRecord, kind: ActorKind, known: Identities) -> Actor:
    return known.create_actor(slug=entity_slug(entity), kind=kind, name=entity.name, country=entity.country)


def by_fullness(name: str) -> tuple[int, int, str]:
    """Of several forms of a name the least is the one to call somebody by: most words, then the plainest spelling."""
    return -len(parts(name).core), len(name), name


def learn(actor: Actor, entity: EntityRecord, known: Identities) -> None:
    """Keep the forms of the name; the fullest becomes a person's name, a first country its country, which outranks one
    that only the vocabulary of leaders tells.
    """
    known.learn(actor, [name[:300] for name in (entity.name, *entity.names)])
    fuller = actor.kind == ActorKind.PERSON and by_fullness(entity.name) < by_fullness(actor.name)
    fuller = fuller and not renamed_by_a_person(actor)
    first = bool(entity.country) and (not actor.country or bool(actor.country_listed))
    if fuller or first:
        actor.name = entity.name[:300] if fuller else actor.name
        if first:
            actor.country, actor.country_listed = entity.country, ""
        known.changed[actor.pk] = actor


def renamed_by_a_person(actor: Actor) -> bool:
    """Whether somebody chose the name, which holds."""
    return Action.objects.on_actor(actor.pk).standing().filter(verb=ActionVerb.RENAME).exists()
