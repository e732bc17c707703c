"""Actors that no name stands for: nationals (`le Turc`), offices whose holder no post tells, a body's spokesman."""

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.nlp.components.statements.unmentioned import Unmentioned
from articles.nlp.lexicons import adjectives
from articles.nlp.lexicons import fold as folded
from articles.nlp.posts import fold
from articles.nlp.reference import Reference, References
from articles.nlp.types import MentionRecord, Span

DEFINITE = re.compile(r"\b(?:l[ea][\s\u00a0]|l['’])$", re.I)
#: An office that speaks for its body or state, so that this is the speaker while nobody is named.
SPOKEN_FOR = re.compile(r"porte-parole|ambassad|représentant|chef|président|ministre|directeur|directrice", re.I)
SPOKESMAN = re.compile(r"porte-parole|ambassad|représentant", re.I)
#: How many sentences before an office its holder is looked for among several.
NEAR = 3


class StandIns:
    def __init__(self, references: References, unmentioned: Unmentioned) -> None:
        self.references = references
        self.unmentioned = unmentioned
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
        country = adjectives().get(folded(words), "")
        if not country:
            return self._regional(index, mention)
        return self._person_of(country, index, mention) or self._foreigner(index, mention, country)

    def _regional(self, index: int, mention: MentionRecord) -> Reference | None:
        """`le Bâlois`, who is of no state: whoever was called so, else the subject told of last."""
        for before, one in pairwise(self.draft.mentions[:index]):
            beside = before.label == "NORP" and not self.text[before.span.end : one.span.start].strip()
            if one.label == "PER" and one.entity is not None and beside and self._words(before) == self._words(mention):
                return Reference(one.entity, mention.span)
        feminine = self.text[max(0, mention.span.start - 3) : mention.span.start].lower() in {"la ", "la\u00a0"}
        found = self.references.last_person(mention.span.start, feminine=feminine)
        return None if found is None else Reference(found.entity, mention.span)

    def _foreigner(self, index: int, mention: MentionRecord, country: str) -> Reference | None:
        """`l'Américain`, though no post tells his country: who was the subject last, if nothing speaks against."""
        found = self._acting(list(dict.fromkeys(self._untitled(index, country))), mention)
        return None if found is None else Reference(found, mention.span)

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
        if not people:
            return None
        found = self._acting(people, mention)
        if found is None and len(people) <= most:
            found = people[0]
        return None if found is None else Reference(found, mention.span, None, index)

    def _acting(self, people: list[int], mention: MentionRecord) -> int | None:
        """The one of them who alone is a subject in the nearest of the few sentences before that has one."""
        sentences = self.references.sentences
        here = sentences.index(mention.span.start)
        for number in range(here, max(-1, here - NEAR - 1), -1):
            span = sentences.spans[number]
            before = self.references.within(Span(span.start, min(span.end, mention.span.start)), people_only=True)
            acting = {one.entity for one in before if one.entity in people and self._leads(one)}
            if acting:
                return acting.pop() if len(acting) == 1 else None
        return None

    def _leads(self, one: Reference) -> bool:
        return not self.references.governed(one) and not self.references.sentences.quoted(one.span.start)

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
        state = self._state(mention)
        body = self.unmentioned.body(self._words(mention)) if state is None else state
        return None if body is None else Reference(body, mention.span)

    def _state(self, mention: MentionRecord) -> int | None:
        """Whose spokesman somebody is: `porte-parole du Kremlin`."""
        if not mention.country or not SPOKESMAN.match(self._words(mention)):
            return None
        return next((at for at, one in enumerate(self.draft.entities) if one.known_id == mention.country), None)

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
