"""Who of several is meant by an office that stands alone: `le ministre`, `le secrétaire d'État`, `le président`."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from articles.nlp.components.gazetteer import find_names
from articles.nlp.components.linking.gender import WOMAN, of_office
from articles.nlp.lexicons import adjectives
from articles.nlp.lexicons import fold as folded
from articles.nlp.posts import MINISTERS, fold, office, stands_for_itself
from articles.nlp.reference import Reference, References
from articles.nlp.reference_patterns import OWN
from articles.nlp.types import MentionRecord, Span

DEFINITE = re.compile(r"\b(?:[Ll]e\s|[Ll]a\s|[Ll]['’′]|[Dd]u\s|[Aa]u\s)(?:jeune\s)?$")
#: Words for whoever sits on one of the thrones.
SOVEREIGNS = frozenset({"souverain", "souveraine", "monarque"})
THRONES = frozenset(
    {"roi", "reine", "emir", "sultan", "prince", "princesse", "empereur", "grand-duc", "grande-duchesse"}
)
#: What it adds that an earlier part of the article pointed to that country.
AGREED = 1.25
Weights = dict[int, float]


class Titles:
    """`weights` tells how much everybody weighs in the story where a sentence begins."""

    def __init__(self, references: References, weights: Callable[[int], Weights]) -> None:
        self.references = references
        self.text = references.text
        self.mentions = references.draft.mentions
        self.weights = weights

    def meant(self, one: Reference, sentence: Span) -> Reference:
        """The reference, to another holder of the office where the story rather tells of him."""
        if one.mention is not None or one.role is None or not self.is_bare(self.mentions[one.role]):
            return one
        role = self.mentions[one.role]
        holders = self._holders(role)
        here = {each.entity for each in self.references.within(Span(sentence.start, role.span.start), people_only=True)}
        alike = [each for each in holders if self.references.is_woman(each) is self._is_womans(role)] or holders
        fitting = [each for each in alike if each not in here] or alike
        if len(fitting) < 2:
            return replace(one, entity=fitting[0]) if fitting else one
        weights = self.weights(sentence.start)
        told = {each: weights.get(each, 0.0) * (AGREED if self._agrees(each, role) else 1) for each in fitting}
        best = max(fitting, key=lambda each: told[each])
        return replace(one, entity=best) if told[best] > told.get(one.entity, 0.0) else one

    def holder(self, role: MentionRecord) -> int | None:
        """Who is called so in other words: `le souverain` of a king, `le commissaire` by the beginning of his title."""
        holders = self._holders(role) if self.is_bare(role) else []
        weights = self.weights(role.span.start) if holders else {}
        return max(holders, key=lambda each: weights.get(each, 0.0), default=None)

    def is_bare(self, role: MentionRecord) -> bool:
        """Whether no country is told in the words of the office."""
        words = self.text[role.span.start : role.span.end]
        own = OWN.fullmatch(fold(words)) is not None and not role.country
        if (
            own
            or stands_for_itself(self.text, role.span.start)
            or not DEFINITE.search(self.text, max(0, role.span.start - 12), role.span.start)
        ):
            return False
        if any(folded(word) in adjectives() for word in words.split()):
            return False
        return not any(found.name.country or found.name.kind == "organisation" for found in find_names(words))

    def _is_womans(self, role: MentionRecord) -> bool:
        return of_office(self.text, role.span.start, self.text[role.span.start : role.span.end]) == WOMAN

    def _agrees(self, person: int, role: MentionRecord) -> bool:
        return bool(role.country) and role.country in self.references.countries(person)

    def _holders(self, role: MentionRecord) -> list[int]:
        """Those who are called just so, else by the same word, else who hold an office of that sort; named before."""
        words = fold(self.text[role.span.start : role.span.end])
        if words in SOVEREIGNS:
            held = enumerate(self.references.posts)
            return [number for number, posts in held if any(fold(post.title).split()[0] in THRONES for post in posts)]
        before = {one.entity for one in self.mentions if one.label == "PER" and one.span.start < role.span.start}
        named = [number for number, _ in enumerate(self.references.posts) if number in before]
        return self._called(named, words) or self._called(range(len(self.references.posts)), words)

    def _called(self, people: Iterable[int], words: str) -> list[int]:
        for same in (called_so, of_same_word, of_same_sort):
            held = ((number, self.references.posts[number]) for number in people)
            found = [number for number, posts in held if any(same(fold(post.title), words) for post in posts)]
            if found:
                return found
        return []


def called_so(title: str, words: str) -> bool:
    """`le ministre` takes up any portfolio."""
    return title.startswith(words) and (words != "ministre" or office(title) in {*MINISTERS, "minister"})


def of_same_word(title: str, words: str) -> bool:
    return title.split()[:1] == words.split()[:1] and office(title) == office(words)


def of_same_sort(title: str, words: str) -> bool:
    sorts = {*MINISTERS, "minister"} if words == "ministre" else {office(words)}
    return office(title) in sorts
