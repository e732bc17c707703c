"""What dates look like. Durations and clock times match nothing here."""

import re

from articles.nlp.calendar_fr import GAP, MONTH, WEEKDAY

YEAR = r"(?:1[5-9]\d{2}|20\d{2})"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:er)?"
APOSTROPHE = r"[’']"
G = f"{GAP}{{1,2}}"

#: In this order; the first that matches at a place wins.
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?<![\w/])(?:{pattern})(?![\w])", re.IGNORECASE))
    for kind, pattern in (
        ("iso", r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})"),
        ("numeric", r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>(?:19|20)\d{2})"),
        (
            "range",
            rf"(?:{WEEKDAY}{G})?(?P<d1>{DAY})(?:{G}(?P<m1>{MONTH}))?(?:{G}(?P<y1>{YEAR}))?"
            rf"(?P<sep>{G}(?:au|et|à){G}|{GAP}?[-–]{GAP}?)(?:{WEEKDAY}{G})?(?P<d2>{DAY}){G}(?P<m2>{MONTH})(?:{G}(?P<y2>{YEAR}))?",
        ),
        (
            "day",
            rf"(?:(?P<w>{WEEKDAY}){G})?(?P<d>{DAY}){G}(?P<m>{MONTH})(?:{G}(?P<y>{YEAR}))?"
            rf"(?:{G}(?P<rel>dernier|prochain))?",
        ),
        ("weekday_day", rf"(?P<w>{WEEKDAY}){G}(?P<d>{DAY})(?!{G}(?:heures?|h\b|ans|%|minutes|personnes|morts))"),
        ("weekday", rf"(?P<w>{WEEKDAY})(?:{G}(?P<rel>dernier|prochain|passé))?"),
        (
            "month",
            rf"(?:mi-)?(?P<m>{MONTH})(?:{G}(?P<y>{YEAR})|{G}(?P<rel>dernier|prochain|passé))?",
        ),
        ("trimester", rf"(?P<n>premier|deuxième|troisième|quatrième){G}trimestre(?:{G}(?:de{G})?(?P<y>{YEAR}))?"),
        ("semester", rf"(?P<n>premier|second|deuxième){G}semestre(?:{G}(?:de{G})?(?P<y>{YEAR}))?"),
        ("year_part", rf"(?P<part>début|fin){G}de{G}l{APOSTROPHE}année"),
        (
            "today",
            rf"aujourd{APOSTROPHE}{GAP}?hui|ce{G}(?:jour|matin|soir|midi)(?!{GAP}?-)|cet{G}après-midi|cette{G}nuit",
        ),
        ("before_yesterday", r"avant-hier"),
        ("yesterday", r"hier"),
        ("after_tomorrow", r"après-demain"),
        ("tomorrow", r"demain"),
        ("eve2", r"(?<=l['’])avant-veille"),
        ("eve", rf"(?<=la{GAP})veille"),
        ("morrow2", rf"(?<=le{GAP})surlendemain"),
        ("morrow", rf"(?<=le{GAP})lendemain"),
        ("week", rf"(?P<this>cette){G}semaine|semaine{G}(?P<rel>dernière|prochaine|passée)"),
        (
            "weekend",
            rf"(?P<this>ce){G}week-?end|(?:week-?end|fin{G}de{G}semaine)(?:{G}(?P<rel>dernière?|prochaine?|passée?))?",
        ),
        ("this_month", rf"(?P<this>ce){G}mois(?:-ci)?|mois{G}(?P<rel>dernier|prochain|passé)"),
        ("this_year", rf"(?P<this>cette){G}année|(?:an|année){G}(?P<rel>dernière?|prochaine?|passée?)"),
        ("bare_day", rf"(?<=\ble{GAP})(?P<d>{DAY})(?={GAP}?[,.;)](?!\d)|{G}(?:à|au|en|dans|pour|avec){G}\D)"),
        ("year", rf"(?P<y>{YEAR})"),
    )
)
#: Not dates: `à la veille de`, `au lendemain du`.
OF = re.compile(rf"{GAP}*(?:de|du|des|d{APOSTROPHE})(?!\w)", re.IGNORECASE)
#: A number before a plural noun counts things; after these words it is a year all the same.
COUNTED = re.compile(
    rf"{GAP}+(?!(?:les|des|dans|sans|plus|mais|puis|depuis|alors|lors|vers|après|ils|elles|nous|ses|leurs|ans|trois|deux|dès|jusqu['’]?)\b)"
    rf"(?:[a-zà-ÿ]+[sx]\b|de{G}(?:dollars|euros)|%|€|\$|km\b|milli)|{GAP}?[%€$°]|{GAP}\d{{3}}\b|[.,]\d"
)
NOT_A_YEAR = re.compile(
    rf"(?:\b(?:résolution|n°|numéro|Airbus|Boeing|vol|article|loi|page|environ|de|à|Agenda|COP)|\d|[-/A-Za-z.,]|[$€])[{GAP[1:-1]}]*\Z"
)
BEFORE_YEAR = re.compile(
    rf"\b(?:en|depuis|dès|avant|après|d['’]ici|vers|année|an|années|campagne|édition|fin|début|courant|horizon|printemps|été|automne|hiver|de|à|et|ou|entre|jusqu['’]en){GAP}*\Z",
    re.IGNORECASE,
)
PAST_CUE = re.compile(
    rf"\bdepuis\b[^.;\n]{{0,50}},{GAP}le{GAP}\Z|\b(?:depuis)(?:{GAP}(?:le|la|début|fin|mi))*{GAP}*\Z", re.IGNORECASE
)
FUTURE_CUE = re.compile(
    rf"(?:\b(?:prévue?s?|attendue?s?|fixée?s?)(?:{GAP}pour)?(?:{GAP}(?:le|au|du|aux|les))?{GAP}*|\b(?:jusqu['’]au|jusqu['’]en|jusqu['’]à|d['’]ici)(?:{GAP}(?:le|la|début|fin|au|à))*{GAP}*)\Z",
    re.IGNORECASE,
)
#: Words just before a month that is no date: `de mars` the planet keeps no capital check elsewhere.
BEFORE_MONTH = re.compile(r"(?:^|[\s(«“\"'’\-,/\[])\Z")
