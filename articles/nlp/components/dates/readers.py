"""The value of one matched date expression, read against the article's date and what was told before it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from articles.nlp.calendar_fr import month_number, safe_date, weekday_number
from articles.nlp.components.dates.values import (
    DAY,
    day_near,
    iso,
    month_near,
    shifted_month,
    span_of_months,
    week_of,
    weekday_near,
    weekend_of,
)

ORDINALS = {"premier": 1, "second": 2, "deuxième": 2, "troisième": 3, "quatrième": 4}


@dataclass(slots=True)
class Told:
    """What the text has told so far: the article's date, the day last told, and the year a section is about."""

    article: date
    last: date
    anchor: date | None = None

    @property
    def reference(self) -> date:
        return self.anchor or self.article


def _number(day: str) -> int:
    return int(day.lower().removesuffix("er"))


def _full(groups: dict[str, str], told: Told, tense: str) -> str:
    found = safe_date(int(groups["y"]), int(groups["m"]), int(groups["d"]))
    return iso(found) if found else ""


def _resolve(day: str, month: str, year: str, told: Told, tense: str) -> date | None:
    number = month_number(month)
    if year:
        return safe_date(int(year), number, _number(day))
    if told.anchor is not None:
        return safe_date(told.anchor.year, number, _number(day)) or day_near(number, _number(day), told.anchor, "")
    return day_near(number, _number(day), told.article, tense)


def read_day(groups: dict[str, str], told: Told, tense: str) -> str:
    tense = {"dernier": "past", "prochain": "future"}.get(groups["rel"].lower(), tense)
    found = _resolve(groups["d"], groups["m"], groups["y"], told, tense)
    weekday = groups.get("w")
    if found and weekday and not groups["y"] and found.weekday() != weekday_number(weekday):
        near = (safe_date(found.year + shift, found.month, found.day) for shift in (-1, 1))
        found = next((day for day in near if day and day.weekday() == weekday_number(weekday)), found)
    return iso(found) if found else ""


def _range(groups: dict[str, str], told: Told, tense: str) -> str:
    end = _resolve(groups["d2"], groups["m2"], groups["y2"], told, tense)
    if end is None:
        return ""
    month = month_number(groups["m1"]) if groups["m1"] else end.month
    year = int(groups["y1"]) if groups["y1"] else end.year - (month > end.month)
    start = safe_date(year, month, _number(groups["d1"]))
    return iso(start, end) if start and start < end else iso(end)


def _weekday_day(groups: dict[str, str], told: Told, tense: str) -> str:
    """`mercredi 29`: the nearest such day that falls on that weekday."""
    wanted, number = weekday_number(groups["w"]), _number(groups["d"])
    around = (told.article + DAY * shift for shift in sorted(range(-200, 200), key=abs))
    found = next((day for day in around if day.day == number and day.weekday() == wanted), None)
    return iso(found) if found else ""


def _weekday(groups: dict[str, str], told: Told, tense: str) -> str:
    return iso(weekday_near(weekday_number(groups["w"]), told.article, tense, groups["rel"].lower()))


def _month(groups: dict[str, str], told: Told, tense: str) -> str:
    month = month_number(groups["m"])
    if groups["y"]:
        return f"{int(groups['y']):04d}-{month:02d}"
    if told.anchor is not None:
        return f"{told.anchor.year:04d}-{month:02d}"
    return month_near(month, told.article, tense, groups["rel"].lower())


def _bare_day(groups: dict[str, str], told: Told, tense: str) -> str:
    found = safe_date(told.last.year, told.last.month, _number(groups["d"]))
    return iso(found) if found else ""


def _quarter(months: int) -> Callable[[dict[str, str], Told, str], str]:
    def read(groups: dict[str, str], told: Told, tense: str) -> str:
        number = ORDINALS[groups["n"].lower()]
        return span_of_months(int(groups["y"] or told.reference.year), (number - 1) * months + 1, number * months)

    return read


def _step(relation: str) -> int:
    return 0 if not relation else 1 if relation.lower().startswith("prochain") else -1


def _week(groups: dict[str, str], told: Told, tense: str) -> str:
    return week_of(told.article + DAY * 7 * _step(groups["rel"]))


def _weekend(groups: dict[str, str], told: Told, tense: str) -> str:
    return weekend_of(told.article + DAY * 7 * _step(groups["rel"]))


def _this_month(groups: dict[str, str], told: Told, tense: str) -> str:
    return shifted_month(told.article, _step(groups["rel"]))


def _this_year(groups: dict[str, str], told: Told, tense: str) -> str:
    return f"{told.article.year + _step(groups['rel']):04d}"


def _year(groups: dict[str, str], told: Told, tense: str) -> str:
    return f"{int(groups['y']):04d}"


def _year_part(groups: dict[str, str], told: Told, tense: str) -> str:
    return f"{told.reference.year:04d}"


READERS: dict[str, Callable[[dict[str, str], Told, str], str]] = {
    "iso": _full,
    "numeric": _full,
    "range": _range,
    "day": read_day,
    "weekday_day": _weekday_day,
    "weekday": _weekday,
    "month": _month,
    "trimester": _quarter(3),
    "semester": _quarter(6),
    "year_part": _year_part,
    "week": _week,
    "weekend": _weekend,
    "this_month": _this_month,
    "this_year": _this_year,
    "bare_day": _bare_day,
    "year": _year,
}
