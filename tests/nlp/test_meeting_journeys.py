"""Where a journey led, who made it and whether it was made."""

import pytest

from articles.nlp.components.meetings.merging import is_within
from tests.nlp.told_meetings import told

JOHN = "[ROLE US:président américain] [PER john:John Smith]"
ROME, BONN, OSLO = "[GPE rome:Rome]", "[GPE bonn:Bonn]", "[GPE oslo:Oslo]"


def journeys(source: str) -> set[tuple[str, str, str]]:
    """Who, what became of it and the place."""
    return {(who, one.status, one.place) for one in told(source) if one.kind == "visit" for who in one.who}


def of_john(status: str, *places: str) -> set[tuple[str, str, str]]:
    return {("John Smith", status, place) for place in places}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"Le {JOHN} se rendra à {ROME} et à {BONN}.", of_john("planned", "Rome", "Bonn")),
        (f"Le {JOHN} gagnera ensuite {ROME} et {BONN}.", of_john("planned", "Rome", "Bonn")),
        (f"Le {JOHN} est attendu à {ROME}, {BONN} et {OSLO}.", of_john("planned", "Rome", "Bonn", "Oslo")),
        (
            f"Le {JOHN} est attendu [DATE 2024-05-14:mardi] à {ROME}, avant {BONN} [DATE 2024-05-15:mercredi].",
            of_john("planned", "Rome", "Bonn"),
        ),
        (f"Le {JOHN} a renoncé à une tournée à {ROME} et à {BONN}.", of_john("cancelled", "Rome", "Bonn")),
        (f"Le {JOHN} s'est contenté des étapes de {ROME} et de {BONN}.", of_john("held", "Rome", "Bonn")),
        (
            f"Le {JOHN} gagnera {ROME}, avant de terminer son périple à {BONN}.",
            of_john("planned", "Rome", "Bonn"),
        ),
        (f"Le {JOHN} est en visite à {ROME}, en [GPE IT:Italie].", of_john("held", "Rome")),
        (f"Le {JOHN} se rendra à {ROME} et {BONN} a protesté.", of_john("planned", "Rome")),
    ],
)
def test_each_goal_of_a_journey_is_a_visit(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert journeys(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"Le {JOHN} quittera {ROME} [DATE 2024-05-14:mardi] à destination de {BONN}.", of_john("planned", "Bonn")),
        (f"Le {JOHN} s'envolera [DATE 2024-05-14:mardi] à destination d'{OSLO}.", of_john("planned", "Oslo")),
        (f"La visite que le {JOHN} devait effectuer à {ROME} a été reportée à l'automne.", of_john("planned", "Rome")),
        (f"La visite officielle que M. {JOHN[27:]} devait faire à {ROME} a été annulée.", of_john("cancelled", "Rome")),
        (f"Le {JOHN} a dit non. Quant à {ROME}, M. [PER john:Smith] n'ira pas.", of_john("denied", "Rome")),
        (f"Le {JOHN} ne fera pas le voyage de {ROME}.", of_john("denied", "Rome")),
        (
            f"Une [ROLE NO:ministre] [PER anna:Anna Lind] a écrit au {JOHN}, qui effectue une visite à {ROME}.",
            of_john("held", "Rome"),
        ),
        (f"Au lendemain de sa visite à {ROME}, le {JOHN} a prononcé un discours.", of_john("held", "Rome")),
        (f"Le {JOHN} a annoncé qu'il effectuerait une visite à {ROME} en juin.", of_john("planned", "Rome")),
    ],
)
def test_the_goal_and_traveller_stand_in_many_forms(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert journeys(sentence) == expected


def test_who_called_a_visit_off_is_told_of_without_its_goal() -> None:
    sentence = f"Le {JOHN} se rendra à {ROME}, un an après avoir annulé une visite d'Etat."
    assert journeys(sentence) == of_john("planned", "Rome") | of_john("cancelled", "")


def test_a_stop_called_off_for_another_thing_is_that_of_whom_the_text_tells() -> None:
    source = (
        f"Le {JOHN} a vu la mer. Une étape à {ROME}, inscrite au programme, a été annulée au profit d'une promenade."
    )
    assert journeys(source) == of_john("cancelled", "Rome")


def test_one_journey_of_two_is_one_record() -> None:
    source = f"Le {JOHN} et [PER anna:Anna Lind] se sont rendus à {ROME}."
    assert [(one.who, one.status, one.place) for one in told(source)] == [({"John Smith", "Anna Lind"}, "held", "Rome")]


@pytest.mark.parametrize(
    ("day", "inside"),
    [("2024-05-14", True), ("2024-05-15", True), ("2024-05-16", False), ("2024-05", False), ("", False)],
)
def test_a_day_lies_within_a_stay(day: str, inside: bool) -> None:
    assert is_within(day, "2024-05-13/2024-05-15") is inside


def test_the_place_that_opens_an_entry_of_what_is_to_come_is_the_goal() -> None:
    source = (
        "AGENDA - Rendez-vous de la semaine\n\n[DATE 2024-05-14:MARDI 14]\n\n"
        f"[GPE rome:ROME] - Visite officielle du {JOHN} (à confirmer).\n"
    )
    visits = told(source)
    assert [(one.who, one.status, one.place, one.date) for one in visits] == [
        ({"John Smith"}, "planned", "ROME", "2024-05-14")
    ]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("a annoncé que sa première visite à l'étranger serait pour", "Rome"),
        ("a indiqué que son premier déplacement sera pour", "Rome"),
        ("se rendra également dans la province de", "Lazio"),
        ("se rendra dans la région du", "Lazio"),
    ],
)
def test_a_journey_to_come(words: str, place: str) -> None:
    source = f"Le {JOHN} {words} [GPE {place.lower()}:{place}]."
    assert [(one.who, one.status, one.place) for one in told(source)] == [({"John Smith"}, "planned", place)]


