"""Days that the text counts from another or its own: `trois jours plus tôt`, `l'année suivante`, `dans dix jours`."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from articles.nlp.calendar_fr import LENGTH_OF_DAY, safe_date
from articles.nlp.types import Draft, MentionRecord, Span

_WORDS = "un deux trois quatre cinq six sept huit neuf dix onze douze"
NUMBERS = {word: number for number, word in enumerate(_WORDS.split(), start=1)} | {"une": 1, "quinze": 15, "vingt": 20}
COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(NUMBERS)})\s(?P<unit>jours?|semaines?|mois|ans?|années?)"
#: Few texts have one, so the words behind the number are looked for first.
BEHIND = re.compile(r"\b(?:(?P<back>plus\stôt|auparavant|avant(?=[,.]))|plus\stard|après(?=[,.]))")
COUNTED = re.compile(rf"\b{COUNT}\s$", re.I)
AGO = re.compile(rf"\bil\sy\sa\s{COUNT}\b", re.I)
AHEAD = re.compile(rf"\bdans\s{COUNT}\b(?!\sd(?:e\s|['’′]))", re.I)
#: `la semaine suivante`, `l'année d'après`, `le mois précédent`: one on or back from what was told.
NEXT_ONE = re.compile(
    r"\b(?:[Ll]a\s(?=sem)|[Ll]e\s(?=mois|jour)|[Ll]['’′](?=an))(?P<unit>semaine|mois|jour|année|an)\s"
    r"(?:suivante?|d['’′]après|(?P<back>précédente?|d['’′]avant))\b"
)
#: `la semaine suivante` is one from Monday to Sunday.
WHOLE_WEEK = "semaine entière"
UNITS = {"semaine": WHOLE_WEEK}
#: Further back than this no day is told that one counts from.
REACH = 30


def counted_days(text: str, draft: Draft) -> list[MentionRecord]:
    """In the order of the text, none of them a mention: a day for days, the month for weeks, else as the unit goes."""
    told = [one for one in draft.mentions if one.label == "DATE" and one.value]
    found: list[MentionRecord] = []
    for span, count, unit, base in _expressions(text, draft, told, found):
        value = shifted(base, count, unit)
        if value:
            found.append(MentionRecord(span, "DATE", value=value))
    return found


def _expressions(
    text: str, draft: Draft, told: list[MentionRecord], found: list[MentionRecord]
) -> Iterator[tuple[Span, int, str, str]]:
    """Where each stands, the count with its sign, its unit, and the day counted from."""
    today = draft.date.isoformat()
    for behind in BEHIND.finditer(text):
        start = max(0, behind.start() - REACH)
        match = COUNTED.search(text, start, behind.start())
        if match is not None:
            back = behind["back"] is not None
            base = _base(text, match, [*told, *found], back=back) if told else today
            yield Span(match.start(), behind.end()), _count(match, back=back), match["unit"], base
    for match in AGO.finditer(text):
        yield Span(*match.span()), _count(match, back=True), match["unit"], today
    for match in AHEAD.finditer(text):
        yield Span(*match.span()), _count(match, back=False), match["unit"], today
    for match in NEXT_ONE.finditer(text):
        back = match["back"] is not None
        unit = UNITS.get(match["unit"], match["unit"])
        yield Span(*match.span()), -1 if back else 1, unit, _base(text, match, told, back=back)


def _base(text: str, match: re.Match[str], told: list[MentionRecord], *, back: bool) -> str:
    """The day told last; nothing where the paragraph has told a month or year since, which is no day to count from."""
    before = sorted((one for one in told if one.span.end <= match.start()), key=lambda one: one.span)
    days = [one for one in before if len(one.value) >= LENGTH_OF_DAY]
    if not days:
        return before[-1].value if before and match["unit"].startswith(("mois", "an")) else ""
    since = text[days[-1].span.end : match.start()]
    if before[-1] != days[-1] and "\n" not in since:
        return before[-1].value if match["unit"].startswith(("mois", "an")) else ""
    first, _, last = days[-1].value.partition("/")
    return first if back else last or first


def _count(match: re.Match[str], *, back: bool) -> int:
    return -counted(match["count"]) if back else counted(match["count"])


def counted(word: str) -> int:
    word = word.lower()
    return int(word) if word.isdigit() else NUMBERS[word]


def shifted(base: str, count: int, unit: str) -> str:
    if not base:
        return ""
    if unit.startswith("an"):
        return f"{int(base[:4]) + count:04d}"
    if unit == "mois" and len(base) < len("2024-05"):
        return ""
    if unit == "mois":
        index = int(base[:4]) * 12 + int(base[5:7]) - 1 + count
        return f"{index // 12:04d}-{index % 12 + 1:02d}"
    year, month, day = (int(part) for part in base[:LENGTH_OF_DAY].split("-"))
    start = safe_date(year, month, day)
    if start is None:
        return ""
    if unit == WHOLE_WEEK:
        monday = start + timedelta(days=7 * count - start.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    found: date = start + timedelta(days=count * (7 if unit.startswith("semaine") else 1))
    return found.isoformat()[: len("2024-05")] if unit.startswith("semaine") else found.isoformat()
