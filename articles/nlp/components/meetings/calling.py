"""Whom the story tells of, called by what he is: `le responsable onusien`, `le milliardaire`, `l'ancienne ministre`."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from articles.nlp.components.meetings.markers import is_followed_by_verb
from articles.nlp.lexicons import adjectives, fold
from articles.nlp.posts import HEADS, office
from articles.nlp.reference import Reference
from articles.nlp.types import Span

if TYPE_CHECKING:
    from articles.nlp.components.meetings.standing import Standing

#: Nouns of people that are no office, in the masculine, the feminine, and those that are alike in both.
_HIS = r"dirigeant|opposant|exilé|élu|général|maréchal|colonel|amiral|quadragénaire|conservateur|banquier|avocat"
_HER = r"dirigeante|opposante|exilée|élue|générale|conservatrice|banquière|avocate"
_BOTH = (
    r"responsable|diplomate|leader|numéro\s(?:un|deux|trois)|milliardaire|militaire|juriste|économiste|socialiste|"
    r"travailliste|démocrate|républicaine?|centriste|nationaliste|populiste|écologiste|communiste|libérale?|ultralibérale?|"
    r"quinquagénaire|sexagénaire|septuagénaire|octogénaire|homme\sfort|homme\sd['’′]affaires|haut(?:e)?\s(?:responsable|diplomate)"
)
CALLED = re.compile(
    rf"(?:[Ll]e\s(?P<his>{_HIS}|{_BOTH}|chef)|[Ll]a\s(?P<her>{_HER}|{_BOTH}|cheffe)|"
    rf"[Ll]['’′](?P<either>{_HIS}|{_HER}|{_BOTH}))(?=\s)"
)
FURTHER = re.compile(r"\s[a-zà-ÿ'’′-]+")
#: No more words stand between it and its verb.
LONGEST = 3
#: Whoever held an office is called so by that: `l'ancien Premier ministre`.
FORMER = re.compile(r"[Ll]['’′](?:ancien(?P<her>ne)?\s|ex-)$")
#: What may stand before it: nothing, or a setting with its comma.
OPENING = re.compile(r"\W*(?:[^.;:«»,]{2,60},\s)?")


class Calling:
    def __init__(self, standing: "Standing") -> None:
        self.standing = standing
        self.text = standing.text

    def within(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        """The subject that a sentence opens with, if it is such a word."""
        opening = OPENING.match(self.text, sentence.start, sentence.end)
        start = opening.end() if opening else sentence.start
        match = CALLED.match(self.text, start, sentence.end)
        end = self._before_verb(match.end(), sentence.end) if match else None
        if (
            match is None
            or end is None
            or any(one.span.start in range(start, end) for one in self.standing.draft.mentions)
        ):
            return
        person = self._meant(match, self.text[match.end() : end])
        if person is not None:
            yield Span(start, end), (Reference(person, Span(start, end)),)

    def former(self, start: int) -> bool:
        """Whether the office that begins there is one that somebody held."""
        return FORMER.search(self.text, max(0, start - 12), start) is not None

    def who_was(self, start: int, end: int, sentence: Span) -> int | None:
        """Of whom `l'ancien Premier ministre` is said where the sentence opens with it."""
        match = FORMER.search(self.text, max(sentence.start, start - 12), start)
        opens = match and OPENING.fullmatch(self.text, sentence.start, match.start())
        if not match or not opens or not is_followed_by_verb(self.text, end):
            return None
        return self._weightiest(match.start(), her=match["her"] is not None, his=match["her"] is None, country="")

    def _before_verb(self, end: int, limit: int) -> int | None:
        """Behind as few further words as a verb follows."""
        for _ in range(LONGEST):
            if is_followed_by_verb(self.text, end):
                return end
            further = FURTHER.match(self.text, end, limit)
            if further is None:
                return None
            end = further.end()
        return None

    def _meant(self, match: re.Match[str], more: str) -> int | None:
        country = next((adjectives()[fold(word)] for word in more.split() if fold(word) in adjectives()), "")
        her, his = match["her"] is not None, match["his"] is not None
        governs = "diplomate" not in match[0]
        return self._weightiest(match.start(), her=her, his=his, country=country, governs=governs)

    def _weightiest(self, position: int, *, her: bool, his: bool, country: str, governs: bool = True) -> int | None:
        """The one who weighs most in the story of those of whom it may be said; one who `governs` is no diplomat."""
        is_woman, countries = self.standing.holders.is_woman, self.standing.countries
        fitting = {
            one: weight
            for one, weight in self.standing.weights(position).items()
            if 0 <= one < len(self.standing.draft.entities)
            and not (is_woman(one) and his)
            and not (her and not is_woman(one))
            and (governs or not any(office(post.title) in HEADS for post in self.standing.references.posts[one]))
            and countries(one) <= ({country} if country else countries(one))
        }
        return max(fitting, key=lambda one: fitting[one], default=None)
