"""Those who say something together: `les deux chefs d'État`, `les trois capitales`."""

import re

from articles.nlp.components.statements.actors import ADVERBIAL, Actors, Speaker
from articles.nlp.group_offices import GROUP, NUMBERS
from articles.nlp.reference import Reference
from articles.nlp.types import Span

#: `les trois pays`, `les deux capitales`: states named together before.
STATES_TOGETHER = re.compile(
    r"\b(?:les|leurs)[\s\u00a0](?P<number>deux|trois|quatre|cinq)[\s\u00a0](?:pays|[ÉéEe]tats|capitales|régimes|gouvernements|nations|juntes|"
    r"diplomaties|chancelleries|voisins|puissances|alliés)(?:[\s\u00a0][a-zéèê]+[sx])?\b",
    re.I,
)
#: Whoever was told of together right before.
ALL_OF_THEM = re.compile(
    r"\b(?:(?:tous|toutes)[\s\u00a0](?:les[\s\u00a0])?(?:deux|trois)|l['’]un[\s\u00a0]et[\s\u00a0]l['’]autre)"
    r"(?=[\s\u00a0,])",
    re.I,
)
OFFICE_GOES_ON = re.compile(
    r"(?:[\s\u00a0]d['’][ÉéEe]tat(?:[\s\u00a0]et[\s\u00a0]de[\s\u00a0]gouvernement)?|[\s\u00a0]de[\s\u00a0](?:la[\s\u00a0])?(?:diplomatie|gouvernement))?"
    r"(?:[\s\u00a0](?!ont|sont|vont)[a-zéèê]+s\b)?"
)
AND = re.compile(r"[\s\u00a0]*(?:,|et|,[\s\u00a0]*et|ainsi que)[\s\u00a0]*(?:l[ae]s?[\s\u00a0]|l['’])?")


class Together(Actors):
    def _several_before(self, start: int, end: int) -> Speaker | None:
        """`Les deux ministres ont dit`, `Tous deux ont dit`: both of them; `Les trois pays ont dit`: all three."""
        if (all_of_them := ALL_OF_THEM.search(self.text, start, end)) and ADVERBIAL.fullmatch(
            self.text, all_of_them.end(), end
        ):
            size = 3 if "trois" in all_of_them[0] else 2
            return Speaker(tuple(self.references.last_group(all_of_them.start(), size)))
        states = next(reversed(list(STATES_TOGETHER.finditer(self.text, start, end))), None)
        acting = states if states and ADVERBIAL.fullmatch(self._without_attributes(states.end(), end)) else None
        if acting and (together := self._together_before(acting)):
            return together
        match = next(reversed(list(GROUP.finditer(self.text, start, end))), None)
        if match is None:
            return None
        behind = self._past_office(match.end())
        if not ADVERBIAL.fullmatch(self._without_attributes(behind, end)):
            return None
        named = {one.entity: one for one in self.references.within(Span(behind, end), people_only=True)}
        apposed = tuple(named.values()) if len(named) in {2, 3} else ()
        return Speaker(tuple(self.references.groups(Span(match.start(), end))) or apposed)

    def _past_office(self, position: int) -> int:
        """Behind the office that a group is called by: `les deux chefs d'État`."""
        office = next((one for one in self.draft.mentions if one.span.start < position <= one.span.end), None)
        end = position if office is None else office.span.end
        quality = OFFICE_GOES_ON.match(self.text, end)
        return quality.end() if quality else end

    def _together_before(self, match: re.Match[str]) -> Speaker | None:
        """The states that the text before has named together last, as many as are said to speak."""
        wanted = NUMBERS[match["number"].lower()]
        run: list[Reference] = []
        found: list[Reference] = []
        for one in self.within(Span(0, match.start())):
            if self.references.kind(one) != "state" or self._quoted(one):
                continue
            if run and not AND.fullmatch(self.text, run[-1].span.end, one.span.start):
                run = []
            run = [*run, one]
            if len({other.entity for other in run}) == wanted == len(run):
                found = run
        return Speaker(tuple(found), end=match.end()) if found else None
