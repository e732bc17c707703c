"""Who stands beside those who met: patrons, those in whose presence, told at once or a sentence later."""

import pytest

from tests.nlp.told_meetings import told

PAIR = "[PER anna:Anna Lind] et [PER karl:Karl Moe] se sont rencontrés [DATE 2024-05-07:mardi]. "


def people(source: str) -> list[set[str]]:
    return [meeting.who for meeting in told(source)]


@pytest.mark.parametrize(
    "who", ["Les deux hommes ont discuté", "Ils se sont entretenus", "Les deux dirigeants ont négocié"]
)
@pytest.mark.parametrize("beside", ["sous les auspices de", "sous l'égide de", "en présence de"])
def test_the_two_of_a_meeting_told_again_with_others_beside_them_met_once(who: str, beside: str) -> None:
    again = f"{who} pendant une heure {beside} [PER eva:Eva Roy]."
    assert people(PAIR + again) == [{"Anna Lind", "Karl Moe", "Eva Roy"}]


def test_what_is_told_again_keeps_the_length_of_the_second_telling() -> None:
    meeting = told(PAIR + "Ils ont discuté pendant deux heures sous l'égide de [PER eva:Eva Roy].")
    assert [(one.duration, one.date) for one in meeting] == [(120, "2024-05-07")]


def test_an_earlier_meeting_of_the_two_stays_another_one() -> None:
    earlier = "Ils s'étaient entretenus [DATE 2024-03:en mars] en présence de [PER eva:Eva Roy]."
    assert people(PAIR + earlier) == [{"Anna Lind", "Karl Moe"}, {"Anna Lind", "Karl Moe", "Eva Roy"}]


@pytest.mark.parametrize(
    "office",
    [
        "l'émissaire de l'ONU et de l'OUA pour les Grands Lacs",
        "la représentante spéciale de l'Union africaine au Sahel",
        "l'envoyé de Washington pour la région",
    ],
)
def test_a_second_patron_stands_behind_his_office(office: str) -> None:
    sentence = PAIR + f"Ils ont discuté sous les auspices de [PER eva:Eva Roy] et de {office}, [PER paul:Paul Nef]."
    assert people(sentence) == [{"Anna Lind", "Karl Moe", "Eva Roy", "Paul Nef"}]


def test_all_in_whose_presence_it_was_stand_behind_their_offices() -> None:
    sentence = "[PER anna:Anna Lind] a reçu [PER karl:Karl Moe]. L'audience s'est déroulée en présence du ministre de "
    sentence += "la Défense, M. [PER eva:Eva Roy], et du directeur de cabinet à la présidence, M. [PER paul:Paul Nef]."
    assert people(sentence) == [{"Anna Lind", "Karl Moe", "Eva Roy", "Paul Nef"}]


def test_several_who_saw_one_separately_met_him_one_by_one() -> None:
    sentence = "[PER anna:Anna Lind] et [PER karl:Karl Moe] ont rencontré séparément [PER eva:Eva Roy]."
    assert people(sentence) == [{"Anna Lind", "Eva Roy"}, {"Karl Moe", "Eva Roy"}]
