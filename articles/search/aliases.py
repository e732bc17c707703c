"""Whom or what the words of a search name, and the other names of the same: `Poutine` is `Putin` too, `ONU` more.

A whole name stands for all other names of its owner, a surname for how else the surnames of its owners are written.
All of it comes from the names that the collection shows; merged actors count as one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import connection
from django.db.models import F, Func, Q
from django.db.models.fields import BigIntegerField

from articles.enums import ActorKind
from articles.models import ActorName
from articles.names import by_key, calm, parts
from articles.sounds import bones, sound
from articles.validators import name_key

LONGEST_NAME = 8
SHORTEST_SURNAME = 3
#: So many people may share a surname before it says nothing about whom is meant.
NAMESAKES = 25
#: Whose a name is at the end of all mergers.
OWNER = Func(F("actor"), function="newsdesk_actor_root", output_field=BigIntegerField())


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


def named_in(words: Sequence[str]) -> list[Named]:
    """The names in a row of words (keys), the longest first come, none over another."""
    owners = owners_of(words)
    spans: list[tuple[int, int, Owners]] = []
    at = 0
    while at < len(words):
        sizes = range(min(LONGEST_NAME, len(words) - at), 0, -1)
        size = next((size for size in sizes if " ".join(words[at : at + size]) in owners), 0)
        if size:
            spans.append((at, at + size, owners[" ".join(words[at : at + size])]))
        at += size or 1
    names = names_of({actor for _, _, each in spans for actor in each.whole | each.surname})
    return [named(words, span, names) for span in spans]


def owners_of(words: Sequence[str]) -> dict[str, Owners]:
    """For each stretch of words that is a name, whose."""
    keys = {
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(start + LONGEST_NAME, len(words)) + 1)
    }
    found: dict[str, Owners] = {}
    for key, owner in (
        ActorName.objects.filter(key__in=keys).order_by().annotate(owner=OWNER).values_list("key", "owner")
    ):
        found.setdefault(key, Owners()).whole.add(owner)
    for word, people in surnames(words).items():
        found.setdefault(word, Owners()).surname |= people
    return found


def surnames(words: Iterable[str]) -> dict[str, set[int]]:
    """The words that end the name of a person, and of whom."""
    wanted = {word for word in words if len(word) >= SHORTEST_SURNAME and not word.isdecimal()}
    ending = Q()
    for word in wanted:
        ending |= Q(key__endswith=f" {word}")
    if not wanted:
        return {}
    found: dict[str, set[int]] = {}
    people = ActorName.objects.filter(ending, actor__kind=ActorKind.PERSON).order_by().annotate(owner=OWNER)
    for key, owner in people.values_list("key", "owner"):
        found.setdefault(key.rpartition(" ")[2], set()).add(owner)
    return {word: bearers for word, bearers in found.items() if len(bearers) <= NAMESAKES}


@dataclass(frozen=True, slots=True)
class Name:
    name: str
    key: str
    kind: str
    country: str


def names_of(owners: Iterable[int]) -> dict[int, list[Name]]:
    """All names of these actors and of those merged into them."""
    found: dict[int, list[Name]] = {}
    bearers = with_merged(set(owners))
    rows = ActorName.objects.filter(actor__in=bearers).order_by("pk").annotate(owner=OWNER)
    for owner, *name in rows.values_list("owner", "name", "key", "actor__kind", "actor__country") if bearers else ():
        found.setdefault(owner, []).append(Name(*name))
    return found


def with_merged(owners: set[int]) -> list[int]:
    """The actors and those merged into them; asked for first, as their names are then found by index."""
    if not owners:
        return []
    with connection.cursor() as cursor:
        cursor.execute(MERGED, [list(owners)])
        return [actor for (actor,) in cursor.fetchall()]


MERGED = """
WITH RECURSIVE down AS (
    SELECT id FROM articles_actor WHERE id = ANY (%s)
    UNION SELECT actor.id FROM articles_actor actor JOIN down ON actor.merged_into_id = down.id
)
SELECT id FROM down
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
