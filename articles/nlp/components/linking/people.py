"""Who is who among the people of one article."""

import re
from collections.abc import Iterable

from articles.nlp.lexicons import fold

PARTICLES = {"al", "el", "ben", "bin", "ibn", "de", "du", "la", "le", "von", "van", "der", "d", "di", "da"}
#: `Xi`, `Kim`, `Yoon`: family names that stand first.
SHORT_FAMILY_NAME = 4


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name without particles."""
    words = tuple(re.findall(r"\w+", fold(name)))
    return tuple(word for word in words if word not in PARTICLES) or words


class People:
    """Groups names; people of the credits stay apart from those of the story."""

    def __init__(self) -> None:
        self.groups: list[list[str]] = []
        self.staff: set[int] = set()

    def add_full(self, names: Iterable[tuple[str, bool]]) -> None:
        """Names of two words or more, the longest first; `staff` marks those of by-line and credits."""
        for name, staff in sorted(names, key=lambda item: (-len(name_words(item[0])), item[0].isupper())):
            group = self._full_group(name, staff=staff)
            if group is None:
                self.groups.append([name])
                if staff:
                    self.staff.add(len(self.groups) - 1)
            elif name not in self.groups[group]:
                self.groups[group].append(name)

    def _full_group(self, name: str, *, staff: bool) -> int | None:
        words = name_words(name)
        for index, group in enumerate(self.groups):
            if (index in self.staff) == staff and any(_same_person(name_words(other), words) for other in group):
                return index
        return None

    def group_of(self, name: str, named_last: dict[int, int], *, staff: bool) -> int:
        """The group of a name; a short one goes to the person of that name who was named last."""
        words = name_words(name)
        fitting = [
            index
            for index, group in enumerate(self.groups)
            if (index in self.staff) == staff
            and any(name == other or _short_for(words, name_words(other)) for other in group)
        ]
        if not fitting:
            self.groups.append([name])
            if staff:
                self.staff.add(len(self.groups) - 1)
            return len(self.groups) - 1
        best = max(fitting, key=lambda index: named_last.get(index, -1)) if len(fitting) > 1 else fitting[0]
        if name not in self.groups[best]:
            self.groups[best].append(name)
        return best


def _same_person(full: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """`Tayyip Erdogan` and `Recep Tayyip Erdogan`; `Mohammed al-Soudani` and `Mohammed Chia al-Soudani`."""
    if full == other or full[-len(other) :] == other:
        return True
    return full[0] == other[0] and full[-1] == other[-1] and set(other) <= set(full)


def _short_for(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if full[-len(words) :] == words or _same_person(full, words):
        return True
    return len(words) == 1 and len(full) > 1 and full[0] == words[0] and len(words[0]) <= SHORT_FAMILY_NAME
