"""Whom words refer to within an article: names, offices, pronouns, `les deux ministres`."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from articles.nlp.doc_text import text_of
from articles.nlp.gender import calls_a_woman, women_by_name
from articles.nlp.group_offices import GROUP, NUMBERS, offices_meant
from articles.nlp.posts import (
    Posts,
    fold,
    may_be_meant,
    of_same_body,
    office,
    presided_over,
    stands_for_itself,
)
from articles.nlp.reference_patterns import (
    APPOSED_NATIONAL,
    FINITE_BEHIND,
    HONORIFICS,
    LEADING,
    MANY,
    OWN,
    PREPOSITION,
    PRONOUN_SUBJECT,
)
from articles.nlp.sentences import Sentences
from articles.nlp.types import Draft, MentionRecord, Span


@dataclass(frozen=True, slots=True)
class Reference:
    """An actor that some words stand for, and the words."""

    entity: int
    span: Span
    mention: int | None = None
    role: int | None = None


class References:
    """Looks up what is referred to where, over one draft."""

    def __init__(self, doc: Doc, sentences: Sentences) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self.draft: Draft = doc._.draft
        self.sentences = sentences
        self._posts = Posts(self.draft)
        self.posts = self._posts.held
        self._women = self._find_women() | self._posts.women
        self.president = self._own_president()
        self._all = [found for index in range(len(self.draft.mentions)) if (found := self._resolve(index))]
        self._starts = [found.span.start for found in self._all]

    def countries(self, entity: int) -> set[str]:
        """The countries whose offices somebody holds or held."""
        return self._posts.countries(entity)

    def kind(self, reference: Reference) -> str:
        return self.draft.entities[reference.entity].kind

    def within(self, span: Span, *, people_only: bool = False) -> list[Reference]:
        """The actors referred to within a span, by name or office, in order."""
        return [
            found
            for found in self._all[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
            if found.span.within(span) and (not people_only or self.kind(found) == "person")
        ]

    def _resolve(self, index: int) -> Reference | None:
        mention = self.draft.mentions[index]
        if mention.label == "ROLE":
            return self._holder(index, mention)
        if mention.label not in {"PER", "ORG", "GPE"} or mention.entity is None:
            return None
        role = self._title(index) if mention.label == "PER" else None
        return Reference(mention.entity, mention.span, index, role)

    def _title(self, index: int) -> int | None:
        """The ROLE right before or, after a comma, right behind a name."""
        mentions, mention = self.draft.mentions, self.draft.mentions[index]
        if index and mentions[index - 1].label == "ROLE":
            between = self.text[mentions[index - 1].span.end : mention.span.start]
            if between.startswith(",") and stands_for_itself(self.text, mentions[index - 1].span.start):
                return None
            if HONORIFICS.fullmatch(between):
                return index - 1
        if index > 1 and mentions[index - 2].label == "ROLE":
            # `le secrétaire général de l'Organisation (OTAN), X`
            between = self.text[mentions[index - 2].span.end : mention.span.start]
            if re.fullmatch(r"\s*\([^()]{1,30}\)[\s,\u00a0]*(?:M\.|Mme)?[\s\u00a0]*", between):
                return index - 2
        if index + 1 < len(mentions) and mentions[index + 1].label == "ROLE":
            between = self.text[mention.span.end : mentions[index + 1].span.start]
            if re.fullmatch(r"\s*,\s*(?:le |la |l['’])?", between):
                return index + 1
        return self._office_of_national(index)

    def _office_of_national(self, index: int) -> int | None:
        """`la présidente de l'Union (UFA), la Bulgare X`: the office, which is of no state."""
        mentions = self.draft.mentions
        national = mentions[index - 1] if index else None
        if (
            national is None
            or national.label != "NORP"
            or self.text[national.span.end : mentions[index].span.start] != " "
        ):
            return None
        for at in range(index - 2, max(index - 4, -1), -1):
            role = mentions[at]
            if role.label == "ROLE" and not role.country:
                return at if APPOSED_NATIONAL.fullmatch(self.text, role.span.end, national.span.start) else None
        return None

    def _holder(self, index: int, mention: MentionRecord) -> Reference | None:
        """The person who holds an office that stands without a name, as far as the article shows it."""
        if self._beside_a_name(index) or MANY.match(self._words(mention.span)):
            return None
        words = fold(self._words(mention.span))
        country, bare = mention.country, words == "ministre"
        body = presided_over(self._words(mention.span)) if not country else ""
        own = OWN.fullmatch(words) or (words == "president" and stands_for_itself(self.text, mention.span.start))
        if own and not country:
            return None if self.president is None else Reference(self.president, mention.span, None, index)
        best: tuple[int, int] | None = None
        for number, posts in enumerate(self.posts):
            for post in posts:
                if not may_be_meant(post, words, country) or (body and not of_same_body(body, post)):
                    continue
                own = bare and post.key == fold(post.title)
                score = 2 * bool(country and country == post.country) + 2 * (post.mention <= index) + own
                # Among equals the one named closest before.
                distance = index - post.mention if post.mention <= index else 1000 + post.mention
                if best is None or (score, -distance) > best:
                    best, found = (score, -distance), number
        if best is None:
            return self._only_untitled(index, mention)
        return Reference(found, mention.span, None, index)

    def _own_president(self) -> int | None:
        """Whom `le chef de l'État` means without a country: who is called so, else the president with none named."""
        titles = {
            number: [fold(post.title) for post in entity.posts] for number, entity in enumerate(self.draft.entities)
        }
        for role, person in pairwise(self.draft.mentions):
            named = role.label == "ROLE" and person.label == "PER" and OWN.fullmatch(fold(self._words(role.span)))
            if named and HONORIFICS.fullmatch(self.text, role.span.end, person.span.start):
                return person.entity
        called = [number for number, own in titles.items() if any(OWN.fullmatch(title) for title in own)]
        plain = [number for number, own in titles.items() if "president" in own and number not in self._women]
        counts = Counter(mention.entity for mention in self.draft.mentions)
        return max(called or plain or self._posts.presidents, key=lambda number: counts[number], default=None)

    def _only_untitled(self, index: int, mention: MentionRecord) -> Reference | None:
        """`Le président français` once the article has named just one person whose office it does not tell."""
        if not mention.country or not re.search(
            r"\b[Ll](?:e |a |['’])$", self.text[max(0, mention.span.start - 4) : mention.span.start]
        ):
            return None
        people = {
            other.entity
            for other in self.draft.mentions[:index]
            if other.label == "PER" and other.entity is not None and not self.posts[other.entity]
        }
        people = {number for number in people if self.countries(number) <= {mention.country}} - {self.president}
        if len(people) != 1 or self._is_of_another(mention):
            return None
        return Reference(people.pop(), mention.span, None, index)

    def _is_of_another(self, mention: MentionRecord) -> bool:
        """Whether an office of another country stands before this one, without a name either: whose is open."""
        sentence = self.sentences.at(mention.span.start)
        return any(
            role.label == "ROLE" and role.country not in {"", mention.country} and not self._beside_a_name(index)
            for index, role in enumerate(self.draft.mentions)
            if sentence.start <= role.span.start < mention.span.start
        )

    def _beside_a_name(self, index: int) -> bool:
        near = (index + 1, index - 1, index + 2, index + 3)
        return any(
            0 <= other < len(self.draft.mentions)
            and self.draft.mentions[other].label == "PER"
            and self._title(other) == index
            for other in near
        )

    def _words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def pronoun(self, token: Token) -> Reference | None:
        """Who `il` or `elle` is: the subject spoken of last, of the right gender as far as it is known."""
        if fold(token.text).lstrip("-t").strip("-") not in {"il", "elle", "l'", "le", "la", "lui"}:
            return None
        feminine = "elle" in fold(token.text) or fold(token.text) == "la"
        found = self.last_person(token.idx, feminine=feminine)
        return found and Reference(found.entity, Span(token.idx, token.idx + len(token)), found.mention)

    def last_person(self, position: int, *, feminine: bool | None = None) -> Reference | None:
        """The most recent subject among the people; in the nearest sentence that names one, else its first."""
        index = self.sentences.index(position)
        for number in range(index, max(-1, index - 6), -1):
            span = self.sentences.spans[number]
            before = Span(span.start, min(span.end, position))
            people = [one for one in self.within(before, people_only=True) if self._fits(one, feminine=feminine)]
            spoken_of = [one for one in people if not self.sentences.quoted(one.span.start)]
            # Before the pronoun in its own sentence: `Après son entretien avec X, il a dit`: not X.
            free = [one for one in spoken_of if not self.governed(one)]
            people = free if number == index else spoken_of or people
            first = people[0].span.start if people else before.end
            if number < index and not feminine and PRONOUN_SUBJECT.search(self.text[before.start : first]):
                continue
            if people:
                return next((one for one in people if self._is_subject(one)), people[0])
        return None

    def _fits(self, reference: Reference, *, feminine: bool | None) -> bool:
        return feminine is None or (reference.entity in self._women) is feminine

    def is_woman(self, entity: int) -> bool:
        return entity in self._women

    def _find_women(self) -> set[int]:
        """The people whose title or office says that they are women, wherever in the article."""
        women: set[int] = set()
        for index, mention in enumerate(self.draft.mentions):
            if mention.label != "PER" or mention.entity is None:
                continue
            role = self._title(index)
            if calls_a_woman(self.text, mention.span, self.draft.mentions[role].span if role is not None else None):
                women.add(mention.entity)
        return women | women_by_name(self.text, self.draft.mentions)

    def phrase_start(self, reference: Reference) -> int:
        """Where the phrase begins: before the office, `M.` or `son homologue turc,` that goes with a name."""
        role = reference.role
        start = reference.span.start
        if role is not None and self.draft.mentions[role].span.start < start:
            start = self.draft.mentions[role].span.start
        before = LEADING.search(self.text[max(0, start - 60) : start])
        return start - len(before[0]) if before else start

    def governed(self, reference: Reference) -> bool:
        """Whether a preposition stands before the phrase, so that it is no subject."""
        return (
            PREPOSITION.search(self.text[max(0, self.phrase_start(reference) - 40) : self.phrase_start(reference)])
            is not None
        )

    def acts(self, reference: Reference) -> bool:
        """Whether a finite verb follows the phrase at once."""
        return FINITE_BEHIND.match(self.text, reference.span.end) is not None

    def _is_subject(self, reference: Reference) -> bool:
        return self.acts(reference) and not self.governed(reference)

    def last_group(self, position: int, size: int, fitting: set[int] | None = None) -> list[Reference]:
        """The people spoken of last before a position: of one sentence if it has so many, else gathered backwards."""
        found: list[Reference] = []
        index = self.sentences.index(position)
        for number in range(index, max(-1, index - 6), -1):
            span = self.sentences.spans[number]
            here = self._distinct(self.within(Span(span.start, min(span.end, position)), people_only=True))
            here = [one for one in here if fitting is None or one.entity in fitting]
            if len(here) == size:
                return here
            found = self._distinct([*here, *found])
            if len(found) >= size:
                return found[:size]
        return []

    @staticmethod
    def _distinct(references: list[Reference]) -> list[Reference]:
        return list({one.entity: one for one in references}.values())

    def groups(self, span: Span) -> list[Reference]:
        """Everyone meant by a phrase like `les deux ministres` within a span."""
        match = GROUP.search(self.text, span.start, span.end)
        if match is None:
            return []
        position, size = match.start(), NUMBERS[match[1].lower()]
        offices = offices_meant(match[0].lower())
        if offices is None:
            return self.last_group(position, size)
        holding = {at for at, held in enumerate(self.posts) if any(office(post.title) in offices for post in held)}
        perhaps = {at for at, held in enumerate(self.posts) if not held}
        ways = (holding, holding | perhaps, None)
        return next((found for fitting in ways if (found := self.last_group(position, size, fitting))), [])
