"""Offices: the country they are held for, and who is named beside them."""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date
from functools import lru_cache

from articles.nlp.components.gazetteer import find_names
from articles.nlp.lexicons import adjectives, fold
from articles.nlp.posts import QUALIFIER
from articles.nlp.types import MentionRecord, Span

CIVIL = (
    r"(?:(?:Son[ \u00a0]Excellence|S\.[ \u00a0]?E\.),?[ \u00a0])?"
    r"(?:MM?\.[ \u00a0]|Mmes?[ \u00a0]|Monsieur[ \u00a0]|Madame[ \u00a0]|[Cc]heikha?[ \u00a0])?"
)
#: Between an office and its holder's name, and the other way round.
ROLE_THEN_NAME = re.compile(rf"{QUALIFIER}[ \u00a0]?,?[ \u00a0]{CIVIL}")
#: The office is not held on the article's day.
NOT_YET_OR_NO_MORE = re.compile(
    r"(?:\b(?:ancien(?:ne)?|feue?|alors|future?|éphémère)[ \u00a0](?:le |la |l['’])?|\bex[- \u00a0]|prédécesseur,? )\Z",
    re.I,
)
NOT_NOW = re.compile(r"[ \u00a0](?:de l['’′]époque|d['’′]alors|élue?|désignée?|pressentie?|déchue?|démissionnaire)\b")
#: Any holder, or one of several.
INDEFINITE = re.compile(
    r"\b(?:une?|tout|toute|chaque|aucune?|quel(?:le)?|\w+i[eè]me|seconde?|premi(?:er|ère)|derni(?:er|ère)|prochaine?"
    r"|nouveau|nouvel|nouvelle|comme|poste de|fonctions? de|titre de)[ \u00a0]\Z",
    re.I,
)
#: `l'émissaire du président français, Jean-Yves Le Drian`: the name is not the president's.
WHOSE = re.compile(
    r"(?:émissaires?|envoyée?s?|spéciale?|conseill[eè]re?|porte-parole|représentante?|cabinet|épou(?:se|x)|femme|mari|fils|fille"
    r"|frère|sœur|père|mère|gendre|neveu|nièce|cousine?|avocate?|médecin|bras droit|proche|alliée?|rivale?|prédécesseur"
    r"|successeur|adjointe?|collaborat(?:eur|rice)|assistante?|protégée?|lieutenant|entourage)"
    r"[ \u00a0](?:du|de la|de l['’]|de|d['’])[ \u00a0]?\Z"
)
QUALIFIED = (
    r"(?:(?:alors|ancien(?:ne)?|actuel(?:le)?|nouveau|nouvel|nouvelle|futur|future|ex|(?:lui|elle)-même|aujourd['’]hui)"
    r"[ \u00a0])*"
)
NAME_THEN_ROLE = re.compile(
    rf"[ \u00a0]?(?:,[ \u00a0](?:\d\d ans, )?|\(){QUALIFIED}(?:(?:le |la |l['’]|un |une |son |sa |leur ){QUALIFIED})?"
)
#: `le président turc, Antony Blinken et Josep Borrell`: a list, not a name set off by commas.
LIST_GOES_ON = re.compile(r"[ \u00a0](?:et|ou|ainsi que)[ \u00a0]")
PLURAL = re.compile(r"[\w-]+[sx](?![\w-])")
SENTENCE_END = re.compile(r"[.!?…][ \u00a0]+(?=[^\W\d_a-z])|\n")
#: `En mars 2017,`, `Le 12 mars 2017,`: a date this near the start of its sentence gives it its time.
LONGEST_OPENING = 12
#: `Avril 2017. Sigmar Gabriel est à Berlin.`, and a line of its own such as `2017 : TOUT CHANGE`.
HEADING_GOES_ON = re.compile(r"[ \u00a0]?[.:–—]")
LONGEST_HEADING = 60
MONTHS_AGO = 6
#: Words of one office: what names it, and what takes it up again.
HEAD_OF_STATE = {"chef de l'etat", "president", "souverain", "monarque"}
#: Said so of one's own president; another's has the country beside it.
OWN_PRESIDENT = {"president de la republique", *HEAD_OF_STATE}
#: Of these none is said of another's without its country.
OF_OUR_STATE = {"president de la republique", "chef de l'etat"}
HEAD_OF_GOVERNMENT = {"chef du gouvernement", "premier ministre", "premiere ministre", "chancelier", "chanceliere"}
#: Offices of a state, for which the dateline may speak; not `secrétaire général de l'Otan`.
NATIONAL = re.compile(
    r"(?:vice-)?(?:premiere? )?ministre\b|president\Z|president de la republique"
    r"|chef(?:fe)? (?:de l'etat|du gouvernement|de la diplomatie)"
    r"|chancelier|souverain|roi\b|reine\b|emir\b|sultan\b|secretaire d'etat"
)
CLASSES = (HEAD_OF_STATE, HEAD_OF_GOVERNMENT)
ITS = re.compile(r"\b[Ss](?:on|a)[ \u00a0]$")
#: An office is taken up again in other words within so many characters.
NEAR = 400


