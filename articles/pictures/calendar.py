"""A year, day by day: how many meetings each day has, as far as days are told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.dates import MONTHS
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.pictures.svg import NOTHING, Cell, Link, Picture, Table, drawing, element, level, mark
from articles.pictures.timeline import counted, without_date
from articles.queries.meeting_days import Days
from articles.stretches import Stretch, months
from articles.templatetags.dates import dated

LEFT, TOP, STEP, SIZE = 96, 22, 20, 18
RIGHT = LEFT + 31 * STEP + 8


@dataclass(frozen=True, slots=True)
class Day:
    """`told` meetings are of this day; the search finds `found`, with those of which only a month or year is told."""

    day: date
    told: int
    found: int


def calendar(found: Sequence[Days], *, year: int, undated: int, link: Link) -> Picture:
    """`found` are those of the year; `undated` are on no day of any."""
    days = [day for month in months(year) for day in days_of(month, found) if day.told]
    title = _("Meetings of %(year)d, day by day") % {"year": year}
    table = table_of(days, link)
    if not found:
        return Picture(title, NOTHING, table, without_date(undated, link))
    text = _(
        "One row for each month, one square for each day; the number says how many meetings are told of it, "
        "the shade too."
    )
    most = max((day.told for day in days), default=1)
    rows = [row_of(place, month, found, most, link) for place, month in enumerate(months(year))]
    return Picture(
        title,
        drawing("calendar", title, text, TOP + 12 * (STEP + 2) + 4, heads(), *rows),
        table,
        [*notes(found, year), *without_date(undated, link)],
    )


def days_of(month: Stretch, found: Sequence[Days]) -> list[Day]:
    number = (month.end - month.start).days + 1
    touching = [each for each in found if month.meets(each.start, each.end)]
    return [told_of(month.start + timedelta(days=n), touching) for n in range(number)]


def told_of(day: date, found: Sequence[Days]) -> Day:
    touching = [each for each in found if each.start <= day <= each.end]
    return Day(day, sum(each.number for each in touching if each.is_narrow), sum(each.number for each in touching))


def heads() -> SafeString:
    numbers = [
        element(
            "text", str(number), x=LEFT + (number - 1) * STEP + SIZE / 2, y=TOP - 8, text_anchor="middle", class_="axis"
        )
        for number in range(1, 32)
        if number == 1 or not number % 5
    ]
    return element("g", *numbers, aria_hidden="true")


def row_of(place: int, month: Stretch, found: Sequence[Days], most: int, link: Link) -> SafeString:
    """The name of the month, which leads to all its meetings, its days, and how many meetings are told of it."""
    y = TOP + place * (STEP + 2)
    name = str(MONTHS[month.start.month])
    touching = [each for each in found if month.meets(each.start, each.end)]
    told = sum(each.number for each in touching if is_of(month, each))
    label = element("text", name, x=LEFT - 10, y=y + 13, text_anchor="end", class_="label")
    if told:
        first, last = month.asked
        number = element("text", str(told), x=RIGHT, y=y + 13, class_="label n")
        words = words_of_month(told, sum(each.number for each in touching))
        label = mark(link(**{"from": first, "to": last, "period": ""}), f"{name} : {words}", label, number)
    return element("g", label, *(square(day, y, most, link) for day in days_of(month, found)))


def is_of(month: Stretch, days: Days) -> bool:
    """Whether meetings are told to have been in a month, of which their days touch one at least."""
    return days.is_narrow or month.holds(days.start, days.end)


def words_of_month(told: int, found: int) -> str:
    if found == told:
        return counted(told)
    return _("%(told)s, %(found)d with those of which only a longer time is told") % {
        "told": counted(told),
        "found": found,
    }


def square(day: Day, y: float, most: int, link: Link) -> SafeString:
    x = LEFT + (day.day.day - 1) * STEP
    if not day.told:
        weekend = " weekend" if day.day.weekday() >= 5 else ""
        return element("rect", x=x, y=y, width=SIZE, height=SIZE, class_=f"day{weekend}")
    shade = level(day.told, most)
    box = element("rect", x=x, y=y, width=SIZE, height=SIZE, class_=f"level-{shade}")
    number = element("text", str(day.told), x=x + SIZE / 2, y=y + 13, text_anchor="middle", class_=f"on-{shade}")
    return mark(link(**asking(day)), f"{dated(day.day.isoformat())} : {words_of(day)}", box, number)


def asking(day: Day) -> dict[str, str]:
    return {"from": day.day.isoformat(), "to": day.day.isoformat(), "period": ""}


def words_of(day: Day) -> str:
    if day.found == day.told:
        return counted(day.told)
    return _("%(told)s, %(found)d with those of which only a month or a year is told") % {
        "told": counted(day.told),
        "found": day.found,
    }


def table_of(days: Sequence[Day], link: Link) -> Table:
    rows = [[Cell(dated(day.day.isoformat())), Cell(day.told), Cell(day.found, link(**asking(day)))] for day in days]
    return Table(_("How many meetings, by day"), [_("Day"), _("Told of that day"), _("Found by the search")], rows)


def notes(found: Sequence[Days], year: int) -> list[str]:
    """Of which meetings no day is told: those of a month are counted there, those of a longer time nowhere."""
    wide = [each for each in found if not each.is_narrow]
    of_a_month = [each for each in wide if any(month.holds(each.start, each.end) for month in months(year))]
    monthly, longer = sum(each.number for each in of_a_month), sum(each.number for each in wide)
    longer -= monthly
    told = []
    if monthly:
        message = ngettext(
            "Of %(number)d meeting only the month is told; it is counted at its month, not at a day.",
            "Of %(number)d meetings only the month is told; they are counted at their months, not at a day.",
            monthly,
        )
        told.append(message % {"number": monthly})
    if longer:
        message = ngettext(
            "Of %(number)d meeting only the year or several months are told; it is counted at no month.",
            "Of %(number)d meetings only the year or several months are told; they are counted at no month.",
            longer,
        )
        told.append(message % {"number": longer})
    return told
