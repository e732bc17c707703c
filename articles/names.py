"""Names of persons taken apart and compared across spellings: transliteration, particles, initials, order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from articles.sounds import bones, sound
from articles.validators import name_key

#: Words that join the parts of a name; `ben`, `bin` and `ibn` are one, and so are `al` and `el`.
PARTICLES = {
    **{word: word for word in ("de", "du", "des", "d", "da", "das", "do", "dos", "di", "del", "della", "von", "zu")},
    **{word: word for word in ("van", "der", "den", "ter", "ten", "la", "le", "y", "e", "abu", "ag", "bint")},
    **dict.fromkeys(("al", "el", "ul", "as", "ash", "ad", "an", "ar", "at", "az", "adh", "ed", "ech"), "al"),
    **dict.fromkeys(("ben", "bin", "ibn"), "ben"),
    **dict.fromkeys(("ould", "weld", "wuld"), "ould"),
    "abou": "abu",
}
#: Particles that are also prepositions, which may stand before a name by mistake.
OF = {"de", "d", "du"}
#: After these stands the father's name, which never names the son by itself.
PATRONYMIC = {"ben", "bint", "ould"}
NUMERAL = re.compile(r"[ivx]+\Z")
INITIALS = re.compile(r"(?:[^\W\d_]\.?-?){1,4}\.\Z|[B-DF-HJ-NP-TV-Z]{2,3}\Z")
#: Suffixes that tell a son from his father; they are no surname.
SUFFIXES = {"jr", "sr", "junior", "senior"}
#: Family names that stand first: of two letters, one syllable on -ng, the commonest of Korea and Vietnam.
EAST_ASIAN = re.compile(
    r"[a-z]{2}\Z|[b-df-hj-np-tv-z]{1,2}[iuw]?[aeiou]ng\Z"
    r"|(?:ahn|ban|cho|choe|choi|han|hong|kim|kwon|lee|lim|moon|oh|park|rhee|roh|seo|shin|suh|yim|yoo|yoon)\Z"
    r"|(?:bui|dang|hoang|huynh|nguyen|pham|phan|tran|trinh|truong)\Z"
)
LETTERS_FOR_BONES = 4
LONGEST_KEY = 100


class Likeness(IntEnum):
    """How surely two names may be one person's, by their words alone."""

    NONE = 0
    #: A given name, a middle one, or a surname that shares only the consonants.
    PART = 1
    #: A surname alone, with or without its particle: `ben Salmane`, `Xi`, `Sissi`.
    SHORT = 2
    #: The same consonants: `Muhammad` and `Mohamed`.
    LOOSE = 3
    #: `V. Poutine`, `JD Vance`.
    INITIALS = 4
    #: More given names, or a second surname.
    FULLER = 5
    SAME = 6


@dataclass(frozen=True, slots=True)
class PersonName:
    """The words of a name in lower case without accents, given names first where the writing tells."""

    words: tuple[str, ...]
    core: tuple[str, ...]
    sounds: tuple[str, ...]
    bones: tuple[str, ...]
    initials: frozenset[int] = frozenset()
    family_first: bool = False
    #: Whether it begins with `ben` in small letters: the father's name, without the son's.
    fathers: bool = False
    #: What names are compared by most: sounds and bones whatever their order, and the sounds as one word.
    sorted_sounds: tuple[str, ...] = field(init=False)
    sorted_bones: tuple[str, ...] = field(init=False)
    joined: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sorted_sounds", tuple(sorted(self.sounds)))
        object.__setattr__(self, "sorted_bones", tuple(sorted(self.bones)))
        object.__setattr__(self, "joined", "".join(self.sounds))

    @property
    def is_full(self) -> bool:
        """Two words or more, particles aside."""
        return len(self.core) > 1


