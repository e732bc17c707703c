"""Whom a pronoun stands for: `a-t-il dit`, `ont-ils écrit`, `note-t-elle`, `indique-t-on au ministère`."""

import re

from articles.nlp.components.statements.actors import NOBODY, Speaker
from articles.nlp.components.statements.nameless import DEFINITE, NOUN_PHRASE, Nameless
from articles.nlp.components.statements.together import AND
from articles.nlp.components.statements.unnamed import BODY, PHRASE, PLACE_OF_ON
from articles.nlp.reference import Reference
from articles.nlp.types import Span

AS_FOR = re.compile(r"\W*Quant[\s\u00a0](?:à|au|aux)\b")
LATTER_OPENS = re.compile(r"\W*C(?:e(?:lui|lle)-ci|e dernier|ette dernière)\b")
WITHIN = re.compile(r"(?P<noun>palais|présidence|ministère|gouvernement)\b(?=[\s\u00a0]*[,.;:]|$)")
FEMININE = frozenset({"elle", "elles"})


class Pronouns(Nameless):
    def pronoun(self, word: str, position: int, end: int, *, clause: bool = False) -> Speaker:
        """Whom a pronoun stands for; behind a reported `clause`, nobody whom the clause tells of."""
        if word in {"je", "nous"}:
            return NOBODY
        if word == "on":
            return self._on(position, end)
        if word in {"ils", "elles"}:
            return self._several(position)
        if unnamed := self._unnamed_before(position):
            return unnamed
        if not clause and (body := self._body_before(position)):
            return Speaker((body,), end=end)
        person = self._taken_over(position) or self.references.last_person(position, feminine=word in FEMININE)
        if person is None and word in FEMININE:
            person = self._only_woman(position)
        found = person or self._acting_body(position)
        return Speaker((found,), end=end) if found else Speaker(end=end)

    def _taken_over(self, position: int) -> Reference | None:
        """`Quant à X, il dit`; `A reçoit X. Celui-ci refuse. Il dit`: X, who is not the subject that was named."""
        index = self.sentences.index(position)
        sentence = self.sentences.spans[index]
        if AS_FOR.match(self.text, sentence.start, position):
            named = self.references.within(Span(sentence.start, position), people_only=True)
            return named[0] if named else None
        while index and not self.references.within(Span(self.sentences.spans[index].start, position), people_only=True):
            index -= 1
            begin = self.sentences.spans[index].start
            if LATTER_OPENS.match(self.text, begin):
                found = self._last_named(begin).references
                return found[0] if found and self.references.kind(found[0]) == "person" else None
            position = self.sentences.spans[index].end
        return None

    def _acting_body(self, position: int) -> Reference | None:
        """`La Gazette s'inquiète. « … », note-t-elle`: the body that the sentence before has for its subject."""
        index = self.sentences.index(position)
        span = self.sentences.spans[max(0, index - 1)]
        free = self.free(Span(span.start, min(span.end, position)))
        opening = self._body_opening(span) if index else None
        if opening or not free or not index:
            return opening
        governed = re.search(r"\bqu(?:e\b|['’])", self.text[span.start : free[0].span.start])
        return free[0] if self.references.acts(free[0]) and not governed else None

    def _body_opening(self, sentence: Span) -> Reference | None:
        """`L'organisation a appelé au calme. Elle a dit`: what the sentence before takes up itself."""
        start = sentence.end - len(self.text[sentence.start : sentence.end].lstrip())
        noun = NOUN_PHRASE.match(self.text, start, sentence.end)
        if noun is None or not BODY.fullmatch(noun["noun"]) or noun["article"].lower() not in DEFINITE:
            return None
        return next(iter(self._spoken_of(noun["noun"], sentence.start, noun.end()).references), None)

    def _only_woman(self, position: int) -> Reference | None:
        people = self.references.within(Span(0, position), people_only=True)
        women = {one.entity: one for one in people if self.references.is_woman(one.entity)}
        return next(iter(women.values())) if len(women) == 1 else None

    def _body_before(self, position: int) -> Reference | None:
        """`Le Monde se souvient : il écrit …`: a body that acts earlier in a sentence that names no person."""
        free = self.free(Span(self.sentences.at(position).start, position))
        if any(self.references.kind(one) == "person" for one in free):
            return None
        opening = free[:1] if free and self._opens(free[0], self.sentences.at(position).start) else []
        return next((one for one in [*opening, *free] if one in opening or self.references.acts(one)), None)

    def _unnamed_before(self, position: int) -> Speaker | None:
        """`Un médecin de l'hôpital attend. « … », dit-il`: the one the sentence before begins with."""
        index = self.sentences.index(position)
        before = self.sentences.spans[max(0, index - 1)]
        phrase = PHRASE.match(self.text, before.start, before.end)
        if index == 0 or phrase is None or phrase["article"].lower() not in {"un", "une"}:
            return None
        named = [one for one in self.within(before) if self.references.kind(one) == "person"]
        return None if named else self._described(phrase, before.end)

    def _several(self, position: int) -> Speaker:
        """`ils`: those named together earlier in the sentence or in the one before, if they are two or three."""
        index = self.sentences.index(position)
        acting = self._together_in(Span(self.sentences.spans[index].start, position))
        if len(acting) in {2, 3}:
            return Speaker(tuple(acting))
        span = self.sentences.spans[max(0, index - 1)]
        people = {one.entity: one for one in self.within(span) if self.references.kind(one) == "person"}
        if len(people) in {2, 3}:
            return Speaker(tuple(people.values()))
        both = [] if people else self.references.groups(Span(span.start, min(span.end, position)))
        if len(both) == 2:
            return Speaker(tuple(both))
        groups = [one for one in self.within(Span(span.start, position)) if self._many(one)]
        return Speaker((groups[-1],)) if groups and not people else Speaker()

    def _together_in(self, span: Span) -> list[Reference]:
        """`Anna Lind et Karl Moe ont eu un entretien, après lequel ils ont dit`: the first run of subjects."""
        run: list[Reference] = []
        for one in self.within(span):
            if self.references.kind(one) != "person":
                continue
            if run and not AND.fullmatch(self.text, run[-1].span.end, self.references.phrase_start(one)):
                break
            if run or not self.references.governed(one):
                run.append(one)
        return run

    def _many(self, one: Reference) -> bool:
        """`les talibans`: a body told of as its people."""
        start = self.references.phrase_start(one)
        plural = re.search(r"\b(?:les|des|aux)[\s\u00a0](?:\w+s[\s\u00a0])?$", self.text[max(0, start - 24) : start])
        return self.references.kind(one) == "organisation" and plural is not None and not self._quoted(one)

    def _on(self, position: int, end: int) -> Speaker:
        """`indique-t-on au ministère`, `au ministère, on indique`."""
        sentence = self.sentences.at(position)
        behind = PLACE_OF_ON.match(self.text, end)
        if behind is not None and (found := self._bodies(Span(behind.end(), min(sentence.end, behind.end() + 80)))):
            return Speaker((found[0],), end=found[0].span.end)
        where = re.search(r",?\s+où(?: l['’])?\s*$", self.text[sentence.start : position])
        if where and (found := self._bodies(Span(sentence.start, sentence.start + where.start()))):
            return Speaker((found[-1],))
        opening = PLACE_OF_ON.match(self.text, sentence.start)
        if opening is not None and opening.end() < position and (found := self._bodies(Span(opening.end(), position))):
            return Speaker((found[0],))
        body = behind and WITHIN.match(self.text, behind.end())
        if body and (seat := self._seat(body["noun"], position)):
            return Speaker((seat,), end=body.end())
        return Speaker(end=end)

    def _seat(self, noun: str, position: int) -> Reference | None:
        """`a-t-on précisé au palais`, `au ministère`: what was named so before."""
        called = self._body_called(noun, position)
        return called if called or noun != "palais" else self._last_body(position)

    def _bodies(self, span: Span) -> list[Reference]:
        return [one for one in self.within(span) if self.references.kind(one) in {"organisation", "state"}]
