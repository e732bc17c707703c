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
