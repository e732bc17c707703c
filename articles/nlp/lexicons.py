"""The vocabularies in `data`, loaded once a process and checked as they load."""

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "fr"
#: Small letters that are not made of a plain one and a mark.
FOLDS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss"})


class LexiconError(ValueError):
    """A data file is not in order."""


@dataclass(frozen=True, slots=True)
class Name:
    """One identity a vocabulary knows: kind state, city, region, place, organisation or people."""

    id: str
    label: str
    kind: str
    name: str
    forms: tuple[str, ...]
    country: str = ""
    #: `context` where the word is a common one or another's name too, so that its neighbours must confirm it.
    needs: str = ""


@dataclass(frozen=True, slots=True)
class RoleWord:
    id: str
    forms: tuple[str, ...]
    needs: str


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Lower case without accents or ligatures; the length may change."""
    plain = unicodedata.normalize("NFD", word.lower().translate(FOLDS))
    return "".join(char for char in plain if not unicodedata.combining(char))


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a file; it must be sorted by id, without repeated ids or stray blanks."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    ids = [row["id"] for row in found]
    if ids != sorted(set(ids)):
        raise LexiconError(f"{name}.csv: ids must be sorted and unique")
    for row in found:
        if any(part != part.strip() for cell in row.values() for part in cell.split("|")) or not row["id"]:
            raise LexiconError(f"{name}.csv, {row['id']}: stray blanks or an empty id")
    return found


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


@cache
def words(name: str) -> tuple[str, ...]:
    return tuple(row["word"] for row in rows(name))


@cache
def common_words() -> frozenset[str]:
    """Words of the news that are written small, folded: with a capital they merely open a sentence."""
    return frozenset(words("common_words"))


@cache
def body_words() -> frozenset[str]:
    """First words of the names of organisations, folded: `Conseil`, `Union`, which may stand for the whole."""
    return frozenset(fold(row["word"]) for row in rows("organisation_heads") if row["kind"] in {"name", "absolute"})


@cache
def names() -> tuple[Name, ...]:
    """Every named state, place and organisation."""
    found = [_name(row, "GPE", "state", row["id"]) for row in rows("countries")]
    found += [_name(row, "GPE", "city", row["country"]) for row in rows("cities")]
    found += [
        _name(row, row["label"], "region" if row["label"] == "GPE" else "place", row["country"])
        for row in rows("regions")
    ]
    found += [_name(row, "ORG", "organisation", row["country"]) for row in rows("organisations")]
    return tuple(found)


def _name(row: dict[str, str], label: str, kind: str, country: str) -> Name:
    forms = (row["name"], *_split(row["aliases"]))
    return Name(row["id"], label, kind, row["name"], forms, country, row.get("needs", ""))


@cache
def capitals() -> dict[str, str]:
    """The state each seat of government stands for: city id to country id."""
    return {city: row["id"] for row in rows("countries") for city in _split(row["capital"])}


@cache
def adjectives() -> dict[str, str]:
    """Every form of every national adjective, folded, to its country; of a form that two share the first."""
    found: dict[str, str] = {}
    for row in rows("countries"):
        for written in _split(row["adjectives"]):
            for form in inflections(written):
                found.setdefault(fold(form), row["id"])
    return found


@cache
def namesakes() -> dict[str, frozenset[str]]:
    """Each country with those that share a national adjective with it: `congolais`."""
    sharing: dict[str, set[str]] = {}
    for row in rows("countries"):
        for written in _split(row["adjectives"]):
            sharing.setdefault(fold(written), set()).add(row["id"])
    return {country: frozenset(alike) for alike in sharing.values() if len(alike) > 1 for country in alike}


@cache
def peoples() -> dict[str, str]:
    """Plural and singular nouns of peoples, folded, to the people's id."""
    found: dict[str, str] = {}
    for row in rows("countries"):
        for written in _split(row["adjectives"]):
            forms = inflections(written)
            for form in forms:
                found.setdefault(fold(form), slug(forms[1]))
    for row in rows("peoples"):
        for form in inflections(row["adjective"]):
            found.setdefault(fold(form), row["id"])
    return found


@cache
def people_adjectives() -> frozenset[str]:
    return frozenset(adjectives()) | {fold(f) for row in rows("peoples") for f in inflections(row["adjective"])}


#: Regular endings of French adjectives: masculine ending, feminine ending.
FEMININE = (
    ("ien", "ienne"), ("éen", "éenne"), ("oen", "oenne"), ("yen", "yenne"), ("el", "elle"), ("al", "ale"), ("e", "e"),
)  # fmt: skip


def inflections(written: str) -> tuple[str, ...]:
    """Masculine, masculine plural, feminine, feminine plural of `russe`, `chinois`, `turc/turque`."""
    masculine, _, feminine = written.partition("/")
    feminine = feminine or next(
        (masculine[: -len(end)] + full for end, full in FEMININE if masculine.endswith(end)), masculine + "e"
    )
    if masculine.endswith("al"):
        plural = masculine[:-2] + "aux"
    else:
        plural = masculine if masculine.endswith(("s", "x")) else masculine + "s"
    return masculine, plural, feminine, feminine + "s"


@cache
def roles() -> tuple[RoleWord, ...]:
    found = []
    for row in rows("roles"):
        forms = [row["name"], *_split(row["feminine"])]
        found.append(RoleWord(row["id"], tuple(forms + [plural(form) for form in forms]), row["needs"]))
    return tuple(found)


#: Words of an office that take the plural: `secrétaires d'État`, `Premiers ministres`, `chefs de la diplomatie`.
PLURAL_STOP = re.compile(r" (?:d['’]|de |du |des |à |au |aux |en |par )")


def plural(form: str) -> str:
    stop = PLURAL_STOP.search(form)
    head, tail = (form[: stop.start()], form[stop.start() :]) if stop else (form, "")
    return " ".join(_plural_word(word) for word in head.split(" ")) + tail


def _plural_word(word: str) -> str:
    if word == "porte-parole" or word.endswith(("s", "x")):
        return word
    if word.endswith("al"):
        return word[:-2] + "aux"
    return word + "s"
