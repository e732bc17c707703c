"""Ids of bodies that the vocabularies do not list: ministries and parliaments named by their country."""

import re
from functools import cache

from articles.nlp.lexicons import adjectives, fold, rows, slug

MINISTRY = re.compile(r"ministère", re.IGNORECASE)


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
