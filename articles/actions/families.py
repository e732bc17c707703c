"""People whose names may be one person's, directly or through a third: a family is looked at as a whole."""

from collections.abc import Iterable

from articles.enums import ActorKind
from articles.models import ActorName
from articles.names import Likeness, likeness, wanted_keys

#: The names of each person, by the key.
Names = dict[int, set[str]]


def families(actors: Iterable[int]) -> list[frozenset[int]]:
    """The families of two and more that these people belong to, each once."""
    names: Names = {}
    front = set(actors)
    ties: set[tuple[int, int]] = set()
    while front:
        ours = names_of(front)
        names |= ours
        beside = names_beside(ours)
        ties |= alike(ours, {**beside, **ours})
        front = {other for pair in ties for other in pair} - names.keys()
    return [frozenset(family) for family in joined(ties)]


def names_of(actors: Iterable[int]) -> Names:
    return collected(ActorName.objects.filter(actor__in=actors, **PEOPLE).values_list("actor_id", "name"))


PEOPLE = {"actor__kind": ActorKind.PERSON, "actor__merged_into": None}


def names_beside(names: Names) -> Names:
    """All who are filed under what may be the surname of one of these names."""
    keys = sorted({key for each in names.values() for name in each for key in wanted_keys(name)})
    return collected(ActorName.objects.filter(tokens__overlap=keys, **PEOPLE).values_list("actor_id", "name"))


def collected(rows: Iterable[tuple[int, str]]) -> Names:
    found: Names = {}
    for actor, name in rows:
        found.setdefault(actor, set()).add(name)
    return found


def alike(ours: Names, theirs: Names) -> set[tuple[int, int]]:
    """Pairs of people of whom two names may be one's; names that share no key are not compared.

    Two names are as like one way as the other, so of ours each pair is compared once.
    """
    filed: dict[str, set[tuple[int, str]]] = {}
    for actor, names in theirs.items():
        for name in names:
            for key in wanted_keys(name):
                filed.setdefault(key, set()).add((actor, name))
    return {
        (min(actor, other), max(actor, other))
        for actor, names in ours.items()
        for name in names
        for key in wanted_keys(name)
        for other, called in filed.get(key, ())
        if (other > actor or other not in ours) and likeness(name, called) > Likeness.PART
    }


def joined(pairs: Iterable[tuple[int, int]]) -> list[set[int]]:
    """The sets that the pairs hold together."""
    member: dict[int, set[int]] = {}
    for one, other in sorted(pairs):
        whole = member.setdefault(one, {one})
        part = member.setdefault(other, {other})
        if whole is not part:
            whole |= part
            member.update(dict.fromkeys(part, whole))
    return list({id(each): each for each in member.values()}.values())
