"""What was nearly held, missed, put off, said to be possible, and how two who met took leave."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "la [ROLE NO:ministre norvégienne] [PER anna:Anna Lind]"
KARL = "le [ROLE SE:ministre suédois] [PER karl:Karl Moe]"
BOTH = {"Anna Lind", "Karl Moe"}


def statuses(source: str) -> list[str]:
    assert all(one.who == BOTH for one in told(source))
    return [one.status for one in told(source)]


@pytest.mark.parametrize(
    ("clause", "status"),
    [
        ("a failli rencontrer", "denied"),
        ("a manqué son rendez-vous avec", "denied"),
        ("a été privée d'une entrevue avec", "denied"),
        ("s'est vue priver d'un entretien avec", "denied"),
        ("aurait dû recevoir", "cancelled"),
        ("a manqué l'avion, mais a reçu", "held"),
        ("devrait recevoir", "planned"),
    ],
)
def test_verb_before_tells_whether_it_came_about(clause: str, status: str) -> None:
    assert statuses(f"Hier, {ANNA} {clause} {KARL}.") == [status]


@pytest.mark.parametrize("ready", ["s'est dite prête à", "se dit disposée à", "s'est déclarée ouverte à"])
def test_who_is_ready_to_meet_has_not_said_that_he_will(ready: str) -> None:
    assert statuses(f"Hier, {ANNA} {ready} rencontrer {KARL}.") == []


@pytest.mark.parametrize(
    ("behind", "status"),
    [
        (", qui devait se tenir lundi, a finalement eu lieu à [GPE rome:Rome]", "held"),
        ("a été reporté au [DATE 2024-06-20:20 juin]", "planned"),
        ("a été reporté à une date ultérieure", "cancelled"),
        (", annoncé pour les [DATE 2024-06-20/2024-06-21:20 et 21 juin], a été confirmé", "planned"),
    ],
)
def test_what_is_told_behind_the_noun(behind: str, status: str) -> None:
    assert statuses(f"L'entretien entre {ANNA} et {KARL} {behind}.".replace(" ,", ",")) == [status]


@pytest.mark.parametrize("leave", ["se sont quittés sans accord", "se sont séparés mardi sans annonce"])
def test_who_parted_without_agreement_had_met(leave: str) -> None:
    assert statuses(f"[PER anna:Anna Lind] et [PER karl:Karl Moe] {leave}.") == ["held"]


def test_who_left_a_city_without_agreement_parted_from_nobody() -> None:
    assert told("[PER anna:Anna Lind] et [PER karl:Karl Moe] ont quitté [GPE rome:Rome] sans accord.") == []


@pytest.mark.parametrize("seen", ["s'est vu remettre un prix par", "se voit accorder une aide par"])
def test_passive_by_voir_is_no_sight(seen: str) -> None:
    assert told(f"[PER karl:Karl Moe] {seen} {ANNA}.") == []
