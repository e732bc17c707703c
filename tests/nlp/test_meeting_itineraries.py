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
        f"{ANNA} se rendra en {NORWAY} le {MAY_9}. Elle verra à {OSLO} {KARL} la semaine suivante.",
        f"{ANNA} se rendra en {NORWAY} le {MAY_9}. À {ROME}, elle verra {KARL}.",
    ],
)
def test_meeting_has_no_day_of_a_journey_that_was_longer_or_led_elsewhere(source: str) -> None:
    assert [one.date for one in told(source) if one.kind == "in_person"] == [""]


def test_noun_is_no_participle() -> None:
    source = f"{KARL} et {ANNA} en arrêteront les données à {OSLO} le {MAY_9}, lors d'un entretien."
    assert stages(source) == [("in_person", "2024-05-09", "Oslo")]
