"""Date values as the collection stores them: ISO 8601 with the precision of the text, or start/end."""

from calendar import monthrange
from datetime import date

#: How many days a month-long value spans at the most; anything wider names a year or a season.
MONTH_DAYS = 31


def day_range(value: str) -> tuple[date, date]:
    """The first and the last day a value allows.

    >>> day_range("2023-02")
    (datetime.date(2023, 2, 1), datetime.date(2023, 2, 28))

    Raises ValueError for an empty or impossible value, or one whose end lies before its start.
    """
    first, _, last = value.partition("/")
    start, end = first_day(first), last_day(last or first)
    if end < start:
        raise ValueError(f"{value!r} ends before it starts.")
    return start, end


def first_day(moment: str) -> date:
    parts = [int(part) for part in moment.split("-")]
    return date(*[*parts, 1, 1][:3])


def last_day(moment: str) -> date:
    parts = [int(part) for part in moment.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0], parts[1], monthrange(parts[0], parts[1])[1])
    return date(*parts)


def width(value: str) -> int:
    """How many days a value allows: 1 for a day; the smaller, the more precise."""
    start, end = day_range(value)
    return (end - start).days + 1


def overlap(first: str, second: str) -> bool:
    (a, b), (c, d) = day_range(first), day_range(second)
    return a <= d and c <= b


def value_of(start: date, end: date) -> str:
    """The shortest value that allows these days and no others.

    >>> value_of(date(2023, 2, 1), date(2023, 2, 28))
    '2023-02'
    """
    whole = [value for value in (f"{start:%Y}", f"{start:%Y-%m}", f"{start}") if day_range(value) == (start, end)]
    return whole[0] if whole else f"{start}/{end}"
