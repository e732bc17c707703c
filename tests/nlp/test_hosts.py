"""Who receives whom, with the words that say so."""

import pytest

from tests.nlp.told_meetings import told

ANNA, KARL, EVA = "[PER anna:Anna Lind]", "[PER karl:Karl Moe]", "[PER eva:Eva Sund]"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (f"{ANNA} a reçu {KARL}.", "a reçu"),
        (f"{ANNA} a longuement reçu {KARL} au palais.", "a longuement reçu"),
        (f"{ANNA} recevra mardi {KARL}.", "recevra"),
        (f"{ANNA} doit accueillir {KARL}.", "doit accueillir"),
        (f"{KARL} a été reçu par {ANNA}.", "a été reçu par"),
        (f"{KARL}, reçu lundi par {ANNA}, a parlé de pêche.", "reçu lundi par"),
        (f"{KARL} est arrivé. {ANNA} l'a reçu.", "a reçu"),
        (f"{KARL} est arrivé au port, où le reçoit {ANNA}.", "reçoit"),
        (f"{KARL} a rendu visite à {ANNA}.", "rendu visite à"),
        (f"{KARL} a rencontré {ANNA} à l'invitation de {ANNA}.", "à l'invitation de"),
    ],
)
def test_host_and_visitor_are_told_by_words_of_receiving(source: str, words: str) -> None:
    [meeting] = [each for each in told(source) if each.kind != "visit"]

    assert (meeting.hosts, meeting.visitors) == ({"Anna Lind"}, {"Karl Moe"})
    assert meeting.words("host") == meeting.words("visitor") == [words]


@pytest.mark.parametrize(
    "source",
    [
        f"{ANNA} a rencontré {KARL}.",
        f"{ANNA} et {KARL} se sont entretenus.",
        f"{ANNA} et {KARL}, qui ont été bien reçus, se sont rencontrés.",
        f"{ANNA} a rencontré {KARL} après avoir reçu une lettre.",
        f"{ANNA} a rencontré {KARL} et a reçu une lettre de {KARL}.",
    ],
)
def test_nobody_receives_where_the_text_does_not_say_so(source: str) -> None:
    assert [(meeting.hosts, meeting.visitors) for meeting in told(source)] == [(set(), set())]


def test_two_may_receive_together_and_whoever_is_present_does_neither() -> None:
    [both] = told(f"{ANNA} et {KARL} ont reçu {EVA}.")
    [by_both] = told(f"{EVA} a été reçue par {ANNA} et {KARL}.")
    [beside] = told(f"{ANNA} a reçu {KARL} en présence de {EVA}.")

    assert (both.hosts, both.visitors) == ({"Anna Lind", "Karl Moe"}, {"Eva Sund"})
    assert (by_both.hosts, by_both.visitors) == ({"Anna Lind", "Karl Moe"}, {"Eva Sund"})
    assert (beside.hosts, beside.visitors) == ({"Anna Lind"}, {"Karl Moe"})
