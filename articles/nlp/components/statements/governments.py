"""Of which state a government or presidency is: `A Vaduz, le gouvernement a dit`, `souligne la présidence`."""

import re

from articles.nlp.components.statements.actors import LEADING
from articles.nlp.components.statements.together import Together
from articles.nlp.posts import fold
from articles.nlp.reference import Reference
from articles.nlp.types import Span

GOVERNMENT = re.compile(r"gouvernement|cabinet|administration|exécutif|équipe", re.I)
#: What each state has one of.
GOVERNING_BODY = re.compile(r"présidence|gouvernement|ministère|armée", re.I)
OPENING_PLACE = re.compile(r"\W*(?:[AÀ]|[AÀ][\s\u00a0]la|Au|Aux|En|Depuis|De)[\s\u00a0]")
#: `le syndicat des médecins`: one of its own, not one spoken of before.
OF = re.compile(r"[\s\u00a0]+(?:d(?:e|es|u)\b(?![\s\u00a0](?:son|sa) côté)|d['’])")


class Governments(Together):
    def _governed_by(self, match: re.Match[str], end: int) -> Reference | None:
        """`le gouvernement de Karl Moe`: the state he leads, else the one that acted last."""
        led = OF.match(self.text, match.end())
        people = self.references.within(Span(led.end(), end), people_only=True) if led else []
        if (
            not led
            or not people
            or not LEADING.fullmatch(self.text[led.end() : self.references.phrase_start(people[0])])
        ):
            return None
        countries = self.references.countries(people[0].entity)
        if not countries and (here := self._state_here(match.start())):
            return here
        states = [one for one in self.within(Span(0, match.start())) if self.references.kind(one) == "state"]
        own = [one for one in states if self.draft.entities[one.entity].known_id in countries]
        if not own and len(countries) == 1 and (state := self.unmentioned.state(next(iter(countries)))) is not None:
            return Reference(state, Span(match.start(), match.end()))
        acting = [one for one in states if self.references.acts(one) and not self.references.governed(one)]
        return next(reversed(own if countries else acting), None)

    def _body_called(self, noun: str, position: int) -> Reference | None:
        """`la présidence`: the presidency named last."""
        bodies = [one for one in self.within(Span(0, position)) if self.references.kind(one) == "organisation"]
        called = [one for one in bodies if fold(self.draft.entities[one.entity].name).startswith(fold(noun))]
        return called[-1] if called else None

    def _own_state(self, position: int) -> Reference | None:
        """Of the town that the sentence opens with, else of whoever was the subject last."""
        if here := self._state_here(position):
            return here
        person = self.references.last_person(position)
        countries = self.references.countries(person.entity) if person else set()
        state = self.unmentioned.state(countries.pop()) if len(countries) == 1 else None
        return None if state is None else Reference(state, Span(position, position))

    def _state_here(self, position: int) -> Reference | None:
        """`A Vaduz, le gouvernement a dit`: the state of the town that the sentence opens with."""
        start = self.sentences.at(position).start
        for one in self.draft.mentions:
            if start <= one.span.start < position and one.label == "GPE" and one.entity is not None:
                opens = OPENING_PLACE.fullmatch(self.text, start, one.span.start)
                state = self.unmentioned.state(self.draft.entities[one.entity].country) if opens else None
                return None if state is None else Reference(state, one.span)
        return None
