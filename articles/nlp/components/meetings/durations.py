"""Lengths of time, in words or digits, where a word of lasting stands by; a clock time is none."""

import re

from articles.nlp.components.meetings.triggers import verb_forms
from articles.nlp.types import Span

SMALL = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf vingt"
)
TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50}
UNITS = ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")
NUMBERS = {
    **{word: number for number, word in enumerate(SMALL.split())},
    **{f"{ten}-{unit}": value + 2 + more for ten, value in TENS.items() for more, unit in enumerate(UNITS)},
    **TENS,
    "une": 1,
    "bonne": 1,
    "petite": 1,
    "soixante": 60,
    "soixante-quatre": 64,
    "septante": 70,
    "soixante-quinze": 75,
    "nonante": 90,
    "quatre-vingt-dix": 90,
    "demi": 0,
    "cent": 100,
}
#: Round numbers: `une quarantaine de minutes`.
ROUND = {"dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50}
NUMBER = rf"\d+|{'|'.join(sorted(NUMBERS, key=lambda word: -len(word)))}"
DURATION = re.compile(
    rf"\b(?:(?P<hours>{NUMBER})\s*(?:heures?|h)\b(?:\s+(?:et\s+(?P<half>demie)|et\s+(?P<quarter>quart)|(?:et\s+)?(?P<more>{NUMBER})(?!\s*heures?)"
    rf"(?:\s*(?:minutes?|min))?)\b)?|(?P<short>\d+)\s?h\s?(?P<digits>\d{{2}})"
    rf"|(?P<quarters>un|trois)\s+quarts?\s+d['’′]heure|(?P<minutes>{NUMBER})\s*(?:minutes?|min)|(?P<round>{'|'.join(ROUND)})\s+de\s+minutes)\b",
    re.I,
)
HALF_HOUR = re.compile(r"\b(?:une )?demi-heure\b", re.I)
#: A word of lasting shortly before.
LASTING = re.compile(
    r"\b(?:pendant|durant|dur(?:ée?|er|e|ent|ait|era|èrent)|près de|plus de|moins de|restée?s?|retenue?s?|passé|"
    r"gardé|puis|parler|longue? de|d['’]une?|d['’]environ|de)\b[^.;]{0,30}$|"
    r"(?<!à plus )(?<!à moins )(?<!en plus )(?<!en moins )\bd['’′]$",
    re.I,
)
#: A participle right before: `se sont vus quarante minutes`, `ont parlé environ une heure`.
DONE = re.compile(
    r"(?P<participle>\w+)\s(?:(?:bien|environ|presque|quelque|encore|au moins|ensemble|à huis clos)\s){0,2}(?:une\s)?$"
)
WENT_ON = frozenset({"prolongé", "prolongée", "prolongés", "prolongées", "étiré", "étirée", "étirés", "étirées"})
#: A number in words may also stand alone, as in `Résultat : deux heures de discussions`.
ALONE = re.compile(r"[:.]\s*$|^\s*$")
BEHIND = re.compile(
    r"^\s*(?:de (?:discussion|pourparler|négociation|rencontre|réunion|conversation|tête|dialogue)|durant|"
    r"d['’](?:entretien|échange|écran))",
    re.I,
)
#: `à 15 h 10`, `vers 8 heures`, `dès 9 heures`: the hour of the clock.
CLOCK = re.compile(
    r"\b(?:à|vers|dès|depuis|jusqu['’]à|avant|sur le coup de|entre|aux alentours de)\s+(?:les\s+)?"
    r"(?:\S+\s+(?:heures?|h)(?:\s?\d+)?\s+(?:et|à)\s+)?$|\bde\s+\S+\s*h(?:eures)?\s*\d*\s+à\s+$",
    re.I,
)
#: `deux heures plus tôt` is a distance between events.
#: `en visite de quarante-huit heures` lasts longer than what was said there.
STAY = re.compile(
    r"\b(?:visites?|séjours?|déplacements?|voyages?|tournées?|missions?)\s(?:[\w'’′]+\s){0,3}?d(?:e\s|['’′])$", re.I
)
DISTANCE = re.compile(
    r"\s*(?:plus tôt|avant|après|plus tard|auparavant|GMT|du matin|du soir|locales?|à\s+\d|"
    r"de\s(?:retard|route|vol|avion|voiture|train|marche)|d['’′]avance)",
    re.I,
)


def find_duration(text: str, sentence: Span) -> tuple[int, Span] | None:
    """Minutes and their words, from the first length of time in the sentence."""
    for match in DURATION.finditer(text, sentence.start, sentence.end):
        minutes = _minutes(match)
        if minutes and _lasts(text, match, sentence):
            return minutes, Span(match.start(), match.end())
    half = HALF_HOUR.search(text, sentence.start, sentence.end)
    return (30, Span(half.start(), half.end())) if half else None


def _lasts(text: str, match: re.Match[str], sentence: Span) -> bool:
    before = text[max(sentence.start, match.start() - 45) : match.start()]
    behind = text[match.end() : min(sentence.end, match.end() + 24)]
    if CLOCK.search(before) or STAY.search(before) or DISTANCE.match(behind):
        return False
    if LASTING.search(before) or BEHIND.search(behind) or _was_done(before):
        return True
    in_digits = match[0][0].isdigit()
    return not in_digits and ALONE.search(before) is not None


def _was_done(before: str) -> bool:
    """Whether a verb of meeting stands right before a length of time."""
    done = DONE.search(before)
    if done is None:
        return False
    word = done["participle"].lower()
    return word in WENT_ON or any(form.tense == "participle" for form in verb_forms().get(word, ()))


def _minutes(match: re.Match[str]) -> int:
    if match["round"]:
        return ROUND[match["round"].lower()]
    if match["minutes"]:
        return _number(match["minutes"])
    if match["quarters"]:
        return 15 * _number(match["quarters"])
    if match["short"]:
        return int(match["short"]) * 60 + int(match["digits"])
    more = 30 if match["half"] else 15 if match["quarter"] else _number(match["more"] or "0")
    return _number(match["hours"]) * 60 + (more if more < 60 else 0)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]
