"""Speakers told by no name of theirs: `un responsable du ministère`, `celle-ci`, `les deux chefs`, `il`, `on`."""

import re

from articles.nlp.components.statements.actors import ADVERBIAL, NOBODY, Actors, Speaker
from articles.nlp.components.statements.unnamed import ANAPHORIC, BODY, OF_BODY, PHRASE, PLACE_OF_ON
from articles.nlp.reference import GROUP, Reference
from articles.nlp.types import Span

#: Who is meant only the text before tells.
MEMBERS = re.compile(r"membres?|pays|États|parties|camps", re.I)
GOVERNING = re.compile(
    r"(?:\b(?:de|à|par|avec|pour|sur|contre|dans|en|chez|vers|entre|sans)[\s\u00a0]*|\bd['’])$", re.I
)
#: What is no single speaker: peoples, `chaque ministre`.
LEFT_OUT = re.compile(r"\b(?:les|des|aux|chaque|aucun)[\s\u00a0]+$", re.I)
FEMININE = frozenset({"elle", "elles"})


class Nameless(Actors):
    def _phrase(self, start: int, end: int, free: list[Reference]) -> Speaker:
        """`un responsable du ministère`, `le diplomate`, `la presse`: the last such phrase before the verb."""
        found = [match for match in PHRASE.finditer(self.text, max(0, start - 1), end) if self._heads(match)]
        if found:
            return self._described(found[-1], end)
        office = self._mention(end)
        if office is not None and office.label in {"ROLE", "NORP"}:
            return Speaker(definite=True) if not LEFT_OUT.search(self.text[: office.span.start]) else NOBODY
        return NOBODY

    def _heads(self, match: re.Match[str]) -> bool:
        """Whether it is a phrase of its own: in no quotation, no name, behind no preposition."""
        begin = match.start("article")
        if self.sentences.quoted(begin) or GOVERNING.search(self.text[max(0, begin - 12) : begin]):
            return False
        return not any(one.span.start < match.start("noun") < one.span.end for one in self.draft.mentions)

    def _described(self, match: re.Match[str], end: int) -> Speaker:
        behind = [one for one in self.within(Span(match.end(), end)) if self.speaks(one)]
        if MEMBERS.fullmatch(match["noun"]) and not behind:
            return NOBODY
        people = [one for one in behind if self.references.kind(one) == "person" and not self.references.governed(one)]
        if people:
            return Speaker((people[0],), end=people[0].span.end)
        bodies = [one for one in behind if self.references.kind(one) != "person" and self._owns(one)]
        if OF_BODY.fullmatch(match["noun"]) and bodies:
            return Speaker((bodies[0],), end=bodies[0].span.end)
        if match["article"].lower() in {"le", "la", "l'", "l’", "ce", "cet", "cette"} and not behind:
            return self._spoken_of(match)
        return Speaker(end=match.end())

    def _spoken_of(self, match: re.Match[str]) -> Speaker:
        if ANAPHORIC.search(match["noun"]):
            person = self.references.last_person(match.start())
            return Speaker((person,), end=match.end()) if person else Speaker(end=match.end())
        if BODY.search(match["noun"]) and (body := self._last_body(match.start())):
            return Speaker((body,), end=match.end())
        return Speaker(end=match.end())

    def _last_body(self, position: int) -> Reference | None:
        index = self.sentences.index(position)
        start = self.sentences.spans[max(0, index - 2)].start
        bodies = [one for one in self.within(Span(start, position)) if self.references.kind(one) == "organisation"]
        return bodies[-1] if bodies else None

    def _several_before(self, start: int, end: int) -> Speaker | None:
        """`Les deux ministres ont dit`: both of them."""
        match = next(reversed(list(GROUP.finditer(self.text, start, end))), None)
        if match is None or not ADVERBIAL.fullmatch(self._without_attributes(match.end(), end)):
            return None
        return Speaker(tuple(self.references.groups(Span(match.start(), end))))

    def _last_named(self, position: int) -> Speaker:
        """`celle-ci`, `ce dernier`: the actor named last before the clause."""
        begin = self.sentences.spans[max(0, self.sentences.index(position) - 1)].start
        found = [one for one in self.within(Span(begin, position)) if self.speaks(one)]
        return Speaker((found[-1],)) if found else Speaker()

    def _of_pair(self, position: int, *, first: bool) -> Speaker:
        """`le premier`, `le second` of the two people of the sentence before."""
        index = self.sentences.index(position)
        begin = self.sentences.spans[max(0, index - 1)].start
        people = self.within(Span(begin, position))
        people = [one for one in people if self.references.kind(one) == "person"]
        return Speaker((people[0 if first else -1],)) if people else Speaker()

    def pronoun(self, word: str, position: int, end: int) -> Speaker:
        if word in {"je", "nous"}:
            return NOBODY
        if word == "on":
            return self._on(position, end)
        if word in {"ils", "elles"}:
            return self._several(position)
        if unnamed := self._unnamed_before(position):
            return unnamed
        if body := self._body_before(position):
            return Speaker((body,), end=end)
        person = self.references.last_person(position, feminine=word in FEMININE)
        if person is None and word in FEMININE:
            person = self._only_woman(position)
        return Speaker((person,)) if person else Speaker(end=end)

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
        """`ils`: those named together in the sentence before, if they are two or three."""
        index = self.sentences.index(position)
        span = self.sentences.spans[max(0, index - 1)]
        people = {one.entity: one for one in self.within(span) if self.references.kind(one) == "person"}
        return Speaker(tuple(people.values())) if len(people) in {2, 3} else Speaker()

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
        return Speaker(end=end)

    def _bodies(self, span: Span) -> list[Reference]:
        return [one for one in self.within(span) if self.references.kind(one) in {"organisation", "state"}]
