"""Journeys that a noun only takes up: `Ce déplacement s'inscrit dans la politique menée en Y` tells of no goal."""

import re

from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import Span

#: The noun opens its sentence as the journey told before.
TAKEN_UP = re.compile(r"(?:C(?:e|et|ette)|Son|Sa)\s(?:\w+\s){0,2}$")
#: What a determiner before the goal itself, and of whose journey it was or which, leave out of the question.
OWN = re.compile(
    r"\b(?:à|dans|en|vers|pour)\s(?:le|la|les|l['’′])\s?(?:(?:province|région|ville|capitale|île|pays|État)\s[^,;:.]*)?$|"
    r"\bd['’′]une?\s|,\s(?:la|le|sa|son)\s(?=(?:premi|second|dernier|derni|\w+ième))"
)
#: Another noun stands between: what is told there is told of that one.
DETERMINED = re.compile(
    r"(?<![\w-])(?:les?|la|une?|ces?|cet|cette|ses?|son|sa|leurs?|celles?|ceux|celui)\s|\b[lL]['’′]"
)


def takes_up(text: str, trigger: Trigger, sentence: Span, place: int) -> bool:
    """Whether the place that begins there is no goal of the journey that the noun takes up."""
    opening = text[sentence.start : trigger.span.start].lstrip(' «“"\n\t\u00a0–—-')
    if trigger.is_verb or place < trigger.span.end or TAKEN_UP.fullmatch(opening) is None:
        return False
    return DETERMINED.search(OWN.sub(" ", text[trigger.span.end : place])) is not None
