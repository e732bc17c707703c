"""Turns of phrase by which somebody joins, follows, waits, calls or is named only by an office told before."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
EVA = "[PER eva:Eva Sund]"
OTTO = "[PER otto:Otto Berg]"
OSLO = "[GPE oslo:Oslo]"
BERGEN = "[GPE bergen:Bergen]"
PAIR = {"Anna Lind", "Karl Moe"}
THREE = PAIR | {"Eva Sund"}


def met(source: str) -> list[tuple[set[str], str]]:
    return [(meeting.who, meeting.status) for meeting in told(source) if meeting.kind != "visit"]


def test_who_joins_the_two_meets_both() -> None:
    source = f"{ANNA} a reçu {KARL} à {OSLO}. Ils ont ensuite été rejoints par {EVA} pour un dîner."
    assert met(source) == [(PAIR, "held"), (THREE, "held")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} s'est entretenue avec {KARL}, puis, séparément, avec {EVA}.",
        f"{ANNA} a rencontré {KARL}, puis, séparément, {EVA}.",
        f"{ANNA} a discuté avec {KARL} et, dans la soirée, avec {EVA}.",
    ],
)
def test_an_aside_before_the_next_partner_parts_two_meetings(sentence: str) -> None:
    assert met(sentence) == [(PAIR, "held"), ({"Anna Lind", "Eva Sund"}, "held")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} a reçu lundi un appel téléphonique de {KARL}.",
        f"{ANNA} a pris un appel de {KARL}, avec lequel elle a parlé de la paix.",
    ],
)
def test_a_call_taken_has_two_ends(sentence: str) -> None:
    [call] = told(sentence)
    assert (call.who, call.kind, call.status) == (PAIR, "call", "held")


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} a reçu un message de {KARL}.",
        f"{ANNA} a reçu un appel d'offres de [ORG otan:l'OTAN].",
        f"{ANNA} a entendu l'appel de {KARL}.",
    ],
)
def test_what_else_is_received_is_no_call(sentence: str) -> None:
    assert told(sentence) == []


def test_an_office_told_before_is_taken_up_by_celui_de() -> None:
    source = (
        f"Le [ROLE NO:président norvégien], {KARL}, et celui de la [GPE SE:Suède], {OTTO}, ont signé à l'issue "
        "d'un aparté."
    )
    assert met(source) == [({"Karl Moe", "Otto Berg"}, "held")]


def test_who_is_received_beside_a_group_that_is_not_named() -> None:
    source = f"{ANNA} accueille à {OSLO} ses pairs de la région ainsi que {KARL} et {EVA}."
    assert met(source) == [(THREE, "held")]


@pytest.mark.parametrize("words", ["deux jours face à face", "trois heures en tête-à-tête"])
def test_time_passed_face_to_face(words: str) -> None:
    assert met(f"{ANNA} et {KARL} ont passé {words} à {OSLO}.") == [(PAIR, "held")]


def test_who_waits_there_will_be_met() -> None:
    source = f"{ANNA} gagnera dans la soirée {OSLO}, où l'attend {KARL}."
    assert met(source) == [(PAIR, "planned")]
    assert [(visit.who, visit.place) for visit in told(source) if visit.kind == "visit"] == [({"Anna Lind"}, "Oslo")]


def test_who_organised_a_meeting_was_there() -> None:
    source = f"{ANNA} et {KARL} ne se sont plus vus depuis la rencontre organisée en mai à {OSLO} par {EVA}."
    assert met(source)[-1] == (THREE, "held")


def test_where_he_received_her_means_whom_the_clause_governs() -> None:
    source = f"Mme {ANNA} a demandé à {KARL}, dans le palais où il l'a reçue, de partir."
    assert met(source) == [(PAIR, "held")]


def test_the_next_summit_that_somebody_will_host_lies_ahead() -> None:
    source = f"{ANNA} accueillera le prochain sommet de l'[ORG otan:OTAN] à {OSLO}."
    assert met(source) == [({"Anna Lind", "OTAN"}, "planned")]


def test_there_is_the_stop_just_told() -> None:
    source = f"L'étape la plus longue aura été celle d'{OSLO}, dans le sud. {ANNA} s'y est rendue mardi."
    assert [(visit.who, visit.place) for visit in told(source)] == [({"Anna Lind"}, "Oslo")]


def test_talks_where_somebody_is_on_a_visit_are_his() -> None:
    source = (
        f"{ANNA} s'est rendue mercredi à {OSLO} puis à {BERGEN}. À {OSLO}, {KARL} l'a reçue. {KARL}, lui, n'a rien "
        f"dit. Dans la soirée, à {BERGEN}, l'entretien avec {OTTO} a porté sur le gaz."
    )
    assert met(source)[-1] == ({"Anna Lind", "Otto Berg"}, "held")
