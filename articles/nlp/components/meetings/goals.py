"""The places that one journey leads to, one after another: `à A et à B`, `en A puis en B`, `à A, B et C`."""

import re
from collections.abc import Iterator

from articles.nlp.components.meetings.blanks import without
from articles.nlp.components.meetings.markers import is_followed_by_verb
from articles.nlp.reference import References
from articles.nlp.types import MentionRecord, Span

#: Between two goals; their days are made blank before.
NEXT = re.compile(
    r"\s*(?:\((?:du|les?|\W)*\))?(?:(?:les?|ce|du)\s{3,})?"
    r"(?:(?P<last>,?\s*(?:et|puis|et puis|ainsi que|avant)|,\s*(?:puis|avant))|(?P<comma>,))\s+"
    r"(?:ensuite\s+|enfin\s+|aussi\s+|également\s+|le\s+)?(?P<towards>(?:à|en|au|aux|dans)\s+)?"
    r"(?:de\s+|d['’′]|du\s+)?(?:la\s+|le\s+|les\s+|l['’′])?",
    re.I,
)

#: After words about the first goal: `à A, où X le recevra, puis mercredi à B`.
THEN = re.compile(r"\bpuis\s+(?:ensuite\s+|demain\s+|le\s+)?(?:à|en|au|aux)\s+(?:la\s|l['’′])?$")

#: `est arrivé à A avant B`.
BEFORE = re.compile(r"\bavant\s")
DAYS = frozenset({"DATE"})


class Goals:
    def __init__(self, references: References) -> None:
        self.references = references
        self.text = references.text

    def further(self, first: MentionRecord, sentence: Span) -> list[MentionRecord]:
        """The goals behind the first; those after a comma only where a last one closes the list."""
        found: list[MentionRecord] = []
        waiting: list[MentionRecord] = []
        end = first.span.end
        for place in self._places(end, sentence):
            between = self._without_days(end, place.span.start)
            link = NEXT.fullmatch(between)
            then = THEN.search(between) is not None
            if not (link or then) or is_followed_by_verb(self.text, place.span.end):
                break
            waiting.append(place)
            if then or (link and link["last"]):
                found, waiting = [*found, *waiting], []
            end = place.span.end
        return [one for one in found if not self._is_within(first, one)]

    def lies_ahead(self, first: MentionRecord, place: MentionRecord) -> bool:
        """`est arrivé à A, avant B et C`: whether a further goal was still to come."""
        return BEFORE.search(self.text, first.span.end, place.span.start) is not None

    def _places(self, start: int, sentence: Span) -> Iterator[MentionRecord]:
        for mention in self.references.draft.mentions:
            inside = start <= mention.span.start and mention.span.end <= sentence.end
            if inside and mention.label in {"GPE", "LOC"} and mention.entity is not None:
                yield mention

    def _is_within(self, first: MentionRecord, other: MentionRecord) -> bool:
        """`à Bagdad et en Irak`: the country around a city is no goal of its own."""
        entities = self.references.draft.entities
        one, two = first.entity, other.entity
        if one is None or two is None or max(one, two) >= len(entities):
            return False
        return one == two or (entities[two].kind == "state" and entities[one].country == entities[two].country)

    def _without_days(self, start: int, end: int) -> str:
        return without(DAYS, self.text, Span(start, end), self.references.draft.mentions)
