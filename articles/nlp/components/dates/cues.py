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
#: `après celui de Moscou le 3 mai`: one of those told lies behind.
AFTER_THAT = re.compile(rf"\b(?:depuis|après){GAP}(?:celles?|celui|ceux)\b[^.;:,\n]{{1,45}}\Z")
#: `Arrivé lundi à Rome, il doit repartir`: the participle that opens the sentence looks back.
ARRIVED = re.compile(
    rf"(?:^|[.!?»\n:–—]{GAP}?)(?:arriv|débarqu|rentr|accueilli|nomm|élu|venu|parti|reçu)[a-zé]{{0,3}}(?:{GAP}le)?{GAP}\Z"
)
BY = re.compile(rf"\bd{A}ici(?:{GAP}(?:le|la|début|fin|au|à))*{GAP}*\Z")
UNTIL = re.compile(rf"\bjusqu{A}(?:au|en|à)(?:{GAP}(?:le|la|début|fin))*{GAP}*\Z")
PUT_OFF = re.compile(
    rf"\b(?:renvoy|report|repouss|ajourn|décal|avanc|fix|convoqu|programm)[a-zé]+(?:{GAP}d[eu]{GAP}\S+)?"
    rf"(?:{GAP}(?:à|au|pour|le|la|début|fin))+{GAP}*\Z"
)
PLANNED = re.compile(
    rf"\b(?:prévu|attendu|fixé|programmé|reporté)e?s?(?:{GAP}(?:pour|le|au|du|aux|les|à|en|fin|début))*{GAP}*\Z"
)
#: `non prévu`, and what somebody `a fixé lundi`.
NOT_PLANNED = re.compile(rf"\b(?:non|a|ont|avait|avaient){GAP}\Z")
#: `a vu le roi samedi avant de repartir dimanche`: the first such day after the one told.
NEXT = re.compile(rf"\bavant{GAP}(?:de{GAP}|d{A})[^.;:,\n]{{0,45}}\Z")
THIS = re.compile(rf"\bce(?:{GAP}même)?{GAP}\Z")
#: `dès jeudi` lies ahead where no verb tells otherwise.
FROM = re.compile(rf"\bdès{GAP}(?:le{GAP})?\Z")
#: A longer line is no title.
TITLE = 150
EVENT = re.compile(
    r"\b(?:sommet|réunion|rencontre|entretien|entrevue|visite|pourparlers|discussions?|négociations?|conférence|vote|scrutin|"
    r"élections?|référendum|audience|débat|session|tête-à-tête|déplacement|allocution|discours|procès|verdict|investiture)\b"
)
FIRM = (("past", SINCE), ("past", AFTER_THAT), ("past", ARRIVED), ("future", BY), ("future", PUT_OFF))


def tense_of(kind: str, match: re.Match[str], text: str) -> str:
    """past, present, future, planned, next, or nothing; the match was made in the text in lower case."""
    before = match.string[max(0, match.start() - WINDOW) : match.start()]
    firm = next((tense for tense, cue in FIRM if cue.search(before)), "")
    if firm:
        return firm
    if kind not in {"weekday", "weekend"}:
        return "planned" if _is_planned(before) else _undated(text, match, before)
    if _is_planned(before) or UNTIL.search(before):
        return "future"
    if NEXT.search(before):
        return "next"
    tense = tense_at(text, match.start(), match.end())
    if not tense:
        return "future" if FROM.search(before) or _announces(text, match, before) else ""
    return "" if tense == "present" and THIS.search(before) else tense


def _is_planned(before: str) -> bool:
    """`prévu lundi`."""
    found = PLANNED.search(before)
    return found is not None and NOT_PLANNED.search(before, 0, found.start()) is None


def _undated(text: str, match: re.Match[str], before: str) -> str:
    """`a tenu jusqu’en février` is the nearest February; `tient jusqu’en février` the next."""
    tense = tense_at(text, match.start(), match.end(), REACH)
    if UNTIL.search(before):
        return "planned" if tense == "past" else "future"
    return tense


def _announces(text: str, match: re.Match[str], before: str) -> bool:
    """A title without a verb: `Sommet de Paris lundi sur le climat`."""
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    line = text[start : end if end >= 0 else len(text)].strip()
    return len(line) <= TITLE and not line.endswith((".", "!", "?", "»", '"')) and EVENT.search(before) is not None
