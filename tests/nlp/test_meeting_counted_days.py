"""Days counted from others, parts of a day, and what stands there and then: `trois jours plus tôt`, `en matinée`."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
MARK = "[PER mark:Mark Roth]"
OSLO = "[GPE oslo:Oslo]"
ROME = "[GPE rome:Rome]"
LUNDI = "[DATE 2024-05-06:lundi]"
MARDI = "[DATE 2024-05-07:mardi]"
NEWS = f"{KARL} a reçu {LUNDI} {ANNA} à {OSLO}."


def last(source: str) -> tuple[str, str]:
    """Day and place of what the text tells last."""
    one = told(source)[-1]
    return one.date, one.place


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("Trois jours plus tôt", "2024-05-03"),
        ("Deux jours auparavant", "2024-05-04"),
        ("Deux semaines plus tôt", "2024-04"),
        ("Cinq mois plus tôt", "2023-12"),
        ("Un an plus tôt", "2023"),
        ("Il y a dix jours", "2024-04-28"),
        ("Quelques jours plus tôt", ""),
    ],
)
def test_day_is_counted_from_the_one_told_before(when: str, day: str) -> None:
    assert last(f"{NEWS} {when}, {KARL} avait vu {MARK} à {ROME}.") == (day, "Rome")


def test_day_is_counted_on_from_the_one_told_before() -> None:
    assert last(f"{NEWS} {MARK} a reçu {KARL} deux jours plus tard à {ROME}.") == ("2024-05-08", "Rome")


def test_days_are_not_counted_from_a_month() -> None:
    assert last(f"{KARL} dirige {OSLO} depuis [DATE 2024-03:mars]. Trois jours plus tard, il a vu {MARK}.")[0] == ""


def test_same_day_is_the_one_counted() -> None:
    source = f"{NEWS} Trois jours plus tôt, {MARK} avait reçu {ANNA}. Le même jour, {MARK} a vu {KARL} à {ROME}."
    assert ("2024-05-03", "Rome") in [(one.date, one.place) for one in told(source)]


@pytest.mark.parametrize("ahead", ["doit être reçu", "sera reçu"])
def test_day_of_an_arrival_is_not_that_of_what_is_ahead(ahead: str) -> None:
    assert last(f"{KARL}, arrivé {LUNDI} à {OSLO}, {ahead} par {ANNA}.") == ("", "Oslo")


def test_part_of_a_day_ahead_is_of_the_article_s_day() -> None:
    assert last(f"{KARL}, arrivé {LUNDI} à {OSLO}, doit être reçu en fin de journée par {ANNA}.")[0] == "2024-05-08"
    assert last(f"{KARL} est arrivé {LUNDI} à {OSLO}. Il doit voir {ANNA} en soirée.")[0] == "2024-05-08"


def test_day_of_a_return_is_not_that_of_a_meeting() -> None:
    assert last(f"Rentré {LUNDI} de {ROME}, {KARL} a reçu {ANNA}.")[0] == ""


@pytest.mark.parametrize("part", ["en matinée", "dans la matinée", "à la mi-journée"])
def test_part_of_a_day_is_of_the_day_told_before(part: str) -> None:
    assert last(f"{NEWS} {ANNA} avait été reçue {part} par {MARK}.")[0] == "2024-05-06"


def test_called_off_for_a_part_of_the_day_told_before() -> None:
    source = f"{NEWS} Un entretien prévu dans la soirée avec {MARK}, retenu à {ROME}, a été annulé."
    assert last(source) == ("2024-05-06", "")


@pytest.mark.parametrize(
    ("about", "place"), [("élu à", ""), ("retenu à", ""), ("bloqué à", ""), ("interrompu à", "Rome")]
)
def test_place_behind_a_name_and_a_participle_is_that_of_the_person(about: str, place: str) -> None:
    assert last(f"{KARL} a eu {MARDI} un entretien avec {MARK}, {about} {ROME}.")[1] == place


def test_there_is_where_the_sentence_before_leads() -> None:
    ahead = f"{KARL} partira [DATE 2024-05-10:vendredi] pour {ROME}. Il y verra [DATE 2024-05-11:samedi] {ANNA}."
    assert last(ahead) == ("2024-05-11", "Rome")
    assert last(ahead.replace(f"{ANNA}.", f"{ANNA}, retenue jusque-là à {OSLO}.")) == ("2024-05-11", "Rome")


def test_then_is_when_and_where_the_sentence_before_tells() -> None:
    source = f"Le dernier séjour à {ROME} d'un roi remontait à [DATE 2023-03:mars 2023]. {KARL} avait alors vu {ANNA}."
    assert last(source) == ("2023-03", "Rome")


def test_not_seen_again_since_a_month_were_seen_then() -> None:
    [one] = told(f"{KARL} et {ANNA} ne se sont plus vus depuis [DATE 2024-02:février].")
    assert (one.status, one.date) == ("held", "2024-02")
