"""Whom an office without a name stands for, as far as the article itself shows who holds it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.nlp.components.linking import gender
from articles.nlp.components.linking.offices import PLURAL, beside, office_key, stands_for_one
from articles.nlp.posts import office
from articles.nlp.types import EntityRecord, MentionRecord, PostRecord

#: How sure the link is: the same country told, the country gathered, the last of several so called.
TOLD, GATHERED, LAST = 0.95, 0.85, 0.7
#: Sorts of office (see reference.office) that one person a country holds, whatever it is called there.
ONE_A_COUNTRY = {"foreign", "defence", "head of state", "head of government"}
#: A minister without portfolio is whichever minister was named within so many characters before.
NEAR = 600


@dataclass(frozen=True, slots=True)
class Holding:
    """A person's office, and how the article words it."""

    entity: int
    post: PostRecord
    start: int


def same_office(title: str, post: PostRecord) -> bool:
    """The same words, country and capitals aside, or two names of an office of which a country has one."""
    key = office_key(title)
    if key == post.key:
        return True
    sort = office(title)
    if sort not in ONE_A_COUNTRY or sort != office(post.title):
        return False
    return post.country == "US" or "secretaire d'etat" not in {key, post.key}


def short_for(title: str, post: PostRecord) -> bool:
    """`le ministre` once a minister has been named."""
    key = office_key(title)
    return len(key.split()) == 1 and post.key.split()[:1] == [key]


class Bearers:
    """Links offices that stand alone to the people whose posts the article tells."""

    def __init__(
        self, text: str, mentions: Sequence[MentionRecord], entities: Sequence[EntityRecord], genders: dict[int, str]
    ) -> None:
        self.text, self.mentions, self.genders = text, list(mentions), genders
        self.holdings = [
            Holding(number, post, mentions[post.mention].span.start)
            for number, entity in enumerate(entities)
            for post in entity.posts
        ]

    def link(self) -> list[MentionRecord]:
        return [
            self._linked(index) if mention.label == "ROLE" and mention.entity is None else mention
            for index, mention in enumerate(self.mentions)
        ]

    def _linked(self, index: int) -> MentionRecord:
        mention = self.mentions[index]
        title = self.text[mention.span.start : mention.span.end]
        if not self.holdings or PLURAL.match(title) or beside(self.text, self.mentions, index) is not None:
            return mention
        if not stands_for_one(self.text, mention.span):
            return mention
        fitting = [holding for holding in self.holdings if self._fits(holding, mention, title)]
        people = {holding.entity for holding in fitting}
        if len(people) == 1 and (mention.country or any(self._near(holding, mention) for holding in fitting)):
            sure = TOLD if mention.country else GATHERED
            return replace(mention, entity=people.pop(), link_confidence=sure)
        last = self._just_named(fitting, mention)
        return mention if last is None else replace(mention, entity=last, link_confidence=LAST)

    def _fits(self, holding: Holding, mention: MentionRecord, title: str) -> bool:
        """The same office of the same country, or just named, and a person of no other gender."""
        post = holding.post
        same = mention.country == post.country and same_office(title, post)
        either = "" in {mention.country, post.country} or mention.country == post.country
        if not same and not (either and self._near(holding, mention) and short_for(title, post)):
            return False
        told = gender.of_office(self.text, mention.span.start, title)
        known = self.genders.get(holding.entity, "")
        return not (told and known and told != known)

    def _near(self, holding: Holding, mention: MentionRecord) -> bool:
        return 0 <= mention.span.start - holding.start < NEAR

    def _just_named(self, fitting: list[Holding], mention: MentionRecord) -> int | None:
        """The one of several holders, of different countries, who was named last; rivals for one post stay open."""
        countries = [holding.post.country for holding in fitting]
        if mention.country or not all(countries) or len(set(countries)) < len({h.entity for h in fitting}):
            return None
        near = [holding for holding in fitting if self._near(holding, mention)]
        return max(near, key=lambda holding: holding.start).entity if near else None
