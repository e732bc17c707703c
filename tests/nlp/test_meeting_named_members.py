"""Some of several, counterparts without a name, mediators, and whoever speaks of himself."""

import pytest

from articles.nlp.components.meetings.component import MeetingsComponent
from articles.nlp.types import Span, StatementRecord
from tests.nlp.drafts import marked
from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
EVA = "[PER eva:Eva Sund]"
OSLO = "[GPE oslo:Oslo]"
MINISTER = f"[ROLE NO:ministre norvégienne] {ANNA}"
SWEDEN, DENMARK = "[GPE SE:Suède]", "[GPE DK:Danemark]"
STATES = f"La {SWEDEN} et le {DENMARK} sont voisins. "
BOTH, THREE = {"Anna Lind", "Karl Moe"}, {"Anna Lind", "Karl Moe", "Eva Sund"}


def met(source: str) -> list[set[str]]:
    return [meeting.who for meeting in told(source) if meeting.kind != "visit"]


@pytest.mark.parametrize(
    "source",
    [
        f"Plusieurs ministres, dont {ANNA} et {KARL}, se sont retrouvés à {OSLO}.",
        f"Une dizaine de dirigeants, parmi lesquels {ANNA}, ont rencontré {KARL} à {OSLO}.",
        f"Le comité, formé de {ANNA} et de {KARL}, s'est réuni à {OSLO}.",
        f"Plusieurs présidents, notamment {EVA}, sont partis. Des ministres, dont {ANNA}, ont reçu {KARL}.",
    ],
)
def test_those_named_act_for_all_described(source: str) -> None:
    assert met(source) == [BOTH]


@pytest.mark.parametrize(
    "source",
    [
        f"{EVA} a reçu plusieurs ministres, dont {ANNA}, et rencontré {KARL}.",
        f"Les pays, dont {ANNA} a parlé, ont reçu {KARL}.",
    ],
)
def test_who_is_named_among_others_does_not_act_in_another_clause(source: str) -> None:
    assert BOTH not in met(source)


def test_three_of_a_trio_are_three_parties() -> None:
    [meeting] = told(f"Le trio, formé de {ANNA}, {KARL} et {EVA}, s'est retrouvé à {OSLO}.")
    assert (meeting.who, meeting.kind) == (THREE, "multilateral")


@pytest.mark.parametrize(
    ("source", "who"),
    [
        (f"La {MINISTER} a reçu son homologue suédois.", [{"Anna Lind", "Suède"}]),
        (f"La {MINISTER} a téléphoné à son homologue danois.", [{"Anna Lind", "Danemark"}]),
        (f"La {MINISTER} a reçu ses homologues suédois et danois.", [{"Anna Lind", "Suède", "Danemark"}]),
        ("Les vice-ministres suédois et danois se sont rencontrés.", [{"Suède", "Danemark"}]),
        (
            f"La {MINISTER} a reçu son homologue suédois. Le [ROLE SE:ministre suédois] {KARL} est reparti.",
            [{"Anna Lind", "Karl Moe"}],
        ),
    ],
)
def test_a_counterpart_without_a_name_stands_for_the_state(source: str, who: list[set[str]]) -> None:
    assert met(STATES + source) == who


@pytest.mark.parametrize(
    "source",
    [
        f"{ANNA} et {KARL} se sont parlé à {OSLO} grâce à la médiation de {EVA}.",
        f"{ANNA} et {KARL} ont négocié à {OSLO} par l'entremise de {EVA}.",
        f"Des pourparlers entre {ANNA} et {KARL} ont eu lieu à {OSLO} avec la médiation de {EVA}.",
    ],
)
def test_mediators_are_there(source: str) -> None:
    assert met(source) == [THREE]


@pytest.mark.parametrize(
    "source",
    [
        f"Ont assisté à cette réunion {ANNA}, {KARL} et {EVA}.",
        f"Participaient à la rencontre {ANNA}, {KARL} et {EVA}.",
        f"Autour de la table figuraient {ANNA}, {KARL} et {EVA}.",
        f"Outre {ANNA}, y participaient {KARL} et {EVA}.",
    ],
)
def test_a_roll_call_stands_behind_its_verb(source: str) -> None:
    assert met(f"Une réunion s'est tenue à {OSLO}. {source}") == [THREE]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        (f"J'ai rencontré {KARL} à {OSLO}", [BOTH]),
        (f"J'ai eu un long entretien avec mon ami {KARL}", [BOTH]),
        (f"Je me suis entretenu avec {KARL}", [BOTH]),
        (f"Il a rencontré {KARL}", []),
    ],
)
def test_who_speaks_of_himself_is_the_speaker(words: str, who: list[set[str]]) -> None:
    source = f"« {words} », a dit {ANNA}."
    doc = marked(source)
    draft = doc._.draft
    draft.statements = [StatementRecord(Span(2, doc.text.index(" »")), direct=True, speaker=draft.mentions[-1].entity)]
    MeetingsComponent()(doc)
    assert [{draft.entities[one.entity].name for one in meeting.participants} for meeting in draft.meetings] == who


@pytest.mark.parametrize(
    "source",
    [
        f"{ANNA} a remercié {KARL} à l'issue d'un échange téléphonique.",
        f"C'est ce qu'a dit {ANNA} à {KARL} lors d'un entretien.",
    ],
)
def test_talks_are_told_by_what_was_said_at_them(source: str) -> None:
    assert met(source) == [BOTH]


def test_the_day_since_when_they_are_there_sets_no_other_scene() -> None:
    monday = "[DATE 2024-05-06:lundi]"
    source = f"{ANNA} et {KARL} participent depuis {monday} à {OSLO} au sommet de l'[ORG ligue:Ligue]."
    assert met(source) == [{*BOTH, "Ligue"}]


def test_who_takes_part_is_there() -> None:
    assert met(f"{ANNA} a pris part à {OSLO} à une réunion avec {KARL}.") == [BOTH]
