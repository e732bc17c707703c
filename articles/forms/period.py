"""Fields for the ends of a period: a day, a month or a year, as readers type them."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.search.periods import month_numbers
from articles.validators import name_key

ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
NUMBERS = re.compile(r"(?:(?:(?P<day>\d{1,2})[/.])?(?P<month>\d{1,2})[/.])?(?P<year>\d{4})")
WORDS = re.compile(r"(?:(?P<day>\d{1,2})(?:er|st|nd|rd|th)? )?(?P<name>[a-z]+) (?P<year>\d{4})")
#: `November 6, 2023`.
MONTH_FIRST = re.compile(r"(?P<name>[a-z]+) (?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<year>\d{4})")


class PeriodEndField(forms.CharField):
    """Cleans to the first (or, with `last`, the last) day of what was typed, or None."""

    default_error_messages = {  # noqa: RUF012 -- as Django declares it
        "invalid": _("“%(value)s” is not a date. Write 2023, 2023-11, 2023-11-06 or 6/11/2023.")
    }

    def __init__(self, *, last: bool, **options: Any) -> None:
        self.last = last
        super().__init__(required=False, max_length=30, **options)

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value) or "").strip()
        if not text:
            return None
        try:
            return end_of(text, last=self.last)
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid", params={"value": text}) from None


def end_of(text: str, *, last: bool) -> date:
    """The first or last day of a year, month or day in figures or words; ValueError if it is none."""
    year, month, day = parts_of(text)
    if month is None:
        return date(year, 12, 31) if last else date(year, 1, 1)
    if day is None:
        return date(year, month, monthrange(year, month)[1] if last and 1 <= month <= 12 else 1)
    return date(year, month, day)


def parts_of(text: str) -> tuple[int, int | None, int | None]:
    words = name_key(text)
    found = ISO.fullmatch(text) or NUMBERS.fullmatch(text) or WORDS.fullmatch(words) or MONTH_FIRST.fullmatch(words)
    if found is None:
        raise ValueError(text)
    parts = found.groupdict()
    month = month_number(parts["name"]) if parts.get("name") else parts["month"]
    return int(parts["year"]), int(month) if month else None, int(parts["day"]) if parts["day"] else None


def month_number(name: str) -> int:
    """Of a month in French or English, whatever the language of the page."""
    if name not in month_numbers():
        raise ValueError(name)
    return month_numbers()[name]


class Period(models.TextChoices):
    """Shortcuts for a period, counted from today."""

    TODAY = "today", _("today")
    WEEK = "week", _("the last 7 days")
    MONTH = "month", _("this month")
    YEAR = "year", _("this year")


def days_of(period: str, today: date) -> tuple[date, date]:
    """First and last day."""
    if period == Period.TODAY:
        return today, today
    if period == Period.WEEK:
        return today - timedelta(days=6), today
    if period == Period.YEAR:
        return date(today.year, 1, 1), date(today.year, 12, 31)
    after = date(today.year + today.month // 12, today.month % 12 + 1, 1)
    return today.replace(day=1), after - timedelta(days=1)


def shortcuts(today: date) -> list[tuple[str, date, date]]:
    """All of them, with their days."""
    return [(period, *days_of(period, today)) for period in Period.values]


def settle_period(form: forms.Form, cleaned: dict[str, Any]) -> None:
    """The end must not lie before the start; where neither is given, a shortcut stands for its days."""
    start, end = cleaned.get("from"), cleaned.get("to")
    if start and end and end < start:
        form.add_error("to", _("The period ends before it begins. Exchange the two dates."))
    if start is None and end is None and cleaned.get("period") in Period.values:
        cleaned["from"], cleaned["to"] = days_of(cleaned["period"], timezone.localdate())
