"""Whose national somebody is said to be beside his name: `son homologue estonien, X`, `l'Uruguayen X`."""

import re

from articles.nlp.lexicons import adjectives, fold
from articles.nlp.types import MentionRecord

COUNTERPART = re.compile(
    r"\b(?:homologue|collègue|vis-à-vis)[\s\u00a0](?P<state>[\w-]+),?[\s\u00a0](?:MM?\.[\s\u00a0]|Mme[\s\u00a0])?$"
)
REACH = 60


def nationality(text: str, mentions: list[MentionRecord], index: int) -> str:
    """The country told right before a name, or nothing."""
    start = mentions[index].span.start
    before = mentions[index - 1] if index else None
    if before is not None and before.label == "NORP" and text[before.span.end : start] == " ":
        return adjectives().get(fold(text[before.span.start : before.span.end]), "")
    beside = COUNTERPART.search(text, max(0, start - REACH), start)
    return adjectives().get(fold(beside["state"]), "") if beside is not None else ""
