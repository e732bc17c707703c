"""What day a date means: ISO values resolved against the article's date, the tense, and the day last told."""

import calendar
from datetime import date, timedelta

from articles.nlp.calendar_fr import safe_date

DAY = timedelta(days=1)
#: A weekday beside these lies ahead: `se réunit mardi`, `devait être reçu vendredi`.
LOOKING_AHEAD = {"future", "present", "planned"}


def iso(start: date, end: date | None = None) -> str:
    return start.isoformat() if end is None else f"{start.isoformat()}/{end.isoformat()}"


def weekday_near(weekday: int, reference: date, tense: str, relation: str) -> date:
    """`vendredi`: the last one, today included; the next one where the sentence looks ahead."""
    back = (reference.weekday() - weekday) % 7
    ahead = (weekday - reference.weekday()) % 7
    if relation.startswith("prochain"):
        return reference + DAY * (ahead or 7)
    if relation:
        return reference - DAY * (back or 7)
    return reference + DAY * ahead if tense in LOOKING_AHEAD else reference - DAY * back


def day_near(month: int, day: int, reference: date, tense: str) -> date | None:
    """The day of a date without its year: before, after or nearest to the reference."""
    years = range(max(reference.year - 4, 1), min(reference.year + 5, 9999))
    found = [when for year in years if (when := safe_date(year, month, day)) is not None]
    if tense == "future":
        found = [when for when in found if when >= reference]
    elif tense == "past":
        found = [when for when in found if when <= reference]
    return min(found, key=lambda when: abs(when - reference), default=None)


def month_near(month: int, reference: date, tense: str, relation: str) -> str:
    year = reference.year
    if relation.startswith("prochain"):
        year += month <= reference.month
    elif relation:
        year -= month >= reference.month
    elif tense == "future":
        year += month < reference.month
    else:
        year -= month > reference.month
    return f"{year:04d}-{month:02d}"


def week_of(day: date) -> str:
    monday = day - DAY * day.weekday()
    return iso(monday, monday + DAY * 6)


def weekend_of(day: date) -> str:
    saturday = day + DAY * (5 - day.weekday())
    return iso(saturday, saturday + DAY)


def shifted_month(day: date, months: int) -> str:
    index = day.year * 12 + day.month - 1 + months
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def span_of_months(year: int, first: int, last: int) -> str:
    return iso(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))
