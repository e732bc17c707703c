"""What dates look like in lower case. Durations and clock times match nothing here."""

import re

from articles.nlp.calendar_fr import GAP, MONTH_FULL, MONTH_OR_SHORT, MONTH_SHORT, MONTHS, WEEKDAYS

YEAR = r"(?:1[5-9]\d{2}|20\d{2})"
DAY = rf"(?:(?:0?[1-9]|[12]\d|3[01])(?:{GAP}?(?:er|ème|eme|°)(?!\w))?|premier)"
A = r"[’'`´]"
G = f"{GAP}{{1,2}}"
FULL = rf"(?:{MONTH_FULL})"
MONTH = MONTH_OR_SHORT
WEEKDAY = f"(?:{'|'.join(WEEKDAYS)}|(?:lun|mar|mer|jeu|ven|sam|dim)\\b\\.?)"
WEEKDAY_FULL = f"(?:{'|'.join(WEEKDAYS)})"
REL = r"(?:derni|proch|pass)\w+"
RELATION = rf"(?:{G}(?P<rel>derni(?:er|ers|ère|ères)|prochaine?s?|passée?s?)(?!\w))?"
ORDINAL = rf"(?P<n>premier|second|deuxième|troisième|quatrième|dernier|[1-4]{GAP}?(?:er|e|è|ème|eme|nd))"
#: The days of a week in the numbers of a span: `du lundi 3 mars 2025 au 5 avril 2025`.
FROM = rf"(?:(?P<w1>{WEEKDAY}){G})?(?P<d1>{DAY})(?:{G}(?P<m1>{MONTH}))?(?:{G}(?P<y1>{YEAR}))?"
UNTIL = rf"(?:(?P<w2>{WEEKDAY}){G})?(?P<d2>{DAY}){G}(?P<m2>{MONTH})(?:{G}(?P<y2>{YEAR}))?"

#: Words in -s after a number that is a day all the same.
NOT_COUNTED = "puis|dans|mais|sans|des|les|ses|leurs|vers|après|depuis|très|plus|pas|alors|aux|lors|dès"