@lru_cache(maxsize=10_000)
def office_key(title: str) -> str:
    """The office without country, capitals and accents: `ministre des affaires etrangeres`."""
    countries = [f.span for f in find_names(title) if f.name.kind in {"state", "city"}]
    for span in reversed(countries):
        title = (
            re.sub(r"(?:\s|^)(?:de la|de l['’]\s?|du|des|de|d['’])\s?\Z", "", title[: span.start]) + title[span.end :]
        )
    national = adjectives()
    words = [word for word in fold(title).replace("’", "'").split() if word not in national]
    return " ".join(words)


#: Offices that only one state has, by their key.
OF_ONE_STATE = {
    "pape": "VA", "souverain pontife": "VA", "saint-pere": "VA", "guide supreme": "IR",
    "guide supreme de la revolution": "IR", "conseiller federal": "CH", "conseillere federale": "CH",
    "president de la confederation": "CH", "presidente de la confederation": "CH",
    "ministre de l'europe et des affaires etrangeres": "FR", "chancelier de l'echiquier": "GB",
    "chanceliere de l'echiquier": "GB", "taoiseach": "IE",
}  # fmt: skip
#: Without a portfolio it is the American one, in an article that speaks of America.
SECRETARY, AMERICA = "secretaire d'etat", re.compile(r"\b(?:[ÉE]tats[- ]Unis|américaine?s?|Américaine?s?|Washington)\b")


def of_one_state(text: str, mentions: list[MentionRecord]) -> list[MentionRecord]:
    """Offices whose very name tells the country, with that country."""
    america = AMERICA.search(text) is not None
    found = []
    for mention in mentions:
        if mention.label == "ROLE" and not mention.country:
            key = office_key(_title(text, mention))
            country = OF_ONE_STATE.get(key, "US" if key == SECRETARY and america else "")
            mention = replace(mention, country=country) if country else mention  # noqa: PLW2901
        found.append(mention)
    return found


def fill_countries(text: str, mentions: list[MentionRecord], home: str, seats: set[str]) -> list[str]:
    """A country for each bare ROLE where the text leaves no doubt; else none.

    It is that of the same office wherever the article names only one country's; of the same office, or its
    other name, named just before; of the one palace the article names, for a head of state; of the dateline.
    """
    by_key: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.label == "ROLE" and mention.country and held_now(text, mention.span):
            by_key[office_key(_title(text, mention))].add(mention.country)
    countries: list[str] = []
    own = _names_own_president(text, mentions)
    last: tuple[str, str, int] = ("", "", -NEAR)
    for mention in mentions:
        country = mention.country
        if mention.label == "ROLE":
            title = _title(text, mention)
            key = office_key(title)
            another = (own and key in OF_OUR_STATE) or _is_of_what_was_told(text, mention, key)
            if not country and not PLURAL.match(title) and not another:
                again = _takes_up(key, last, mention.span)
                country = last[1] if again else _from_article(key, by_key, home, seats)
            if country or (key in HEAD_OF_GOVERNMENT and not PLURAL.match(title)):
                last = key, country, mention.span.end
        countries.append(country)
    return countries


def _is_of_what_was_told(text: str, mention: MentionRecord, key: str) -> bool:
    """`la Commission électorale. Son président`: of that body rather than of the state."""
    return key == "president" and ITS.search(text, max(0, mention.span.start - 5), mention.span.start) is not None


def _names_own_president(text: str, mentions: list[MentionRecord]) -> bool:
    """Whether `le président de la République, X` is named without a country, and X is nobody's of another."""
    named: dict[bool, set[str]] = {True: set(), False: set()}
    for index, mention in enumerate(mentions):
        if mention.label == "ROLE" and office_key(_title(text, mention)) in OWN_PRESIDENT:
            bare = not mention.country and office_key(_title(text, mention)) in OF_OUR_STATE
            at = beside(text, mentions, index) if bare or mention.country else None
            if at is not None:
                named[bare].add(_title(text, mentions[at]).split()[-1])
    return bool(named[True] - named[False])


