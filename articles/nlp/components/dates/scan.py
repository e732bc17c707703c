"""Finds the expressions: every date wording of a text in order, and whether the words around leave it a date."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from articles.nlp.calendar_fr import GAP
from articles.nlp.components.dates.patterns import NUMBER, PATTERNS, A
from articles.nlp.components.dates.years import is_year


def _grouped(words: Iterable[str]) -> str:
    """The words by first letter, which the search rejects at once; longer ones first."""
    ordered = sorted(words, key=lambda word: (word[0], -len(word)))
    groups = groupby(ordered, key=itemgetter(0))
    return "|".join(f"{letter}(?:{'|'.join(word[1:] for word in group)})" for letter, group in groups)


#: A word or number with which an expression may begin; those that only look so are few.
STARTS = re.compile(rf"(?<![\w/])(?:\d+|(?:{_grouped(PATTERNS.keys() - {NUMBER})})(?!\w))")
#: How far to the left of an expression the words before it are looked at.
WINDOW = 40
#: Not dates: `à la veille de`, `au lendemain du`.
OF = re.compile(rf"{GAP}*(?:(?:de|du|des)(?!\w)|d{A})")
#: `arrivé la veille de Paris`: that is where he came from.
CAME = re.compile(rf"\b(?:arriv|débarqu|atterri|ven|reven|rentr|part|repart)[a-zà-ÿ]*{GAP}+la{GAP}+\Z")
#: `la peur du lendemain`: no day told.
UNTOLD = re.compile(rf"\b(?:incertitude|peur|crainte|souci|angoisse|jour)s?{GAP}+(?:du|au){GAP}+\Z")
#: `les Jeux d’été de 2024` name no season.
GAMES = re.compile(rf"\b(?:jeux|olympiques|paralympiques|sports|jo|univers[a-zé]+){GAP}+d{A}{GAP}*\Z")
ANY_WEEKDAY = re.compile(rf"\b(?:un|chaque|premier|deuxième|second|troisième|quatrième|du{GAP}+lundi{GAP}+au){GAP}+\Z")
FEAST = re.compile(rf"{GAP}(?:gras|saint|noir)\b|(?<=lundi){GAP}au{GAP}(?:vendredi|samedi|dimanche)(?!{GAP}?\d)\b")
TITLE = re.compile(rf"\b[A-ZÀ-Þ]\w+{GAP}(?:du|de){GAP}+\Z")
BETWEEN = re.compile(rf"\bentre{GAP}+(?:le{GAP}+)?\Z")
FROM = re.compile(rf"\b(?:de|d{A}){GAP}*\Z")
BEFORE_DAYS = re.compile(rf"\b(?:du|les|des){GAP}+\Z")
BEFORE_DAY = re.compile(rf"\b(?:le|du|au|dès{GAP}le|et{GAP}le){GAP}+\Z")
NAMED = re.compile(
    rf"(?:\bpoissons?{GAP}d{A}|\bplanète{GAP}|\bchamp{GAP}de{GAP}|\bchamps?{GAP}de{GAP}|\bgiboulées{GAP}de{GAP})\Z"
)
#: With a capital a month stands after one of these.
BEFORE_MONTH = re.compile(rf"\b(?:en|depuis|dès|fin|début|jusqu{A}en|courant|mois{GAP}(?:de|d{A})|d{A}ici){GAP}*\Z")
#: A street behind the number of a house.
ADDRESS = re.compile(
    rf",?{GAP}(?:(?:bis|ter),?{GAP})?(?:(?:rue|avenue|boulevard|place|quai|allée|impasse|chemin|square|cours|route|esplanade)\b|"
    rf"(?:[A-ZÀ-Ý][\w’'-]+{GAP}){{1,3}}(?:Street|Road|Avenue|Lane|Square|Place|Boulevard|Drive)\b)"
)
LINE_START = re.compile(rf"(?:(?:\A|[\r\n!?:«“\"(]|(?<!\bm)(?<!\bmm)\.){GAP}*|[•–—>\-]{GAP}+)\Z")

Found = tuple[str, re.Match[str]]


def lowered(text: str) -> str:
    """Lower case with every letter in its place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def scan(text: str, low: str, start: int) -> Iterator[Found]:
    """Every date expression in order, the first pattern that fits at a place."""
    at = start
    while (candidate := STARTS.search(low, at)) is not None:
        found = _at(text, low, candidate)
        if found is not None:
            yield found
        at = found[1].end() if found else candidate.end()


