"""People named in what is told of somebody else: whom he serves, who invited him, by whom his journey was."""

import pytest

from tests.nlp.told_meetings import Told, told

JAN = "[PER jan:Jan Berg]"
EVA = "[PER eva:Eva Sund]"
KARL = "[PER karl:Karl Moe]"


def met(source: str) -> list[set[str]]:
    return [meeting.who for meeting in told(source) if meeting.kind != "visit"]


def visits(source: str) -> list[Told]:
    return [meeting for meeting in told(source) if meeting.kind == "visit"]


@pytest.mark.parametrize(
    "source",
    [
        f"{JAN}, conseiller du [ROLE :Premier ministre] {KARL}, et {EVA} ont signé mercredi un accord.",
        f"L'accord que {JAN}, conseiller à la sécurité du [ROLE :président] {KARL}, et {EVA} ont signé est prêt.",
        f"{JAN}, bras droit de {KARL}, et {EVA} se sont rencontrés lundi.",
        f"{EVA} a rencontré lundi {JAN}, neveu du [ROLE :président] {KARL}, au palais.",
    ],
)
def test_whom_somebody_serves_does_not_meet_in_his_stead(source: str) -> None:
    assert met(source) == [{"Jan Berg", "Eva Sund"}]


@pytest.mark.parametrize(
    "source",
    [
        f"{JAN} a rencontré lundi {EVA}, qui était venue à [GPE oslo:Oslo] à l'invitation de {KARL}.",
        f"{JAN} a rencontré lundi {EVA}, en visite à [GPE oslo:Oslo] à l'invitation de {KARL}.",
        f"{JAN} a reçu {EVA}. La rencontre a permis de parler de la visite qu'elle avait effectuée à [GPE oslo:Oslo] à "
        f"l'invitation de {KARL}.",
    ],
)
def test_who_invited_somebody_to_a_journey_was_not_at_the_meeting(source: str) -> None:
    assert met(source) == [{"Jan Berg", "Eva Sund"}]


@pytest.mark.parametrize("whom", ["à l'invitation de", "sous l'égide de"])
def test_at_whose_wish_they_met_was_there(whom: str) -> None:
    assert met(f"{JAN} et {EVA} se sont retrouvés lundi {whom} {KARL}.") == [{"Jan Berg", "Eva Sund", "Karl Moe"}]


def test_a_woman_who_came_made_one_journey() -> None:
    assert len(visits(f"{EVA} était venue à [GPE oslo:Oslo].")) == 1
    assert len(visits(f"La venue d'{EVA} à [GPE oslo:Oslo] est prévue mardi.")) == 1


@pytest.mark.parametrize("apart", ["l'un après l'autre", "tour à tour", "séparément"])
def test_who_received_two_in_turn_met_each(apart: str) -> None:
    source = f"{JAN} et {KARL}, qu'{EVA} a reçus {apart} mardi, sont repartis ensemble."
    assert met(source) == [{"Eva Sund", "Jan Berg"}, {"Eva Sund", "Karl Moe"}]


def test_who_received_two_together_met_both() -> None:
    source = f"{JAN} et {KARL}, qu'{EVA} a reçus ensemble mardi, sont repartis l'un après l'autre."
    assert met(source) == [{"Eva Sund", "Jan Berg", "Karl Moe"}]


@pytest.mark.parametrize(
    "source",
    [
        f"{EVA} s'est entretenue avec le conseiller aux Affaires européennes, {JAN}.",
        f"{EVA} a vu le conseiller économique du [ROLE NO:président], {JAN}.",
        f"{EVA} s'est entretenue avec le conseiller du [ROLE NO:Premier ministre], {JAN}.",
    ],
)
def test_who_serves_somebody_is_told_before_his_name(source: str) -> None:
    assert met(source) == [{"Jan Berg", "Eva Sund"}]
