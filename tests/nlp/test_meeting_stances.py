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


@pytest.mark.parametrize(
    "clause",
    [
        "a quitté la ville sans avoir été reçue par",
        "a quitté la ville sans avoir pu s'entretenir avec",
        "a quitté le sommet sans s'être entretenue avec",
        "est repartie sans même avoir été accueillie par",
    ],
)
def test_who_left_without_it_met_nobody(clause: str) -> None:
    assert statuses(f"Hier, {ANNA} {clause} {KARL}.") == ["denied"]


@pytest.mark.parametrize(
    "denial",
    [
        f"Le palais a démenti qu'un entretien ait eu lieu entre {ANNA} et {KARL}.",
        f"Le palais nie qu'une rencontre entre {ANNA} et {KARL} se soit tenue.",
        f"Le palais dément les informations faisant état d'un entretien entre {ANNA} et {KARL}.",
        f"Le palais a démenti la rumeur d'une rencontre entre {ANNA} et {KARL}.",
        f"Le palais a démenti l'information selon laquelle {ANNA} aurait rencontré {KARL}.",
    ],
)
def test_what_is_denied_to_have_been_is_denied(denial: str) -> None:
    assert statuses(denial) == ["denied"]


def test_denied_on_a_day_is_not_that_of_the_meeting() -> None:
    denied = "a démenti [DATE 2024-05-07:mardi] avoir rencontré"
    assert [one.date for one in told(f"Hier, {ANNA} {denied} {KARL}.")] == [""]
    eve = "[DATE 2024-05-06:la veille]"
    assert [one.date for one in told(f"Hier, {ANNA} {denied} {eve} {KARL}.")] == ["2024-05-06"]


def test_not_seen_again_since_then_tells_of_no_further_meeting() -> None:
    assert statuses(f"Depuis la guerre, {ANNA} et {KARL} ne se sont pas revus.") == []


def test_what_neither_confirmed_is_open() -> None:
    assert statuses(f"Ni Oslo ni Stockholm n'ont confirmé la rencontre entre {ANNA} et {KARL}.") == []
