"""Meetings of a series told by their number, and signings told in the passive."""

import pytest

from tests.nlp.test_gatherings import ANNA, EVA, KARL, MONDAY, OSLO, THREE, met

RIGA = "[GPE riga:Riga]"
JULY = "[DATE 2023-07:juillet]"
FRANCE = "[GPE FR:France]"
ITALY = "[GPE IT:Italie]"
TALKS = f"{ANNA} et {KARL} se sont rencontrés {MONDAY} à {OSLO} en présence de {EVA}."


@pytest.mark.parametrize(
    ("other", "status"),
    [
        (f"C'est le quatrième sommet de ce format. Le premier s'était tenu en {JULY} à {RIGA}.", "held"),
        (f"La dernière session remonte à {JULY}, à {RIGA}.", "held"),
        (f"La première rencontre, en {JULY} à {RIGA}, avait duré cinq heures.", "held"),
        (f"Le précédent avait eu lieu en {JULY} à {RIGA}.", "held"),
        ("Un troisième, prévu [DATE 2024-04-17:le 17 avril], avait été annulé.", "cancelled"),
        ("La prochaine session se tiendra [DATE 2024-09:en septembre].", "planned"),
    ],
)
def test_another_of_the_series_brings_the_same_people_together(other: str, status: str) -> None:
    assert met(f"{TALKS} {other}") == [(THREE, "held"), (THREE, status)]


@pytest.mark.parametrize(
    "other",
    [
        "Le premier était un marin.",
        f"La dernière version date de {JULY}.",
        f"Le dernier bateau est arrivé en {JULY} à {RIGA}.",
        "C'est la première rencontre depuis dix ans.",
    ],
)
def test_a_number_that_tells_of_no_event_does_not(other: str) -> None:
    assert met(f"{TALKS} {other}") == [(THREE, "held")]


@pytest.mark.parametrize(
    "source",
    [
        f"Le texte a été paraphé {MONDAY} à {OSLO} par {ANNA} et {KARL}, en présence de {EVA}.",
        f"Un accord de pêche, conclu {MONDAY} à {OSLO} par {ANNA} et {KARL}, en présence de {EVA}, tient encore.",
        f"L'accord a été signé {MONDAY} par {ANNA} et {KARL} sous le regard de {EVA}.",
    ],
)
def test_whoever_signed_met_before_the_eyes_of_others(source: str) -> None:
    assert met(source) == [(THREE, "held")]


@pytest.mark.parametrize(
    "source",
    [
        f"Le texte a été signé par {ANNA}.",
        f"La {FRANCE} et l'{ITALY} ont conclu un accord.",
        f"{ANNA} et {KARL} ont conclu à {OSLO} que tout allait bien.",
    ],
)
def test_what_one_signs_or_nobody_is_seen_to_is_no_meeting(source: str) -> None:
    assert met(source) == []
