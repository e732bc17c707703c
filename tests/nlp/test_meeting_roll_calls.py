"""Gatherings whose participants are told over several sentences, and calls with several at once."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "la [ROLE NO:ministre norvégienne] [PER anna:Anna Lind]"
KARL = "le [ROLE DE:chancelier allemand] [PER karl:Karl Weber]"
EVA = "[PER eva:Eva Kral]"
PAUL = "[PER paul:Paul Roi]"
ROME, MONDAY, SATURDAY = "[GPE IT-rome:Rome]", "[DATE 2024-05-06:lundi]", "[DATE 2024-05-11:samedi]"
BOTH = {"Anna Lind", "Karl Weber"}
TALKS = f"L{KARL[1:]} et {ANNA} se sont rencontrés {MONDAY} à {ROME}."


@pytest.mark.parametrize(
    "words",
    [
        f"Parmi les invités figuraient {ANNA} et {KARL}.",
        f"Au nombre des participants figuraient notamment {KARL} et {ANNA}.",
        f"Parmi les dirigeants présents, on comptait {KARL} et {ANNA}.",
        f"Y participaient {KARL} et {ANNA}.",
        f"Étaient également présents {KARL} et {ANNA}.",
    ],
)
def test_those_named_behind_the_verb_were_there(words: str) -> None:
    [summit] = told(f"Un sommet sur le climat s'est tenu {MONDAY} à {ROME}. {words}")
    assert (summit.who, summit.status, summit.kind) == (BOTH, "held", "multilateral")
    assert (summit.date, summit.place) == ("2024-05-06", "Rome")


@pytest.mark.parametrize("words", ["Sont attendus", "Y participeront", "Parmi les présents figureront"])
def test_those_who_are_still_to_come(words: str) -> None:
    [summit] = told(f"Un sommet sur le climat s'ouvrira {SATURDAY} à {ROME}. {words} {KARL} et {ANNA}.")
    assert (summit.who, summit.status) == (BOTH, "planned")


@pytest.mark.parametrize(
    "words",
    [
        f"Parmi les victimes figuraient {ANNA} et {KARL}.",
        f"Parmi les sujets figuraient le prix du blé et celui de l'or, pour {ANNA}.",
        "Y participaient des pêcheurs.",
    ],
)
def test_nobody_else_was_there(words: str) -> None:
    assert told(f"Un sommet sur le climat s'est tenu {MONDAY} à {ROME}. {words}") == []


@pytest.mark.parametrize(
    ("words", "who"),
    [
        (f"{EVA} a elle aussi pris part au forum, de même que {PAUL}.", {"Karl Weber", "Eva Kral", "Paul Roi"}),
        (f"{EVA} y a participé, tout comme {PAUL}.", {"Karl Weber", "Eva Kral", "Paul Roi"}),
    ],
)
def test_a_clause_adds_others_to_those_who_came(words: str, who: set[str]) -> None:
    source = f"L{KARL[1:]} a participé {MONDAY} à l'ouverture du forum de {ROME}. "
    source += words.replace(EVA, f"La [ROLE SE:ministre suédoise] {EVA}").replace(
        PAUL, f"le [ROLE ES:ministre espagnol] {PAUL}"
    )
    assert [one.who for one in told(source)] == [who]


def test_others_at_the_same_conference_and_who_presided_are_added() -> None:
    source = (
        f"L{KARL[1:]} a participé {MONDAY} à {ROME} à une conférence sur l'eau avec {ANNA}. "
        f"{EVA} et {PAUL} participaient également à cette conférence, présidée par [PER ida:Ida Bo]."
    )
    assert [one.who for one in told(source)] == [{*BOTH, "Eva Kral", "Paul Roi", "Ida Bo"}]


def test_who_was_at_a_summit_was_not_at_a_meeting_on_its_margins() -> None:
    source = f"{TALKS} Ils étaient à {ROME} pour le sommet des mers. {PAUL}, qui participait au même sommet, a dîné."
    assert [one.who for one in told(source) if one.kind != "visit"] == [BOTH]


def test_who_was_at_both_meetings_is_added_to_both() -> None:
    source = (
        f"L{KARL[1:]} et {ANNA} ont été reçus séparément {MONDAY} à {ROME} par {EVA}. "
        f"Le [ROLE ES:ministre espagnol] {PAUL}, qui participait aux deux entretiens, a dîné."
    )
    assert [one.who - {"Eva Kral"} for one in told(source)] == [{"Karl Weber", "Paul Roi"}, {"Anna Lind", "Paul Roi"}]


@pytest.mark.parametrize(
    "words", ["Le dîner était offert par", "La rencontre était animée par", "L'entretien a été modéré par"]
)
def test_who_gave_or_moderated_it_was_there(words: str) -> None:
    assert [one.who for one in told(f"{TALKS} {words} {EVA}.")] == [{*BOTH, "Eva Kral"}]


@pytest.mark.parametrize(
    ("call", "met"),
    [
        ("une visioconférence", [{*BOTH, "Eva Kral"}]),
        ("un entretien téléphonique", [{*BOTH, "Eva Kral"}]),
        ("des entretiens téléphoniques", [BOTH, {"Karl Weber", "Eva Kral"}]),
    ],
)
def test_one_call_with_one_and_with_another_is_one(call: str, met: list[set[str]]) -> None:
    assert [one.who for one in told(f"L{KARL[1:]} a eu {MONDAY} {call} avec {ANNA} et avec {EVA}.")] == met
