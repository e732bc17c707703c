"""A meeting told beside what is done at it lies ahead as that does: `X et Y doivent signer, lors d'un sommet`."""

import re

from articles.nlp.components.assertion.patterns import AHEAD, DONE
from articles.nlp.components.meetings.participles import WORD, is_adverb, participles
from articles.nlp.verbs import auxiliaries

ADJUNCT = re.compile(
    r"(?P<comma>,)?\s(?:lors|à\sl['’′]occasion|au\scours)\s(?:d['’′](?:une?\s)?|du\s|de\s(?:la\s|l['’′]|leurs?\s|son\s|sa\s|cette?\s))"
    r"(?:[\w-]+\s){0,3}$"
)
#: What opens another clause behind the verb.
OTHER = re.compile(r"[;:«»]|\b(?:qui|que|dont|où|mais|alors|tandis)\b|\bqu['’′]")


def lies_ahead_with_verb(before: str) -> bool:
    """`before` are the words of the sentence up to the noun."""
    adjunct = ADJUNCT.search(before)
    if adjunct is None:
        return False
    words = before[: adjunct.start()]
    verbs = list(AHEAD.finditer(words))
    if not verbs:
        return False
    behind = words[verbs[-1].end() :]
    if OTHER.search(behind) or DONE.search(behind):
        return False
    return adjunct["comma"] is not None or not _has_participle(behind)


def _has_participle(words: str) -> bool:
    """`les engagements pris à Rome lors de`: one that stands alone tells of the meeting itself."""
    helped = False
    for match in WORD.finditer(words):
        word = match[0].lower()
        if word in participles() and not helped:
            return True
        helped = word in auxiliaries() or (helped and is_adverb(word))
    return False
