"""Where somebody is said to say something, and who."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from articles.nlp.components.statements.patterns import (
    APPOSED,
    CLITICS,
    FACTITIVE,
    NO_SOURCE,
    OWNER,
    PRONOUN,
    SOURCE,
    SOURCE_PRONOUN,
    SUBJECT_CLITICS,
)
from articles.nlp.lexicons import rows
from articles.nlp.reference import Reference, References
from articles.nlp.types import Span
from articles.nlp.verb_groups import auxiliary_before, opening, read
from articles.nlp.verbs import Form, auxiliaries, index

INFINITIVES = frozenset({"savoir", "remarquer", "valoir"})


@cache
def reporting_verbs() -> dict[str, str]:
    """Lemma to frame: `say` takes a quotation or `que`, `stance` an object, `both` either."""
    return {row["lemma"]: row["frame"] for row in rows("reporting_verbs")}


@cache
def reporting_forms() -> dict[str, tuple[Form, ...]]:
    return index(reporting_verbs())


@dataclass(frozen=True, slots=True)
class Cue:
    """`verb` is empty for `selon`; `inverted` when the subject stands behind, so that the quotation stands before."""

    span: Span
    speaker: Reference | None
    verb: str = ""
    frame: str = "source"
    inverted: bool = False
    end: int = 0


class CueFinder:
    def __init__(self, doc: Doc, references: References) -> None:
        self.doc = doc
        self.text = doc.text
        self.references = references
        self.sentences = references.sentences

    def find(self) -> list[Cue]:
        return sorted([*self._verbs(), *self._sources()], key=lambda cue: cue.span)

    def _sources(self) -> Iterator[Cue]:
        for match in SOURCE.finditer(self.text):
            if self.sentences.quoted(match.start()) or NO_SOURCE.match(self.text, match.end()):
                continue
            sentence = self.sentences.at(match.start())
            pronoun = SOURCE_PRONOUN.match(self.text, match.end())
            stop = re.compile(r"[,;:.»”]|\s[«“\"]").search(self.text, match.end(), sentence.end)
            end = stop.start() if stop else sentence.end
            if pronoun:
                speaker, end = self.references.last_person(match.start()), pronoun.end()
            else:
                speaker = self._main(Span(match.end(), self._past_apposition(end, sentence.end)))
            yield Cue(Span(match.start(), match.end()), speaker, end=end)

    def _past_apposition(self, end: int, limit: int) -> int:
        """`selon le porte-parole du Kremlin, Dmitri Peskov`: the name behind the comma is still the source."""
        for mention in self.references.draft.mentions:
            if mention.label == "PER" and re.fullmatch(
                r",[\s\u00a0]*(?:MM?\.|Mme)?[\s\u00a0]*", self.text[end : mention.span.start]
            ):
                return min(mention.span.end, limit)
        return end

    def _main(self, span: Span) -> Reference | None:
        """Of the actors in a phrase the person, else the first that can speak."""
        found = [one for one in self.references.within(span) if self.references.kind(one) != "place"]
        return next((one for one in found if self.references.kind(one) == "person"), found[0] if found else None)

    def _verbs(self) -> Iterator[Cue]:
        for token in self.doc:
            form = self._form(token)
            if form is None or form.tense == "infinitive" or self.sentences.quoted(token.idx):
                continue
            cue = self._cue(token, form)
            if cue is not None:
                yield cue

    def _form(self, token: Token) -> Form | None:
        """The verb a word is a form of; `faire savoir` and its like count as `faire remarquer`."""
        before = token.nbor(-1) if token.i else None
        if token.lower_ in INFINITIVES and before is not None and FACTITIVE.fullmatch(before.text):
            return Form("remarquer", "present")
        form = read(token, reporting_forms())
        return form if form is None or not self._nominal(token, form) else None

    def _nominal(self, token: Token, form: Form) -> bool:
        """A participle without auxiliary describes a noun: `les propos rapportés par l'agence`."""
        return form.tense == "participle" and auxiliary_before(token) is None

    def _cue(self, token: Token, form: Form) -> Cue | None:
        first, last = verb_group(token)
        clitic = any(part.text.lower().lstrip("-") in SUBJECT_CLITICS for part in self.doc[first.i + 1 : last.i + 1])
        gerund = form.tense == "gerund"
        if self._passive(token, form) and not clitic:
            return None
        span = Span(first.idx, last.idx + len(last))
        after = None if clitic or gerund else self._behind(span.end)
        inverted = clitic or (after is not None and self._opens_with_comma(first) and not self._has_subject(first))
        speaker = self._pronoun(first, last) if clitic else after if inverted else self._subject(first, gerund=gerund)
        end = after.span.end if inverted and after is not None else span.end
        return Cue(span, speaker, form.lemma, reporting_verbs()[form.lemma], inverted, end)

    def _has_subject(self, first: Token) -> bool:
        """Whether an apposition ends at the comma: `Le ministre, Jean Dupont, a déclaré`."""
        sentence = self.sentences.at(first.idx)
        before = self.references.within(Span(sentence.start, first.idx))
        if not before or self.sentences.quoted(before[-1].span.start):
            return False
        opening = self.text[sentence.start : self.references.phrase_start(before[-1])]
        return APPOSED.search(opening) is not None and self.text[before[-1].span.end : first.idx].strip() == ","

    def _passive(self, token: Token, form: Form) -> bool:
        """`a été annoncé`, `est demandé`, not `s'est engagé`."""
        helper = auxiliary_before(token)
        if form.tense != "participle" or helper is None:
            return False
        being = any(one.lemma == "être" for one in auxiliaries().get(helper.lower_, ()))
        words = {part.lower_ for part in self.doc[opening(token) : token.i]}
        return being and words.isdisjoint({"se", "s'", "s’"})

    def _opens_with_comma(self, first: Token) -> bool:
        before = self.text[max(0, first.idx - 4) : first.idx].rstrip()
        return bool(before) and before[-1] in ',»”"–—'

    def _behind(self, position: int) -> Reference | None:
        """The subject behind the verb: an actor before the phrase is over, or in apposition."""
        sentence = self.sentences.at(max(0, position - 1))
        stop = re.compile(
            r"[;:.?!»”]|,(?!\s*(?:MM?\.\s)?[A-ZÉ])|\s(?:que|qu['’]|lors|avant|après|sur|dans)[\s\u00a0'’]|[«“\"]"
        ).search(self.text, position, sentence.end)
        end = (
            stop.start()
            if stop and self.text[max(0, stop.start() - 2) : stop.start() + 1].strip() not in {"M."}
            else sentence.end
        )
        return self._main(Span(position, end))

    def _pronoun(self, first: Token, last: Token) -> Reference | None:
        text = f"{first.text} {last.text}".lower()
        if "on" in re.split(r"[\s\-t]+", text) or "-on" in text:
            return self._behind(last.idx + len(last))
        return self.references.last_person(first.idx, feminine="elle" in text)

    def _subject(self, first: Token, *, gerund: bool) -> Reference | None:
        """The nearest actor before the verb that no preposition governs, else a pronoun, else any actor."""
        sentence = self.sentences.at(first.idx)
        before = [
            one
            for one in self.references.within(Span(sentence.start, first.idx))
            if self.references.kind(one) != "place" and not self.sentences.quoted(one.span.start)
        ]
        free = [one for one in before if not self.references.governed(one)]
        if free and re.search(r"\bet\s+$", self.text[max(sentence.start, first.idx - 5) : first.idx]):
            # `X a dit que … et a ajouté`: the second verb has the subject of the first.
            return next((one for one in free if self.references.acts(one)), free[-1])
        if gerund:
            free = [one for one in free if self.references.acts(one)] or free
        start = free[-1].span.end if free else sentence.start
        pronoun = None if gerund and free else self._last_pronoun(Span(start, first.idx))
        if pronoun is not None:
            return pronoun
        if free:
            return free[-1]
        return next((one for one in reversed(before) if self._owns(one)), None)

    def _owns(self, one: Reference) -> bool:
        """`un responsable du ministère`: an unnamed source speaks for whom it belongs to."""
        return (
            OWNER.search(self.text[max(0, self.references.phrase_start(one) - 12) : self.references.phrase_start(one)])
            is not None
        )

    def _last_pronoun(self, span: Span) -> Reference | None:
        found = [
            match
            for match in PRONOUN.finditer(self.text, span.start, span.end)
            if not self.sentences.quoted(match.start())
        ]
        if not found:
            return None
        return self.references.last_person(found[-1].start(), feminine=found[-1][1].lower() == "elle")


def verb_group(token: Token) -> tuple[Token, Token]:
    """From the auxiliary to the participle or the pronoun behind: `a-t-il déclaré`, `a ainsi lancé`, `dit-elle`."""
    first = last = token
    doc = token.doc
    if token.i and token.text.lower() in INFINITIVES and FACTITIVE.fullmatch(token.nbor(-1).text):
        first = token = token.nbor(-1)
    helper = auxiliary_before(token)
    while helper is not None:
        first = helper
        helper = auxiliary_before(first)
    following = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if following is not None and following.text.lower() in CLITICS - {"il", "elle", "ils", "elles", "on"}:
        last = following
    return first, last
