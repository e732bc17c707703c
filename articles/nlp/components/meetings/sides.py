"""How many parties met: two of one country are one."""

import re

from articles.nlp.components.meetings.clauses import Group
from articles.nlp.components.meetings.standing import Standing
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.reference import Reference
from articles.nlp.types import Draft

#: `le président et son Premier ministre`.
AND_HIS = re.compile(r",?\s(?:et|avec|ainsi\sque)\s(?:(?:à|avec|de|par)\s)?(?:son|sa|leur)\s(?:\w+\s)?$")

#: Counterparts of a body, before its name.
COUNTERPARTS = re.compile(r"\bhomologues\s(?:\w+\s){0,2}(?:de\s(?:la\s|l['’′])?|du\s|des\s|d['’′])$")
REACH = 50
MANY = 3


class Sides:
    def __init__(self, text: str, draft: Draft, standing: Standing) -> None:
        self.text = text
        self.draft = draft
        self.standing = standing

    def count(self, trigger: Trigger, group: Group, beside: Group) -> int:
        """How many parties met: those of one country are one, and so is somebody with `son ministre`.

        `beside` are there in the presence of the others: they are a party of their own where their country is known,
        or where there are no others.
        """
        if trigger.lemma == "convoquer":
            return 2
        others = {one.entity for one in beside}
        others = set() if others >= {one.entity for one in group} else others
        sent = self.standing.delegations.as_one(group)
        parties = {self._party(one, group) for one in (sent if len(sent) > 1 else group)}
        if any(self._are_of_body(one) for one in group):
            return MANY
        told = {party for party in parties if isinstance(party, str) or party not in others}
        return max(2, len(told))

    def _are_of_body(self, one: Reference) -> bool:
        """`ses homologues du G7`: all of them met."""
        body = self.standing.kind(one) == "organisation"
        return body and COUNTERPARTS.search(self.text, max(0, one.span.start - REACH), one.span.start) is not None

    def _party(self, one: Reference, group: Group) -> str | int:
        """Its country, else its number among the entities."""
        if one.role is not None and not self._country(one):
            office = self.draft.mentions[one.role].span
            own = AND_HIS.search(self.text, max(0, office.start - 12), office.start)
            whose = next((each for each in group if own is not None and each.span.end == own.start()), one)
            return self._country(whose) or whose.entity
        return self._country(one) or one.entity

    def _country(self, one: Reference) -> str:
        if one.entity >= len(self.draft.entities):
            return str(one.entity)
        entity = self.draft.entities[one.entity]
        office = self.draft.mentions[one.role].country if one.role is not None else ""
        told = next((post.country for post in self.standing.references.posts[one.entity] if post.country), "")
        return entity.country or told or office