def _title(text: str, mention: MentionRecord) -> str:
    return text[mention.span.start : mention.span.end]


def _takes_up(key: str, last: tuple[str, str, int], span: Span) -> bool:
    """Whether these words take up the office named last, and so are of its country if that is told."""
    known, country, end = last
    other = known != key and any({known, key} <= words for words in CLASSES)
    return (other or (known == key and bool(country))) and span.start - end < NEAR


def _from_article(key: str, by_key: dict[str, set[str]], home: str, seats: set[str]) -> str:
    """The one country told of that office or its other names; where none is told, that of a palace or the dateline."""
    named = by_key.get(key) or {code for other, codes in by_key.items() if _one_office(key, other) for code in codes}
    if named:
        return next(iter(named)) if len(named) == 1 else ""
    if not NATIONAL.match(key):
        return ""
    told = {code for codes in by_key.values() for code in codes}
    if key in OWN_PRESIDENT and len(seats) == 1 and {home, *told} <= {"", *seats}:
        return next(iter(seats))
    return home if told <= {home} else ""


def _one_office(key: str, other: str) -> bool:
    return any({key, other} <= words for words in (OWN_PRESIDENT, HEAD_OF_GOVERNMENT))


def held_now(text: str, span: Span) -> bool:
    """Whether the office is held on the article's day: not `l'ancien président`, `le président élu`."""
    before = NOT_YET_OR_NO_MORE.search(text[max(0, span.start - 24) : span.start])
    return before is None and NOT_NOW.search(text[span.start : span.end]) is None and not NOT_NOW.match(text, span.end)


def stands_for_one(text: str, span: Span) -> bool:
    """Whether an office without a name means whoever holds it: not `un ministre`, `le quatrième président`."""
    return held_now(text, span) and not INDEFINITE.search(text[max(0, span.start - 24) : span.start])


def told_of_then(text: str, mentions: list[MentionRecord], index: int, day: date) -> bool:
    """Whether the sentence or its paragraph opens with a day long before the article's: `En mars 2017,`."""
    start = mentions[index].span.start
    sentence = max((end.end() for end in SENTENCE_END.finditer(text, max(0, start - NEAR), start)), default=0)
    line = text.rfind("\n", 0, start) + 1
    before = text.rfind("\n", 0, len(text[:line].rstrip())) + 1
    heads = before if line - before < LONGEST_HEADING else line
    for mention in reversed(mentions[:index]):
        at = mention.span.start
        if at < heads:
            return False
        opens = 0 <= at - sentence < LONGEST_OPENING
        heads_line = 0 <= at - line < LONGEST_OPENING and HEADING_GOES_ON.match(text, mention.span.end)
        governs = heads_line or (at < line and at - heads < LONGEST_OPENING)
        if mention.label == "DATE" and mention.value and (opens or governs):
            year, month = int(mention.value[:4]), int(mention.value[5:7] or 12)
            return (day.year - year) * 12 + day.month - month > MONTHS_AGO
    return False


def beside(text: str, mentions: list[MentionRecord], index: int) -> int | None:
    """The name beside an office: `ministre turc Hakan Fidan`, `Hakan Fidan, ministre turc`."""
    role = mentions[index]
    after = mentions[index + 1] if index + 1 < len(mentions) else None
    if after is not None and after.label == "PER" and _leads_to(text, role, after, mentions[index + 2 :]):
        return index + 1
    before = mentions[index - 1] if index else None
    if before is not None and before.label == "PER":
        between = text[before.span.end : role.span.start]
        return index - 1 if NAME_THEN_ROLE.fullmatch(between) else None
    return None


def _leads_to(text: str, role: MentionRecord, name: MentionRecord, rest: list[MentionRecord]) -> bool:
    between = text[role.span.end : name.span.start]
    if not ROLE_THEN_NAME.fullmatch(between):
        return False
    goes_on = LIST_GOES_ON.match(text, name.span.end)
    listed = goes_on and rest and rest[0].label == "PER" and rest[0].span.start == goes_on.end()
    others = WHOSE.search(text[max(0, role.span.start - 40) : role.span.start])
    return not ("," in between and (listed or others))
