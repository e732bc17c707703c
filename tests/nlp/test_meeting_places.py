"""Where a meeting was: in a town told with what it is, in a building named by it, beside or within another place."""

import pytest

from tests.nlp.told_meetings import Told, told

ANNA = "[ROLE NO:ministre norvégienne] [PER anna:Anna Lind]"
JOHN = "[ROLE US:président américain] [PER john:John Smith]"
MET = f"Le {JOHN} a reçu [DATE 2024-05-07:mardi] la {ANNA}"


def meeting(source: str) -> Told:
    """The one meeting that is no journey."""
    found = [one for one in told(source) if one.kind != "visit"]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    "where",
    [
        "dans la station balnéaire de",
        "dans la ville minière de",
        "dans le port de",
        "dans un grand hôtel de",
        "dans sa résidence d'été de",
        "sur l'île grecque de",
        "sur la base de",
        "près de",
        "non loin de",
        "aux portes de",
    ],
)
def test_town_is_told_with_what_it_is(where: str) -> None:
    assert meeting(f"{MET} {where} [GPE bergen:Bergen].").place == "Bergen"


@pytest.mark.parametrize("what", ["dans la crise de", "dans le dossier de", "sur la question de", "dans l'intérêt de"])
def test_what_they_spoke_of_is_no_place(what: str) -> None:
    assert meeting(f"{MET}, {what} [GPE bergen:Bergen].").place == ""


def test_town_near_another_place_is_not_the_place() -> None:
    assert meeting(f"{MET} à [GPE voss:Voss], près de [GPE bergen:Bergen].").place == "Voss"


def test_building_is_in_the_town_that_it_is_named_by() -> None:
    assert meeting(f"{MET} à l'[LOC hotel:hôtel Bristol d'Oslo].").place == "Oslo"


def test_city_behind_a_seat_says_where_it_is() -> None:
    seat = "au siège de l'[ORG onu:ONU]"
    assert meeting(f"{MET} {seat}.").place == "New York"
    assert meeting(f"{MET} {seat} à [GPE geneve:Genève].").place == "Genève"


def test_place_of_the_clause_outdoes_one_told_beside_the_subject() -> None:
    source = (
        f"Le {JOHN}, en visite en [GPE NO:Norvège], a reçu [DATE 2024-05-07:mardi] à [GPE NO-bergen:Bergen] la {ANNA}."
    )
    assert meeting(source).place == "Bergen"


def test_place_told_beside_the_subject_is_that_of_a_clause_without_one() -> None:
    assert meeting(f"Le {JOHN}, en visite à [GPE bergen:Bergen], a reçu la {ANNA}.").place == "Bergen"


def test_word_within_a_name_parts_no_object_from_its_verb() -> None:
    found = meeting(f"Le {JOHN} a reçu à [LOC mar:Mar-a-Lago] la {ANNA}.")
    assert found.who == {"John Smith", "Anna Lind"}
    assert found.place == "Mar-a-Lago"


def test_participle_within_a_name_parts_no_place_from_its_verb() -> None:
    source = f"Le {JOHN} a vu la {ANNA} en marge d'une réunion des [ORG onu:Nations unies] à [GPE bergen:Bergen]."
    assert meeting(source).place == "Bergen"


def test_purpose_of_an_arrival_parts_nothing() -> None:
    source = (
        f"Arrivé [DATE 2024-05-06:lundi] à [GPE bergen:Bergen] pour une courte visite, le {JOHN} "
        f"s'est entretenu avec la {ANNA}."
    )
    assert (meeting(source).date, meeting(source).place) == ("2024-05-06", "Bergen")
    longer = meeting(source.replace("courte visite", "visite officielle de trois jours"))
    assert (longer.date, longer.place) == ("", "Bergen")


@pytest.mark.parametrize("it", ["Elle a eu lieu", "Celle-ci s'est tenue", "Elle s'est déroulée"])
def test_pronoun_takes_up_a_meeting_to_say_when_and_where_it_was(it: str) -> None:
    source = f"Le {JOHN} a eu une entrevue avec la {ANNA}. {it} [DATE 2024-05-06:lundi] à [GPE bergen:Bergen]."
    assert (meeting(source).date, meeting(source).place) == ("2024-05-06", "Bergen")


def test_pronoun_that_stands_for_nothing_takes_up_no_meeting() -> None:
    opening = "Il est prévu d'ouvrir une école [DATE 2024-05-10:vendredi] à [GPE bergen:Bergen]."
    source = f"Le {JOHN} doit voir la {ANNA}. {opening}"
    assert (meeting(source).date, meeting(source).place) == ("", "")
