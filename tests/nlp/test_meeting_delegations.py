"""A delegation whose members are told in another sentence, and the later words for it."""

import pytest

from tests.nlp.told_meetings import told

ANNA, KARL = "[PER anna:Anna Lind]", "[PER karl:Karl Moe]"
PAIR = {"Anna Lind", "Karl Moe"}
HEAD = "[ROLE CH:chef du Département fédéral des affaires étrangères]"
SENT = (
    f"Une délégation de l'[ORG otan:Otan] est arrivée [DATE 2024-05-06:lundi] à [GPE oslo:Oslo]. "
    f"Elle est conduite par la [ROLE NO:ministre] {ANNA}, accompagnée du [ROLE UN:président de la Commission], {KARL}. "
)


def people(source: str) -> list[set[str]]:
    return [meeting.who for meeting in told(source) if meeting.kind != "visit"]


def test_those_named_a_sentence_later_have_come() -> None:
    (visit,) = told(SENT)
    assert (visit.who, visit.kind, visit.place) == (PAIR, "visit", "Oslo")


@pytest.mark.parametrize(
    "sentence",
    [
        "Les émissaires ont d'abord été reçus par [PER eva:Eva Roy].",
        "La délégation a rencontré [PER eva:Eva Roy].",
        "La mission a rencontré [PER eva:Eva Roy].",
        "La délégation de l'[ORG otan:Otan] a vu [PER eva:Eva Roy].",
        "Elle doit rencontrer [PER eva:Eva Roy].",
        "[PER eva:Eva Roy] a reçu mardi la délégation.",
    ],
)
def test_later_words_mean_its_members(sentence: str) -> None:
    assert people(SENT + sentence) == [PAIR | {"Eva Roy"}]


def test_its_members_are_one_party() -> None:
    meetings = told(SENT + "La délégation a rencontré [PER eva:Eva Roy].")
    assert [meeting.kind for meeting in meetings] == ["visit", "in_person"]


def test_who_was_not_received_by_it_did_not_meet_them() -> None:
    meetings = told(SENT + "[PER eva:Eva Roy] n'a pas été reçue par la délégation.")
    assert [(meeting.who, meeting.status) for meeting in meetings[1:]] == [(PAIR | {"Eva Roy"}, "denied")]


def test_they_are_those_who_acted_and_not_whom_they_met() -> None:
    source = SENT + "Les émissaires ont été reçus par [PER eva:Eva Roy]. Ils ont ensuite rencontré [PER max:Max Doe]."
    assert people(source) == [PAIR | {"Eva Roy"}, PAIR | {"Max Doe"}]


@pytest.mark.parametrize(
    "sentence",
    ["La délégation chinoise a vu [PER eva:Eva Roy].", "La mission de l'[ORG onu:ONU] a vu [PER eva:Eva Roy]."],
)
def test_the_delegation_of_another_is_another(sentence: str) -> None:
    assert PAIR | {"Eva Roy"} not in people(SENT + sentence)


def test_a_body_stands_for_a_delegation_without_names() -> None:
    source = (
        "Une délégation de l'[ORG otan:Otan] est arrivée à [GPE oslo:Oslo]. "
        f"La délégation a été reçue par {ANNA}. Elle a aussi rencontré {KARL}."
    )
    assert people(source) == [{"Otan", "Anna Lind"}, {"Otan", "Karl Moe"}]


def test_whoever_arrived_at_its_head_is_meant() -> None:
    source = f"{ANNA} est arrivée à [GPE oslo:Oslo] à la tête d'une délégation. La délégation a vu {KARL}."
    assert people(source) == [PAIR]


def test_those_it_is_made_of_are_named_in_its_clause() -> None:
    source = (
        f"Une mission de haut niveau, composée du [ROLE NO:président] {ANNA} et de {KARL}, est attendue à "
        "[GPE oslo:Oslo]. Elle doit rencontrer [PER eva:Eva Roy]."
    )
    assert [meeting.who for meeting in told(source)] == [PAIR, PAIR | {"Eva Roy"}]


def test_delegations_received_together_are_all_met() -> None:
    sentence = f"{ANNA} a reçu ensemble des délégations de l'[ORG otan:Otan] (OTAN) et de l'[ORG ua:UA]."
    assert people(sentence) == [{"Anna Lind", "Otan", "UA"}]


def test_the_head_of_a_ministry_is_its_minister() -> None:
    source = f"Le [ROLE CH:conseiller fédéral] {ANNA} est là. Le {HEAD} a vu {KARL}."
    assert people(source) == [PAIR]


@pytest.mark.parametrize(
    "sentence",
    [
        "Les délégations conduites par [PER karl:Karl Moe] et par [PER eva:Eva Sund] se sont réunies lundi.",
        "Des délégations dirigées par [PER karl:Karl Moe] et [PER eva:Eva Sund] se sont rencontrées.",
    ],
)
def test_several_delegations_are_those_who_head_them(sentence: str) -> None:
    assert [one.who for one in told(sentence)] == [{"Karl Moe", "Eva Sund"}]
