"""The tense of a date: words just before it that settle the matter, then the verbs around it."""

import re

from articles.nlp.calendar_fr import GAP
from articles.nlp.components.dates.patterns import A
from articles.nlp.components.dates.tense import tense_at

#: How far to the left of an expression its cue words are looked for.
WINDOW = 60
#: A verb further off says nothing about a day or month that names no year.
REACH = 13
SINCE = re.compile(rf"\bdepuis\b[^.;\n]{{0,50}},{GAP}le{GAP}\Z|\bdepuis(?:{GAP}(?:le|la|début|fin|mi))*{GAP}*\Z")
UNTIL = re.compile(rf"\b(?:jusqu{A}(?:au|en|à)|d{A}ici)(?:{GAP}(?:le|la|début|fin|au|à))*{GAP}*\Z")
PUT_OFF = re.compile(
    rf"\b(?:renvoy|report|repouss|ajourn|décal|avanc|fix|convoqu|programm)[a-zé]+(?:{GAP}(?:à|au|pour|le))+{GAP}*\Z"
)
#: `prévu lundi`; not `non prévu`, nor what somebody `a fixé lundi`.
PLANNED = re.compile(
    rf"(?<!\bnon{GAP})(?<!\ba{GAP})(?<!\bont{GAP})(?<!\bavait{GAP})(?<!\bavaient{GAP})\b(?:prévu|attendu|fixé|programmé|reporté)e?s?"
    rf"(?:{GAP}(?:pour|le|au|du|aux|les|à|en|fin|début))*{GAP}*\Z"
)
#: `a vu le roi samedi avant de repartir dimanche`: the first such day after the one told.
NEXT = re.compile(rf"\bavant{GAP}(?:de{GAP}|d{A})[^.;:,\n]{{0,45}}\Z")
THIS = re.compile(rf"\bce(?:{GAP}même)?{GAP}\Z")
FIRM = (("past", SINCE), ("future", UNTIL), ("future", PUT_OFF))


def tense_of(kind: str, match: re.Match[str], text: str) -> str:
    """past, present, future, planned, next, or nothing; the match was made in the text in lower case."""
    before = match.string[max(0, match.start() - WINDOW) : match.start()]
    firm = next((tense for tense, cue in FIRM if cue.search(before)), "")
    if firm:
        return firm
    if kind not in {"weekday", "weekend"}:
        return "planned" if PLANNED.search(before) else tense_at(text, match.start(), match.end(), REACH)
    if PLANNED.search(before):
        return "future"
    if NEXT.search(before):
        return "next"
    tense = tense_at(text, match.start(), match.end())
    return "" if tense == "present" and THIS.search(before) else tense
