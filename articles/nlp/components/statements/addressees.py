"""To whom something is said: `a dit à X`, `a prévenu Paris que`, `lui a-t-il assuré`, `devant le Sénat, il a dit`."""

import re
from dataclasses import dataclass

from articles.nlp.components.statements.actors import LEADING
from articles.nlp.components.statements.cues import Cue
from articles.nlp.components.statements.patterns import ADVERBIALS, BLANK, PLACES_OF_SPEECH, TIMES
from articles.nlp.components.statements.speakers import SpeakerFinder
from articles.nlp.lexicons import adjectives, rows
from articles.nlp.lexicons import fold as folded
from articles.nlp.posts import fold, office
from articles.nlp.reference import Reference
from articles.nlp.types import Span

#: What may stand between a verb and the words that say to whom.
_BETWEEN = (
    rf"(?:{BLANK}*,?{BLANK}*(?:{PLACES_OF_SPEECH}|{TIMES}|{ADVERBIALS})(?=[\s\u00a0,])(?:{BLANK}*,(?={BLANK}))?)*"
)
_GIVEN = r"(?:(?:accordée?s?|donnée?s?|adressée?s?|envoyée?s?|transmise?|diffusée?s?|publiée?s?)[\s\u00a0])?"
TO = re.compile(
    rf"{_BETWEEN}{BLANK}*,?{BLANK}*{_GIVEN}"
    r"(?P<to>à l['’](?:adresse|intention|endroit|attention)[\s\u00a0]d(?:e|u|es|['’])|auprès[\s\u00a0]d(?:e|u|es|['’])|"
    r"au micro[\s\u00a0]d(?:e|u|es|['’])|devant|(?P<dative>aux?|à))(?:[\s\u00a0]|(?<=['’]))",
    re.I,
)
BEHIND = re.compile(rf"{_BETWEEN}{BLANK}*")
#: At the head of the sentence: `Devant le Parlement, X a dit`, `S'adressant à X, il a dit`.
FRONTED = re.compile(
    r"\W*(?:(?:s['’]exprimant|intervenant|parlant|prenant la parole)[\s\u00a0])?"
    r"(?P<to>devant|face à|s['’]adressant (?:à|aux?))[\s\u00a0]",
    re.I,
)
#: The pronoun before the verb and its auxiliary, `lui a répondu`; not `a, lui, répondu`.
CLITIC = re.compile(r"(?:(?:il|elle|ne|et|en|ils|elles)[\s\u00a0])*(lui)[\s\u00a0]", re.I)
HOMOLOGUE = re.compile(
    r"(?:son|sa|leur|leurs)[\s\u00a0](?:nouve(?:l|lle)[\s\u00a0])?homologue[\s\u00a0](?P<of>[\wéèêçïî-]+)", re.I
)
#: An assertion `aux États-Unis` is made there; a demand or a promise is made to them.
_PLACED = (
    "affirmer annoncer commenter confirmer considérer constater déclarer détailler écrire estimer évoquer expliquer "
    "indiquer insister juger noter observer raconter rapporter relever révéler souligner"
)
PLACED = frozenset(_PLACED.split())


@dataclass(frozen=True, slots=True)
class Addressee:
    """`words` say who it is: the name, the office or the pronoun."""

    reference: Reference
    words: Span


