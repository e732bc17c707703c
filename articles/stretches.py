"""Stretches of time that a search can ask for: days, months and years, and how to cut a period into them."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

#: A picture has no more columns than it can show apart.
MOST_DAYS, MOST_MONTHS, MOST_YEARS = 62, 62, 60


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one day to another, both included."""

    start: date
    end: date

    @property
    def asked(self) -> tuple[str, str]:
        """What asks for it, from and to: a year, a month or a day where it is just that."""
        for year, month in ((True, False), (False, True)):
            if year and (self.start, self.end) == (date(self.start.year, 1, 1), date(self.start.year, 12, 31)):
                return (f"{self.start.year:04d}",) * 2
            if month and self.end == end_of_month(self.start) and self.start.day == 1:
                return (f"{self.start:%Y-%m}",) * 2
        return self.start.isoformat(), self.end.isoformat()

    def meets(self, start: date, end: date) -> bool:
        return start <= self.end and end >= self.start

    def holds(self, start: date, end: date) -> bool:
        return self.start <= start and end <= self.end

    def within(self, start: date | None, end: date | None) -> "Stretch":
        return Stretch(max(self.start, start or self.start), min(self.end, end or self.end))


def end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def year(number: int) -> Stretch:
    return Stretch(date(number, 1, 1), date(number, 12, 31))


def months(number: int) -> list[Stretch]:
    """The months of a year."""
    firsts = [date(number, month, 1) for month in range(1, 13)]
    return [Stretch(first, end_of_month(first)) for first in firsts]


def cut(told: Stretch, start: date | None, end: date | None) -> list[Stretch]:
    """The days told in days, months or years, the finest that can be shown; of very many years the latest.

    A search that begins or ends within a month or year has a part of it only.
    """
    period = told.within(start, end)
    if (period.end - period.start).days < MOST_DAYS:
        number = (period.end - period.start).days + 1
        return [Stretch(day, day) for day in (period.start + timedelta(days=n) for n in range(number))]
    years = range(period.start.year, period.end.year + 1)
    if len(years) <= MOST_MONTHS // 12 + 2:
        found = [month for number in years for month in months(number) if month.meets(period.start, period.end)]
        if len(found) <= MOST_MONTHS:
            return [month.within(start, end) for month in found]
    return [year(number).within(start, end) for number in years][-MOST_YEARS:]
