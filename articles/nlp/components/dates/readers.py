"""The value of one matched date expression, read against the article's date and what was told before it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from articles.nlp.calendar_fr import month_number, safe_date, weekday_number
from articles.nlp.components.dates.values import (
    DAY,
    EARLY_IN_THE_WEEK,
    day_near,
    in_order,
    iso,
    month_near,
    month_of,
    shifted_month,
    span_of_months,
    week_of,
    weekday_near,
    weekend_of,
)

ORDINALS = {"premier": 1, "second": 2, "deuxième": 2, "troisième": 3, "quatrième": 4, "dernier": 0}
#: First and last month; winter ends in the year after.
SEASONS = {"printemps": (3, 5), "été": (6, 8), "automne": (9, 11), "hiver": (12, 14)}
#: Two digits of a year from here on are of the last century.
LAST_CENTURY = 70
WEEKS_ON = {"huit": 1, "quinze": 2}

Groups = dict[str, str]


#: `puis dimanche` counts from a day told within so many characters.
CLOSE = 200
#: `demain, dimanche`: the day just told.
APPOSED = 3


@dataclass(slots=True)
class Told:
    """What the text has told so far: the article's date, the day or days last told, the month, the section's year."""

    article: date
    first: date
    last: date
    month: date
    #: Where the month and the day were told, and where the text is being read.
    month_at: int = 0
    day_at: int = -CLOSE
    #: The Monday of the week that the sentence is about.
    week: date | None = None
    week_at: int = 0
    at: int = 0
    anchor: date | None = None
    #: The day that heads the entry of a list of what is to come.
    entry: date | None = None

    @property
    def reference(self) -> date:
        return self.anchor or self.article


def number_of(day: str) -> int:
    digits = "".join(letter for letter in day if letter.isdigit())
    return int(digits) if digits else 1


def full_year(year: str) -> int:
    if len(year) > 2:
        return int(year)
    return int(year) + (1900 if int(year) >= LAST_CENTURY else 2000)


def _full(groups: Groups, told: Told, tense: str) -> str:
    found = safe_date(full_year(groups["y"]), int(groups["m"]), int(groups["d"]))
    return iso(found) if found else ""


def resolve(day: str, month: str, year: str, told: Told, tense: str) -> date | None:
    number = month_number(month)
    if year:
        return safe_date(int(year), number, number_of(day))
    if told.anchor is not None:
        return safe_date(told.anchor.year, number, number_of(day)) or day_near(number, number_of(day), told.anchor, "")
    return day_near(number, number_of(day), told.article, tense)


def tense_of(relation: str, tense: str) -> str:
    if not relation:
        return tense
    return "future" if relation.startswith("prochain") else "past"


def read_day(groups: Groups, told: Told, tense: str) -> str:
    found = resolve(groups["d"], groups["m"], groups["y"], told, tense_of(groups.get("rel", ""), tense))
    weekday = groups.get("w")
    if found and weekday and not groups["y"] and found.weekday() != weekday_number(weekday):
        near = (safe_date(found.year + shift, found.month, found.day) for shift in (-1, 1, -2, 2))
        found = next((day for day in near if day and day.weekday() == weekday_number(weekday)), found)
    return iso(found) if found else ""


def _range(groups: Groups, told: Told, tense: str) -> str:
    end = resolve(groups["d2"], groups["m2"], groups["y2"], told, tense_of(groups.get("rel", ""), tense))
    if end is None:
        return ""
    first = groups.get("d0") or groups["d1"]
    month = month_number(groups["m1"]) if groups.get("m1") else end.month
    year = int(groups["y1"]) if groups.get("y1") else end.year - (month > end.month)
    start = safe_date(year, month, number_of(first))
    return iso(start, end) if start and start < end else iso(end)


def _weekday_day(groups: Groups, told: Told, tense: str) -> str:
    """`mercredi 29`: the nearest such day that falls on that weekday."""
    wanted, number = weekday_number(groups["w"]), number_of(groups["d"])
    around = (told.reference + DAY * shift for shift in sorted(range(-200, 200), key=abs))
    found = next((day for day in around if day.day == number and day.weekday() == wanted), None)
    return iso(found) if found else ""


def _weekday(groups: Groups, told: Told, tense: str) -> str:
    weekday = weekday_number(groups["w"])
    if groups["week"]:
        return iso(weekday_near(weekday, told.article, "", "prochain") + DAY * 7 * WEEKS_ON[groups["week"].split()[-1]])
    if told.at - told.day_at < APPOSED and told.last.weekday() == weekday:
        return iso(told.last)
    if tense == "next" and told.at - told.day_at < CLOSE:
        return iso(weekday_near(weekday, told.last, "future", "prochain"))
    if told.week is not None and not groups["rel"]:
        return iso(told.week + DAY * weekday)
    ahead = told.entry is not None and tense == "future" and not groups["rel"]
    return iso(weekday_near(weekday, (ahead and told.entry) or told.article, tense, groups["rel"]))


def _month(groups: Groups, told: Told, tense: str) -> str:
    month, year = month_number(groups["m"]), groups["y"] or groups["y3"]
    if year:
        return month_of(int(year), month)
    if told.anchor is not None:
        return month_of(told.anchor.year, month)
    return month_near(month, told.article, tense, groups["rel"])


def _old_month(groups: Groups, told: Told, tense: str) -> str:
    return month_of(1900 + int(groups["y"]), month_number(groups["m"]))


def _months(groups: Groups, told: Told, tense: str) -> str:
    end = _month({"m": groups["m2"], "y": groups["y2"], "y3": "", "rel": ""}, told, tense)
    first, last = month_number(groups["m1"]), month_number(groups["m2"])
    year = int(groups["y1"]) if groups["y1"] else int(end[:4]) - (first > last)
    return f"{month_of(year, first)}/{end}"


def _bare_day(groups: Groups, told: Told, tense: str) -> str:
    """`le 12`: in the month last told; in the month before or after the article's where the tense says so."""
    day = number_of(groups["d"])
    found = safe_date(told.month.year, told.month.month, day)
    if found is None:
        return ""
    this_month = (found.year, found.month) == (told.article.year, told.article.month)
    step = (tense == "future" and found < told.article) - (tense == "past" and found > told.article)
    if this_month and step:
        year, month = (int(part) for part in shifted_month(told.article, step).split("-"))
        found = safe_date(year, month, day) or found
    return iso(found)


