"""Delegations and who is in them, told a sentence later too: `Une délégation est arrivée. Elle est conduite par X.`"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from articles.nlp.components.meetings.markers import is_followed_by_verb
from articles.nlp.lexicons import adjectives, fold
from articles.nlp.reference import Reference, References
from articles.nlp.types import Span

FEMININE = r"délégation|mission|troïka|équipe"
MASCULINE = r"groupe|panel|trio|duo|quartet"
NOBODY = r"(?!)"
PRONOUNS = {"elle": rf"(?:{FEMININE})", "il": rf"(?:{MASCULINE})", "ils": r"\w+s\b"}
NOUN = (
    rf"(?:{FEMININE}|{MASCULINE}|(?:médiateur|émissaire|envoyé|négociateur)s)"
    r"(?:\sde\s(?:médiateurs|contact|haut\sniveau))?"
)
ADJECTIVE = r"(?:(?:importante|forte|petite|première|nouvelle|haute|même|autre|double|premier|petit|deux|trois)\s)?"
TOLD = re.compile(
    rf"\b(?P<article>[Uu]ne?|[Dd]es|[Ll]es?|[Ll]a|[Dd]eux|[Tt]rois|[Cc]ette)\s{ADJECTIVE}(?P<noun>{NOUN})\b"
)
#: `une délégation conduite par X` is X.
LED_BY = re.compile(
    rf"\b(?:(?:[Uu]ne?\s|[Ll][ae]s?\s|[Ll]es\s|[Dd]es\s|[Dd]eux\s)?(?:importante\s|forte\s)?(?:{FEMININE}|groupe)s?|[Cc]elles?)\b"
    r"[^,;:.]{0,60}?,?\s"
    r"(?:(?:conduite?|emmenée?|dirigée?|menée?|présidée?)s?\spar\s(?:le\s|la\s|l['’′])?|"
    r"(?:composée?|formée?|constituée?)\s(?:(?:notamment|entre\sautres)\s)?(?:du|des|d['’′]|de\s(?:la\s|l['’′])?)\s?|"
    r"comprenant\s(?:le\s|la\s|l['’′])?)$"
    r"|\b[Ll]['’′]avion\s(?:présidentiel\s)?(?:d[eu]\s(?:la\s|l['’′])?|d['’′])$"
)
#: `une mission composée de X, de Y et de Z`.
MADE_OF = re.compile(
    rf"(?:[Uu]ne?|[Ll][ae])\s(?:\w+\s)?(?:{FEMININE}|groupe)\b[^,;:.]{{0,60}}?,?\s(?:composée?|formée?|constituée?)\s"
)
#: How its members are told, in its clause or behind `Elle est`.
HEADED = (
    r"(?:(?:condui|dirig|emmen|men|présid|pilot)(?:tes?|ts?|ées?|és?)\s(?:notamment\s|conjointement\s)?par\b|"
    r"(?:composée?s?|formée?s?|constituée?s?)\s(?:notamment\s)?d(?:[eu]\b|es\b|['’′])|"
    r"(?:comprenant|comprend|comprenait|comptait|regroupe|regroupait|réunissant)\b|sous\sla\s(?:conduite|direction)\sd(?:[eu]\b|['’′])|"
    r"avec\sà\s(?:sa|leur)\stête\b)"
)
CUE = re.compile(rf"[^.;:«»]{{0,140}}?\b{HEADED}")
NEXT = re.compile(
    rf"\s*(?:Elles?|Ils?|Celle-ci|Celui-ci|Ceux-ci|(?:La|Le|Les|Cette|Ce|Ces)\s(?:{NOUN}|émissaires|médiateurs))"
    rf"\s(?:(?:est|sont|était|étaient|sera|seront)\s(?:notamment\s)?)?{HEADED}"
)
#: What ends the members, between one name and the next.
ENDS = re.compile(
    r"[.;:«»()]|\b(?:pour|avec|contre|sur|selon|vers|en|dans|après|avant|lors|chez|qui|que|dont|où|a|ont|est|sont|afin|auprès|"
    r"mais|puis|reçue?s?|arrivée?s?|attendue?s?|doi(?:t|vent)|à|aux?)\b"
)
BRACKETS = re.compile(r"\s\([^()]{1,30}\)")
CIVIL = re.compile(r"\bMM?\.")
#: Whose they are.
OF = re.compile(
    r"\s(?:[a-zà-ÿ-]+\s|de\shaut\sniveau\s|de\shaut\srang\s){0,3}?(?:de\s|du\s|des\s|d['’′])(?:la\s|l['’′]|les\s)?"
)
NATIONAL = re.compile(r"\s(?:[a-zà-ÿ-]+\s|de\shaut\sniveau\s){0,2}?(?P<state>[a-zà-ÿ-]+)\b")
#: Later words for them.
AGAIN = re.compile(
    rf"\b(?:[Ll]es|[Cc]es|[Aa]ux|[Dd]es)\s(?:deux\s|trois\s)?(?P<people>émissaires|médiateurs|envoyés|délégués|négociateurs|visiteurs)\b|"
    rf"\b(?:[Ll]a|[Cc]ette|[Ll]e|[Cc]e|[Dd]u|[Aa]u)\s(?:même\s)?(?P<whole>{FEMININE}|{MASCULINE})\b"
)
#: These nouns have many other senses: they mean a delegation only where it was called so.
VAGUE = re.compile(r"mission|équipe|groupe|panel|trio|duo|quartet|négociateurs|visiteurs")
#: Words of an opening before the subject.
OPENING = re.compile(r"\W*(?:[A-ZÀ-Ý][^,;:.«»]{1,60},\s)?")
GOES_ON = re.compile(r"\W*(?:Elle|Ils?)\s")
#: Who heads it is the subject: `X est arrivé à la tête d'une délégation`.
HEADING = re.compile(r"\b(?:à\sla\stête\sd['’′]|(?:condui|dirige|emmène|emmen|mèn|men)(?:t|sait|ait|e|era)?\s)$")
#: How many sentences a delegation stays what is spoken of.
LASTING = 12


@dataclass(frozen=True, slots=True)
class Sent:
    """`span` is the words that tell of it first, `known` where its members are told."""

    span: Span
    noun: str
    members: tuple[Reference, ...]
    body: Reference | None
    country: str
    known: int

    @property
    def meant(self) -> tuple[Reference, ...]:
        return self.members or ((self.body,) if self.body is not None else ())


class Delegations:
    """`state` finds the entity of a country."""

    def __init__(self, references: References, state: Callable[[str], int | None]) -> None:
        self.references = references
        self.sentences = references.sentences
        self.text = references.text
        self.state = state

    @cached_property
    def told(self) -> list[Sent]:
        found: list[Sent] = []
        for match in TOLD.finditer(self.text):
            if self.sentences.quoted(match.start()):
                continue
            members, known = self._members(match)
            definite = match["article"].lower() in {"la", "le", "les", "cette"}
            country = self._country(match.end())
            body = self._of_country(match, country) if country else self._body(match)
            if members or (body is not None and not definite):
                found.append(Sent(Span(*match.span()), match["noun"], members, body, country, known))
        return found

    def within(self, sentence: Span) -> Iterator[tuple[Span, tuple[Reference, ...]]]:
        """The words of a sentence that stand for a delegation whose members another sentence tells."""
        for sent in self.told:
            if sent.span.within(sentence) and sent.known >= sentence.end and sent.members:
                yield Span(sent.span.start, self._end(sent, sentence)), sent.members
        for match in AGAIN.finditer(self.text, sentence.start, sentence.end):
            again = self._before(match, sentence) if self.told else None
            if again is not None:
                yield Span(match.start(), self._end_again(match, again)), again.meant

    def pronoun(self, pronoun: str, position: int) -> list[Reference]:
        """`Elle doit rencontrer X`: the delegation that is the subject of the sentence before or earlier in this."""
        index = self.sentences.index(position)
        noun = PRONOUNS.get(pronoun.lower(), NOBODY)
        for number in range(index, max(-1, index - 4), -1) if self.told else ():
            span = self.sentences.spans[number]
            span = Span(span.start, min(position, span.end))
            sent = self._opening(span)
            if sent is not None:
                return list(sent[0].meant) if re.match(noun, sent[1]) else []
            if envoys := self._sent_out(span, noun):
                return list(envoys.meant)
            if number == index:
                continue
            if not GOES_ON.match(self.text, span.start, span.end) and not NEXT.match(self.text, span.start, span.end):
                break
        return []

    def _opening(self, span: Span) -> tuple[Sent, str] | None:
        """The delegation that is the subject of a sentence, told there first or again, and its noun there."""
        for match in AGAIN.finditer(self.text, span.start, span.end):
            if OPENING.fullmatch(self.text, span.start, match.start()) and (sent := self._before(match, span)):
                return sent, match["people"] or match["whole"]
        opening = (sent for sent in self.told if sent.span.within(span))
        first = next((sent for sent in opening if OPENING.fullmatch(self.text, span.start, sent.span.start)), None)
        return None if first is None else (first, first.noun)

    def _sent_out(self, span: Span, noun: str) -> Sent | None:
        """`X a envoyé à Y une délégation conduite par Z`: `elle` means no one else where no woman is told of."""
        if any(self.references.is_woman(one.entity) for one in self.references.within(span, people_only=True)):
            return None
        feminine = (one for one in self.told if one.span.within(span) and re.match(FEMININE, one.noun))
        return next((one for one in feminine if re.match(noun, one.noun) and one.members), None)

    def as_one(self, group: list[Reference]) -> list[Reference]:
        """A group with one alone of each delegation: they are one party."""
        for sent in self.told:
            members = {one.entity for one in sent.members}
            inside = [one for one in group if one.entity in members]
            group = [one for one in group if one not in inside[1:]]
        return group

    def _before(self, again: re.Match[str], sentence: Span) -> Sent | None:
        word = again["people"] or again["whole"]
        here = self.sentences.index(sentence.start)
        for sent in reversed(self.told):
            near = 0 <= here - self.sentences.index(sent.span.start) <= LASTING
            if sent.span.end > again.start() or not near or not sent.meant:
                continue
            acts = sent.noun == "délégation" and is_followed_by_verb(self.text, again.end())
            if VAGUE.match(word) and not (sent.noun.startswith(word) or (word == "mission" and acts)):
                continue
            return sent if self._may_be(again, sent) else None
        return None

    def _may_be(self, again: re.Match[str], sent: Sent) -> bool:
        """Whether no complement or adjective behind says that they are another's."""
        if is_followed_by_verb(self.text, again.end()):
            return True
        if self.text[again.end() :].startswith((" conduit", ", conduit", " dirigé", " emmené", " de ")):
            return self._of(again.end(), sent)
        if country := self._country(again.end()):
            return country == sent.country
        return OF.match(self.text, again.end()) is None or self._of(again.end(), sent)

    def _of(self, position: int, sent: Sent) -> bool:
        """`la délegation de la Cédéao`, of the same body."""
        of = OF.match(self.text, position)
        behind = self.references.within(Span(of.end(), of.end() + 40)) if of else []
        same = sent.body is not None and bool(behind) and behind[0].entity == sent.body.entity
        return same and of is not None and behind[0].span.start - of.end() < 5

    def _end(self, sent: Sent, sentence: Span) -> int:
        if sent.body is None or not sent.body.span.within(sentence):
            return sent.span.end
        bracket = BRACKETS.match(self.text, sent.body.span.end)
        return bracket.end() if bracket else sent.body.span.end

    def _end_again(self, again: re.Match[str], sent: Sent) -> int:
        of = OF.match(self.text, again.end())
        behind = self.references.within(Span(of.end(), of.end() + 60)) if of else []
        same = behind and sent.body is not None and behind[0].entity == sent.body.entity
        return behind[0].span.end if same and behind else again.end()

    def _members(self, told: re.Match[str]) -> tuple[tuple[Reference, ...], int]:
        """Those whom its clause or the next sentence names."""
        sentence = self.sentences.at(told.start())
        if HEADING.search(self.text, sentence.start, told.start()):
            heading = self.references.within(Span(sentence.start, told.start()), people_only=True)
            return tuple(heading[:1]), sentence.start
        cue = CUE.match(self.text, told.end(), sentence.end)
        index = self.sentences.index(told.start()) + 1
        if cue is None and index < len(self.sentences.spans):
            sentence = self.sentences.spans[index]
            cue = NEXT.match(self.text, sentence.start, sentence.end)
        if cue is None:
            return (), told.start()
        return tuple(self._listed(cue.end(), sentence.end)), sentence.start

    def _listed(self, start: int, end: int) -> Iterator[Reference]:
        """The people named on end from a position."""
        offices = [one.span for one in self.references.draft.mentions if one.label in {"ROLE", "NORP"}]
        for one in self.references.within(Span(start, end), people_only=True):
            between = self.text[start : one.span.start]
            for office in offices:
                if start <= office.start and office.end <= one.span.start:
                    between = between.replace(self.text[office.start : office.end], "")
            if one.mention is None or ENDS.search(CIVIL.sub("", between)):
                return
            yield one
            start = one.span.end

    def _body(self, told: re.Match[str]) -> Reference | None:
        of = OF.match(self.text, told.end())
        for one in self.references.within(Span(of.end(), of.end() + 80))[:1] if of else []:
            near = one.span.start - of.end() < 5 if of else False
            return one if near and self.references.kind(one) in {"organisation", "state"} else None
        return None

    def _country(self, position: int) -> str:
        """The country of the adjective behind the noun."""
        national = NATIONAL.match(self.text, position)
        return adjectives().get(fold(national["state"]), "") if national else ""

    def _of_country(self, told: re.Match[str], country: str) -> Reference | None:
        entity = self.state(country)
        return None if entity is None else Reference(entity, Span(*told.span()))
