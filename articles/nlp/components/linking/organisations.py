"""Ids of bodies that the vocabularies do not list: ministries and parliaments named by their country."""

import re
from dataclasses import replace
from functools import cache

from articles.nlp.lexicons import Name, adjectives, fold, names, rows, slug

MINISTRY = re.compile(r"ministère", re.IGNORECASE)
#: Bodies that many states have under the same name: each is the body of its own state.
_NATIONAL = (
    "assemblee-nationale assemblee-nationale-populaire congres conseil-constitutionnel conseil-d-etat "
    "conseil-de-defense conseil-de-securite-nationale cour-constitutionnelle cour-de-cassation cour-des-comptes "
    "cour-supreme parlement senat"
)
NATIONAL = frozenset(_NATIONAL.split())


@cache
def _by_name() -> dict[str, Name]:
    return {fold(name.name): name for name in names() if name.label == "ORG"}


def of_state(body: Name, country: str) -> Name:
    """The parliament or court of a country; the bare body where no country is told, which is nobody's."""
    if body.id not in NATIONAL or not country:
        return body
    listed = _by_name().get(fold(f"{body.name} {_masculine().get(country, '')}"))
    return listed or replace(body, id=f"{body.id}-{country.lower()}", country=country)


@cache
def _masculine() -> dict[str, str]:
    return {
        row["id"]: row["adjectives"].split("|")[0].partition("/")[0] for row in rows("countries") if row["adjectives"]
    }


def national_of(name: str) -> str:
    """The country of the first national adjective in a name."""
    national = adjectives()
    return next((national[word] for word in re.findall(r"[\w-]+", fold(name)) if word in national), "")


def body_id(name: str, country: str) -> str:
    """`ministere-turc-des-affaires-etrangeres`, also for `ministère des Affaires étrangères turc`."""
    if not MINISTRY.match(name):
        return slug(name) if country else ""
    national = adjectives()
    words = [word for word in name.split() if fold(word) not in national]
    if not country:
        return ""
    return slug(" ".join([words[0], _masculine().get(country, ""), *words[1:]]))


def portfolio_key(name: str) -> str:
    national = adjectives()
    return slug(" ".join(word for word in name.split() if fold(word) not in national))
