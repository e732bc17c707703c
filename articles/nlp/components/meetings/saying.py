"""Talks at which something was said, told behind what was said: `X a dit à Y que Z voterait, lors d'un entretien`."""

import re

from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import Span

BESIDE = re.compile(r",\s(?:lors|au\scours|à\sl['’′](?:issue|occasion)|au\sterme)\s(?:\S+\s?){1,3}$")
#: So far before the noun that stands.
REACH = 40
THAT = re.compile(r"\bqu(?:e\s|['’′])")


def says_at(text: str, trigger: Trigger, before: Span) -> int | None:
    """Where among the words before, none of them a quotation, begins what was said at the talks of the noun."""
    if trigger.is_verb or not BESIDE.search(text, max(0, trigger.start - REACH), trigger.start):
        return None
    said = THAT.search(text, before.start, max(before.start, before.end))
    return None if said is None or "«" in text[said.end() : trigger.start] else said.start()
