"""A capital that acts stands for its government; one where somebody is, is a place."""

import re

import pytest

from articles.nlp.components.linking.figurative import seat_speaks, stands_for_government
from articles.nlp.types import Span

ACTING = [
    "[Washington] presse ses alliés de conclure.",
    "[Oslo] n'a pas souhaité commenter.",
    "[Varsovie], qui a commandé des batteries, s'inquiète.",
    "« [Pékin] comprend ces inquiétudes », dit-elle.",
    "[Rabat] est prêt à discuter.",
    "Selon [Moscou], la réunion est inutile.",
    "La position de [Pékin] reste la même.",
    "Il a remercié [Doha] de sa médiation.",
    "Les relations entre [Kiev] et Budapest se tendent.",
    "Les relations entre Kiev et [Budapest] se tendent.",
    "[Ryad] et Doha se reparlent.",
    "Ryad et [Doha] se reparlent.",
    "Le dossier dans lequel [Madrid] considère la proposition.",
    "Le texte convient, a estimé [Lima].",
    "Il a reproché à [Ankara] ses livraisons.",
    "Elle exhorte ses voisins à tenir bon face à [Ankara].",
    "Un parti hostile à [Pékin] l'emporte.",
    "Le dialogue [Washington]-Téhéran reprend.",
    "Le soutien militaire de [Téhéran] inquiète.",
]
PLACES = [
    "Il est arrivé lundi à [Washington].",
    "Elle se rendra en visite à Paris et [Berlin] mardi.",
    "[Genève] accueille la conférence.",
    "[Oslo] a accueilli mardi une rencontre des deux dirigeants.",
    "Des manifestants ont défilé dans les rues de [Tunis].",
    "L'avion a quitté [Athènes] hier.",
    "Un vol entre [Paris] et Alger a été annulé.",
    "Après un détour par [Rome], il est rentré.",
    "[Prague], c'est loin.",
    "Ils se sont vus en marge du sommet de [Madrid].",
    "Dix kilomètres au nord de [Bagdad].",
]


def read(marked: str) -> tuple[str, Span]:
    match = re.search(r"\[(.+?)\]", marked)
    assert match is not None
    return marked.replace("[", "").replace("]", ""), Span(match.start(), match.start() + len(match[1]))


@pytest.mark.parametrize("marked", ACTING)
def test_capital_that_acts_stands_for_its_government(marked: str) -> None:
    assert stands_for_government(*read(marked))


@pytest.mark.parametrize("marked", PLACES)
def test_capital_where_something_happens_is_a_place(marked: str) -> None:
    assert not stands_for_government(*read(marked))


@pytest.mark.parametrize(
    ("marked", "speaks"),
    [
        ("La date reste à fixer, a précisé l'[Élysée].", True),
        ("Le [Kremlin] dément.", True),
        ("Il a été reçu à l'[Élysée].", False),
        ("Au [Kremlin], la réunion a duré une heure.", False),
    ],
)
def test_seat_speaks_unless_somebody_is_inside(marked: str, *, speaks: bool) -> None:
    assert seat_speaks(*read(marked)) is speaks