NUMBERS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<y>(?:1[5-9]|20)\d\d)-(?P<m>\d{2})-(?P<d>\d{2})(?=t\d|(?!\w))"),
    (
        "numeric",
        rf"(?P<d>\d{{1,2}})(?P<sep>{GAP}?[/.\-]{GAP}?)(?P<m>\d{{1,2}})(?P=sep)(?P<y>(?:19|20)\d{{2}}|\d{{2}}(?!\d|[.,]\d))",
    ),
    (
        "days",
        rf"(?P<d0>{DAY}),{G}(?:le{G})?(?P<d1>{DAY})(?:,{G}(?:le{G})?(?P<d3>{DAY}))?"
        rf"(?P<sep>{G}et{G}(?:le{G})?)(?P<d2>{DAY}){G}(?P<m2>{MONTH})(?:{G}(?P<y2>{YEAR}))?{RELATION}",
    ),
    ("range", rf"{FROM}(?P<sep>{G}(?:jusqu{A})?(?:au|et|ou|à|puis)(?:{G}le)?{G}|{GAP}?[-–/]{GAP}?){UNTIL}{RELATION}"),
    ("day", rf"(?P<d>{DAY})(?:{G}|-)(?P<m>{MONTH})(?:{G}(?P<y>{YEAR}))?{RELATION}"),
    ("years", rf"(?P<y>{YEAR})(?:{GAP}?[-–/]{GAP}?|{G}(?P<sep>à|et){G})(?P<y2>{YEAR}|\d{{2}})(?![\-/])"),
    ("bare_range", rf"(?P<d1>{DAY}){G}(?:au|et){G}(?P<d2>{DAY})(?={GAP}?(?:[,.;)](?!\d)|\Z|\n)|{G}(?:à|en|dans){G}\D)"),
    ("trimester", rf"{ORDINAL}{G}trimestre(?:{G}(?:de{G})?(?P<y>{YEAR}))?"),
    ("semester", rf"{ORDINAL}{G}semestre(?:{G}(?:de{G})?(?P<y>{YEAR}))?"),
    (
        "bare_day",
        rf"(?P<d>{DAY})(?=(?:{GAP}(?:matin|soir|après-midi|au{G}(?:matin|soir)))?{GAP}?(?:[,.;)](?!\d)|\Z|\n)|{G}(?:à|au|en|dans|pour|avec){G}\D)",
    ),
    ("year", rf"(?P<y>{YEAR})"),
)
ON_WEEKDAY: tuple[tuple[str, str], ...] = (
    ("range", rf"{FROM}(?P<sep>{G}(?:jusqu{A})?(?:au|et|ou|à|puis)(?:{G}le)?{G}|{GAP}?[-–/]{GAP}?){UNTIL}{RELATION}"),
    ("day", rf"(?P<w>{WEEKDAY}){G}(?P<d>{DAY}){G}(?P<m>{MONTH})(?:{G}(?P<y>{YEAR}))?{RELATION}"),
    ("numeric", rf"{WEEKDAY}{G}(?P<d>\d{{1,2}})(?P<sep>[/.])(?P<m>\d{{1,2}})(?P=sep)(?P<y>(?:19|20)\d{{2}}|\d{{2}})"),
    (
        "weekday_day",
        rf"(?P<w>{WEEKDAY_FULL}){G}(?P<d>{DAY})(?!{G}(?:heures?|h\b|ans|%|minutes|(?!(?:{NOT_COUNTED})\b)[a-zà-ÿ]+s\b)|{GAP}?[h:%,.]\d|\d)",
    ),
    ("weekday", rf"(?P<w>{WEEKDAY_FULL})(?:(?P<week>{G}en{G}(?:huit|quinze))|{RELATION})"),
)
ON_MONTH: tuple[tuple[str, str], ...] = (
    (
        "months",
        rf"(?P<m1>{FULL})(?:{G}(?P<y1>{YEAR}))?(?P<sep>{GAP}?[-–]{GAP}?|{G}(?:à|et){G})(?P<m2>{FULL})(?:{G}(?P<y2>{YEAR}))?",
    ),
    ("old_month", rf"(?P<m>{FULL}){G}(?P<y>[3-9]\d)(?!{GAP}?[\d%.,]|{G}\w+s\b)"),
    (
        "month",
        rf"(?P<m>{FULL})(?:{G}(?:de{G})?(?P<y>{YEAR})|{G}(?P<rel>dernier|prochain|passé)(?!\w))?"
        rf"(?=(?P<then>(?:,{G}{FULL})*{G}(?:et|ou|puis){G}(?:en{G}|d{A})?{FULL}{G}(?P<y3>{YEAR}))?)",
    ),
    ("month", rf"(?P<m>{MONTH_SHORT})\.?{G}(?P<y>{YEAR})(?P<rel>)(?P<y3>)"),
)
#: The patterns of each first word, the first that matches wins.
WORDS: dict[str, tuple[tuple[str, str], ...]] = {
    **dict.fromkeys((*WEEKDAYS, "lun", "mar", "mer", "jeu", "ven", "sam", "dim"), ON_WEEKDAY),
    **dict.fromkeys([name for names in MONTHS for name in names], ON_MONTH),
    "mi": (("month", rf"mi-(?P<m>{FULL})(?:{G}(?P<y>{YEAR})|{G}(?P<rel>dernier|prochain|passé)(?!\w))?(?P<y3>)"),),
    "aujourd": (("today", rf"aujourd{A}{GAP}?hui"),),
    "ce": (
        ("today", rf"(?<!à{GAP})ce{G}jour(?!{GAP}?-)|ce{G}(?:matin|soir|midi)"),
        ("weekend", rf"(?P<this>ce){G}week-?{GAP}?end"),
        ("this_month", rf"(?P<this>ce){G}mois(?:-ci)?(?!{G}d[e’'])"),
        ("this_quarter", rf"(?P<this>ce){G}(?P<unit>trimestre|semestre)"),
    ),
    "cet": (("today", rf"cet{G}après-midi"),),
    "cette": (
        ("today", rf"cette{G}nuit"),
        ("week", rf"(?P<this>cette){G}semaine"),
        ("this_year", rf"(?P<this>cette){G}année|(?P<end>cette{G}fin{G}d{A}année)"),
    ),
    "avant": (("before_yesterday", r"avant-hier"), ("eve2", rf"(?<=l{A})avant-veille")),
    "hier": (("yesterday", r"hier"),),
    "après": (("after_tomorrow", r"après-demain"),),
    "demain": (("tomorrow", r"demain"),),
    "veille": (("eve", rf"(?:(?<=\bla{GAP})|(?<=\bla{GAP}{GAP}))veille"),),
    "surlendemain": (("morrow2", rf"(?:(?<=\ble{GAP})|(?<=\bdu{GAP}))surlendemain"),),
    "lendemain": (("morrow", rf"(?:(?<=\ble{GAP})|(?<!\bau{GAP})(?<=\bdu{GAP}))lendemain"),),
    "semaine": (("week", r"semaine{G}(?P<rel>dernière|prochaine|passée)".replace("{G}", G)),),
    "week": (("weekend", rf"week-?{GAP}?end{G}(?P<rel>dernier|prochain|passé)"),),
    "weekend": (("weekend", rf"weekend{G}(?P<rel>dernier|prochain|passé)"),),
    "mois": (("this_month", rf"mois{G}(?P<rel>dernier|prochain|passé)"),),
    "trimestre": (("this_quarter", rf"(?P<unit>trimestre){G}(?P<rel>dernier|prochain|passé)"),),
    "semestre": (("this_quarter", rf"(?P<unit>semestre){G}(?P<rel>dernier|prochain|passé)"),),
    "an": (("this_year", rf"an{G}(?P<rel>dernier|prochain|passé)"),),
    "année": (("this_year", rf"année{G}(?P<rel>dernière|prochaine|passée)"),),
    **dict.fromkeys(
        ("fin", "début", "milieu"),
        (
            ("weekend", rf"fin{G}de{G}semaine(?:{G}(?P<rel>dernière|prochaine|passée))?"),
            ("this_year", rf"(?:début|fin|milieu){G}(?:de{G}l{A}année(?!{G}(?:{YEAR}|{REL}))|d{A}année(?!{G}{YEAR}))"),
            ("this_month", rf"(?:début|fin|milieu){G}du{G}mois(?!{G}(?:d[e’']|{REL}))"),
        ),
    ),
    **dict.fromkeys(
        ("printemps", "automne", "hiver"),
        (
            (
                "season",
                rf"(?P<season>printemps|automne|hiver)(?:{G}(?:de{G})?(?P<y>{YEAR})|{G}(?P<rel>dernier|prochain|passé))",
            ),
        ),
    ),
    "été": (("season", rf"(?<=[’'])(?P<season>été)(?:{G}(?:de{G})?(?P<y>{YEAR})|{G}(?P<rel>dernier|prochain|passé))"),),
    **dict.fromkeys(
        ("premier", "second", "deuxième", "troisième", "quatrième", "dernier"),
        tuple(pair for pair in NUMBERS if pair[0] in {"range", "day", "trimester", "semester"}),
    ),
}
NUMBER = "#"

Compiled = tuple[tuple[str, re.Pattern[str]], ...]


def _compiled(pairs: tuple[tuple[str, str], ...]) -> Compiled:
    return tuple((kind, re.compile(rf"(?:{pattern})(?!\w)")) for kind, pattern in pairs)


#: By first word, or NUMBER.
PATTERNS: dict[str, Compiled] = {
    NUMBER: _compiled(NUMBERS),
    **{word: _compiled(pairs) for word, pairs in WORDS.items()},
}
