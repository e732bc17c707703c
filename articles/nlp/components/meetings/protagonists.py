"""Whom a story tells of: the person whom `il`, a bare title or a clause without a subject means.

Everybody named so far has a weight, which grows with each mention by what he does there and fades from sentence to
sentence. A pronoun that is a subject counts as a mention of whom it means, so that a story keeps to its protagonist
though others are named; who is told of only in a relative clause, a quotation or an aside hardly counts.
"""

import re
from functools import cached_property
from typing import TYPE_CHECKING

from articles.nlp.components.meetings.asides import asides
from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.markers import has_finite, is_followed_by_verb
from articles.nlp.reference import Reference
from articles.nlp.reference_patterns import PRONOUN_SUBJECT
from articles.nlp.types import Span

if TYPE_CHECKING:
    from articles.nlp.components.meetings.phrases import Phrases

#: A clause or complement before the subject: `Depuis Rome, où`, `Venant de Rome, où`, `Alors qu'`, `Avant de`.
PUT_FIRST = re.compile(
    r"(?:(?:À|A|En|Au|Aux|Depuis|De|Du|Dans|Lors|Après|Avant|Pour|Sur|Devant|[A-ZÀ-Ý][a-zà-ÿ]+(?:ant|ée?s?|ue?s?|ie?s?))"
    r",?\s[^;:.«»]{0,80}(?:où|qu['’′]|que|auquel|à laquelle|dont)\s?|"
    r"(?:Alors|Tandis|Lors|Pendant|Avant|Après|À peine|Bien|Dès lors)\s?qu['’′]|Quand\s|S['’′]|Comme\s|Puisqu['’′])\s?"
)
#: What lay before in the life of somebody named in passing: `Ce dernier avait fui`.
IN_PASSING = re.compile(
    r"(?:[Cc]e dernier|[Cc]ette dernière|[Cc]elui-ci|[Cc]elle-ci)\s(?:(?:s['’′]|n['’′]|y\s|l['’′])?(?:avait|était)\s)"
)
#: What a mention weighs by what the person does there, and what stays of it one sentence later.
SUBJECT, ALONE, OBJECT, GOVERNED, ASIDE = 4.0, 2.5, 1.6, 1.0, 0.5
FADING = 0.55
#: How much of the weight that somebody had is added to that of a new mention.
KEPT = 0.3
#: What those of the lead weigh to the end.
TOPIC = 0.8
#: Below this nobody is remembered.
FORGOTTEN = 0.1
#: Whoever said what went before: `», a déclaré `.
SAYING = re.compile(
    r"[»”\",]\s(?:[-–—]\s)?(?:n['’′]|l['’′])?(?:a|ont|avait)\s(?:\w+\s){0,2}?\w+(?:é|it|is|u)\s(?:\w+ment\s)?$"
)
#: How far behind a subject its verb may stand, what is put in between passed over.
FAR = 160
#: Stands for somebody of whom only an office is told, which nobody named is known to hold.
UNNAMED = -1
#: What may stand before the subject that opens a sentence.
OPENING = re.compile(r"\s*(?:[A-ZÀ-Ý][^,;:.«»]{1,40},\s(?:par ailleurs,\s)?)?(?:[Ll]e\s|[Ll]a\s|[Ll]['’′])")
#: A sentence that says of whose doing it is about: `Il s'agit du premier déplacement de X à Y`.
ABOUT = re.compile(
    r"\s*(?:Il s['’′]agi(?:t|ssait|ra)|C['’′](?:est|était)|Ce (?:sera|serait|fut))\s(?:là\s)?"
    r"(?:du|de|des|les?|la|l['’′]|d['’′]une?|une?|sa|son)\s?[^,;:.«»]{3,60}\s?"
)
#: A clause whose subject is a pronoun, before its object.
WITH_PRONOUN = re.compile(r"\s*(?:S['’′]|[^.;:,«»]{0,60}\bqu['’′])?(?:[Ii]l|[Ee]lle)\s(?!s['’′]agi|faut)")
Weights = dict[int, float]


