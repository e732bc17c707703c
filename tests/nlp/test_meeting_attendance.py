"""Who was at a gathering that is told by itself, or that others lead."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
EVA = "[PER eva:Eva Sund]"
OSLO = "[GPE oslo:Oslo]"
PAIR = {"Anna Lind", "Karl Moe"}
THREE = PAIR | {"Eva Sund"}


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        (f"Un sommet sur la pêche s'est tenu à {OSLO} en présence de {ANNA} et de {KARL}.", PAIR),
        (
            f"Une conférence sur la pêche s'ouvrira à {OSLO} avec la participation de {ANNA}, de {KARL} et de {EVA}.",
            THREE,
        ),
        (
            f"Une réunion s'est tenue à {OSLO} sous la présidence de {ANNA}, avec la participation active de {KARL} et "
            f"de {EVA}.",
            THREE,
        ),
        (f"{ANNA} participera à {OSLO} au sommet présidé par {KARL}.", PAIR),
        (
            f"{ANNA} a ouvert à {OSLO} le troisième dialogue stratégique entre l'[GPE IT:Italie] et la "
            f"[GPE NO:Norvège], aux côtés de {KARL}.",
            PAIR,
        ),
        (f"{ANNA} et {KARL} ont participé à {OSLO} à une réunion présidée par {EVA}.", THREE),
    ],
)
def test_a_gathering_is_of_those_who_are_told_to_be_there(sentence: str, who: set[str]) -> None:
    assert [(one.who, one.place) for one in told(sentence)] == [(who, "Oslo")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Le match s'est déroulé à {OSLO} en présence de {ANNA} et de {KARL}.",
        f"Un sommet s'est tenu à {OSLO} en présence de {ANNA}.",
        f"{ANNA} a assisté à une conférence organisée à {OSLO} par l'université.",
    ],
)
def test_nobody_meets_where_one_alone_is_told_or_there_is_no_gathering(sentence: str) -> None:
    assert told(sentence) == []
