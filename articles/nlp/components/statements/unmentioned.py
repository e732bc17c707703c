"""Bodies and states that speak though only an office or an adjective names them: `un porte-parole de l'ONU`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from articles.nlp.components.gazetteer import find_names
from articles.nlp.components.linking.organisations import body_id, national_of
from articles.nlp.lexicons import Name, names
from articles.nlp.reference import References
from articles.nlp.types import EntityRecord, StatementRecord

#: What follows the noun of an office: a body with a capital, or one of a government, which has none.
OF_BODY = re.compile(
    r"[^\W\d_]+(?:-[^\W\d_]+)*\s(?:de\sla\s|de\sl['’′]|du\s|des\s|d['’′])"
    r"(?P<body>[A-ZÀ-Ý].+|(?:ministère|présidence|gouvernement|armée|police|parquet|état-major)\s.+)$"
)


@cache
def states() -> dict[str, Name]:
    return {name.id: name for name in names() if name.kind == "state"}


class Unmentioned:
    """Adds them to the entities behind all others; `settle` leaves there those by whom something is said."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.entities = references.draft.entities
        self._known = len(self.entities)

    def state(self, country: str) -> int | None:
        """The state of that code."""
        name = states().get(country)
        return None if name is None else self._entity("state", name)

    def body(self, words: str) -> int | None:
        """The organisation within the words of an office."""
        listed = next((found.name for found in find_names(words) if found.name.kind == "organisation"), None)
        if listed is not None:
            return self._entity("organisation", listed)
        match = OF_BODY.match(words)
        if match is None or find_names(match["body"])[:1]:
            return None
        country = national_of(match["body"])
        return self._add(
            EntityRecord("organisation", match["body"], (match["body"],), body_id(match["body"], country), country)
        )

    def _entity(self, kind: str, name: Name) -> int:
        for number, one in enumerate(self.entities):
            if one.kind == kind and one.known_id == name.id:
                return number
        country, place_kind = (name.id, "country") if kind == "state" else (name.country, "")
        return self._add(EntityRecord(kind, name.name, (name.name,), name.id, country, place_kind))

    def _add(self, record: EntityRecord) -> int:
        for number, one in enumerate(self.entities):
            if (one.kind, one.name) == (record.kind, record.name):
                return number
        self.entities.append(record)
        self.references.posts.append(())  # looked up by number, as those of everybody else are
        return len(self.entities) - 1

    def settle(self, statements: Sequence[StatementRecord]) -> list[StatementRecord]:
        """The statements, by those who are left."""
        said = {number for one in statements for number in (one.speaker, one.addressee) if number is not None}
        kept = [*range(self._known), *(number for number in range(self._known, len(self.entities)) if number in said)]
        place = {number: at for at, number in enumerate(kept)}
        self.entities[:] = [self.entities[number] for number in kept]
        return [
            replace(
                one,
                speaker=None if one.speaker is None else place[one.speaker],
                addressee=None if one.addressee is None else place[one.addressee],
            )
            for one in statements
        ]
