"""Prepositions before a phrase, sorted by what they make of it, and verbs right behind one."""

import re

from articles.nlp.finite_verbs import holds_verb, opens_with_verb
from articles.nlp.types import Span

BLANK = r"\s"
#: The group of the pattern that matched is the marker.
MARKERS = re.compile(
    rf"(?:^|[\s\u00a0(«])(?:(?P<avec>avec|aux côtés de|en compagnie de|auprès de|face à|chez|autour de)"
    rf"|(?P<presence>en présence de|avec la (?:participation|présence) (?:\w+ )?de|sous les yeux de|"
    rf"accompagnée?s? (?:de|par)|flanquée?s? de|entourée?s? de|qu'accompagn(?:e|ent|ait|aient))"
    rf"|(?P<patron>sous le regard de|sous la (?:(?:co-?)?présidence|direction|conduite)(?: conjointe)? de|"
    rf"(?:sous|grâce à|avec|par) (?:la )?(?:médiation|facilitation)(?: \w+)? de|par l'(?:entremise|intermédiaire) de|"
    rf"sous l'égide de|sous (?:le patronage|le parrainage|l'arbitrage) de|"
    rf"sous les auspices de|sous la houlette de|à l'invitation de|à la demande de|à l'initiative de)"
    rf"|(?P<honour>en l'honneur de)"
    rf"|(?P<par>par)|(?P<entre>entre)|(?P<à>à)|(?P<dont>dont|parmi lesquels|y compris)|(?P<of>de|d')"
    rf"|(?P<other>pour|contre|sur|selon|vers|en|sans|après|avant|dans|depuis|envers|sous|d'après|via|hors|malgré|parmi|"
    rf"outre|concernant|sauf|comme|ni|devant)){BLANK}*$",
    re.I,
)
CONTRACTED = re.compile(rf"(?P<de>(?:du|des|de){BLANK}|d['’′])|(?P<à>aux?{BLANK})", re.I)
#: Before these `des` is the plural article: `avec des responsables`.
PLURAL_ARTICLE = re.compile(
    r"(?:^|[,;:(«]|\b(?:avec|par|entre|où|que|et|comme|contre|pour|"
    r"(?:reçu|vu|accueilli|rencontré|retrouvé|consulté|réuni)e?s?|reçoi(?:t|vent)|rencontr(?:ent|er|era|eront)|recev(?:oir|ra|ront)|"
    r"ensemble|séparément|ensuite|\w+di|dimanche|aujourd['’′]hui|hier|demain))\s*$",
    re.I,
)
#: `unis face aux États-Unis`, `la mission auprès de l'Onu`.
FACING = re.compile(
    r"\bface\s(?:à\s)?$|\b(?:mission|ambassad|représent|accrédit|délég|nonc|observat|envoyé)\w*\b[^,;:.]{0,40}\sauprès\s(?:de\s|d['’′])?$"
)
ANY_FINITE = re.compile(
    r"\b(?:a|ont|est|sont|avait|avaient|était|étaient|va|vont|peut|doit|doivent|fut|furent|eut|qui|que|dont|où|"
    r"[a-zéèêàâîôûç-]{2,}(?:aient|era|eront|iront|dront|vront))\b"
)


def marker_before(text: str, start: int, sentence: Span) -> str:
    """What governs the phrase that begins there, its own contraction included: `du` is `of`, `au` is `à`."""
    before = text[max(sentence.start, start - 40) : start].replace("’", "'").replace("′", "'")
    own = CONTRACTED.match(text, start)
    if own and not (own[0].lower().startswith("des") and PLURAL_ARTICLE.search(before)):
        before += "à " if own["à"] else "de "
    match = MARKERS.search(before)
    return match.lastgroup or "" if match else ""


def is_followed_by_verb(text: str, end: int) -> bool:
    return opens_with_verb(text, end)


def has_finite(words: str) -> bool:
    return ANY_FINITE.search(words) is not None or holds_verb(words)


def is_elliptic(before: str) -> bool:
    """A clause without a verb of its own: `Ramallah dimanche pour une entrevue avec X`."""
    clause = re.split(r"[;:]", before)[-1]
    return not has_finite(clause) and not clause.rstrip().lower().endswith((" de", " du"))
