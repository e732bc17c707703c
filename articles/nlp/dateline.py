"""The dateline of an agency article: `ANKARA, 6 novembre (Reuters) –`. No model is asked."""

import re
from datetime import date
from functools import cache

from articles.nlp.calendar_fr import GAP, MONTH_OR_SHORT, WEEKDAY, month_number, nearest_past, safe_date
from articles.nlp.lexicons import fold, names
from articles.nlp.types import DatelineRecord, Span

#: A dateline stands within this many filled lines from the top: after a metadata prefix, a headline, a by-line.
LINES_SEARCHED = 6

METADATA = re.compile(r"\A[\s\ufeff]*(date[ \t]+(\d{4})-(\d{2})(?:-(\d{2}))?)(?=[ \t\r\n]|\Z)")

WORD = r"[A-ZÀ-ÖØ-ÞŒ][\w’'\-]*"
CITY = rf"{WORD}(?:{GAP}(?:d['’])?(?:{WORD}|d[ue]|des|la|le|el|al)){{0,4}}?"
PLACE = rf"{CITY}(?:{GAP}?/{GAP}?{CITY})?"
COUNTRY = rf"(?:,{GAP}(?-i:{CITY})|{GAP}\((?-i:{CITY})\))?"
DAY = (
    rf"(?:(?:le{GAP})?(?:{WEEKDAY}{GAP})?(?P<day>\d{{1,2}})(?:er)?{GAP}(?P<month>{MONTH_OR_SHORT})(?:{GAP}(?P<year>\d{{4}}))?"
    r"|(?P<dd>\d{1,2})[/.](?P<mm>\d{1,2})[/.](?P<yyyy>\d{4}))"
    rf"(?:,?{GAP}(?:à{GAP})?\d{{1,2}}{GAP}?[h:]{GAP}?(?:\d{{2}})?(?:{GAP}\(?(?:UTC|GMT)\)?)?)?"
)
AGENCY = r"\((?P<agency>[^()\n]{2,60})\)"
DASH = r"[–—\-]"
LINE_END = rf"{GAP}*(?=\r|\n|\Z)"
BREAK = rf"{GAP}*(?:\.{GAP}*)?{DASH}{{1,2}}(?={GAP}|\r|\n|\Z)"

PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE if "(?-i:" in pattern else 0)
    for pattern in (
        rf"(?-i:(?P<place>{PLACE})){COUNTRY},{GAP}{DAY}{GAP}*{AGENCY}(?:{BREAK})?",
        rf"(?-i:(?P<place>{PLACE})){COUNTRY},{GAP}{DAY}"
        rf"(?:,{GAP}(?-i:(?P<agency>{WORD}))|\.?{GAP}/(?P<slashed>[^/\n]{{2,30}})/)(?:{BREAK}|\.(?={GAP}))",
        rf"(?-i:(?P<place>{PLACE})){COUNTRY},{GAP}{DAY}(?:{BREAK}|{LINE_END}|\.(?={GAP}))",
        rf"(?-i:(?P<agency>[A-Z]{{2,6}}){GAP}?[-–]{GAP}?(?P<place>{PLACE})){COUNTRY},?{GAP}{DAY}{BREAK}",
        rf"(?-i:(?P<place>{PLACE})){COUNTRY},?{GAP}*{AGENCY}{BREAK}",
        rf"(?-i:\((?P<agency>[A-ZÀ-Þ][\w. ]{{1,20}})\)){BREAK}",
        rf"(?!le{GAP}){DAY}(?:,{GAP}(?-i:(?P<place>{PLACE}))(?:,{GAP}(?-i:{CITY}))?)?{GAP}*(?:{AGENCY})?(?:{BREAK}|{LINE_END})",
        r"(?-i:(?P<place>[A-ZÀ-ÖØ-ÞŒ][A-ZÀ-ÖØ-ÞŒ’'\-/]+(?: [A-ZÀ-ÖØ-ÞŒ’'\-]+){0,3}))" + rf"{GAP}[–—](?={GAP})",
        r"(?-i:(?P<city>[A-ZÀ-ÖØ-ÞŒ][A-ZÀ-ÖØ-ÞŒ’'\-]+(?: [A-ZÀ-ÖØ-ÞŒ’'\-]+){0,3}?))" + rf"{GAP}?-(?={GAP})",
    )
)
BYLINE = re.compile(
    rf"Par{GAP}(?-i:{CITY})(?:,{GAP}(?-i:{CITY}))?,{GAP}(?-i:(?P<place>{CITY})),{GAP}{DAY}{LINE_END}", re.IGNORECASE
)
#: Agencies sign with a name; the word alone names none.
NO_AGENCY = {"agence", "agences"}
#: Those that sign behind a city written in small letters: `Bruxelles (Belga) -`.
AGENCIES = frozenset(
    re.findall(
        r"\S+",
        "afp ap reuters reuter belga ats awp awp/ats efe ansa dpa apa anp tass interfax ukrinform xinhua kyodo yonhap "
        "anadolu aa spa wam qna petra irna map aps tap ami acp aip aib abp agp apanews pana sana ani rfi upi ritzau "
        "tanjug belta",
    )
)
#: What kind of text follows, in capitals where a place may stand: `DOSSIER – `, `URGENT - `.
NO_PLACE = re.compile(
    r"(?:flash|urgent|alerte|(?:en )?direct|dossier|contexte|entretien|interview|reportage|analyse|vid[ée]o|photos?|"
    r"diaporama|communiqu[ée]|point|encadr[ée]|portrait|tribune|[ée]clairage|r[ée]actions?|exclusi(?:f|vit[ée])|papier|"
    r"lead|r[ée]capitulatif|avant-papier|revue|chronologie|archives?|rappel|agenda|mise [àa] jour|synth[èe]se|"
    r"verbatim|enqu[êe]te|d[ée]cryptage|rep[èe]res|opinion|[ée]ditorial|chronique|bilan|factuel|infographie|carte|"
    r"document|podcast|live|info)\b",
    re.IGNORECASE,
)


