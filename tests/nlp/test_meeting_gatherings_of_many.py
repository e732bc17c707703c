"""Meetings of several: who is named by nationality, brought together, received at a table or at what a body holds."""

import pytest

from tests.nlp.told_meetings import told


def people(source: str) -> list[set[str]]:
    return [meeting.who for meeting in told(source)]


@pytest.mark.parametrize(
    "sentence",
    [
        "[PER anna:Anna Lind] a vu ses homologues malien, [PER karl:Karl Moe], et nigérien, [PER eva:Eva Roy].",
        "[PER anna:Anna Lind] a discuté avec les chefs malien, [PER karl:Karl Moe], et nigérien, [PER eva:Eva Roy].",
    ],
)
def test_a_nationality_and_a_name_go_on_with_a_list(sentence: str) -> None:
    assert people(sentence) == [{"Anna Lind", "Karl Moe", "Eva Roy"}]


def test_people_named_behind_what_they_are_met_and_not_their_states() -> None:
    sentence = (
        "Les [ROLE EG:chefs de la diplomatie égyptienne], jordanienne et irakienne, [PER anna:Anna Lind], "
        "[PER karl:Karl Moe] et [PER eva:Eva Roy], ont tenu une réunion à [GPE oslo:Oslo]."
    )
    assert people(sentence) == [{"Anna Lind", "Karl Moe", "Eva Roy"}]


@pytest.mark.parametrize("participle", ["regroupant", "réunissant", "ministérielle rassemblant", "associant"])
def test_a_gathering_brings_together(participle: str) -> None:
    sentence = f"Une réunion {participle} [PER anna:Anna Lind] et [PER karl:Karl Moe] s'est tenue à [GPE oslo:Oslo]."
    assert people(sentence) == [{"Anna Lind", "Karl Moe"}]


def test_one_alone_is_brought_together_with_nobody() -> None:
    assert people("Une réunion associant [PER anna:Anna Lind] s'est tenue à [GPE oslo:Oslo].") == []


@pytest.mark.parametrize(
    ("sentence", "met"),
    [
        ("[PER anna:Anna Lind] a offert un dîner au palais à [PER karl:Karl Moe].", [{"Anna Lind", "Karl Moe"}]),
        ("[PER anna:Anna Lind] donnera un déjeuner à [PER karl:Karl Moe].", [{"Anna Lind", "Karl Moe"}]),
        ("[PER anna:Anna Lind] a quitté un dîner et répondu à [PER karl:Karl Moe].", []),
    ],
)
def test_a_meal_is_offered_to_somebody(sentence: str, met: list[set[str]]) -> None:
    assert people(sentence) == met


@pytest.mark.parametrize("did", ["sont convenus", "ont décidé", "ont signé un accord"])
def test_several_who_agreed_at_a_gathering_met_there(did: str) -> None:
    sentence = f"[PER anna:Anna Lind] et [PER karl:Karl Moe] {did}, lors d'un sommet à [GPE oslo:Oslo]."
    assert people(sentence) == [{"Anna Lind", "Karl Moe"}]


def test_several_who_were_hurt_at_a_gathering_did_not_meet() -> None:
    assert people("[PER anna:Anna Lind] et [PER karl:Karl Moe] ont été blessés lors d'une réunion.") == []


def test_who_presides_is_with_those_who_attend() -> None:
    sentence = "[PER anna:Anna Lind] a présidé une conférence, à laquelle ont assisté "
    assert people(sentence + "[PER karl:Karl Moe] et [PER eva:Eva Roy].") == [{"Anna Lind", "Karl Moe", "Eva Roy"}]


def test_who_attends_beside_somebody_is_told_of_once() -> None:
    sentence = "[PER anna:Anna Lind] participera au sommet de l'[ORG otan:OTAN], aux côtés de [PER karl:Karl Moe]."
    assert people(sentence) == [{"Anna Lind", "Karl Moe", "OTAN"}]


def test_a_participle_put_first_tells_of_the_body_behind() -> None:
    sentence = "Réunis à [GPE oslo:Oslo], les ministres de l'[ORG otan:OTAN] ont entendu [PER anna:Anna Lind]. "
    assert people(sentence + "[PER karl:Karl Moe] participait à la réunion.") == [{"OTAN", "Karl Moe"}]


@pytest.mark.parametrize(
    ("opening", "bringing", "met"),
    [
        (
            "Coprésidée par [PER anna:Anna Lind] et [PER karl:Karl Moe], la réunion",
            "a rassemblé",
            {"Anna Lind", "Karl Moe"},
        ),
        ("Présidé par [PER anna:Anna Lind], le sommet", "a réuni", {"Anna Lind"}),
        ("La conférence, ouverte par [PER karl:Karl Moe],", "regroupe", {"Karl Moe"}),
        ("Cette session", "avait rassemblé", set()),
    ],
)
def test_a_gathering_brings_together_those_named_and_whoever_leads_it(
    opening: str, bringing: str, met: set[str]
) -> None:
    some = "les représentants de vingt pays, dont [PER eva:Eva Roy] et [PER paul:Paul Nef]."
    assert people(f"{opening} {bringing} {some}") == [{*met, "Eva Roy", "Paul Nef"}]


def test_who_presides_over_a_gathering_of_nobody_named_is_no_more_than_told() -> None:
    assert people("Présidée par [PER anna:Anna Lind], la réunion a rassemblé des milliers de personnes.") == []


@pytest.mark.parametrize(
    "over",
    [
        "a présidé, dans l'après-midi, la séance plénière du sommet, à laquelle ont participé notamment",
        "a présidé la cérémonie d'ouverture du sommet, à laquelle assistaient",
        "présidera une séance du sommet à laquelle participeront",
    ],
)
def test_what_somebody_presides_over_is_a_gathering_of_its_own(over: str) -> None:
    audience = "[PER anna:Anna Lind] a reçu [PER karl:Karl Moe], à la veille du sommet de l'[ORG otan:OTAN]. "
    found = people(audience + f"[PER anna:Anna Lind] {over} [PER eva:Eva Roy] et [PER paul:Paul Nef].")
    assert found == [{"Anna Lind", "Karl Moe"}, {"Anna Lind", "Eva Roy", "Paul Nef", "OTAN"}]


def test_who_presides_over_a_party_that_others_took_part_in_met_nobody() -> None:
    assert people("[PER anna:Anna Lind] a présidé le jury, auquel ont participé des élèves.") == []
