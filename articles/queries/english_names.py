"""What places and offices are called on English pages, where that is known; else as the articles call them."""

import csv
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from django.apps import apps
from django.utils.translation import get_language

from articles.nlp.components.linking.offices import office_key
from articles.validators import name_key


def rows(file: str) -> Iterator[dict[str, str]]:
    path = Path(apps.get_app_config("articles").path) / "nlp" / "data" / file
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


@cache
def places() -> dict[str, str]:
    """The English name of cities and regions by the one they have in the collection."""
    english = {row["id"]: row["english"] for row in rows("en/places.csv")}
    known = (row for file in ("fr/cities.csv", "fr/regions.csv") for row in rows(file))
    return {row["name"]: english[row["id"]] for row in known if row["id"] in english}


@cache
def offices() -> dict[str, str]:
    """The English name of offices by their key."""
    return {row["office"]: row["english"] for row in rows("en/offices.csv")}


@cache
def french_keys() -> dict[str, frozenset[str]]:
    """The keys of the names that places have in the collection, by that of the English name."""
    found: dict[str, set[str]] = {}
    for french, english in places().items():
        found.setdefault(name_key(english), set()).add(name_key(french))
    return {key: frozenset(keys) for key, keys in found.items()}


def keys_of_places(key: str, *, begun: bool = False) -> set[str]:
    """The keys under which a place with that English name, or one that begins so, is filed."""
    if not begun:
        return set(french_keys().get(key, ()))
    return {each for english, keys in french_keys().items() if key and english.startswith(key) for each in keys}


def is_english() -> bool:
    return (get_language() or "fr").startswith("en")


def place_called(name: str) -> str:
    """A city or region in the language of the page."""
    return places().get(name, name) if is_english() else name


def office_called(title: str) -> str:
    """An office in the language of the page; the country that its words tell stands beside it wherever it is shown."""
    return english_office(title) if is_english() else title


@lru_cache(maxsize=20_000)
def english_office(title: str) -> str:
    return offices().get(office_key(title), title)
