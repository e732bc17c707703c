"""Verbs that tell of a meeting or a journey only with the words behind them."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
OSLO = "[GPE oslo:Oslo]"


def met(source: str) -> list[tuple[set[str], str]]:
    return [(meeting.who, meeting.status) for meeting in told(source) if meeting.kind != "visit"]


def went(source: str) -> list[tuple[set[str], str, str]]:
    return [(meeting.who, meeting.status, meeting.place) for meeting in told(source) if meeting.kind == "visit"]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} a fait lundi la connaissance de {KARL}.",
        f"{ANNA} et {KARL} ont fait connaissance.",
        f"{ANNA} a été l’hôte de {KARL} lundi.",
        f"{ANNA} a pris langue lundi avec {KARL}.",
        f"{ANNA} et {KARL} ont pris le thé.",
        f"{ANNA} a présenté ses lettres de créance à {KARL}.",
        f"{ANNA} a reçu les lettres de créance de {KARL}.",
        f"{ANNA} a retenu {KARL} plus de deux heures.",
        f"{KARL} est venu. {ANNA} l'a gardé quarante minutes.",
        f"{ANNA} et {KARL} se sont donné l'accolade.",
        f"{ANNA} et {KARL} se sont téléphoné.",
        f"{ANNA} a offert un dîner en l'honneur de {KARL}.",
        f"{ANNA} et {KARL} ont fait le point.",
    ],
)
def test_a_verb_and_its_words_tell_of_a_meeting(sentence: str) -> None:
    assert met(sentence) == [({"Anna Lind", "Karl Moe"}, "held")]


def test_who_make_an_appointment_are_still_to_meet() -> None:
    assert met(f"{ANNA} et {KARL} se sont donné rendez-vous en mai.") == [({"Anna Lind", "Karl Moe"}, "planned")]


def test_what_is_denied_of_a_locution_did_not_take_place() -> None:
    assert met(f"{ANNA} n'a pas fait la connaissance de {KARL}.") == [({"Anna Lind", "Karl Moe"}, "denied")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} est l'hôte d'un sommet de {KARL}.",
        f"{ANNA} a retenu la leçon de {KARL}.",
        f"{ANNA} a gardé {KARL} au gouvernement.",
        f"{ANNA} a pris le temps avec {KARL}.",
        f"{ANNA} a donné un concert en l'honneur de {KARL}.",
    ],
)
def test_the_verb_alone_tells_of_none(sentence: str) -> None:
    assert met(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"{ANNA} a mis samedi le cap sur {OSLO}.", "planned"),
        (f"{ANNA} a poursuivi sa route vers {OSLO}.", "planned"),
        (f"{ANNA} prendra mardi l'avion pour {OSLO}.", "planned"),
        (f"{ANNA} a fait un crochet par {OSLO}.", "held"),
        (f"{ANNA} a conduit mercredi une délégation militaire à {OSLO}.", "held"),
        (f"{ANNA} s'est précipitée à {OSLO}.", "held"),
        (f"{ANNA}, de passage à {OSLO}, a parlé.", "held"),
        (f"{ANNA} a annulé sa venue à {OSLO}.", "cancelled"),
    ],
)
def test_a_verb_and_its_words_tell_of_a_journey(sentence: str, status: str) -> None:
    assert went(sentence) == [({"Anna Lind"}, status, "Oslo")]


def test_a_point_of_passage_is_no_journey() -> None:
    assert went(f"{ANNA} a vu le point de passage vers {OSLO}.") == []
