"""Calls that only the means tells of."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
EVA = "[PER eva:Eva Sund]"
OSLO = "[GPE oslo:Oslo]"


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


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        (f"{ANNA} a téléphoné à {KARL}. Elle s'est ensuite entretenue avec {EVA}.", ["call", "call"]),
        (f"{ANNA} a téléphoné à {KARL}, puis s'est entretenue avec {EVA}.", ["call", "call"]),
        (f"{ANNA} a eu plusieurs conversations téléphoniques. Elle a échangé avec {KARL}.", ["call"]),
        # On another day, in some place, or with a word of being there.
        (f"{ANNA} a téléphoné à {KARL}. Elle s'est entretenue avec {EVA}.", ["call", "in_person"]),
        (f"{ANNA} a téléphoné à {KARL}. Elle s'est ensuite entretenue à {OSLO} avec {EVA}.", ["call", "in_person"]),
        (f"{ANNA} a téléphoné à {KARL}. Elle a ensuite reçu {EVA}.", ["call", "in_person"]),
    ],
)
def test_talks_told_among_calls_are_calls(source: str, kinds: list[str]) -> None:
    assert [meeting.kind for meeting in told(source)] == kinds


@pytest.mark.parametrize(
    "source",
    [
        f"{ANNA} a joint {KARL} pour parler de la grève.",
        f"Plus tard, {ANNA} avait joint le [ROLE NO:roi de Norvège], {KARL}.",
        f"Jointe par {KARL}, {ANNA} l'a remercié.",
        f"Contactée au téléphone par {KARL}, {ANNA} a refusé.",
        f"{ANNA} a été appelée vendredi par {KARL}.",
    ],
)
def test_whoever_reaches_somebody_calls(source: str) -> None:
    assert called(source) == [({"Anna Lind", "Karl Moe"}, "call", "held")]


@pytest.mark.parametrize(
    "source",
    [
        f"{ANNA} a joint sa voix à celle de {KARL}.",
        f"{ANNA} a été appelée par {KARL} à former un cabinet.",
        f"Jointe par l'[ORG afp:AFP], {ANNA} n'a rien dit de {KARL}.",
    ],
)
def test_what_is_joined_or_called_for_is_no_call(source: str) -> None:
    assert called(source) == []


def test_whoever_joins_somebody_does_not_call() -> None:
    assert called(f"{ANNA} s'est jointe à {KARL}.") == [({"Anna Lind", "Karl Moe"}, "in_person", "held")]