def metadata_prefix(text: str) -> tuple[Span, int, int | None] | None:
    """The span, year and month of ` date 2023-11 ` at the head of a text."""
    found = METADATA.match(text)
    if found is None:
        return None
    month = int(found[3])
    return Span(found.start(1), found.end(1)), int(found[2]), month if 1 <= month <= 12 else None


def find_dateline(text: str, *, reference: date | None) -> DatelineRecord | None:
    """The first dateline near the top; a year that it leaves out comes from the metadata, else from the reference."""
    prefix = metadata_prefix(text)
    start = prefix[0].end if prefix else 0
    for line_start, line_end in _lines(text, start):
        for pattern in (BYLINE, *PATTERNS):
            found = pattern.match(text, line_start, line_end)
            if found is not None and _plausible(found):
                return _record(found, prefix, reference)
    return None


def _lines(text: str, start: int) -> list[tuple[int, int]]:
    """Where the first filled lines begin and end."""
    lines: list[tuple[int, int]] = []
    for found in re.compile(r"[^\s\ufeff][^\r\n]*").finditer(text, start):
        lines.append((found.start(), found.end()))
        if len(lines) == LINES_SEARCHED:
            break
    return lines


def _plausible(found: re.Match[str]) -> bool:
    """A place in capitals, a written day, or a city beside an agency: `Gaza (Hamas) -` in prose is none of these."""
    groups = found.groupdict()
    place = groups.get("place") or ""
    if city := groups.get("city"):
        return fold(city) in cities()
    if NO_PLACE.match(place):
        return False
    signed = (groups.get("agency") or "").lower() in AGENCIES and fold(place) in cities()
    return bool(groups.get("day") or groups.get("dd")) or place == place.upper() or signed


@cache
def cities() -> frozenset[str]:
    return frozenset(fold(form) for name in names() if name.kind == "city" for form in name.forms)


def _record(
    found: re.Match[str], prefix: tuple[Span, int, int | None] | None, reference: date | None
) -> DatelineRecord:
    groups = found.groupdict()
    agency = (groups.get("agency") or groups.get("slashed") or "").strip()
    start = found.start("place") if found.re is BYLINE else found.start()
    return DatelineRecord(
        span=Span(start, start + len(found.string[start : found.end()].rstrip())),
        agency="" if agency.lower() in NO_AGENCY else agency,
        place=(groups.get("place") or groups.get("city") or "").strip(),
        date=_date(groups, prefix, reference),
    )


def _date(
    groups: dict[str, str | None], prefix: tuple[Span, int, int | None] | None, reference: date | None
) -> date | None:
    if groups.get("dd"):
        return safe_date(int(groups["yyyy"] or 0), int(groups["mm"] or 0), int(groups["dd"] or 0))
    if not groups.get("day"):
        return None
    day, month = int(groups["day"] or 0), month_number(groups["month"] or "")
    if groups.get("year"):
        return safe_date(int(groups["year"] or 0), month, day)
    if prefix is not None:
        return safe_date(_year_near(prefix, month), month, day)
    return nearest_past(month, day, reference) if reference is not None else None


def _year_near(prefix: tuple[Span, int, int | None], month: int) -> int:
    """The metadata's year; a December dateline under a January stamp belongs to the year before."""
    _, year, stamped = prefix
    return year - 1 if stamped == 1 and month == 12 else year
