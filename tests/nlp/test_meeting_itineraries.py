"""The stages of a journey have days of their own, and what was done on it has theirs."""

import pytest

from tests.nlp.told_meetings import told

ANNA, KARL = "[PER anna:Anna Lind]", "[PER karl:Karl Moe]"
DAYS = "[DATE 2024-05-09/2024-05-11:9 au 11 mai]"
MAY_9, MAY_11 = "[DATE 2024-05-09:9 mai]", "[DATE 2024-05-11:11 mai]"
NORWAY, OSLO, ITALY, ROME = "[GPE NO:Norvège]", "[GPE NO-oslo:Oslo]", "[GPE IT:Italie]", "[GPE IT-rome:Rome]"


def stages(source: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.date, one.place) for one in told(source)]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} se rendra en {NORWAY} le {MAY_9}, puis en {ITALY} le {MAY_11}.",
        f"{ANNA} se rendra en {NORWAY} le {MAY_9} et en {ITALY} le {MAY_11}.",
        f"{ANNA} visitera la {NORWAY} le {MAY_9}, puis l'{ITALY} le {MAY_11}.",
    ],
)
def test_day_behind_a_stage_is_its_own(sentence: str) -> None:
    assert stages(sentence) == [("visit", "2024-05-09", "Norvège"), ("visit", "2024-05-11", "Italie")]


def test_meeting_at_a_stage_is_of_the_day_of_that_stage() -> None:
    source = f"{ANNA} se rendra en {NORWAY} le {MAY_9}, puis en {ITALY} le {MAY_11}. À {ROME}, elle verra {KARL}."
    assert ("in_person", "2024-05-11", "Rome") in stages(source)


@pytest.mark.parametrize(
    "source",
    [
        f"{ANNA} se rendra en {NORWAY} du {DAYS}. À {OSLO}, elle verra {KARL}.",
        f"{ANNA} se rendra en {NORWAY} le {MAY_9}. À {ROME}, elle verra {KARL}.",
    ],
)
def test_meeting_has_no_day_of_a_journey_that_was_longer_or_led_elsewhere(source: str) -> None:
    assert [one.date for one in told(source) if one.kind == "in_person"] == [""]


def test_meeting_in_the_week_after_a_journey_is_of_that_week() -> None:
    source = f"{ANNA} se rendra en {NORWAY} le {MAY_9}. Elle verra à {OSLO} {KARL} la semaine suivante."
    assert [one.date for one in told(source) if one.kind == "in_person"] == ["2024-05-13/2024-05-19"]


def test_noun_is_no_participle() -> None:
    source = f"{KARL} et {ANNA} en arrêteront les données à {OSLO} le {MAY_9}, lors d'un entretien."
    assert stages(source) == [("in_person", "2024-05-09", "Oslo")]


def test_what_is_to_be_done_beside_it_is_where_the_paragraph_says() -> None:
    source = f"À {OSLO}, {ANNA} verra {KARL}. Elle rencontrera aussi [PER john:John Roe]."
    assert {one.place for one in told(source)} == {"Oslo"}


def test_spokesman_of_a_town_sets_no_stage_there() -> None:
    source = f"À {OSLO}, le [ROLE NO:porte-parole] [PER paul:Paul Aas] a parlé. {ANNA} verra {KARL}."
    assert {one.place for one in told(source)} == {""}


def test_day_of_a_stage_is_its_own_although_another_verb_stands_nearer() -> None:
    source = f"{ANNA} ira à {OSLO} au mois de [DATE 2024-06:juin] pour y rencontrer {KARL}."
    assert stages(source) == [("visit", "2024-06", "Oslo"), ("in_person", "2024-06", "Oslo")]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"{ANNA} ira à {OSLO} en [DATE 2024-06:juin] pour y présider, avec {KARL}, une réunion.", "planned"),
        (f"{ANNA} est allée à {OSLO} en [DATE 2024-03:mars] pour y présider, avec {KARL}, une réunion.", "held"),
    ],
)
def test_meeting_that_somebody_goes_to_lead_is_there_and_as_sure_as_the_journey(sentence: str, status: str) -> None:
    assert [(one.status, one.place) for one in told(sentence) if one.kind == "in_person"] == [(status, "Oslo")]


def test_y_means_where_somebody_is_bound() -> None:
    source = f"{ANNA} doit s'envoler dans la soirée pour {OSLO} et y tenir le {MAY_9} des pourparlers avec {KARL}."
    assert stages(source) == [("visit", "2024-05-08", "Oslo"), ("in_person", "2024-05-09", "Oslo")]


def test_end_of_a_tour_tells_of_the_stage_and_of_the_tour() -> None:
    source = f"Le [ROLE DE:ministre] {KARL} achève [DATE 2024-05-08:mercredi] à {OSLO} sa tournée européenne."
    assert ("visit", "2024-05-08", "Oslo") in stages(source)


def test_town_told_before_is_where_the_story_stands_in_a_state() -> None:
    first = f"{ANNA} a rencontré [DATE 2024-05-06:lundi] {KARL} à {OSLO}."
    source = f"{first}\nC'est une première en {NORWAY} depuis dix ans.\n{ANNA} a ensuite vu [PER john:John Roe]."
    assert ("in_person", "2024-05-06", "Oslo") in stages(source)


def test_arrival_of_the_same_morning_is_of_the_day_told_before() -> None:
    first = f"{ANNA} a rencontré [DATE 2024-05-06:lundi] {KARL} à {OSLO}."
    source = f"{first} Le [ROLE DE:ministre] [PER john:John Roe], arrivé en {NORWAY} le matin même, l'a attendue."
    assert ("visit", "2024-05-06", "Norvège") in stages(source)
