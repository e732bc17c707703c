"""Which actor a typed name means: exact, then by the beginnings of words, then forgiving typing errors."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce, Length

from articles.models import Actor, ActorName, Place, PlaceName
from articles.queries.countries import country_name
from articles.queries.english_names import keys_of_places, office_called
from articles.queries.rows import columns_of, made, plain, rows_of, selection
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
        """Post and country in one line; a state is not told of its own country."""
        return ", ".join(part for part in (office_called(self.post), self.country) if part and part != self.actor.name)


def named(key: str) -> QuerySet[ActorName]:
    """Names equal to the key."""
    return ActorName.objects.filter(key=key)


def is_borne_alone(actor: Actor) -> bool:
    """Whether nobody else has the actor's name; who was merged into the actor is nobody else."""
    [(others,)] = rows_of(OTHERS, {"key": name_key(actor.name), "actor": actor.pk})
    return not others


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
    return offered(likeness(key, kinds)) if key else []


def likeness(key: str, kinds: Collection[str]) -> dict[int, float]:
    """Whose names have words that begin with those of the key; else whose look like it, and how much."""
    beginnings = [pattern for word in key.split() for pattern in (f"{plain(word)}%", f"% {plain(word)}%")]
    begun = " AND ".join(["(named.key LIKE %s OR named.key LIKE %s)"] * (len(beginnings) // 2))
    kind, of_kinds = ([list(kinds)], " AND actor.kind = ANY (%s)") if kinds else ([], "")
    statement = NAMED.replace("{begun}", begun).replace("{of_kinds}", of_kinds)
    return dict(rows_of(statement, [*beginnings, *kind, key, key, *kind]))


#: Whose a name is: an actor that was merged stands for its target.
BEARER = "coalesce(actor.merged_into_id, actor.id)"
#: Names are looked through once, and for those that look alike only where none begins so.
NAMED = f"""
WITH begun AS MATERIALIZED (
    SELECT DISTINCT {BEARER} AS bearer
    FROM articles_actorname named JOIN articles_actor actor ON actor.id = named.actor_id WHERE {{begun}}{{of_kinds}}
)
SELECT bearer, 1.0::float8 FROM begun
UNION ALL SELECT {BEARER}, max(word_similarity(%s, named.key))
FROM articles_actorname named JOIN articles_actor actor ON actor.id = named.actor_id
WHERE NOT EXISTS (SELECT FROM begun) AND named.key %%> %s{{of_kinds}} GROUP BY 1
"""  # noqa: S608 - our own words


def owners(names: QuerySet[ActorName]) -> set[int]:
    """Whose names these are; an actor that was merged stands for its target."""
    return set(names.values_list(Coalesce("actor__merged_into", "actor"), flat=True))


def offered(likeness: Mapping[int, float]) -> list[Suggestion]:
    """The likest, of those the ones with most meetings; only the few that are offered are read."""
    if not likeness:
        return []
    meetings: dict[int, int] = dict(rows_of(MEETINGS, [list(likeness)]))
    ranks = {actor: (likeness[actor], meetings.get(actor, 0)) for actor in likeness}
    least = sorted(ranks.values(), reverse=True)[: 2 * OFFERED][-1]
    rows = rows_of(DESCRIBED, [[actor for actor, rank in ranks.items() if rank >= least]])
    found = [(actor, post) for *row, post in rows if (actor := made(Actor, tuple(row)))]
    found.sort(key=lambda one: (*(-part for part in ranks[one[0].pk]), one[0].name, one[0].pk))
    return [
        Suggestion(actor, post or "", country_name(actor.country), meetings.get(actor.pk, 0))
        for actor, post in found[:OFFERED]
    ]


MEETINGS = """
SELECT actor_id, count(*) FROM articles_meetingparticipant WHERE actor_id = ANY (%s::bigint[]) GROUP BY actor_id
"""
#: Actors that were not merged, with the post held last.
DESCRIBED = f"""
SELECT {", ".join(columns_of(Actor))}, (
    SELECT title FROM articles_post WHERE actor_id = articles_actor.id ORDER BY until DESC, since DESC, id LIMIT 1
)
FROM articles_actor WHERE id = ANY (%s::bigint[]) AND merged_into_id IS NULL
"""  # noqa: S608 - our own names


def resolve_actor(text: str) -> list[Suggestion]:
    """The one actor that is meant, the several that may be, or none.

    A slug or a whole name decides alone, however many longer names begin with it.
    """
    known = rows_of(f"{selection(Actor)} WHERE slug = %s", [text.strip()])
    if known and (actor := made(Actor, known[0])):
        return [bare(actor)]
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
    """Places with a name, in French or English, that begins like this, shorter names first."""
    key = name_key(text)
    if not key:
        return []
    begun = Q(key__startswith=key) | Q(key__in=keys_of_places(key, begun=True))
    named = PlaceName.objects.filter(begun).values("place")
    return list(Place.objects.filter(pk__in=named).order_by(Length("name"), "name", "pk")[:OFFERED])
