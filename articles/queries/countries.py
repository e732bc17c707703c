"""Names of countries by their ISO 3166-1 alpha-2 code, from the lexicon of the pre-annotation."""

import csv
from functools import cache
from pathlib import Path

from django.apps import apps

from articles.validators import name_key


@cache
def country_names() -> dict[str, str]:
    path = Path(apps.get_app_config("articles").path) / "nlp" / "data" / "fr" / "countries.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["id"]: row["name"] for row in csv.DictReader(lines)}


@cache
def codes_by_key() -> dict[str, str]:
    return {name_key(name): code for code, name in country_names().items()}


def country_name(code: str) -> str:
    """The country's name; the code itself where the lexicon has none."""
    return country_names().get(code, code)


def country_code(text: str) -> str:
    """The code of a country given by name or code in any case or accents, or nothing."""
    wanted = text.strip().upper()
    if wanted in country_names():
        return wanted
    return codes_by_key().get(name_key(text), "")
