"""How long a meeting lasted."""

import pytest

from tests.nlp.told_meetings import told

KARL = "[PER karl:Karl Moe]"
ANNA = "[PER anna:Anna Lind]"


@pytest.mark.parametrize(
    ("sentence", "minutes"),
    [
        (f"{ANNA} et {KARL} se sont vus quarante minutes.", 40),
        (f"{ANNA} et {KARL} s'étaient entretenus environ une heure dans un hôtel.", 60),
        (f"{ANNA} et {KARL} ont discuté plus d'une heure.", 60),
        (f"{ANNA} et {KARL} ont conversé une petite heure.", 60),
        (f"{ANNA} a reçu {KARL} pendant trois quarts d'heure.", 45),
        (f"Tête-à-tête d'une heure et quart entre {ANNA} et {KARL}.", 75),
        # Neither a distance nor the length of something else.
        (f"{ANNA} et {KARL} se sont rencontrés dix minutes après l'annonce.", None),
        (f"{ANNA} a rencontré {KARL}, qui avait attendu deux heures.", None),
        (f"{ANNA} a rencontré {KARL} avec plus d'une heure de retard.", None),
    ],
)
def test_a_length_stands_right_behind_what_was_done(sentence: str, minutes: int | None) -> None:
    assert [meeting.duration for meeting in told(sentence)] == [minutes]


@pytest.mark.parametrize(
    ("sentence", "minutes"),
    [
        ("Les deux dirigeantes ont parlé pendant plus de deux heures du commerce.", 120),
        ("L'entretien s'est prolongé une heure et demie.", 90),
        # Said of somebody else, or of oneself.
        ("[PER eva:Eva Sund] a parlé deux heures.", None),
    ],
)
def test_a_later_sentence_tells_how_long_they_talked(sentence: str, minutes: int | None) -> None:
    source = f"{ANNA} a été reçue par [PER ida:Ida Dahl]. {sentence}"
    assert [(meeting.who, meeting.duration) for meeting in told(source)] == [({"Anna Lind", "Ida Dahl"}, minutes)]
