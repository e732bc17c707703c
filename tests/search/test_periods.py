"""Dates among the words of a search."""

from datetime import date

import pytest

from articles.search.periods import dated


@pytest.mark.parametrize(
    ("text", "words", "rest", "ends"),
    [
        ("Blinken novembre 2023", "novembre 2023", "Blinken", ("2023-11", "2023-11")),
        ("Blinken en NOVEMBRE 2023 à Ankara", "en NOVEMBRE 2023", "Blinken à Ankara", ("2023-11", "2023-11")),
        ("le 1er août 2023, Fidan", "le 1er août 2023", "Fidan", ("2023-08-01", "2023-08-01")),
        ("trêve d’aout 2023", "d’aout 2023", "trêve", ("2023-08", "2023-08")),
        ("6 Nov. 2023", "6 Nov. 2023", "", ("2023-11-06", "2023-11-06")),
        ("November 6, 2023 Blinken", "November 6, 2023", "Blinken", ("2023-11-06", "2023-11-06")),
        ("the 6th of November 2023", "the 6th of November 2023", "", ("2023-11-06", "2023-11-06")),
        ("Macron 2022", "2022", "Macron", ("2022", "2022")),
        ("6/11/2023 Fidan", "6/11/2023", "Fidan", ("2023-11-06", "2023-11-06")),
        ("Fidan 2023-11", "2023-11", "Fidan", ("2023-11", "2023-11")),
        ("Fidan 2021-2022", "2021-2022", "Fidan", ("2021-01-01", "2022-12-31")),
        ("entre 2021 et 2022", "entre 2021 et 2022", "", ("2021-01-01", "2022-12-31")),
        ("sommet du 5 au 8 novembre 2023", "du 5 au 8 novembre 2023", "sommet", ("2023-11-05", "2023-11-08")),
        ("from May to June 2023", "from May to June 2023", "", ("2023-05-01", "2023-06-30")),
        ("mai 2022 à juin 2023", "mai 2022 à juin 2023", "", ("2022-05-01", "2023-06-30")),
    ],
)
def test_a_period_is_read_and_the_rest_stays(text: str, words: str, rest: str, ends: tuple[str, str]) -> None:
    found = dated(text)
    assert found is not None
    assert (found.words, found.rest, found.ends) == (words, rest, ends)


@pytest.mark.parametrize(
    "text",
    [
        "Blinken “novembre 2023”",
        "Blinken -2023",
        "=2023",
        "2022 OU 2023",
        "Macron 2022 Fidan 2023",
        "6 novembre",
        "mai",
        "31 février 2023",
        "résolution 1973",
        "Agenda 2030",
        "Louis XIV 1661",
        "12,5",
        "juin 2023 à mai 2023",
        "",
        "20233",
    ],
)
def test_what_is_no_period_stays_words(text: str) -> None:
    assert dated(text) is None


def test_the_date_as_words_is_a_phrase_without_what_leads_into_it() -> None:
    found = dated("Blinken en novembre 2023 à Ankara")

    assert found is not None
    assert found.literally == "Blinken en “novembre 2023” à Ankara"
    assert dated(found.literally) is None
    assert (found.start, found.end) == (date(2023, 11, 1), date(2023, 11, 30))
