"""Names of countries in both languages by their ISO 3166-1 alpha-2 code, from the lexicon of the pre-annotation."""

import csv
from functools import cache
from pathlib import Path

from django.apps import apps
from django.utils.translation import get_language

from articles.validators import name_key


@cache
def names_by_language() -> dict[str, dict[str, str]]:
    path = Path(apps.get_app_config("articles").path) / "nlp" / "data" / "fr" / "countries.csv"
    if not path.exists():
        return {"fr": {}, "en": {}}
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {"fr": {row["id"]: row["name"] for row in rows}, "en": {row["id"]: row["english"] for row in rows}}


def country_names() -> dict[str, str]:
    """In the language of the page; in French where that is neither of ours."""
    names = names_by_language()
    return names.get((get_language() or "fr").partition("-")[0], names["fr"])


@cache
def codes_by_key() -> dict[str, str]:
    """In either language, whatever that of the page is."""
    names = names_by_language()
    return {name_key(name): code for language in ("en", "fr") for code, name in names[language].items()}


def country_name(code: str) -> str:
    """The country's name; the code itself where the lexicon has none."""
    return country_names().get(code, code)


def country_code(text: str) -> str:
    """The code of a country given by name or code in any case or accents, or nothing."""
    wanted = text.strip().upper()
    if not wanted or wanted in names_by_language()["fr"]:  # where all codes are
        return wanted
    return codes_by_key().get(name_key(text), "")