class Protagonists:
    def __init__(self, phrases: "Phrases") -> None:
        self.phrases = phrases
        self.references = phrases.references
        self.sentences = phrases.references.sentences
        self.text = phrases.text
        #: What everybody weighs behind each sentence.
        self._behind: list[Weights] = []
        self._named: dict[int, Reference] = {}
        #: The people of the first sentence that names any.
        self._lead: frozenset[int] = frozenset()

    def last(
        self, position: int, *, pronoun: str = "il", without: frozenset[int] | set[int] = frozenset()
    ) -> Reference | None:
        """The person of whom the story tells at a position, of the gender of a pronoun if there is one."""
        weights = self.at(position)
        feminine = pronoun.lower().startswith("elle") if pronoun else None
        best = self._weightiest(weights, without, feminine=feminine)
        if best is not None:
            return self.phrases.standing.of_unnamed(best) if best.entity == UNNAMED else best
        last = self.references.last_person(position, feminine=feminine)
        return None if last is None or last.entity in without else last

    def at(self, position: int) -> Weights:
        """What everybody weighs at a position."""
        index = self.sentences.index(position)
        weights = self._before(index)
        span = self.sentences.spans[index]
        told = self._told(Span(span.start, span.end), position)
        return self._grown(weights, [(one, weight) for one, weight in told if weight > GOVERNED])

    def before(self, position: int) -> Weights:
        """The same where the sentence around a position begins, the people of the lead never forgotten."""
        weights = self._before(self.sentences.index(position))
        return weights | {one: max(TOPIC, weights.get(one, 0)) for one in self._lead}

    def _weightiest(
        self, weights: Weights, without: frozenset[int] | set[int], *, feminine: bool | None
    ) -> Reference | None:
        fitting = [one for one in weights if one not in without and self._agrees(one, feminine=feminine)]
        if feminine and not fitting:
            is_woman = self.phrases.standing.holders.is_woman
            fitting = [one for one in weights if one not in without and one != UNNAMED and is_woman(one)]
        best = max(fitting, key=lambda one: weights[one], default=None)
        return None if best is None else self._named[best]

    def _agrees(self, entity: int, *, feminine: bool | None) -> bool:
        return feminine is None or entity == UNNAMED or self.references.is_woman(entity) is feminine

    def _before(self, index: int) -> Weights:
        """What is left of everybody's weight where a sentence begins."""
        while len(self._behind) < index:
            self._read(len(self._behind))
        behind = self._behind[index - 1] if index else {}
        return {one: weight * FADING for one, weight in behind.items() if weight > FORGOTTEN}

    def _read(self, index: int) -> None:
        span = self.sentences.spans[index]
        weights = self._before(index)
        told = list(self._told(span, span.end))
        if meant := self._of_pronoun(span, weights, told):
            told.insert(0, (meant, SUBJECT))
        self._behind.append(self._grown(weights, told))
        if not self._lead:
            self._lead = frozenset(one.entity for one, weight in told if weight > ASIDE) - {UNNAMED}

    def _of_pronoun(self, span: Span, weights: Weights, told: list[tuple[Reference, float]]) -> Reference | None:
        """Whom the pronoun means with which a sentence begins, unless it points to the name behind."""
        first = min((one.span.start for one, weight in told if weight > GOVERNED), default=span.end)
        words = self.text[span.start : first]
        pronoun = PRONOUN_SUBJECT.search(words)
        if pronoun is None:
            return None
        opening = words[: pronoun.start() + 1].lstrip()
        if first < span.end and PUT_FIRST.fullmatch(opening):
            return None
        return self._weightiest(weights, frozenset(), feminine="elle" in pronoun[0].lower())

    def _grown(self, weights: Weights, told: list[tuple[Reference, float]]) -> Weights:
        grown = dict(weights)
        for one, weight in told:
            if weight <= GOVERNED and one.entity not in weights:
                continue
            grown[one.entity] = max(grown.get(one.entity, 0), weight + KEPT * weights.get(one.entity, 0))
            self._named[one.entity] = one
        return grown

    def _told(self, span: Span, end: int) -> list[tuple[Reference, float]]:
        """The people of a sentence up to a position, and what each weighs there."""
        lists = [each for each in self.phrases.lists(span) if each.span.end <= end]
        opening = next((each for each in lists if not each.marker), None)
        told = [
            (one, self._weight(each, span, opens=each is opening))
            for each in lists
            for one in each.members
            if self.phrases.standing.kind(one) == "person"
        ]
        if (unnamed := self._unnamed(span, end, lists)) is not None:
            told.append((unnamed, SUBJECT))
        acting = any(weight > OBJECT for _, weight in told) or self._opens_with_pronoun(span, lists)
        return [(one, ALONE if weight == OBJECT and not acting else weight) for one, weight in told]

    def _opens_with_pronoun(self, span: Span, lists: list[Listing]) -> bool:
        """`S'il rencontre X, il`: the pronoun acts, so that whom it is told of with is no more than met."""
        first = lists[0].span.start if lists and not lists[0].marker else span.start
        return WITH_PRONOUN.match(self.text, span.start, first) is not None

    def _unnamed(self, span: Span, end: int, lists: list[Listing]) -> Reference | None:
        """The office that opens a sentence as its subject: `Le Premier ministre a informé`, named nowhere."""
        office = self._first_offices.get(self.sentences.index(span.start))
        if office is None or office.end > end or any(self._names(each, office) for each in lists):
            return None
        opens = OPENING.fullmatch(self.text, span.start, office.start)
        return Reference(UNNAMED, office) if opens and is_followed_by_verb(self.text, office.end) else None

    def _names(self, listing: Listing, office: Span) -> bool:
        return listing.span.overlaps(office) and any(
            self.phrases.standing.kind(one) == "person" for one in listing.members
        )

    @cached_property
    def _first_offices(self) -> dict[int, Span]:
        """By the number of its sentence; asked at each word of meeting, so looked up once."""
        offices = [each.span for each in self.phrases.mentions if each.label == "ROLE"]
        return {self.sentences.index(office.start): office for office in reversed(offices)}

    def _weight(self, listing: Listing, sentence: Span, *, opens: bool) -> float:
        start, end = listing.span.start, listing.span.end
        if self.sentences.quoted(start) or IN_PASSING.match(self.text, start) or self._is_aside(listing, sentence):
            return ASIDE
        if listing.marker == "of" and ABOUT.fullmatch(self.text, sentence.start, start):
            return SUBJECT
        if listing.marker:
            return GOVERNED if listing.marker in {"avec", "par", "à", "entre", "presence"} else ASIDE
        if is_followed_by_verb(self.text, end):
            return SUBJECT
        if SAYING.search(self.text, max(sentence.start, start - 60), start):
            return ALONE
        if opens and not has_finite(self.text[sentence.start : start]):
            return SUBJECT if self._acts_behind(end, sentence) else ALONE
        return OBJECT

    def _acts_behind(self, end: int, sentence: Span) -> bool:
        """Whether the verb of a subject stands behind what is put in between: `X, lui, doit`."""
        if self.text[end : end + 2].strip()[:1] not in {",", "("}:
            return False
        last = min(sentence.end, end + FAR)
        closings = (place for place in range(end, last) if self.text[place] in ",)")
        return any(is_followed_by_verb(self.text, closing + 1) for closing in closings)

    def _is_aside(self, listing: Listing, sentence: Span) -> bool:
        place = listing.span.start - sentence.start
        return any(each.start <= place < each.end for each in asides(self.text[sentence.start : sentence.end]))
