"""What only takes up the meeting or journey told before is none of its own."""

import pytest

from tests.nlp.told_meetings import Told, told

KARL = "[PER karl:Karl Moe]"
EVA = "[PER eva:Eva Sund]"
LIMA = "[GPE lima:Lima]"
BOLIVIA = "[GPE BO:Bolivie]"


def visits(source: str) -> list[Told]:
    return [meeting for meeting in told(source) if meeting.kind == "visit"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ce déplacement s'inscrit dans la politique menée pour les voisins de la [GPE BO:Bolivie].",
        f"Cette visite prolonge l'aide apportée en {BOLIVIA}.",
        f"Sa visite répond à celle du ministre péruvien en {BOLIVIA}.",
        f"Ce voyage est destiné à soutenir les entreprises installées en {BOLIVIA}.",
    ],
)
def test_a_journey_taken_up_leads_nowhere_else(sentence: str) -> None:
    assert [visit.place for visit in visits(f"{EVA} se rendra à {LIMA}. {sentence}")] == ["Lima"]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Cette visite en {BOLIVIA} est la première.",
        f"Ce voyage s'achèvera en {BOLIVIA}.",
        f"Cette visite, la première d'un ministre suédois en {BOLIVIA}, durera deux jours.",
        "Sa visite dans la région du [GPE BO:Bolivie] durera deux jours.",
    ],
)
def test_a_journey_taken_up_may_have_a_goal_of_its_own(sentence: str) -> None:
    assert [visit.place for visit in visits(f"{EVA} a parlé. {sentence}")] == ["Bolivie"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Les deux responsables ont fait le point sur la crise.",
        "Les deux responsables ont fait un tour d'horizon de la crise.",
        "Ils ont examiné la situation.",
    ],
)
def test_what_was_talked_of_is_told_of_the_call_before(sentence: str) -> None:
    [call] = told(f"{KARL} s'est entretenu par téléphone avec {EVA}. {sentence}")

    assert (call.kind, call.who, call.place) == ("call", {"Karl Moe", "Eva Sund"}, "")


def test_a_call_has_no_place_of_a_meeting_before() -> None:
    source = (
        f"{KARL} a reçu [PER jan:Jan Berg] à {LIMA}. {KARL} s'est entretenu par téléphone avec {EVA}. "
        "Les deux ministres ont fait le point sur la crise."
    )
    assert [(meeting.kind, meeting.place) for meeting in told(source)] == [("in_person", "Lima"), ("call", "")]


def test_talks_at_a_place_of_their_own_are_no_call() -> None:
    source = f"{KARL} s'est entretenu mardi par téléphone avec {EVA}. Ils avaient fait le point à {LIMA} en mars."
    assert [meeting.kind for meeting in told(source)] == ["call", "in_person"]
