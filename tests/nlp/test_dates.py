"""Dates and their values against a fixed day."""

from datetime import date

import pytest

from articles.nlp.pipeline import build
from tests.nlp.marked import Marked, read_marked

THURSDAY = date(2024, 5, 16)


def values(text: str, day: date = THURSDAY) -> list[tuple[str, str]]:
    annotation = next(iter(build().annotate([(text, day)])))
    return [(text[m.span.start : m.span.end], m.value) for m in annotation.mentions if m.label == "DATE"]


@pytest.mark.parametrize("marked", read_marked("dates"), ids=lambda marked: marked[0][:40])
def test_dates_have_their_value(marked: Marked):
    text, expected = marked

    assert values(text) == expected


def test_section_opened_by_a_year_dates_what_follows():
    text = "Chronologie\n\n1985\n\n13 mars. Premier échange.\n\n6-8 avril. Second échange.\n"

    assert values(text) == [("1985", "1985"), ("13 mars", "1985-03-13"), ("6-8 avril", "1985-04-06/1985-04-08")]


def test_impossible_day_is_no_date():
    assert values("Le 31 février n’existe pas.") == []


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_dates_at_the_ends_of_the_calendar_do_not_fail(day: date):
    text = "Hier, demain, lundi, la semaine prochaine, en février, le 29 février, la veille, l’an dernier."

    assert isinstance(values(text, day), list)