RECEIVED = "[PER anna:Anna Lind] a reçu [PER karl:Karl Moe] à [GPE rome:Rome]. "


@pytest.mark.parametrize("words", ["Il s'agissait du premier déplacement", "C'était la première visite"])
def test_a_journey_abroad_led_where_the_sentence_before_was(words: str) -> None:
    source = f"{RECEIVED}{words} à l'étranger de [PER karl:Karl Moe]."
    visits = [one for one in told(source) if one.kind == "visit"]
    assert [(one.who, one.status, one.place) for one in visits] == [({"Karl Moe"}, "held", "Rome")]


def test_a_journey_abroad_of_which_nothing_else_is_told_led_nowhere() -> None:
    source = f"{RECEIVED}Il prépare son premier déplacement à l'étranger."
    assert [one for one in told(source) if one.kind == "visit"] == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"Le {JOHN} a parlé de {ROME}, où il se rendra en mai.", of_john("planned", "Rome")),
        (f"Le {JOHN} a accepté une invitation à {ROME}, où il ira cet été.", of_john("planned", "Rome")),
        (f"La presse est à {ROME}, où arrivera mardi le {JOHN}.", of_john("planned", "Rome")),
        # Nobody of whom the article tells, or no goal of his.
        (f"Le {JOHN} a parlé de {ROME}, où des milliers de gens étaient venus.", set()),
        (f"Le {JOHN} a évoqué {ROME}, d'où il repartira mardi.", set()),
    ],
)
def test_a_journey_leads_to_the_place_that_its_clause_is_about(
    sentence: str, expected: set[tuple[str, str, str]]
) -> None:
    assert journeys(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"Le {JOHN} a surpris en se rendant à {ROME}.", of_john("held", "Rome")),
        (f"Le {JOHN} veut apaiser la crise en se rendant à {ROME}.", set()),
        (f"Le {JOHN} a plaint les gens se rendant à {ROME}.", set()),
    ],
)
def test_who_acts_by_going_somewhere_goes_there(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert journeys(sentence) == expected
