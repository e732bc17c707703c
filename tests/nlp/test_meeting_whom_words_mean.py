"""Whom `le dirigeant norvégien` and `les deux présidents` mean among the people of an article."""

import pytest

from tests.nlp.told_meetings import told

KARL = "[PER karl:Karl Moe]"
JAN = "[PER jan:Jan Berg]"
EVA = "[PER eva:Eva Sund]"
ANNA = "[PER anna:Anna Lind]"
PRESIDENT = f"Le [ROLE NO:président norvégien] {KARL}"


def met(source: str) -> list[set[str]]:
    return [meeting.who for meeting in told(source) if meeting.kind != "visit"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            f"{PRESIDENT} est avec le [ROLE NO:ministre norvégien] {JAN}. Le dirigeant norvégien a rencontré {EVA}.",
            {"Karl Moe", "Eva Sund"},
        ),
        (
            f"La [ROLE DK:Première ministre danoise] {EVA} et le [ROLE DK:ministre danois] {JAN} sont là. "
            f"La dirigeante danoise a rencontré {KARL}.",
            {"Eva Sund", "Karl Moe"},
        ),
        (
            f"Le [ROLE MA:roi du Maroc] {KARL} et le [ROLE MA:ministre marocain] {JAN} sont là. {EVA} a vu le "
            "[ROLE MA:souverain marocain].",
            {"Karl Moe", "Eva Sund"},
        ),
        # The article tells of nobody who governs.
        (
            f"Le [ROLE NO:ministre norvégien] {JAN} est là. Le dirigeant norvégien a rencontré {EVA}.",
            {"Jan Berg", "Eva Sund"},
        ),
        # Whoever was named last may be called so.
        (
            f"{PRESIDENT} est là, et le [ROLE NO:ministre norvégien] {JAN} aussi. Le négociateur norvégien a vu {EVA}.",
            {"Jan Berg", "Eva Sund"},
        ),
    ],
)
def test_a_leader_is_whoever_governs_the_country(source: str, expected: set[str]) -> None:
    assert met(source) == [expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            f"{KARL}, {JAN} et {EVA} seront mardi à Lima. {PRESIDENT} a reçu {JAN}. La politologue {ANNA} en doute. "
            "Les trois présidents se sont revus jeudi.",
            {"Karl Moe", "Jan Berg", "Eva Sund"},
        ),
        (
            f"{KARL} et {JAN} seront mardi à Lima. {PRESIDENT} a parlé. La politologue {ANNA} en doute. "
            "Les deux présidents se sont revus jeudi.",
            {"Karl Moe", "Jan Berg"},
        ),
        (
            f"Le [ROLE NO:ministre norvégien] {KARL} est là. {JAN} doit y venir. C'est peu, dit l'historien {ANNA}. "
            "Les deux ministres se sont rencontrés jeudi.",
            {"Karl Moe", "Jan Berg"},
        ),
    ],
)
def test_a_group_by_its_office_are_those_who_may_hold_it(source: str, expected: set[str]) -> None:
    assert met(source)[-1] == expected


def test_people_of_other_callings_are_no_presidents() -> None:
    assert (
        met(f"L'économiste {KARL} doute. La romancière {ANNA} attend. Les deux présidents se sont réunis jeudi.") == []
    )


@pytest.mark.parametrize(
    ("holders", "words", "expected"),
    [
        (
            f"Le [ROLE NO:ministre norvégien] {KARL} et la [ROLE DK:ministre danoise] {EVA} ont parlé à la presse.",
            "Les ministres norvégien et danois",
            {"Karl Moe", "Eva Sund"},
        ),
        (
            f"Le [ROLE NO:ministre norvégien de la Défense] {KARL} est là, comme le [ROLE NO:ministre norvégien du "
            f"Commerce] {JAN} et le [ROLE DK:ministre danois de la Défense] {EVA}.",
            "Les ministres norvégien et danois de la Défense",
            {"Karl Moe", "Eva Sund"},
        ),
        # His counterpart holds the same office.
        (
            f"Le [ROLE NO:chef de la diplomatie norvégienne] {KARL} parle de son homologue danois {JAN}.",
            "Les chefs des diplomaties norvégienne et danoise",
            {"Karl Moe", "Jan Berg"},
        ),
        (
            f"Le [ROLE NO:négociateur norvégien] {KARL} et le [ROLE DK:négociateur danois] {JAN} sont là.",
            "Les négociateurs norvégien et danois",
            {"Karl Moe", "Jan Berg"},
        ),
        # Nobody of that office.
        (
            f"Le [ROLE NO:ministre norvégien de la Santé] {KARL} et la [ROLE DK:ministre danoise] {EVA} ont parlé.",
            "Les présidents norvégien et danois",
            {"Norvège", "Danemark"},
        ),
        (
            f"Le [ROLE NO:chef de la diplomatie norvégienne] {KARL} parle de son homologue danois {JAN}.",
            "Les ministres norvégien et danois de la Défense",
            {"Norvège", "Danemark"},
        ),
    ],
)
def test_offices_of_two_states_are_held_by_those_of_the_article(holders: str, words: str, expected: set[str]) -> None:
    assert met(f"{holders} {words} se sont rencontrés jeudi.") == [expected]


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("Le responsable onusien", KARL),
        ("Le haut responsable", KARL),
        ("Mardi soir, le milliardaire conservateur", KARL),
        ("La cheffe de l'opposition", ANNA),
        ("L'opposante en exil", ANNA),
        ("Le numéro deux kényan", KARL),
        ("L'ancienne [ROLE KE:ministre kényane]", ANNA),
        ("L'ancien [ROLE :secrétaire général de l'Otan]", KARL),
    ],
)
def test_subject_called_by_what_he_is_is_the_one_of_whom_the_story_tells(words: str, of: str) -> None:
    name = of[1:-1].partition(":")[2]

    assert met(f"{of} s'est adressé à la presse. {words} a rencontré {EVA}.") == [{name, "Eva Sund"}]


@pytest.mark.parametrize(
    "source",
    [
        # Of another country, of the other gender, a thing.
        f"Le [ROLE NO:président norvégien] {KARL} est là. Le diplomate kényan a rencontré {EVA}.",
        f"{KARL} est là. La cheffe de l'opposition a rencontré {EVA}.",
        f"{KARL} est là. Le navire militaire a rencontré {EVA}.",
    ],
)
def test_subject_called_by_what_he_is_not_is_somebody_else(source: str) -> None:
    assert met(source) == []


def test_former_office_is_not_the_state() -> None:
    assert met(f"{EVA} a rencontré un ami, l'ancien [ROLE NO:ministre norvégien].") == []


def test_sovereign_pontiff_is_the_pope() -> None:
    source = f"Le [ROLE VA:pape] [PER leon:Léon XIV] est là. Le [ROLE VA:souverain pontife] a reçu {EVA}."

    assert met(source) == [{"Léon XIV", "Eva Sund"}]
