"""Talks told only as where somebody was told something."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
BOTH = {"Anna Lind", "Karl Moe"}


def meetings(source: str) -> list[tuple[set[str], str, str, str]]:
    return [(one.who, one.kind, one.status, one.date) for one in told(source)]


@pytest.mark.parametrize(
    "source",
    [
        f"{ANNA} a présenté ses condoléances à {KARL} au cours d'un entretien téléphonique.",
        f"{ANNA} a assuré à {KARL}, lors d'un appel téléphonique, que le port serait ouvert.",
        f"Lors d'un entretien téléphonique, {ANNA} a exprimé à {KARL} son inquiétude.",
        f"{ANNA} a remercié {KARL} pendant un long entretien téléphonique.",
    ],
)
def test_a_call_is_of_who_says_something_and_whom_it_is_said_to(source: str) -> None:
    assert meetings(source) == [(BOTH, "call", "held", "")]


@pytest.mark.parametrize(
    "source",
    [
        f"{ANNA} a salué {KARL} pendant une rencontre à [GPE rome:Rome].",
        f"{ANNA} a demandé à {KARL}, lors d'un entretien, de venir.",
    ],
)
def test_talks_are_too(source: str) -> None:
    assert [one[:3] for one in meetings(source)] == [(BOTH, "in_person", "held")]


@pytest.mark.parametrize(
    "source",
    [
        f"{ANNA} a évoqué {KARL} au cours d'un entretien téléphonique.",
        f"{ANNA} a rendu hommage à {KARL} lors d'une rencontre.",
        f"{ANNA} a critiqué {KARL} lors d'un entretien.",
        f"{ANNA} a exprimé à {KARL} sa colère lors d'un entretien accordé à la presse.",
        f"{ANNA} a parlé à la presse de {KARL} lors d'une rencontre.",
        f"{ANNA} a remercié {KARL} pour son appel à la paix.",
    ],
)
def test_who_is_only_spoken_of_took_no_part(source: str) -> None:
    assert meetings(source) == []


@pytest.mark.parametrize(
    "source",
    [
        f"{KARL} est fatigué. {ANNA} a qualifié {KARL} d'ami et l'a remercié pour son appel téléphonique du "
        "[DATE 2024-05-02:2 mai].",
        f"{ANNA} a remercié {KARL} de son appel téléphonique du [DATE 2024-05-02:2 mai].",
    ],
)
def test_thanks_for_a_call_tell_of_it(source: str) -> None:
    assert meetings(source) == [(BOTH, "call", "held", "2024-05-02")]


def test_what_was_called_off_first_is_of_those_who_met_though_one_says_why() -> None:
    source = (
        f"{ANNA} et {KARL} se sont rencontrés. Un premier rendez-vous, fixé à [DATE 2024-05-03:vendredi], avait été "
        f"annulé, {KARL} invoquant un rhume."
    )
    assert meetings(source)[-1] == (BOTH, "in_person", "cancelled", "2024-05-03")
