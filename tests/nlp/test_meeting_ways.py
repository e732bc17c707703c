"""Ways in which agencies tell in passing when, where and whether somebody was met."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
EVA = "[PER eva:Eva Sund]"
OSLO = "[GPE oslo:Oslo]"
RIGA = "[GPE riga:Riga]"
SUNDAY = "[DATE 2024-05-05:dimanche]"
PAIR = {"Anna Lind", "Karl Moe"}


def met(source: str) -> list[tuple[set[str], str, str, str]]:
    return [(each.who, each.status, each.date, each.place) for each in told(source) if each.kind != "visit"]


@pytest.mark.parametrize(
    "behind", ["qui s'était rendu à {} en {}", "qui a visité {} en {}", "qui avait été élu à {} en {}"]
)
def test_what_whoever_is_met_did_before_dates_no_meeting(behind: str) -> None:
    source = f"{ANNA} rencontrera {KARL}, {behind.format(OSLO, '[DATE 2018:2018]')}."
    assert met(source) == [(PAIR, "planned", "", "")]


def test_where_and_when_somebody_went_is_where_and_when_that_was_done() -> None:
    then = f"avant de gagner [DATE 2024-05-06:le lendemain] {RIGA} pour s'y entretenir avec {KARL}"
    source = f"{SUNDAY}, {EVA} a été reçue à {OSLO}, {then}."
    assert ({"Eva Sund", "Karl Moe"}, "held", "2024-05-06", "Riga") in met(source)


def test_what_somebody_went_for_was_done_once_the_day_is_over() -> None:
    assert met(f"{ANNA} s'est rendue {SUNDAY} à {OSLO} pour y rencontrer {KARL}.") == [
        (PAIR, "held", "2024-05-05", "Oslo")
    ]


@pytest.mark.parametrize("going", ["s'est envolée", "doit gagner", "devait gagner"])
def test_what_somebody_goes_for_lies_ahead(going: str) -> None:
    [(who, status, *_)] = met(f"{ANNA} {going} pour {OSLO} pour y rencontrer {KARL}.")
    assert (who, status) == (PAIR, "planned")
