"""Which gold name a predicted entity stands for, found through the words both were annotated on."""

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from articles.nlp.evaluation.gold import GoldRecord, slug
from articles.nlp.types import Annotation, EntityRecord

COUNTRIES = Path(__file__).parent.parent / "data" / "fr" / "countries.csv"


@cache
def country_codes() -> dict[str, str]:
    """Slug of a country's name to its code in lower case."""
    if not COUNTRIES.exists():
        return {}
    with COUNTRIES.open(encoding="utf-8", newline="") as rows:
        return {slug(row["name"]): slug(row["id"]) for row in csv.DictReader(rows)}


def names_of(entity: EntityRecord) -> set[str]:
    """All that an entity is called, its id in the lexicon included, as slugs."""
    return {slug(name) for name in (entity.name, entity.known_id, *entity.names) if name}


def is_called(name: str, names: set[str]) -> bool:
    """Whether a gold name is one of the names; a country may be named by its code."""
    wanted = slug(name)
    return bool({wanted, country_codes().get(wanted, wanted)} & names)


class Identities:
    """The keys of each predicted entity in one article: names, lexicon id, and the gold links of its mentions."""

    def __init__(self, record: GoldRecord, predicted: Annotation) -> None:
        self._keys = [names_of(entity) for entity in predicted.entities]
        for mention in predicted.mentions:
            if mention.entity is not None and mention.label != "ROLE":  # whose link is a country
                links = (gold.link for gold in record.spans if gold.span.overlaps(mention.span))
                self._keys[mention.entity].update(slug(link) for link in links if link)

    def same(self, name: str, entity: int | None) -> bool:
        """Whether a gold name and a predicted entity are one; an empty name is no entity."""
        if not name or entity is None:
            return not name and entity is None
        return is_called(name, self._keys[entity])

    def same_all(self, names: Sequence[str], entities: Sequence[int]) -> bool:
        """Whether names and entities pair off without a remainder."""
        if len(names) != len(entities):
            return False
        if not names:
            return True
        for index, entity in enumerate(entities):
            rest = [*entities[:index], *entities[index + 1 :]]
            if self.same(names[0], entity) and self.same_all(names[1:], rest):
                return True
        return False