@lru_cache(maxsize=50_000)
def parts(name: str) -> PersonName:
    """The name taken apart.

    >>> parts("MACRON Emmanuel").words
    ('emmanuel', 'macron')
    """
    units = [unit for raw in re.sub(r"[()\[\],«»\"“”]", " ", name).split() for unit in _split(raw)]
    units = [unit for unit in units if name_key(unit).replace(" ", "") not in {"", *SUFFIXES}]
    units, turned = _given_first(units)
    words: list[str] = []
    initials: set[int] = set()
    for unit in units:
        if INITIALS.match(unit):
            letters = [letter for letter in name_key(unit) if letter.isalpha()]
            initials.update(range(len(words), len(words) + len(letters)))
            words += letters
        elif word := name_key(unit).replace(" ", ""):
            words.append(word)
    words, initials = _whole_servants(words, initials)
    small = [at not in initials and word in PARTICLES for at, word in enumerate(words)]
    core = [at for at in range(len(words)) if not small[at]] or list(range(len(words)))
    plain = tuple(PARTICLES[word] if small[at] else word for at, word in enumerate(words))
    kept = frozenset(core.index(at) for at in initials if at in core)
    fathers = bool(units) and units[0].islower() and plain[0] in PATRONYMIC
    telling = tuple(words[at] for at in core)
    sounds = tuple(sound(word, last=at == len(telling) - 1) for at, word in enumerate(telling))
    return PersonName(plain, telling, sounds, tuple(map(bones, sounds)), kept, turned, fathers)


def _split(raw: str) -> list[str]:
    """`al-Sissi` is a particle and a name, `d'Estaing` too; `Jean-Luc` and `O'Brien` are one name each."""
    elided = re.match(r"([dlDL])['’](?=\w{3})", raw)
    if elided:
        return [elided[1], *_split(raw[elided.end() :])]
    pieces = raw.split("-")
    found = [pieces[0]]
    for before, piece in pairwise(pieces):
        if name_key(before) in PARTICLES or (piece.islower() and name_key(piece) in {"al", "el", "ben", "bin"}):
            found.append(piece)
        else:
            found[-1] += f"-{piece}"
    return found


def _given_first(units: list[str]) -> tuple[list[str], bool]:
    """The surname in capitals goes last: `XI Jinping`, `NGUYEN Van Minh`."""
    loud = [unit.isupper() and len(unit.strip(".")) > 1 and not INITIALS.match(unit) for unit in units]
    if not any(loud) or all(loud) or loud[-1] or not loud[0]:
        return units, False
    size = loud.index(False)
    return [*units[size:], *units[:size]], True


def _whole_servants(words: list[str], initials: set[int]) -> tuple[list[str], set[int]]:
    """`Abdel Fattah`, `Abd al-Fattah` and `Abdelfattah` are one word."""
    joined: list[str] = []
    places: dict[int, int] = {}
    for index, word in enumerate(words):
        places[index] = len(joined)
        if joined and re.fullmatch(r"abd(?:[aeou]u?[lrnsdtz])?", joined[-1]) and len(word) > 1:
            places[index] = len(joined) - 1
            joined[-1] = (joined[-1] if len(joined[-1]) > 3 else "abdel") + (
                "" if PARTICLES.get(word) == "al" else word
            )
        else:
            joined.append(word)
    return joined, {places[index] for index in initials}


@lru_cache(maxsize=50_000)
def likeness(first: str, second: str) -> Likeness:
    """How surely two names may be one person's.

    >>> likeness("Zelensky", "Volodymyr Zelenskyy").name
    'SHORT'
    """
    one, other = parts(first), parts(second)
    if (len(one.core), len(one.words)) < (len(other.core), len(other.words)):
        one, other = other, one
    if not one.core or not other.core:
        return Likeness.SAME if name_key(first) == name_key(second) else Likeness.NONE
    if _equal(one, other):
        return Likeness.SAME
    return _both_full(one, other) if other.is_full else _short(one, other)


def _equal(one: PersonName, other: PersonName) -> bool:
    if one.initials or other.initials:
        return one.words == other.words
    if not other.is_full:
        return one.words[:-1] == other.words[:-1] and one.sounds == other.sounds
    return one.sorted_sounds == other.sorted_sounds or one.joined == other.joined


def _both_full(one: PersonName, other: PersonName) -> Likeness:
    if one.initials or other.initials:
        return Likeness.INITIALS if _initials_fit(one, other) else Likeness.NONE
    if _nested(one, other):
        return Likeness.FULLER
    if one.sorted_bones != other.sorted_bones or one.bones[-1][:1] != other.bones[-1][:1]:
        return Likeness.NONE
    enough = all(len(word) >= LETTERS_FOR_BONES for word in (*one.core, *other.core) if word not in PARTICLES)
    return Likeness.LOOSE if enough else Likeness.NONE


def _nested(one: PersonName, other: PersonName) -> bool:
    """`Tayyip Erdogan` in `Recep Tayyip Erdogan`; `Salmane ben Abdelaziz` is the father of the one it stands in."""
    whole, part = one.sounds, other.sounds
    if len(part) >= len(whole) or not set(part) <= set(whole) or NUMERAL.match(one.core[-1]):
        return False
    if whole[: len(part)] == part:
        return len(whole) - len(part) < len(whole) and not _fathers(one, len(part))
    if whole[-1] != part[-1]:
        return False
    return whole[0] == part[0] or not _fathers(one, len(whole) - len(part))


