"""Actors that no name stands for: nationals (`le Turc`), offices whose holder no post tells, a body's spokesman."""

import re
from collections.abc import Iterator
from functools import cache

from articles.nlp.lexicons import rows
from articles.nlp.reference import Reference, References, fold
from articles.nlp.types import MentionRecord, Span

DEFINITE = re.compile(r"\b(?:l[ea][\s\u00a0]|l['’])$", re.I)
#: An office that speaks for its body or state, so that this is the speaker while nobody is named.
SPOKEN_FOR = re.compile(r"porte-parole|ambassad|représentant|chef|président|ministre|directeur|directrice", re.I)


@cache
def nations() -> dict[str, str]:
    """`turc`, `turque` to TR."""
    return {fold(form): row["id"] for row in rows("countries") for form in re.split(r"[/|]", row["adjectives"]) if form}


class StandIns:
    def __init__(self, references: References) -> None:
        self.references = references
        self.draft = references.draft
        self.text = references.text

    def find(self) -> list[Reference]:
        known = self.references.within(Span(0, len(self.text)))
        taken = {one.role for one in known}
        spans = {one.span for one in known}
        found = []
        for index, mention in enumerate(self.draft.mentions):
            if index in taken or mention.span in spans:
                continue
            one = self._national(index, mention) if mention.label == "NORP" else self._office(index, mention)
            if one is not None:
                found.append(one)
        return found

    def _national(self, index: int, mention: MentionRecord) -> Reference | None:
        """`le Turc` is the person of that country named last."""
        words = self._words(mention)
        if not DEFINITE.search(
            self.text[max(0, mention.span.start - 4) : mention.span.start]
        ) or self._followed_by_name(index):
            return None
        return self._person_of(nations().get(fold(words), ""), index, mention)

    def _office(self, index: int, mention: MentionRecord) -> Reference | None:
        if mention.label != "ROLE":
            return None
        return self._single(index, mention) or self._body(mention)

    def _single(self, index: int, mention: MentionRecord) -> Reference | None:
        """`le président américain`: of at most two people named before without an office, the one named first."""
        if not DEFINITE.search(self.text[max(0, mention.span.start - 4) : mention.span.start]):
            return None
        people = list(dict.fromkeys(self._untitled(index, mention.country)))
        most = 2 if mention.country else 1
        return Reference(people[0], mention.span, None, index) if 1 <= len(people) <= most else None

    def _untitled(self, index: int, country: str) -> Iterator[int]:
        for one in self.draft.mentions[:index]:
            if one.label == "PER" and one.entity is not None:
                entity = self.draft.entities[one.entity]
                if not entity.posts and (not country or entity.country in {"", country}):
                    yield one.entity

    def _body(self, mention: MentionRecord) -> Reference | None:
        """The body, else the state, that the words of an office name."""
        words = fold(self._words(mention))
        if not SPOKEN_FOR.search(self._words(mention)):
            return None
        for number, entity in enumerate(self.draft.entities):
            if entity.kind == "organisation" and any(fold(name) in words for name in entity.names if len(name) > 2):
                return Reference(number, mention.span)
        return None

    def _person_of(self, country: str, index: int, mention: MentionRecord) -> Reference | None:
        if not country:
            return None
        for one in reversed(self.draft.mentions[:index]):
            if one.label == "PER" and one.entity is not None:
                entity = self.draft.entities[one.entity]
                if country == entity.country or any(post.country == country for post in entity.posts):
                    return Reference(one.entity, mention.span)
        return None

    def _followed_by_name(self, index: int) -> bool:
        following = self.draft.mentions[index + 1] if index + 1 < len(self.draft.mentions) else None
        end = self.draft.mentions[index].span.end
        return following is not None and following.label == "PER" and not self.text[end : following.span.start].strip()

    def _words(self, mention: MentionRecord) -> str:
        return self.text[mention.span.start : mention.span.end]