class Addressees:
    def __init__(self, speakers: SpeakerFinder) -> None:
        self.speakers = speakers
        self.references = speakers.references
        self.sentences = speakers.sentences
        self.text = speakers.text
        self._seats = frozenset(row["seat"] for row in rows("seats"))

    def of(self, cue: Cue) -> Addressee | None:
        if cue.verb is None or not cue.verb.told:
            return None
        limit = self.sentences.at(max(cue.span.start, cue.end - 1)).end
        ways = (self._by_clitic, self._as_object, self._behind, self._fronted)
        found = next((one for way in ways if (one := way(cue, limit)) is not None), None)
        return found if found and not self._says_it(found, cue) else None

    def _says_it(self, found: Addressee, cue: Cue) -> bool:
        return any(one.entity == found.reference.entity for one in cue.speaker.references)

    def _by_clitic(self, cue: Cue, limit: int) -> Addressee | None:
        """`lui`, where the sentence and the one before name just one person beside the speaker."""
        match = CLITIC.match(self.text, cue.span.start, cue.span.end)
        if match is None or not cue.verb or "to" not in cue.verb.told:
            return None
        index = self.sentences.index(cue.span.start)
        span = Span(self.sentences.spans[max(0, index - 1)].start, cue.span.start)
        saying = {one.entity for one in cue.speaker.references}
        people = [one for one in self.references.within(span, people_only=True) if one.entity not in saying]
        if not saying or len({one.entity for one in people}) != 1:
            return None
        return Addressee(people[-1], Span(match.start(1), match.end(1)))

    def _as_object(self, cue: Cue, limit: int) -> Addressee | None:
        """`a prévenu Paris que`, `a exhorté X à`."""
        if not cue.verb or "object" not in cue.verb.told or cue.inverted:
            return None
        start = BEHIND.match(self.text, cue.end, limit)
        return self._opening(start.end(), limit) if start else None

    def _behind(self, cue: Cue, limit: int) -> Addressee | None:
        """`a dit à X`, `a déclaré dans un entretien au Monde`, `a lancé à l'adresse de X`."""
        match = TO.match(self.text, cue.end, limit)
        if match is None or not cue.verb or (match["dative"] and "to" not in cue.verb.told):
            return None
        found = self._opening(match.end(), limit)
        return found if found and not (match["dative"] and self._where(cue, found)) else None

    def _where(self, cue: Cue, found: Addressee) -> bool:
        """`a déclaré à la Maison Blanche`, `aux États-Unis`: where it was said."""
        if fold(self.text[found.reference.span.start : found.reference.span.end]) in self._seats:
            return True
        state = self.references.kind(found.reference) == "state"
        return state and cue.verb is not None and cue.verb.lemma in PLACED

    def _fronted(self, cue: Cue, limit: int) -> Addressee | None:
        sentence = self.sentences.at(cue.span.start)
        match = FRONTED.match(self.text, sentence.start, cue.span.start)
        found = self._opening(match.end(), cue.span.start) if match else None
        # `Devant le Sénat, X …`: a comma ends the opening.
        closed = found is not None and re.match(r"[^,;:.]{0,40},", self.text[found.words.end : cue.span.start])
        return found if closed else None

    def _opening(self, start: int, limit: int) -> Addressee | None:
        """The actor that a noun phrase begins with."""
        if self.sentences.quoted(start):
            return None
        counterpart = self._counterpart(start, limit)
        here = [one for one in self.speakers.within(Span(start, min(limit, start + 160))) if self.speakers.speaks(one)]
        for one in here[:1]:
            head = self.references.phrase_start(one)
            if head - start < 40 and LEADING.fullmatch(self.text[start:head] if head > start else ""):
                return Addressee(one, trimmed_words(self.text, start, one.span.end))
        return counterpart

    def _counterpart(self, start: int, limit: int) -> Addressee | None:
        """`son homologue turc`, without a name: the one person of that country, best of the same office."""
        match = HOMOLOGUE.match(self.text, start, limit)
        country = adjectives().get(folded(match["of"]), "") if match else ""
        if match is None or not country:
            return None
        people = {
            number: {office(post.title) for post in entity.posts if post.country == country}
            for number, entity in enumerate(self.references.draft.entities)
            if entity.kind == "person" and any(post.country == country for post in entity.posts)
        }
        if len(people) != 1:
            return None
        span = Span(match.start(), match.end())
        return Addressee(Reference(next(iter(people)), span), span)


def trimmed_words(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