def _fathers(name: PersonName, at: int) -> bool:
    """Whether the word of the core at that place is given as a father's name, in a name that has words before."""
    plain = PARTICLES.get(name.core[at], name.core[at])
    places = [index for index, word in enumerate(name.words) if word == plain]
    return bool(at and places and places[-1]) and name.words[places[-1] - 1] in PATRONYMIC


def _initials_fit(one: PersonName, other: PersonName) -> bool:
    """The same surname, and each given name begins as the other's: `J. D. Vance`, `James David Vance`."""
    if one.sounds[-1] != other.sounds[-1]:
        return False
    givens = zip(one.core[:-1], other.core[:-1], strict=False)
    return all(mine[0] == theirs[0] and (mine == theirs or 1 in {len(mine), len(theirs)}) for mine, theirs in givens)


def _short(one: PersonName, other: PersonName) -> Likeness:
    """Whether the shorter is a part of the longer name, and which."""
    if not one.is_full:
        return Likeness.SHORT if _particle_aside(one, other) else Likeness.NONE
    whole, part = one.sounds, other.sounds[0]
    bare = len(other.words) == 1
    if whole[-1] == part and _particles_fit(one, other):
        return Likeness.SHORT
    if bare and whole[0] == part and (_family_stands_first(one) or NUMERAL.match(one.core[-1])):
        return Likeness.SHORT
    alike = len(part) >= LETTERS_FOR_BONES and one.bones[-1] == other.bones[0] and _particles_fit(one, other)
    stray = whole[-1] == part and len(other.words) == 2 and other.words[0] in OF
    if alike or stray or (bare and part in whole[:-1]):
        return Likeness.PART
    return Likeness.NONE


def _particle_aside(one: PersonName, other: PersonName) -> bool:
    """`al-Sissi` and `Sissi`; not `ben Salmane` and `Salmane`."""
    bare = 1 in {len(one.words), len(other.words)}
    return bare and one.sounds == other.sounds and not one.fathers and not other.fathers


def _particles_fit(one: PersonName, other: PersonName) -> bool:
    """A surname may stand without its particle, but for `ben`; a particle that the longer has not tells another."""
    if len(other.words) == 1:
        return one.words[-2] not in PATRONYMIC
    return one.words[-len(other.words) : -1] == other.words[:-1]


def _family_stands_first(name: PersonName) -> bool:
    return name.family_first or EAST_ASIAN.match(name.words[0]) is not None


def lookup_keys(name: str) -> list[str]:
    """Under which keys a name is filed, so that any spelling of a part of it finds it."""
    return sorted({key for word in parts(name).sounds if len(word) > 1 for key in _filed(word)})


def wanted_keys(name: str) -> list[str]:
    """The keys that must be looked under for all names like this one: of what may be its surname."""
    found = parts(name)
    last = {found.sounds[-1]} if found.core else set()
    if found.core and (_family_stands_first(found) or len(found.core) > 2):
        last |= {found.sounds[0], found.sounds[len(found.core) // 2]}
    keys = {key for word in last if len(word) > 1 for key in _filed(word)}
    return sorted(keys) or lookup_keys(name)  # a surname of one sound, such as Yi, is not filed


def _filed(word: str) -> set[str]:
    return {(bones(word) if len(word) >= LETTERS_FOR_BONES else word)[:LONGEST_KEY]}


def by_key(names: Iterable[str]) -> dict[str, str]:
    """One spelling for each key, in capitals only where no other is known: headlines shout names.

    >>> by_key(["Antony Blinken", "ANTONY BLINKEN", "OTAN"])
    {'antony blinken': 'Antony Blinken', 'otan': 'OTAN'}
    """
    found: dict[str, str] = {}
    for name in names:
        key = name_key(name)
        if key not in found or not name.isupper():
            found[key] = name
    return found


def calm(name: str) -> str:
    """A person's name of several words that a headline has in capitals, as it is written elsewhere.

    >>> calm("JD VANCE"), calm("JEAN-NOËL BARROT"), calm("MBS")
    ('JD Vance', 'Jean-Noël Barrot', 'MBS')
    """
    words = name.split()
    if len(words) < 2 or not name.isupper():
        return name
    return " ".join(word if INITIALS.match(word) else word.title() for word in words)
