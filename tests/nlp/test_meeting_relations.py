"""Trade, exchanges of things and relations between states are no meetings."""

import pytest

from tests.nlp.told_meetings import told

KARL = "[PER karl:Karl Moe]"
EVA = "[PER eva:Eva Sund]"
PERU = "[GPE PE:Pérou]"


def met(source: str) -> list[set[str]]:
    return [meeting.who for meeting in told(source) if meeting.kind != "visit"]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{KARL} a annoncé que la valeur des échanges avec le {PERU} serait doublée.",
        f"{KARL} a salué la hausse continue des échanges avec le {PERU}.",
        f"{KARL} réalise un tiers de ses échanges avec le {PERU}.",
        f"Les échanges entre {KARL} et le {PERU} ont été multipliés par trois.",
        f"Les échanges de {KARL} avec le {PERU} seront portés à 3 milliards.",
        f"{KARL} a renforcé les échanges universitaires avec le {PERU}.",
        f"{KARL} a dirigé un échange de prisonniers avec le {PERU}.",
        f"{KARL} attend l'ouverture des négociations d'adhésion avec le {PERU}.",
    ],
)
def test_what_is_traded_and_goes_on_for_years_is_no_meeting(sentence: str) -> None:
    assert met(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        f"{KARL} a salué le sommet, qui abordera le climat. Le sommet abordera aussi les relations avec le {PERU}.",
        f"La réunion de {KARL} a porté sur le litige frontalier avec le {PERU}.",
        f"{KARL} a dit que le sommet avait permis de rétablir les liens avec {EVA}.",
    ],
)
def test_relations_belong_to_what_is_talked_of(sentence: str) -> None:
    assert met(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        f"{KARL} a eu des échanges avec {EVA}.",
        f"Les échanges entre {KARL} et {EVA} ont porté lundi sur le commerce, qui pèse 3 milliards.",
        f"Les échanges de {KARL} avec {EVA} ont porté sur les 27 projets.",
        f"{KARL} a eu un échange de deux heures avec {EVA}.",
        f"{KARL} a ouvert des négociations avec {EVA}.",
        f"{KARL} a eu un entretien sur la coopération militaire avec {EVA}.",
    ],
)
def test_talks_are_told_in_the_same_words(sentence: str) -> None:
    assert met(sentence) == [{"Karl Moe", "Eva Sund"}]
