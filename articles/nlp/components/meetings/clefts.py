"""What is set before its clause: `C'est avec X que Y s'est entretenu`, `c'est X qu'il recevra`."""

import re
from typing import TYPE_CHECKING

from articles.nlp.components.meetings.listings import Listing
from articles.nlp.types import Span

if TYPE_CHECKING:
    from articles.nlp.components.meetings.clauses import Clauses, Group
    from articles.nlp.components.meetings.triggers import Trigger

#: What leads to the words set first.
IT_IS = re.compile(r"\b[Cc]e?(?:['’′](?:est|était)|\s(?:sera|fut|serait))\s[^,;:.«»]{0,40}?$")
PRONOUN = re.compile(r"(?<!\w)(?:il|elle)(?!\w)", re.I)
THAT = re.compile(r"\s(?:que\s|qu['’′])")


def set_first(text: str, lists: list[Listing], marker: str, start: int, sentence: Span) -> Listing | None:
    """The list that a preposition governs before the clause that the position stands in."""
    for each in lists:
        if each.marker == marker and each.span.end < start and THAT.match(text, each.span.end):
            governed = text[sentence.start : each.span.start]
            return each if IT_IS.search(governed) else None
    return None


def he_behind(clauses: "Clauses", met: Listing, trigger: "Trigger", sentence: Span) -> "Group":
    """`C'est X qu'il recevra`: the pronoun means somebody else."""
    pronoun = PRONOUN.search(clauses.text, met.span.end, trigger.span.start)
    if pronoun is None:
        return []
    taken = {one.entity for one in met.members}
    last = clauses.phrases.protagonists.last(sentence.start, pronoun=pronoun[0], without=taken)
    return [] if last is None else [last]
