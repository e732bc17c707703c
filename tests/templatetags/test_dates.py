from datetime import date, datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format

from articles.templatetags.dates import country, dated, day, duration, told


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2023", "2023"),
        ("2023-02", "février 2023"),
        ("2023-11-06", "lundi 6 novembre 2023"),
        ("2022/2023", "2022–2023"),
        ("2023-02/2023-03", "février – mars 2023"),
        ("2023-12/2024-01", "décembre 2023 – janvier 2024"),
        ("2023-11-06/2023-11-06", "lundi 6 novembre 2023"),
        ("2023-11/2024", "novembre 2023 – 2024"),
    ],
)
def test_dated_says_the_precision_of_the_text(value: str, words: str) -> None:
    with translation.override("fr"):
        assert dated(value) == words


def test_dated_says_once_what_both_ends_of_a_range_share() -> None:
    with translation.override("en"):
        assert dated("2024-05-03/2024-05-05") == "3 to 5 May 2024"
        assert dated("2024-04-30/2024-05-02") == "30 April to 2 May 2024"
        assert dated("2023-12-30/2024-01-02") == "30 December 2023 to 2 January 2024"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(None, ""), (45, "45\u00a0min"), (120, "2\u00a0h"), (150, "2\u00a0h\u00a030"), (65, "1\u00a0h\u00a005")],
)
def test_duration_is_in_hours_and_minutes(minutes: int | None, words: str) -> None:
    assert duration(minutes) == words


def test_country_is_named_and_an_unknown_code_kept() -> None:
    assert [country("TR"), country("XX"), country("")] == ["Turquie", "XX", ""]


def test_told_shows_each_field_as_readers_write_it() -> None:
    assert [told(150, "duration"), told("Ankara", "place"), told("2023", "date")] == [
        "2\u00a0h\u00a030",
        "Ankara",
        "2023",
    ]


@pytest.mark.parametrize(
    ("language", "long", "short", "moment", "first"),
    [
        ("en", "6 November 2023", "6 Nov 2023", "6 Nov 2023, 09:05", "1 November 2023"),
        ("fr", "6 novembre 2023", "06/11/2023", "06/11/2023 09:05", "1er novembre 2023"),
    ],
)
def test_dates_have_one_order_in_each_language(language: str, long: str, short: str, moment: str, first: str) -> None:
    with translation.override(language):
        morning = datetime(2023, 11, 6, 9, 5)
        told = [date_format(morning, name) for name in ("DATE_FORMAT", "SHORT_DATE_FORMAT", "SHORT_DATETIME_FORMAT")]
        assert told == [long, short, moment]
        assert (day(date(2023, 11, 1)), day(date(2023, 11, 6))) == (first, long)
