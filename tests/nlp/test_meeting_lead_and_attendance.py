"""Who met by whose lead it was, who attended it, and the noun that means what the sentence before told."""

import pytest

from tests.nlp.told_meetings import told

ANNA, KARL, EVA = "[PER anna:Anna Lind]", "[PER karl:Karl Moe]", "[PER eva:Eva Roy]"
PAIR = {"Anna Lind", "Karl Moe"}


def people(source: str) -> list[set[str]]:
    return [meeting.who for meeting in told(source)]


@pytest.mark.parametrize(
    "sentence",
    [
        f"La première session s'était tenue à [GPE oslo:Oslo], sous la direction de {ANNA} et de {KARL}.",
        f"Une réunion s'est tenue à [GPE oslo:Oslo] sous la coprésidence de {ANNA} et {KARL}.",
        f"Les pourparlers, co-présidés par {ANNA} et {KARL}, ont repris à [GPE oslo:Oslo].",
        f"Les négociations, menées par {ANNA} et par {KARL}, ont repris à [GPE oslo:Oslo].",
    ],
)
def test_those_who_led_talks_met(sentence: str) -> None:
    assert people(sentence) == [PAIR]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Une réunion s'est tenue à [GPE oslo:Oslo] sous la direction de {ANNA}.",
        f"Une réunion a été annoncée ; l'enquête menée par {ANNA} et {KARL} est close.",
        f"Une rencontre s'est tenue à la demande de {ANNA} et de {KARL}.",
    ],
)
def test_one_who_led_and_several_who_only_wished_met_nobody(sentence: str) -> None:
    assert people(sentence) == []


@pytest.mark.parametrize(
    "attended",
    [
        "a assisté au début de la réunion",
        "a assisté à une partie de l'entretien",
        "a également assisté à leur entretien",
        "a pris part à leurs discussions",
    ],
)
def test_who_attended_was_at_the_meeting_told_before(attended: str) -> None:
    source = f"{ANNA} et {KARL} se sont entretenus à [GPE oslo:Oslo]. [ROLE NO:Le ministre] {EVA} {attended}."
    assert people(source) == [PAIR | {"Eva Roy"}]


def test_several_who_attended_what_they_arranged_met_nobody_else() -> None:
    source = (
        f"{ANNA} et {KARL} ont passé ensemble une demi-heure à [GPE oslo:Oslo]. "
        f"Le [ROLE NO:ministre] {EVA} avait ménagé l'entrevue et y a assisté."
    )
    assert people(source) == [PAIR | {"Eva Roy"}]


def test_a_witness_without_an_office_is_no_participant() -> None:
    source = f"{ANNA} a rencontré {KARL} à [GPE oslo:Oslo]. Des gens ont protesté, selon {EVA}, qui y participait."
    assert people(source) == [PAIR]


@pytest.mark.parametrize(
    "noun", ["Le sommet, qui a duré une heure,", "L'entretien, le premier depuis 2021,", "La rencontre"]
)
def test_a_noun_alone_means_those_who_acted_together_before(noun: str) -> None:
    source = f"{ANNA} et {KARL} sont convenus à [GPE oslo:Oslo] d'un plan. {noun} a été courtois."
    assert people(source) == [PAIR]


@pytest.mark.parametrize(
    "noun", ["Le sommet de l'[ORG otan:Otan] a été reporté.", "Un sommet a été annoncé.", "La conférence a commencé."]
)
def test_another_gathering_does_not(noun: str) -> None:
    assert PAIR not in people(f"{ANNA} et {KARL} ont condamné l'attaque à [GPE oslo:Oslo]. {noun}")


def test_a_relative_clause_does_not_part_a_list() -> None:
    sentence = f"{ANNA}, dont le pays dirige l'[ORG ue:UE], {KARL} et {EVA} ont rencontré [PER max:Max Doe]."
    assert people(sentence) == [PAIR | {"Eva Roy", "Max Doe"}]


def test_a_place_has_no_office() -> None:
    sentence = f"[PER max:Max Doe] a réuni en [GPE no:Norvège], les [ROLE UN:chefs d'État de l'UE] et {ANNA}."
    assert people(sentence) == [{"Max Doe", "Union européenne", "Anna Lind"}]


def test_the_joint_subject_may_stand_some_sentences_before() -> None:
    source = f"{ANNA} et {KARL} sont convenus d'un plan. Cela a surpris. Le sommet, qui a duré une heure, était court."
    assert people(source) == [PAIR]


@pytest.mark.parametrize(
    "where", ["s'était assise entre eux", "avait pris place parmi eux", "était assise auprès d'eux"]
)
def test_who_sat_among_them_was_there(where: str) -> None:
    source = f"{ANNA} et {KARL} se sont rencontrés à [GPE oslo:Oslo]. {EVA}, leur hôtesse, {where}."
    assert people(source) == [PAIR | {"Eva Roy"}]


def test_with_whom_a_relative_tells_of_is_met() -> None:
    sentence = f"{ANNA} a parlé à la presse avec {KARL}, avec lequel elle venait de s'entretenir."
    assert PAIR in people(sentence)


def test_several_received_by_one_with_whom_they_talked_are_one_meeting() -> None:
    source = f"{ANNA} et {KARL} ont été reçus à [GPE oslo:Oslo] par {EVA}, avec laquelle ils ont discuté de paix."
    assert people(source) == [PAIR | {"Eva Roy"}]


@pytest.mark.parametrize(
    "noun",
    ["Cet échange, le premier entre eux depuis 2021,", "Il s'agit du premier entretien entre les deux femmes, ce qui"],
)
def test_a_noun_that_points_back_tells_of_nothing_new(noun: str) -> None:
    source = (
        f"{ANNA} et [PER eva:Eva Roy] se sont entretenues par téléphone [DATE 2024-05-06:lundi]. {noun} est important."
    )
    assert people(source) == [{"Anna Lind", "Eva Roy"}]


def test_an_office_of_a_body_does_not_reach_over_a_name() -> None:
    sentence = (
        f"{ANNA} avait dîné avec le [ROLE EG:président égyptien] {KARL} et le [ROLE JO:roi] {EVA} de [GPE JO:Jordanie]."
    )
    assert people(sentence) == [PAIR | {"Eva Roy"}]


def test_two_heads_of_government_are_meant_by_their_office() -> None:
    source = (
        f"Le [ROLE NO:Premier ministre norvégien] {KARL} a vu le [ROLE SE:Premier ministre suédois] [PER max:Max Doe]. "
        "Les deux Premiers ministres ont dîné ensemble."
    )
    assert {"Karl Moe", "Max Doe"} in people(source)
