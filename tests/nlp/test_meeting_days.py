"""Which day and place of a sentence govern a meeting: those of its own clause."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
OSLO = "[GPE oslo:Oslo]"
ROME = "[GPE rome:Rome]"
MAY_3 = "[DATE 2024-05-03:3 mai]"
LUNDI = "[DATE 2024-05-06:lundi]"


def days(source: str) -> list[tuple[str, str]]:
    return [(one.date, one.place) for one in told(source)]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Le texte, signé le {MAY_3} à {ROME}, a été au cœur d'un entretien {LUNDI} à {OSLO} entre {KARL} et {ANNA}.",
        f"Ils ont renoué {LUNDI} leurs liens, rompus le {MAY_3}, après un entretien entre {KARL} et {ANNA} à {OSLO}.",
        f"{KARL}, élu le {MAY_3} à {ROME}, a reçu {LUNDI} {ANNA} à {OSLO}.",
        f"{KARL} a reçu {ANNA} à {OSLO} {LUNDI}, avant d'apprendre sa défaite du {MAY_3}.",
        f"À {OSLO}, {KARL} a vu {LUNDI} {ANNA}, nommée le {MAY_3} à {ROME}.",
        f"Prévue initialement le {MAY_3} à {ROME}, la rencontre entre {KARL} et {ANNA} a eu lieu {LUNDI} à {OSLO}.",
        f"Avant le sommet du {MAY_3} à {ROME}, {KARL} avait reçu {ANNA} {LUNDI} à {OSLO}.",
        f"Trois jours après l'attentat du {MAY_3} à {ROME}, {KARL} a reçu {ANNA} {LUNDI} à {OSLO}.",
    ],
)
def test_day_and_place_of_another_clause_are_not_those_of_the_meeting(sentence: str) -> None:
    assert days(sentence) == [("2024-05-06", "Oslo")]


@pytest.mark.parametrize("often", ["une seule fois", "une fois"])
def test_so_many_times_and_no_more_parts_no_day(often: str) -> None:
    assert days(f"{KARL} et {ANNA} ne se sont vus qu'{often}, le {MAY_3} à {OSLO}.") == [("2024-05-03", "Oslo")]


def test_day_of_an_arrival_holds_for_what_was_done_there() -> None:
    assert ("2024-05-06", "Oslo") in days(f"Arrivé {LUNDI} à {OSLO}, {KARL} a rencontré {ANNA}.")


def test_day_of_an_event_is_that_of_a_meeting_beside_it() -> None:
    source = f"{KARL} verra {ANNA} en marge du sommet, prévu le [DATE 2024-05-10:10 mai] à {OSLO}."
    assert days(source) == [("2024-05-10", "Oslo")]


def test_day_of_a_planned_meeting_stands_beside_its_participle() -> None:
    source = f"La rencontre entre {KARL} et {ANNA}, prévue le [DATE 2024-05-10:10 mai] à {OSLO}, tient toujours."
    assert days(source) == [("2024-05-10", "Oslo")]


@pytest.mark.parametrize("thing", ["l'élection", "l'attentat", "la présidentielle"])
def test_day_of_a_thing_is_not_that_of_a_meeting(thing: str) -> None:
    assert days(f"{KARL}, battu à {thing} du {MAY_3}, a reçu {ANNA} à {OSLO}.")[0][0] != "2024-05-03"


def test_day_told_since_when_is_not_that_of_a_meeting() -> None:
    source = f"L'entretien entre {KARL} et {ANNA}, le premier depuis l'arrivée du cabinet, le {MAY_3}, a duré."
    assert days(source) == [("", "")]


@pytest.mark.parametrize("since", [f"le {MAY_3}", f"le sommet de {OSLO}, le {MAY_3}"])
def test_not_seen_again_since_a_day_were_seen_then(since: str) -> None:
    [one] = told(f"{KARL} et {ANNA} ne s'étaient plus vus depuis {since}.")
    assert (one.status, one.date) == ("held", "2024-05-03")


def test_not_seen_for_years_tells_of_no_meeting() -> None:
    assert days(f"{KARL} et {ANNA} ne s'étaient plus vus depuis deux ans.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        f"{KARL} s'est entretenu dans la matinée avec {ANNA}, arrivée la [DATE 2024-05-07:veille] à {OSLO}.",
        f"{KARL} a vu dans l'après-midi {ANNA}, rentrée {LUNDI} de {ROME}.",
    ],
)
def test_day_on_which_somebody_came_is_not_that_of_the_meeting(sentence: str) -> None:
    assert [one.date for one in told(sentence) if one.kind == "in_person"] == ["2024-05-08"]


def test_whoever_came_before_a_meeting_has_a_journey_of_that_day() -> None:
    source = f"{KARL} s'est entretenu avec {ANNA}, arrivée la [DATE 2024-05-07:veille] à {OSLO}."
    assert [(one.who, one.date) for one in told(source) if one.kind == "visit"] == [({"Anna Lind"}, "2024-05-07")]


def test_relative_clause_goes_on_behind_a_comma_before_a_noun() -> None:
    source = (
        f"{KARL}, qui avait coprésidé {LUNDI}, avec {ANNA}, la cinquième session des consultations, a souhaité "
        "un accord dès [DATE 2027:2027]."
    )
    assert [one.date for one in told(source)] == ["2024-05-06"]


@pytest.mark.parametrize("why", ["celle-ci étant retenue", "le ministre étant absent, retenu"])
def test_place_beside_a_participle_with_a_subject_of_its_own_is_not_that_of_the_meeting(why: str) -> None:
    assert days(f"Un entretien entre {KARL} et {ANNA} n'aura pas lieu, {why} à {ROME}.") == [("", "")]


def test_what_was_done_just_before_was_done_there_and_then() -> None:
    beside = "aux côtés du [ROLE NO:ministre] [PER john:John Roe], qui venait de le recevoir"
    source = f"{KARL} insiste. « Non », a-t-il dit {LUNDI} à {OSLO}, {beside}."
    assert days(source) == [("2024-05-06", "Oslo")]
