"""Who was at a gathering, told over several sentences: roll calls, those who took part, heads of delegations."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
EVA = "[PER eva:Eva Sund]"
OTTO = "[PER otto:Otto Berg]"
OSLO = "[GPE oslo:Oslo]"
NORWAY = "[GPE NO:Norvège]"
SWEDEN = "[GPE SE:Suède]"
MONDAY = "[DATE 2024-05-06:lundi]"
UNION = "[ORG union:Union nordique]"
PAIR = {"Anna Lind", "Karl Moe"}
THREE = {*PAIR, "Eva Sund"}


def met(source: str) -> list[tuple[set[str], str]]:
    return [(meeting.who, meeting.status) for meeting in told(source) if meeting.kind != "visit"]


@pytest.mark.parametrize(
    "roll",
    [
        f"Autour de la [ROLE :présidente] {ANNA} étaient présents {KARL} et {EVA}.",
        f"Autour de {ANNA}, médiatrice choisie par tous, avaient pris place {KARL} et {EVA}.",
        f"Autour d'{ANNA} siégeaient {KARL} et {EVA}.",
    ],
)
def test_a_roll_call_names_who_was_at_the_gathering_told_before(roll: str) -> None:
    (meeting,) = told(f"Un sommet sur la pêche s'est tenu {MONDAY} à {OSLO}. Il pleuvait. {roll}")
    assert (meeting.who, meeting.kind, meeting.date, meeting.place) == (THREE, "multilateral", "2024-05-06", "Oslo")
    assert len(meeting.words("sentence")) == 2


def test_whoever_spoke_at_a_gathering_belongs_to_those_it_brought_together() -> None:
    source = (
        f"{EVA} a promis {MONDAY} son aide lors d'un sommet extraordinaire à {OSLO}. "
        f"Le sommet réunissait autour de {ANNA} son allié {KARL}."
    )
    assert met(source) == [(THREE, "held")]


@pytest.mark.parametrize(
    "more",
    [
        f"{EVA} a également pris part à la rencontre.",
        f"{EVA} participait aussi aux discussions.",
        f"{EVA} était également présente.",
        f"La réunion, à laquelle assistait {EVA}, a duré une heure.",
        f"La réunion, ouverte par {EVA}, a été brève.",
        f"« Nous avançons », a déclaré {EVA} à l'issue de la réunion.",
        f"Le Danemark était représenté par {EVA}.",
        f"Invitée d'honneur : {EVA}.",
    ],
)
def test_who_else_was_there_joins_the_meeting_told_before(more: str) -> None:
    assert met(f"{ANNA} a reçu {KARL} {MONDAY}. {more}") == [(THREE, "held")]


@pytest.mark.parametrize(
    "other",
    [
        f"{EVA} n'a pas pris part à la rencontre.",
        f"{EVA} prête son palais sans participer aux échanges.",
        f"Une marche a eu lieu, dit {EVA}, qui y participait.",
        f"« Tout va bien », a dit le porte-parole {EVA} à l'issue de la réunion.",
        f"{EVA} a participé à une course.",
        f"Ils préparent le sommet qui se tiendra à {OSLO}, et auquel participera {EVA}.",
    ],
)
def test_whoever_was_elsewhere_does_not(other: str) -> None:
    assert met(f"{ANNA} a reçu {KARL} {MONDAY}. {other}") == [(PAIR, "held")]


def test_who_joins_in_the_same_sentence_belongs_to_its_meeting() -> None:
    source = f"{ANNA} a eu deux heures de discussions avec {KARL}, auxquelles s'est joint en fin de matinée {EVA}."
    assert met(source) == [(THREE, "held")]


def test_a_meal_to_which_others_came_is_a_meeting_with_those_who_met_before() -> None:
    source = (
        f"{ANNA} a reçu {KARL} {MONDAY}. Il a été suivi d'un déjeuner élargi, auquel ont pris part {EVA} et {OTTO}."
    )
    assert met(source) == [(PAIR, "held"), ({*THREE, "Otto Berg"}, "held")]


def test_a_gathering_to_come_is_told_by_who_holds_it_and_who_comes() -> None:
    source = f"{ANNA} réunira [DATE 2024-05-14:mardi] un sommet. Le [ROLE SE:ministre suédois] {KARL} y prendra part."
    assert met(source) == [(PAIR, "planned")]


@pytest.mark.parametrize(
    "heads",
    [
        f"La délégation de la {NORWAY} était conduite par {ANNA}, celle de la {SWEDEN} par {KARL}.",
        f"Les discussions ont été menées par {ANNA} et {KARL}.",
    ],
)
def test_heads_of_delegations_met_rather_than_their_states(heads: str) -> None:
    source = f"La {NORWAY} et la {SWEDEN} se sont parlé {MONDAY} à {OSLO}. {heads}"
    assert met(source) == [(PAIR, "held")]


@pytest.mark.parametrize("words", ["sous la présidence de", "à l'invitation de", "autour de", "à la demande de"])
def test_a_body_gathers_with_whoever_presides_or_asks_for_it(words: str) -> None:
    assert met(f"L'{UNION} s'est réunie {MONDAY} à {OSLO} {words} {ANNA}.") == [
        ({"Union nordique", "Anna Lind"}, "held")
    ]


def test_under_whose_eyes_two_met_was_there_but_is_not_meant_by_them() -> None:
    source = f"{ANNA} et le chef de la guérilla, {KARL}, se sont vus sous le regard de {EVA}. Ils se reverront mardi."
    assert met(source) == [(THREE, "held"), (PAIR, "planned")]
    assert met(f"{ANNA} a rencontré {KARL} à l'invitation de la {NORWAY}.") == [(PAIR, "held")]
