"""What day a date means: ISO values resolved against the article's date, the tense, and the day last told."""

from datetime import date, timedelta

from articles.nlp.calendar_fr import safe_date

DAY = timedelta(days=1)
#: A weekday beside these lies ahead: `se réunit mardi`, `sera reçu vendredi`.
LOOKING_AHEAD = {"future", "present"}
#: A day this near is meant whatever the tense: `a annoncé le sommet du 25` on the 24th.
CERTAINLY_NEAR = DAY * 10
#: Without a verb, the nearest such day within this; beyond, the day of the same year.
NEAR = DAY * 60
#: Without a verb, a month so far ahead is still to come.
AHEAD_OF_A_MONTH = range(1, 3)
#: On these days a week end just past is `ce week-end`.
EARLY_IN_THE_WEEK = range(3)


def iso(start: date, end: date | None = None) -> str:
    return start.isoformat() if end is None else f"{start.isoformat()}/{end.isoformat()}"


def first_day(moment: str) -> date | None:
    """The first day of `2023`, `2023-11` or `2023-11-06`; nothing for what is no moment of the calendar."""
    parts = [int(part) for part in moment.split("-") if part]
    return safe_date(*[*parts, 1, 1][:3]) if parts else None


def in_order(value: str) -> bool:
    days = [first_day(moment) for moment in value.split("/")]
    return None not in days and days == sorted(day for day in days if day)


def weekday_near(weekday: int, reference: date, tense: str, relation: str) -> date:
    """`vendredi`: the last one, today included; the next one where the sentence looks ahead."""
    back = (reference.weekday() - weekday) % 7
    ahead = (weekday - reference.weekday()) % 7
    if relation.startswith("prochain"):
        return reference + DAY * (ahead or 7)
    if relation:
        return reference - DAY * (back or 7)
    if tense == "planned":
        return reference + DAY * ahead if ahead <= back else reference - DAY * back
    return reference + DAY * ahead if tense in LOOKING_AHEAD else reference - DAY * back


def day_near(month: int, day: int, reference: date, tense: str) -> date | None:
    """The day of a date without its year: before, after or nearest to the reference."""
    years = range(max(reference.year - 4, 1), min(reference.year + 5, 9999))
    found = [when for year in years if (when := safe_date(year, month, day)) is not None]
    nearest = min(found, key=lambda when: abs(when - reference), default=None)
    if nearest is None or abs(nearest - reference) <= CERTAINLY_NEAR:
        return nearest
    if tense == "future":
        return min((when for when in found if when >= reference), default=nearest)
    if tense == "past":
        return max((when for when in found if when <= reference), default=nearest)
    if tense == "planned" or abs(nearest - reference) <= NEAR:
        return nearest
    return safe_date(reference.year, month, day) or nearest


def month_near(month: int, reference: date, tense: str, relation: str) -> str:
    year = reference.year
    if relation.startswith("prochain"):
        year += month <= reference.month
    elif relation:
        year -= month >= reference.month
    elif tense == "future":
        year += month < reference.month
    elif tense == "planned":
        year += round((reference.month - month) / 12)
    elif tense or month - reference.month not in AHEAD_OF_A_MONTH:
        year -= month > reference.month
    return month_of(year, month)


def month_of(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"


def week_of(day: date) -> str:
    monday = day - DAY * day.weekday()
    return iso(monday, monday + DAY * 6)


def weekend_of(day: date) -> str:
    saturday = day + DAY * (5 - day.weekday())
    return iso(saturday, saturday + DAY)


def shifted_month(day: date, months: int) -> str:
    index = day.year * 12 + day.month - 1 + months
    return month_of(index // 12, index % 12 + 1)


def span_of_months(year: int, first: int, last: int) -> str:
    """Both months are told to the month; a winter ends in the year after."""
    return f"{month_of(year, first)}/{month_of(year + (last > 12), (last - 1) % 12 + 1)}"
