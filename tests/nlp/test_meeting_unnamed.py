"""A pronoun of many takes up those told of just before, named or not."""

import pytest

from tests.nlp.told_meetings import told

KARL = "[PER karl:Karl Moe]"
JAN = "[PER jan:Jan Berg]"
EVA = "[PER eva:Eva Sund]"
HOME = f"{KARL} a reçu {JAN}. "


def last_met(source: str) -> set[str]:
    return [meeting.who for meeting in told(source) if meeting.kind != "visit"][-1]


@pytest.mark.parametrize(
    "sentences",
    [
        f"Les [ROLE :chefs d'État et de gouvernement] dîneront jeudi ; {EVA} les rejoindra vendredi.",
        f"Les [ROLE :ministres des Finances] se retrouveront jeudi ; {EVA} les recevra vendredi.",
        f"Les [ROLE :ambassadeurs] sont arrivés. {EVA} les a reçus.",
        f"Les familles des otages attendaient. {EVA} les a rencontrées.",
    ],
)
def test_many_without_a_name_are_nobody_named_before(sentences: str) -> None:
    assert last_met(HOME + sentences) == {"Karl Moe", "Jan Berg"}


@pytest.mark.parametrize(
    "sentences",
    [
        f"{EVA} les a rejoints.",
        f"Les deux hommes ont parlé. {EVA} les a rejoints.",
        f"Les [ROLE :ministres] ont parlé. {EVA} les a rejoints.",
        f"Les discussions ont duré. {EVA} les a rejoints.",
    ],
)
def test_those_who_met_are_taken_up(sentences: str) -> None:
    assert last_met(HOME + sentences) == {"Karl Moe", "Jan Berg", "Eva Sund"}
