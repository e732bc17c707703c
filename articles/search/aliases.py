"""Whom or what the words of a search name, and the other names of the same: `Poutine` is `Putin` too, `ONU` more.

A whole name stands for all other names of its owner, a surname for how else the surnames of its owners are written.
All of it comes from the names that the collection shows; merged actors count as one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from articles.enums import ActorKind
from articles.names import by_key, calm, parts
from articles.queries.rows import plain, rows_of
from articles.sounds import bones, sound
from articles.validators import name_key

LONGEST_NAME = 8
SHORTEST_SURNAME = 3
#: So many people may share a surname before it says nothing about whom is meant.
NAMESAKES = 25


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of words that is a name: `others` are its owner's other names, as texts have them, by their keys."""

    start: int
    end: int
    others: tuple[tuple[str, str], ...]
    actors: frozenset[int]
    countries: frozenset[str] = frozenset()


@dataclass(slots=True)
class Owners:
    """Actors whose name this is as a whole, and people whose surname it is."""

    whole: set[int] = field(default_factory=set)
    surname: set[int] = field(default_factory=set)


def named_in(rows: Sequence[Sequence[str]]) -> list[list[Named]]:
    """The names in each row of words (keys), the longest first come, none over another."""
    owners = owners_of(rows)
    spans = [list(stretches(words, owners)) for words in rows]
    names = names_of({actor for row in spans for _, _, each in row for actor in each.whole | each.surname})
    return [[named(words, span, names) for span in row] for words, row in zip(rows, spans, strict=True)]


def stretches(words: Sequence[str], owners: Mapping[str, Owners]) -> Iterator[tuple[int, int, Owners]]:
    at = 0
    while at < len(words):
        sizes = range(min(LONGEST_NAME, len(words) - at), 0, -1)
        size = next((size for size in sizes if " ".join(words[at : at + size]) in owners), 0)
        if size:
            yield at, at + size, owners[" ".join(words[at : at + size])]
        at += size or 1


def owners_of(rows: Sequence[Sequence[str]]) -> dict[str, Owners]:
    """For each stretch of words that is a name, or the surname of not too many, whose."""
    keys = {
        " ".join(words[start:end])
        for words in rows
        for start in range(len(words))
        for end in range(start + 1, min(start + LONGEST_NAME, len(words)) + 1)
    }
    if not keys:
        return {}
    wanted = [word for words in rows for word in words if len(word) >= SHORTEST_SURNAME and not word.isdecimal()]
    endings = [f"% {plain(word)}" for word in wanted]
    whole: dict[str, set[int]] = {}
    surname: dict[str, set[int]] = {}
    for key, owner, is_whole in rows_of(bearers_named(len(endings)), [list(keys), *endings]):
        if is_whole:
            whole.setdefault(key, set()).add(owner)
        else:
            surname.setdefault(key.rpartition(" ")[2], set()).add(owner)
    few = {word: bearers for word, bearers in surname.items() if len(bearers) <= NAMESAKES}
    return {key: Owners(whole.get(key, set()), few.get(key, set())) for key in whole.keys() | few.keys()}


def bearers_named(endings: int) -> str:
    """As SQL: whose names the keys are, and which people bear a name with one of so many endings."""
    if not endings:
        return WHOLE
    ending = " OR ".join(["named.key LIKE %s"] * endings)
    return f"{WHOLE} UNION ALL {ENDING} AND ({ending})"


WHOLE = "SELECT key, newsdesk_actor_root(actor_id), true FROM articles_actorname WHERE key = ANY (%s)"
ENDING = """
SELECT named.key, newsdesk_actor_root(named.actor_id), false
FROM articles_actorname named JOIN articles_actor actor ON actor.id = named.actor_id WHERE actor.kind = 'person'
"""


@dataclass(frozen=True, slots=True)
class Name:
    name: str
    key: str
    kind: str
    country: str


def names_of(owners: Iterable[int]) -> dict[int, list[Name]]:
    """All names of these actors and of those merged into them."""
    found: dict[int, list[Name]] = {}
    bearers = list(owners)
    for owner, *name in rows_of(NAMES, [bearers]) if bearers else ():
        found.setdefault(owner, []).append(Name(*name))
    return found


#: Whoever was merged is asked for first, as the names are then found by index.
NAMES = """
WITH RECURSIVE down AS (
    SELECT id FROM articles_actor WHERE id = ANY (%s)
    UNION SELECT actor.id FROM articles_actor actor JOIN down ON actor.merged_into_id = down.id
)
SELECT newsdesk_actor_root(actor.id), named.name, named.key, actor.kind, actor.country
FROM articles_actorname named JOIN articles_actor actor ON actor.id = named.actor_id
WHERE named.actor_id = ANY (ARRAY(SELECT id FROM down)) ORDER BY named.id
"""


def named(words: Sequence[str], span: tuple[int, int, Owners], names: dict[int, list[Name]]) -> Named:
    start, end, owners = span
    key = " ".join(words[start:end])
    actors = owners.whole | owners.surname
    others: list[str] = []
    for owner in sorted(actors):
        for name in names.get(owner, ()):
            told = [other_name(name, key)] if owner in owners.whole else []
            told += [other_surname(name, key, alone=len(actors) == 1)] if end == start + 1 else []
            others += [calm(other) if name.kind == ActorKind.PERSON else other for other in told if other]
    states = {each.country for owner in actors for each in names.get(owner, ()) if each.kind == ActorKind.STATE}
    return Named(start, end, tuple(by_key(others).items()), frozenset(actors), frozenset(states - {""}))


def other_name(name: Name, key: str) -> str:
    """The whole name, unless it says the same or is one word of what was asked for."""
    return "" if name.key == key or name.key in key.split() else name.name


def other_surname(name: Name, key: str, *, alone: bool) -> str:
    """How else the surname is written; of namesakes, only what sounds alike is the same surname."""
    if name.kind != ActorKind.PERSON:
        return ""
    core, words = parts(name.name).core, name.name.split()
    surname = words[-1] if len(words) > 1 and core and name_key(words[-1]) == core[-1] else ""
    if len(words) == 1:
        surname = name.name
    written = name_key(surname)
    if not written or written == key or len(written) < SHORTEST_SURNAME:
        return ""
    return surname if alone or alike(written, key) else ""


def alike(one: str, other: str) -> bool:
    return bones(sound(one, last=True)) == bones(sound(other, last=True))
