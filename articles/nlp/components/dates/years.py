"""Whether four digits that stand alone are a year or a number of things."""

import re

from articles.nlp.calendar_fr import GAP
from articles.nlp.components.dates.patterns import YEAR, A, G

#: How far to the left the words before a number are looked at.
REACH = 40
#: Words that end like a plural and count nothing.
UNCOUNTED = (
    "les|des|dans|sans|plus|mais|puis|depuis|alors|lors|vers|après|ils|elles|nous|vous|ses|leurs|ces|mes|nos|aux|deux|dès|pas|très|sous|moins|"
    "jamais|toujours|parfois|ailleurs|certes|hors|malgré|près|avons|sommes|suis|ces|cas|toutes|tous|"
    "cependant|selon|parmi|six|dix|trois|versus|apparus"
)
UNITS = (
    rf"de{G}(?:dollars|euros|francs|roubles|yuans)|dollars|euros|ans|km|mètres|m|kg|tonnes|h|heures|hectares|degrés|kilomètres|milli(?:on|ard)s?|mille|personnes|morts|"
    r"soldats|hommes|rue|avenue|boulevard"
)
THINGS = rf"(?:{UNITS})\b|(?!(?:{UNCOUNTED})\b)[a-zà-ÿ]+[sx]\b"
MORE = rf"{GAP}?[%€$°£]|{GAP}\d{{3}}\b|[.,]\d"
#: A number before a plural noun, a unit or more digits counts things; so does `1500 à 2000 soldats`.
COUNTED = re.compile(rf"{G}(?:{THINGS})|{MORE}|{GAP}?(?:à|et|ou|-|–){GAP}?\d[\d {chr(160)}]*{G}(?:{THINGS})")
MEASURED = re.compile(rf"{G}(?:{UNITS})\b|{MORE}")
GLUED = re.compile(r"[-–/’'_@#]\w")
#: After these words a number is no year, whatever it looks like.
NUMBERED_WORDS = (
    rf"résolutions?|n°|no|numéros?|airbus|boeing|vol|articles?|loi|décret|pages?|environ|quelques?|presque|"
    rf"(?:près|plus|moins|total|moyenne|hauteur){G}de|windows|fox|peugeot|renault|protocole|chambre|boîte|bp|code|postal|"
    rf"tél|km|soit|norme|iso|directive|règlement|rue|avenue|bureau|matricule|canal|radio|dollars|euros|altitude"
)
NUMBERED = re.compile(rf"(?:\b(?:{NUMBERED_WORDS})|[$€£°#]|\d[\d.,/]*|[./\-]|\b\w-){GAP}*\Z")
#: `2002, 2007 et 2012`.
LISTED = re.compile(rf"\b{YEAR}(?:,{G}|{G}(?:et|ou|à|puis){G}(?:en{G})?)\Z")
#: After these words even a plural follows a year: `en 2015 plusieurs pays`.
SINCE = re.compile(rf"\b(?:en|depuis|dès|avant|d{A}ici|d{A}ici{GAP}à|fin|début|courant|année){GAP}+\Z")
#: Names of events, programmes and documents keep their year.
EVENT = re.compile(
    rf"(?:\b(?:euro|can|chan|mondial|eurovision|copa{G}\w+|rallye{G}\w+|dakar|agenda|vision|plan|objectif|expo|jo|cop|"
    rf"(?:coupes?|tour|rallye|championnats?|concours|exposition|jeux|ligue)(?:{G}(?!(?:à|en|par|pour|depuis|dès|et|avant|après|lors|fin|vers)\b)[\w’'.-]+){{1,7}}){G})\Z"
)
#: After these words an early year is meant too: `en 1648`, `(1799)`.
TEMPORAL = re.compile(
    rf"(?:\b(?:en|depuis|dès|avant|après|d{A}ici|vers|année|ans?|années|campagne|édition|fin|début|milieu|courant|horizon|printemps|été|automne|hiver|saison|entre|"
    rf"jusqu{A}en|l{A}an|traité{G}de|constitution{G}de|révolution{G}de|guerre{G}de)|\()[ \t\u00a0\u202f]*\Z"
)
WORD_BEFORE = re.compile(r"[^\W\d_][\w’')»\]]*[ \t\u00a0\u202f]+\Z|[(«\[\"“:\n]\s*\Z|,[ \t\u00a0]+\Z")
RECENT = range(1900, 2100)
#: Before the last century, numbers that this divides are counts: `de 1500`.
ROUND = 50
OF = re.compile(rf"\b(?:de|et|à){GAP}+\Z")


def is_year(text: str, start: int, end: int) -> bool:
    """In lower case; a year that no word of time announces must be of the last century or of this one."""
    before = text[max(0, start - REACH) : start]
    year = int(text[start : start + 4])
    if GLUED.match(text, end) and text[end] not in "-–":
        return False
    if SINCE.search(before) and year in RECENT:
        return MEASURED.match(text, end) is None
    if COUNTED.match(text, end) or EVENT.search(before):
        return False
    if TEMPORAL.search(before) or LISTED.search(before):
        return True
    if NUMBERED.search(before) or not (year in RECENT or (year % ROUND and OF.search(before))):
        return False
    return not before or WORD_BEFORE.search(before) is not None
