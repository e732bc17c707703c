"""When and where a meeting was, from its own clause and from the story around it."""

import pytest

from tests.nlp.told_meetings import Told, told

ANNA = "[ROLE NO:ministre norvégienne] [PER anna:Anna Lind]"
JOHN = "[ROLE US:président américain] [PER john:John Smith]"
#: A lead.
ARRIVED = f"Le {JOHN} est arrivé [DATE 2024-05-07:mardi] à [GPE oslo:Oslo]."


def of(source: str, *who: str) -> Told:
    """The meeting of these people."""
    return next(meeting for meeting in told(source) if meeting.who >= set(who))


@pytest.mark.parametrize(
    ("sentence", "day", "place"),
    [
        (
            f"[DATE 2024-05-06:Lundi], à [GPE oslo:Oslo], le {JOHN} a vu un port et s'est entretenu avec la {ANNA}.",
            "2024-05-06",
            "Oslo",
        ),
        (
            f"Le {JOHN} a téléphoné à ses proches [DATE 2024-05-03:le 3 mai] et s'est entretenu avec la {ANNA} "
            "[DATE 2024-05-06:lundi] à [GPE oslo:Oslo].",
            "2024-05-06",
            "Oslo",
        ),
        (
            "Les délégués repartiront du texte ébauché [DATE 2024-05-06:lundi] à [GPE oslo:Oslo], où M. "
            f"[PER john:John Smith] avait reçu la {ANNA}.",
            "2024-05-06",
            "Oslo",
        ),
        (
            f"Retour sur la soirée de [DATE 2024-05-06:lundi] à [GPE oslo:Oslo] : le {JOHN} a rencontré la {ANNA}.",
            "2024-05-06",
            "Oslo",
        ),
        (
            f"Après [GPE rome:Rome] [DATE 2024-05-05:dimanche] et [GPE bonn:Bonn] [DATE 2024-05-06:lundi], le {JOHN} a "
            f"rencontré la {ANNA} [DATE 2024-05-07:mardi] à [GPE oslo:Oslo].",
            "2024-05-07",
            "Oslo",
        ),
        (
            f"Le {JOHN} était [DATE 2024-05-06:lundi] à [GPE bergen:Bergen], dans l'ouest de la [GPE NO:Norvège], "
            f"où il a rencontré la {ANNA}.",
            "2024-05-06",
            "Bergen",
        ),
        (
            f"[DATE 2024-05-07:Mardi], c'est à [GPE oslo:Oslo] que le {JOHN} a rencontré la {ANNA}.",
            "2024-05-07",
            "Oslo",
        ),
        (
            f"Le {JOHN} a rencontré la {ANNA} [DATE 2024-05-06:lundi] en marge du forum d'[GPE oslo:Oslo].",
            "2024-05-06",
            "Oslo",
        ),
    ],
)
def test_day_and_place_are_those_of_its_own_clause(sentence: str, day: str, place: str) -> None:
    meeting = of(sentence, "Anna Lind", "John Smith")

    assert (meeting.date, meeting.place) == (day, place)


def test_a_place_behind_a_closed_relative_clause_is_not_inside_it() -> None:
    source = (
        f"Le {JOHN} sera [DATE 2024-05-09:demain] à [GPE oslo:Oslo], où M. Haug le recevra, puis à [GPE bonn:Bonn] "
        f"dans la soirée pour un dîner avec la {ANNA}."
    )

    assert of(source, "Anna Lind", "John Smith").place == "Bonn"


def test_day_and_place_of_the_lead_hold_for_the_whole_story() -> None:
    others = "\n\n".join(["Il a visité un port.", "Il a vu une école.", "Il a salué des élèves.", "Il a bu du thé."])
    source = f"{ARRIVED}\n\n{others}\n\nLe {JOHN} s'est ensuite entretenu avec la {ANNA}."
    meeting = of(source, "Anna Lind", "John Smith")

    assert (meeting.date, meeting.place) == ("2024-05-07", "Oslo")


@pytest.mark.parametrize(
    "aside",
    [
        "Un accord signé [DATE 2024-04-02:le 2 avril] à [GPE rome:Rome] est en vigueur.",
        "Le port, que des Romains ont acheté [DATE 2024-04-02:le 2 avril], est grand.",
        "Des Romains avaient acheté le port [DATE 2024-04-02:le 2 avril].",
    ],
)
def test_what_is_told_aside_does_not_move_the_story(aside: str) -> None:
    source = f"{ARRIVED}\n\n{aside}\n\nLe {JOHN} a rencontré la {ANNA}."

    assert of(source, "Anna Lind", "John Smith").date == "2024-05-07"


def test_a_place_ahead_is_not_where_the_story_stands() -> None:
    source = f"{ARRIVED} Il doit se rendre vendredi à [GPE bonn:Bonn].\n\nLe {JOHN} a rencontré la {ANNA}."

    assert of(source, "Anna Lind", "John Smith").place == "Oslo"


