"""A meeting told beside what is done at it lies ahead as that does: `X et Y doivent signer, lors d'un sommet`."""

import re

from articles.nlp.components.assertion.patterns import AHEAD, DONE
from articles.nlp.components.meetings.participles import WORD, is_adverb, is_auxiliary, participles

ADJUNCT = re.compile(
    r"(?P<comma>,)?\s(?:(?:lors|à\sl['’′]occasion|au\scours)\s(?=d)|(?:avant|après)\s(?=une?\s|des\s|son\s|sa\s|leurs?\s))(?:une?\s|des\s|son\s|sa\s|leurs?\s|d['’′](?:une?\s)?|du\s|de\s(?:la\s|l['’′]|leurs?\s|son\s|sa\s|cette?\s))"
    r"(?:[\w-]+\s){0,3}$"
)
#: What somebody is to do with a meeting where he goes: `ira à Z pour y présider la réunion`.
PURPOSE = re.compile(
    r"\s(?:pour|afin\sd(?:e\s|['’′]))\s?(?:y\s|en\s)?(?:(?:co)?présider|participer|assister|prendre\spart|tenir|avoir|mener|ouvrir|clore|"
    r"clôturer|inaugurer|animer|(?:co)?organiser|accueillir)\b(?:(?!\b(?:qui|que|dont|où)\b)[^;:.«»]|\bM\.|\bMM\.){1,160}$"
)
#: `doit voir X, puis participer au sommet`: what both verbs share lies ahead.
TO_ATTEND = re.compile(
    r"\b(?:doi(?:t|vent)|devai(?:t|ent)|devrai(?:t|ent)|va|vont|compte(?:nt)?|prévoi(?:t|ent))\s[^;:.«»]{3,160}?,?\s"
    r"(?:puis|et|avant\sd(?:e\s|['’′]))\s?(?:y\s|de\s)?(?:participer|assister|prendre\spart|présider|intervenir)\s[^;:.«»]{0,60}$"
)
#: `doit se rendre en personne au sommet`: what somebody is to go to.
TO_GO_TO = re.compile(
    r"\b(?:doi(?:t|vent)|devai(?:t|ent)|devrai(?:t|ent)|va|vont|compte(?:nt)?|entend(?:ent)?|prévoi(?:t|ent)|attendue?s?|attendu(?:e?s?)?\spour)\s"
    r"(?:[\w'’′-]+\s){0,6}?(?:à\sla|à\sl['’′]|aux?|à)\s?(?:[\w-]+\s){0,2}$"
)
#: What opens another clause behind the verb.
OTHER = re.compile(r"[;:«»]|\b(?:qui|que|dont|où|mais|alors|tandis)\b|\bqu['’′]")


def lies_ahead_with_verb(before: str) -> bool:
    """`before` are the words of the sentence up to the noun."""
    going = TO_GO_TO.search(before)
    if TO_ATTEND.search(before) is not None or (going and not OTHER.search(going[0]) and not DONE.search(going[0])):
        return True
    if (purpose := PURPOSE.search(before)) is not None:
        return _behind_ahead(before[: purpose.start()]) is not None
    adjunct = ADJUNCT.search(before)
    behind = None if adjunct is None else _behind_ahead(before[: adjunct.start()])
    if adjunct is None or behind is None:
        return False
    return adjunct["comma"] is not None or not _has_participle(behind)


def _behind_ahead(words: str) -> str | None:
    """What stands behind the verb of the future or the modal, if that is the verb of their last clause."""
    verbs = list(AHEAD.finditer(words))
    behind = words[verbs[-1].end() :] if verbs else ""
    return None if not verbs or OTHER.search(behind) or DONE.search(behind) else behind


def _has_participle(words: str) -> bool:
    """`les engagements pris à Rome lors de`: one that stands alone tells of the meeting itself."""
    helped = False
    for match in WORD.finditer(words):
        word = match[0].lower()
        if word in participles() and not helped:
            return True
        helped = is_auxiliary(word) or (helped and is_adverb(word))
    return False
