"""French month and weekday names, and how a written day becomes a date."""

import unicodedata
from datetime import date, timedelta

MONTHS = (
    ("janvier", "janv", "jan"),
    ("février", "fevrier", "févr", "fevr", "fév", "fev"),
    ("mars",),
    ("avril", "avr"),
    ("mai",),
    ("juin",),
    ("juillet", "juil", "juill"),
    ("août", "aout"),
    ("septembre", "sept", "sep"),
    ("octobre", "oct"),
    ("novembre", "nov"),
    ("décembre", "decembre", "déc", "dec"),
)
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

MONTH_NUMBER = {name: number for number, names in enumerate(MONTHS, start=1) for name in names}
WEEKDAY_PREFIXES = [name[:3] for name in WEEKDAYS]

UNSHORTENED = {"mars", "mai", "juin", "août", "aout"}
MONTH_FULL = "|".join(name for names in MONTHS for name in names if len(name) > 4 or name in UNSHORTENED)
#: Longer names first, so that `jan` never wins over `janv`.
MONTH_SHORT = "|".join(
    sorted({name for names in MONTHS for name in names if len(name) <= 4} - UNSHORTENED, key=len, reverse=True)
)
MONTH = rf"(?:{MONTH_FULL})"
#: For places where a day or a year stands beside the month: `6 nov.`
MONTH_OR_SHORT = rf"(?:(?:{MONTH_FULL})\b|(?:{MONTH_SHORT})\b\.?)"
WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
GAP = r"[ \t\u00a0\u202f]"
#: So long is the value of a day; those of months and years are shorter, those of ranges longer.
LENGTH_OF_DAY = len("2024-05-06")

#: A day alone may lie this far after the reference and still be meant in its year.
FORWARD = timedelta(days=2)


def month_number(word: str) -> int:
    return MONTH_NUMBER[unicodedata.normalize("NFC", word).lower().rstrip(".")]


def weekday_number(word: str) -> int:
    """Of the name or of its first three letters."""
    return WEEKDAY_PREFIXES.index(word.lower()[:3])


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or nothing where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest_past(month: int, day: int, reference: date) -> date | None:
    """The latest such day that is not after the reference by more than a few days (29 February may lie years back)."""
    for year in range(reference.year + 1, max(reference.year - 9, 0), -1):
        found = safe_date(year, month, day)
        if found is not None and found <= date.max - FORWARD and found - reference <= FORWARD:
            return found
    return None