@pytest.mark.parametrize(
    ("words", "day", "place"),
    [
        (f"Le {JOHN} doit y rencontrer la {ANNA}.", "2024-05-10", "Bonn"),
        (f"Le {JOHN} a rencontré la {ANNA} dans la matinée.", "2024-05-07", "Oslo"),
        (f"Le {JOHN} avait rencontré la {ANNA}.", "", ""),
    ],
)
def test_there_and_the_hour_say_what_of_the_story_holds(words: str, day: str, place: str) -> None:
    ahead = f"Le {JOHN} est attendu [DATE 2024-05-10:vendredi] à [GPE bonn:Bonn]. {words}"
    source = f"{ARRIVED}\n\n{ahead if ' y ' in words else words}"
    meeting = of(source, "Anna Lind", "John Smith")

    assert (meeting.date, meeting.place) == (day, place)


def test_a_part_of_the_day_is_today_where_no_day_was_told() -> None:
    meeting = of(f"Le {JOHN} a rencontré la {ANNA} dans la matinée.", "Anna Lind", "John Smith")

    assert (meeting.date, meeting.words("date")) == ("2024-05-08", ["dans la matinée"])


def test_what_happens_beside_an_event_is_when_and_where_the_event_is() -> None:
    source = (
        f"{ARRIVED} Il a parlé du forum tenu [DATE 2024-05-02:le 2 mai] à [GPE rome:Rome].\n\n"
        f"En marge du forum, le {JOHN} a rencontré la {ANNA}."
    )
    meeting = of(source, "Anna Lind", "John Smith")

    assert (meeting.date, meeting.place) == ("2024-05-02", "Rome")


def test_under_a_dated_heading_nothing_is_carried_over_from_above() -> None:
    above = f"[DATE 2024-05-02:2 mai]. Le {JOHN} est à [GPE rome:Rome]."
    source = f"{above}\n\n[DATE 2024-05-03:3 mai]. Le {JOHN} rencontre la {ANNA}."
    meeting = of(source, "Anna Lind", "John Smith")

    assert (meeting.date, meeting.place) == ("2024-05-03", "")


def test_two_days_and_cities_told_of_the_same_people_are_two_meetings() -> None:
    source = (
        f"{ARRIVED} Le {JOHN} a rencontré la {ANNA} à [GPE bergen:Bergen]. "
        f"Les deux responsables s'étaient déjà vus à [GPE rome:Rome] [DATE 2024-04-13:le 13 avril]."
    )

    assert {(one.date, one.place) for one in told(source) if len(one.who) == 2} == {
        ("2024-05-07", "Bergen"),
        ("2024-04-13", "Rome"),
    }


def test_a_further_stage_has_the_day_right_before_it() -> None:
    source = (
        f"Le {JOHN} est attendu [DATE 2024-05-09:jeudi] à [GPE oslo:Oslo], puis [DATE 2024-05-10:vendredi] à "
        "[GPE bonn:Bonn]."
    )

    assert {one.place: one.date for one in told(source)} == {"Oslo": "2024-05-09", "Bonn": "2024-05-10"}


def test_people_gathered_since_a_day_meet_until_today() -> None:
    source = f"Réunis depuis [DATE 2024-05-06:lundi] à [GPE oslo:Oslo], le {JOHN} et la {ANNA} ont signé un accord."

    assert of(source, "Anna Lind", "John Smith").date == "2024-05-06/2024-05-08"


def test_a_call_that_others_tell_of_takes_no_day_of_the_story() -> None:
    source = f"{ARRIVED}\n\nLe {JOHN} a indiqué avoir parlé au téléphone à la {ANNA}."

    assert of(source, "Anna Lind", "John Smith").date == ""


def test_where_something_goes_on_of_which_they_speak_is_no_place_of_a_meeting() -> None:
    meeting = told(
        "À [GPE oslo:Oslo], [PER anna:Anna Lind] a vu [PER karl:Karl Moe] sur la situation à [GPE rome:Rome]."
    )
    assert [one.place for one in meeting] == ["Oslo"]


@pytest.mark.parametrize("which", ["chef-lieu de la", "la capitale de la", "dans l'est de la", "fief de la"])
def test_what_explains_a_town_is_not_the_place(which: str) -> None:
    source = f"Le {JOHN} a gagné [GPE oslo:Oslo], {which} [GPE NO:Norvège], où il s'est entretenu avec la {ANNA}."
    assert of(source, "Anna Lind").place == "Oslo"


def test_audiences_granted_are_not_where_a_journey_led() -> None:
    source = f"{ARRIVED} M. [PER john:Smith] a évoqué les audiences qu'il a accordées à la {ANNA}."
    meeting = of(source, "Anna Lind")
    assert (meeting.place, meeting.date) == ("", "")
    source = f"{ARRIVED} M. [PER john:Smith] a accordé une audience à la {ANNA}."
    assert of(source, "Anna Lind").place == "Oslo"
