"""Cutting periods into what a search can ask for."""

from datetime import date
from itertools import pairwise

import pytest

from articles.stretches import Stretch, cut, months, year


@pytest.mark.parametrize(
    ("start", "end", "asked"),
    [
        (date(2023, 1, 1), date(2023, 12, 31), ("2023", "2023")),
        (date(2024, 2, 1), date(2024, 2, 29), ("2024-02", "2024-02")),
        (date(2023, 11, 6), date(2023, 11, 6), ("2023-11-06", "2023-11-06")),
        (date(2023, 11, 6), date(2023, 11, 30), ("2023-11-06", "2023-11-30")),
    ],
)
def test_stretch_is_asked_for_in_the_shortest_way(start: date, end: date, asked: tuple[str, str]) -> None:
    assert Stretch(start, end).asked == asked


def test_short_times_are_cut_into_days_longer_ones_into_months_and_years() -> None:
    days = cut(Stretch(date(2023, 11, 3), date(2023, 11, 6)), None, None)
    assert [each.asked[0] for each in days] == ["2023-11-03", "2023-11-04", "2023-11-05", "2023-11-06"]
    assert [each.asked[0] for each in cut(Stretch(date(2023, 2, 3), date(2023, 5, 6)), None, None)] == [
        "2023-02", "2023-03", "2023-04", "2023-05",
    ]  # fmt: skip
    assert cut(Stretch(date(1990, 2, 3), date(2023, 5, 6)), None, None)[0] == year(1990)


def test_search_that_begins_within_a_month_has_a_part_of_it() -> None:
    found = cut(Stretch(date(2023, 1, 1), date(2023, 6, 30)), date(2023, 2, 15), None)
    assert [each.asked for each in found][:2] == [("2023-02-15", "2023-02-28"), ("2023-03", "2023-03")]


def test_very_long_times_keep_the_latest_years() -> None:
    found = cut(Stretch(date(1800, 1, 1), date(2023, 6, 30)), None, None)
    assert (len(found), found[-1]) == (60, year(2023))


def test_a_year_has_twelve_months_without_gaps() -> None:
    found = months(2024)
    assert (found[0].start, found[-1].end) == (date(2024, 1, 1), date(2024, 12, 31))
    assert all((after.start - before.end).days == 1 for before, after in pairwise(found))
