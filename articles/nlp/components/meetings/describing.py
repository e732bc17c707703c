"""Who somebody is, told beside the name without an office: `le chef de la guérilla, X`, `le roi X de Belgique`."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from articles.nlp.components.meetings.markers import has_finite
from articles.nlp.types import MentionRecord, Span

WHO = (
    r"(?:chef|responsable|patron|leader|numéro\s\w+|"
    r"émissaire|négociat(?:eur|rice)|médiat(?:eur|rice)|représentante?|rival|rivale|adversaire|prédécesseur|successeur|"
    r"épouse|époux|mari|femme|fils|fille|frère|sœur|bras\sdroit|conseill(?:er|ère)|adjointe?|homme\sfort)"
)
OPENING = r"\b(?:[Ll]e\s|[Ll]a\s|[Ll]['’′]|[Ss]on\s|[Ss]a\s|[Dd]u\s|[Aa]u\s)(?:ex-|ancien\s|plus\shaut\s)?"
#: A title before a name.
CIVIL_TITLE = r"(?:(?:MM?\.|Mme|Monsieur|Madame)\s)?"
DESCRIBED = re.compile(rf"{OPENING}{WHO}(?:\s[a-zà-ÿ'’′-]+){{0,7}},\s{CIVIL_TITLE}$")
#: One who serves a body or a place, whose names stand before his own: `l'émissaire de l'ONU pour les Grands Lacs, X`.
SERVING = re.compile(
    r"\b(?:[Ll]e\s|[Ll]a\s|[Ll]['’′]|[Dd]u\s|[Aa]u\s|[Ss](?:on|a)\s)(?:ex-|ancien(?:ne)?\s)?(?:(?:(?:plus\s)?haute?|grande?|vice-|co|principale?|première?)[\s-]?)?"
    r"(?:chef|cheffe|responsable|dirigeante?|patronne?|numéro\s\w+|délégué|déléguée|homologue|émissaire|envoyée?|négociat(?:eur|rice)|médiat(?:eur|rice)|représentante?|direct(?:eur|rice)|"
    r"secrétaire|commissaire|coordina(?:teur|trice)|coordonna(?:teur|trice)|administra(?:teur|trice)|ambassad(?:eur|rice)|"
    r"conseill(?:er|ère)|ministre|président|présidente|gouverneure?|procureure?|commandante?)\s"
)
#: What such a description goes on with to the comma before the name.
SERVED = re.compile(
    r"(?:[a-zà-ÿ-]+\s){0,2}?(?:d[eu]\s|des\s|d['’′]|auprès\s|pour\s|chargée?\s|aux?\s|à\s(?:la\s|l['’′]))[^,;:.()«»]{2,90}"
    rf"(?:\s?\([^()]{{1,30}}\))?,\s{CIVIL_TITLE}$"
)
#: The same office as the one named before, of another country: `le président du Chili, X, et celui des Fidji, Y`.
SAME_OFFICE = re.compile(
    rf"\b(?:celui|celle)\s(?:d[eu]\s(?:la\s|l['’′])?|des\s|d['’′])[^,;:.()«»]{{2,50}},\s{CIVIL_TITLE}$"
)
FAR = 130
#: Whom somebody serves or belongs to, told behind his own name: `X, bras droit du président Y,`.
SERVES = re.compile(
    rf",\s(?:le\s|la\s|l['’′]|son\s|sa\s|une?\s)?(?:ex-|ancien(?:ne)?\s|proche\s)?"
    rf"(?:{WHO}|proche|alliée?|confidente?|collaborat(?:eur|rice)|directeur|directrice|chef|cheffe|ministre|"
    r"ambassad(?:eur|rice)|porte-parole|père|mère|neveu|nièce|cousine?|gendre)\s"
    r"(?:(?!d[eu]\b|d['’′])[a-zà-ÿ'’′-]+\s){0,6}?(?:d[eu]\s|d['’′])[^,;:.()«»]{2,80}(?=,)"
)
OF_REALM = re.compile(r"\s(?:d[eu]\s(?:la\s|l['’′])?|d['’′])")


def described_from(text: str, start: int, sentence: Span, mentions: Iterable[MentionRecord]) -> int:
    """Where the description of whoever is named at `start` begins; `start` where there is none."""
    described = DESCRIBED.search(text, max(sentence.start, start - 90), start)
    if described is not None:
        return start if has_finite(described[0]) else described.start()
    if same := SAME_OFFICE.search(text, max(sentence.start, start - 70), start):
        return same.start()
    others = [one.span.end for one in mentions if one.label == "PER" and one.span.end < start]
    begin = max(sentence.start, start - FAR, *others)
    for opening in SERVING.finditer(text, begin, start):
        if SERVED.fullmatch(text, opening.end(), start) and not has_finite(text[opening.start() : start]):
            return opening.start()
    return start


def served_to(text: str, end: int, sentence: Span) -> int:
    """Where the words behind a name end that say whose man or woman that is; `end` where there are none."""
    serves = SERVES.match(text, end, sentence.end)
    return end if serves is None or has_finite(serves[0]) else serves.end()


def with_realm(text: str, end: int, mentions: Sequence[MentionRecord]) -> int:
    """Where the name that ends there does with its country: `Abdallah II de Jordanie`."""
    behind = bisect_left(mentions, end, key=lambda one: one.span.start)
    realm = mentions[behind] if behind < len(mentions) else None
    of_it = realm is not None and realm.label == "GPE" and OF_REALM.fullmatch(text, end, realm.span.start)
    return realm.span.end if realm is not None and of_it else end
