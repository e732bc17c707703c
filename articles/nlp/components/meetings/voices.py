"""Whether a verb of meeting is passive or reflexive."""

import re

from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.verb_groups import PHRASE

REFLEXIVE = re.compile(r"(?:\b[Ss]e\s|\b[Ss]['’′](?!ils?\b))")
PASSIVE = re.compile(r"\b(?:été|être|est|sont|fut|furent|sera|seront|était|étaient|soit|soient)\s(?:\S+\s){0,3}$", re.I)
ACTIVE = re.compile(r"\b(?:a|ont|avait|avaient|ayant|aura|auront|avoir|aurait|ait|aient)\b(?!.*\bété\b)", re.I)
PARTICIPLE = re.compile(r"(?:[uié]|us|is|és|[io]int)e?s?$")

#: Before the participle of whoever speaks of himself.
OF_MYSELF = re.compile(r"\b[Jj](?:['’′]|e\s(?:n['’′]|l['’′]|les\s))(?:ai|avais)\s(?:\w+\s)?$")
OF_MYSELF_REACH = 25


def group_words(text: str, trigger: Trigger) -> str:
    """The words of the verb group before the verb itself, without the phrases set in it."""
    return PHRASE.sub(" ", text[trigger.start : trigger.span.start])


def is_reflexive(text: str, trigger: Trigger) -> bool:
    return REFLEXIVE.search(group_words(text, trigger)) is not None


def is_passive(text: str, trigger: Trigger) -> bool:
    word, words = text[trigger.span.start : trigger.span.end].lower(), group_words(text, trigger)
    if not trigger.participle or not PARTICIPLE.search(word) or REFLEXIVE.search(words):
        return False
    if OF_MYSELF.search(text, max(0, trigger.start - OF_MYSELF_REACH), trigger.start):
        return False
    return PASSIVE.search(words) is not None or ACTIVE.search(words) is None
