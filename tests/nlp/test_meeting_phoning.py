"""Calls that only the means tells of."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"


def called(source: str) -> list[tuple[set[str], str, str]]:
    return [(meeting.who, meeting.kind, meeting.status) for meeting in told(source)]


@pytest.mark.parametrize(
    "source",
    [
        f"{ANNA} a félicité {KARL} par téléphone.",
        f"{ANNA} a exprimé par téléphone à {KARL} ses regrets.",
        f"{ANNA} a assuré {KARL}, au téléphone, de son soutien.",
        f"{KARL} est parti. {ANNA} l'a averti par téléphone, lundi soir, des suites.",
        f"{ANNA} a parlé dimanche à {KARL}.",
        f"{ANNA} a dit avoir parlé à {KARL}.",
    ],
)
def test_the_means_tells_of_a_call(source: str) -> None:
    assert called(source) == [({"Anna Lind", "Karl Moe"}, "call", "held")]


@pytest.mark.parametrize(
    "source",
    [
        f"{ANNA} a répondu par téléphone à des journalistes.",
        f"« Tout va bien », a dit {ANNA}, jointe par téléphone.",
        f"{ANNA} a parlé de {KARL} à la presse.",
        f"« {ANNA} a averti {KARL} par téléphone », a-t-on dit.",
    ],
)
def test_a_call_to_nobody_named_is_none(source: str) -> None:
    assert called(source) == []


def test_each_of_two_met_those_named_among_others() -> None:
    source = (
        f"{ANNA} et {KARL} ont chacun conféré avec les dirigeants de la région, parmi lesquels [PER otto:Otto Berg]."
    )
    assert [meeting.who for meeting in told(source)] == [{"Anna Lind", "Otto Berg"}, {"Karl Moe", "Otto Berg"}]