def _at(text: str, low: str, candidate: re.Match[str]) -> Found | None:
    start, word = candidate.span()[0], candidate.group()
    for kind, pattern in PATTERNS[NUMBER if word[0].isdigit() else word]:
        match = pattern.match(low, start)
        if match is not None and _stands(kind, match, text):
            return kind, match
    return None


def _stands(kind: str, match: re.Match[str], text: str) -> bool:
    """Whether the words around leave the expression a date."""
    check = CHECKS.get(kind)
    return check is None or check(match, match.string[max(0, match.start() - WINDOW) : match.start()], text)


def _year(match: re.Match[str], before: str, text: str) -> bool:
    return is_year(match.string, match.start(), match.end())


def _years(match: re.Match[str], before: str, text: str) -> bool:
    """`de 2014 à 2016`, `2014-2016`, `2014-15`; not `2014 et 2016`, nor an issue number."""
    first, last = match["y"], match["y2"]
    if len(last) == 2:
        return match["sep"] is None and int(last) == (int(first) + 1) % 100
    if last <= first or not is_year(match.string, match.start(), match.end()):
        return False
    if match["sep"] == "à":
        return FROM.search(before) is not None
    return match["sep"] is None or BETWEEN.search(before) is not None


def _of(match: re.Match[str], before: str, text: str) -> bool:
    if OF.match(match.string, match.end()) is not None and CAME.search(before) is None:
        return False
    return UNTOLD.search(before) is None


def _season(match: re.Match[str], before: str, text: str) -> bool:
    return GAMES.search(before) is None


def _month(match: re.Match[str], before: str, text: str) -> bool:
    """A month is written small; with a capital only at the start of a line or sentence, or beside its year."""
    if match["y"]:
        return True
    word = text[match.start("m") : match.end("m")]
    if word[0].islower():
        return NAMED.search(before) is None
    return BEFORE_MONTH.search(before) is not None or (not word.isupper() and LINE_START.search(before) is not None)


def _weekday(match: re.Match[str], before: str, text: str) -> bool:
    """Not `Le Journal du Dimanche`, `un lundi`, `le premier mardi du mois`, `du lundi au vendredi`, `mardi gras`."""
    if ANY_WEEKDAY.search(before) or FEAST.match(match.string, match.end()):
        return False
    word = text[match.start("w") : match.end("w")]
    return not word.istitle() or TITLE.search(text, max(0, match.start() - WINDOW), match.start()) is None


def _months(match: re.Match[str], before: str, text: str) -> bool:
    """`de mars à mai`, `mars-avril 2023`; `mars et avril` are two dates unless they stand after `entre`."""
    between = match["sep"].strip()
    if between == "et":
        return BETWEEN.search(before) is not None
    return between != "à" or FROM.search(before) is not None


def _bare_day(match: re.Match[str], before: str, text: str) -> bool:
    """Not the number of a house: `au 10, Downing Street`."""
    return BEFORE_DAY.search(before) is not None and ADDRESS.match(text, match.end()) is None


def _bare_range(match: re.Match[str], before: str, text: str) -> bool:
    return BEFORE_DAYS.search(before) is not None


def _numeric(match: re.Match[str], before: str, text: str) -> bool:
    return 0 < int(match["d"]) <= 31 and 0 < int(match["m"]) <= 12


CHECKS = {
    "year": _year,
    "years": _years,
    "numeric": _numeric,
    "eve": _of,
    "eve2": _of,
    "morrow": _of,
    "morrow2": _of,
    "month": _month,
    "weekday": _weekday,
    "months": _months,
    "bare_day": _bare_day,
    "bare_range": _bare_range,
    "season": _season,
}
