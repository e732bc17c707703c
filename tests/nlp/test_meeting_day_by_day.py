"""Several met one after another, each behind a day of his own."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
EVA = "[PER eva:Eva Sund]"
OTTO = "[PER otto:Otto Berg]"
OSLO, RIGA = "[GPE oslo:Oslo]", "[GPE riga:Riga]"
MONDAY, TUESDAY, FRIDAY = "[DATE 2024-05-06:lundi]", "[DATE 2024-05-07:mardi]", "[DATE 2024-05-10:vendredi]"
KARL_MONDAY, EVA_TUESDAY = ({"Anna Lind", "Karl Moe"}, "2024-05-06"), ({"Anna Lind", "Eva Sund"}, "2024-05-07")


def days(source: str) -> list[tuple[set[str], str]]:
    return [(meeting.who, meeting.date) for meeting in told(source)]


@pytest.mark.parametrize(
    "source",
    [
        f"{ANNA} a reçu {MONDAY} {KARL} et {TUESDAY} {EVA}.",
        f"{ANNA} a vu {MONDAY} le [ROLE NO:roi], {KARL}, et {TUESDAY} la [ROLE SE:juge], {EVA}.",
        f"{ANNA} s'est entretenue {MONDAY} avec {KARL}, et {TUESDAY} avec {EVA}.",
        f"{ANNA} a rencontré {KARL} {MONDAY} et, {TUESDAY}, {EVA}.",
        f"{ANNA} a été reçue {MONDAY} par {KARL} et {TUESDAY} par {EVA}.",
    ],
)
def test_the_next_stands_behind_his_day(source: str) -> None:
    assert days(source) == [KARL_MONDAY, EVA_TUESDAY]


def test_a_list_of_days() -> None:
    source = f"{ANNA} s'entretiendra {MONDAY} avec {KARL}, {TUESDAY} avec {EVA} et {FRIDAY} avec {OTTO}."
    assert days(source) == [KARL_MONDAY, EVA_TUESDAY, ({"Anna Lind", "Otto Berg"}, "2024-05-10")]


@pytest.mark.parametrize(
    "source",
    [
        f"{ANNA} a reçu {MONDAY} {KARL} et {TUESDAY} {EVA} est arrivée.",
        f"{ANNA} a reçu {MONDAY} {KARL}, un an après {EVA}.",
        f"{ANNA} a reçu {MONDAY} {KARL} et {TUESDAY} la fille de {EVA}.",
    ],
)
def test_a_day_of_another_clause_leads_to_nobody(source: str) -> None:
    assert days(source) == [KARL_MONDAY]


@pytest.mark.parametrize(
    ("source", "places"),
    [
        (f"{ANNA} verra {MONDAY} {KARL} à {OSLO}, {TUESDAY} {EVA} à {RIGA}.", ["Oslo", "Riga"]),
        (f"{ANNA} s'est entretenue {MONDAY} avec {KARL} et {TUESDAY} à {RIGA} avec {EVA}.", ["", "Riga"]),
    ],
)
def test_each_has_his_place(source: str, places: list[str]) -> None:
    assert [meeting.place for meeting in told(source)] == places