def _bare_range(groups: Groups, told: Told, tense: str) -> str:
    """`du 20 au 22`, in the month last told."""
    days = [safe_date(told.month.year, told.month.month, number_of(groups[name])) for name in ("d1", "d2")]
    return iso(days[0], days[1]) if days[0] and days[1] and days[0] < days[1] else ""


def _quarter(months: int) -> Callable[[Groups, Told, str], str]:
    def read(groups: Groups, told: Told, tense: str) -> str:
        name = groups["n"]
        number = (int(name[0]) if name[0].isdigit() else ORDINALS[name]) or 12 // months
        if number > 12 // months:
            return ""
        year = int(groups["y"] or told.reference.year)
        first = (number - 1) * months + 1
        year -= not groups["y"] and tense == "past" and (year, first) > (told.article.year, told.article.month)
        return span_of_months(year, first, number * months)

    return read


def _this_quarter(groups: Groups, told: Told, tense: str) -> str:
    months = 3 if groups["unit"] == "trimestre" else 6
    index = (told.article.year * 12 + told.article.month - 1) // months + step_of(groups["rel"])
    return span_of_months(index * months // 12, index * months % 12 + 1, index * months % 12 + months)


def step_of(relation: str) -> int:
    return 0 if not relation else 1 if relation.startswith("prochain") else -1


def _week(groups: Groups, told: Told, tense: str) -> str:
    return week_of(told.article + DAY * 7 * step_of(groups["rel"]))


def _weekend(groups: Groups, told: Told, tense: str) -> str:
    just_past = groups["this"] and tense == "past" and told.article.weekday() in EARLY_IN_THE_WEEK
    return weekend_of(told.article + DAY * 7 * (-1 if just_past else step_of(groups["rel"])))


def _this_month(groups: Groups, told: Told, tense: str) -> str:
    return shifted_month(told.article, step_of(groups["rel"]))


def _this_year(groups: Groups, told: Told, tense: str) -> str:
    return f"{told.reference.year + step_of(groups['rel']):04d}"


def _season(groups: Groups, told: Told, tense: str) -> str:
    first, last = SEASONS[groups["season"]]
    if groups["y"]:
        return span_of_months(int(groups["y"]), first, last)
    article = told.article
    over = article.month > last or first > 12
    year = article.year + (groups["rel"].startswith("prochain") and article.month >= first)
    year -= not groups["rel"].startswith("prochain") and not over
    return span_of_months(year, first, last)


def _year(groups: Groups, told: Told, tense: str) -> str:
    return f"{int(groups['y']):04d}"


def _years(groups: Groups, told: Told, tense: str) -> str:
    return f"{groups['y']}/{groups['y'][: 4 - len(groups['y2'])]}{groups['y2']}"


READERS: dict[str, Callable[[Groups, Told, str], str]] = {
    "iso": _full,
    "numeric": _full,
    "days": _range,
    "range": _range,
    "day": read_day,
    "weekday_day": _weekday_day,
    "weekday": _weekday,
    "months": _months,
    "month": _month,
    "old_month": _old_month,
    "trimester": _quarter(3),
    "semester": _quarter(6),
    "this_quarter": _this_quarter,
    "season": _season,
    "week": _week,
    "weekend": _weekend,
    "this_month": _this_month,
    "this_year": _this_year,
    "bare_day": _bare_day,
    "bare_range": _bare_range,
    "year": _year,
    "years": _years,
}
#: Readers that ask for the tense, unless a year is written.
TENSED = {"range", "days", "day", "weekday", "months", "month", "bare_day", "weekend", "trimester", "semester", "eve"}
SHIFTS = {"before_yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "after_tomorrow": 2}
TOLD_SHIFTS = {"eve2": -2, "eve": -1, "morrow": 1, "morrow2": 2}


def _counted_from(told: Told, shift: int, tense: str) -> date:
    """The day last told; `verra mardi X, qu'il a vu la veille`: what was done was done before the article's day."""
    if shift > 0:
        return told.last
    return told.article if tense == "past" and told.first > told.article else told.first


def read(kind: str, groups: Groups, told: Told, tense: str) -> str:
    """Nothing where the calendar has no such day, or ends before it, or a range ends before it starts."""
    try:
        if kind in SHIFTS:
            return iso(told.article + DAY * SHIFTS[kind])
        if kind in TOLD_SHIFTS:
            return iso(_counted_from(told, TOLD_SHIFTS[kind], tense) + DAY * TOLD_SHIFTS[kind])
        value = READERS[kind](groups, told, tense)
        return value if in_order(value) else ""
    except (OverflowError, ValueError):
        return ""
