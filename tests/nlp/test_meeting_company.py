"""Who else belongs to a meeting by the build of the sentence: joined offices, company, clauses put first, groups."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
EVA = "[PER eva:Eva Sund]"
OTTO = "[PER otto:Otto Berg]"
OSLO = "[GPE oslo:Oslo]"
PAIR = {"Anna Lind", "Karl Moe"}


def met(source: str) -> list[tuple[set[str], str]]:
    return [(meeting.who, meeting.status) for meeting in told(source) if meeting.kind != "visit"]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} a reçu lundi le [ROLE SE:conseiller d'État] et [ROLE SE:ministre suédois de la Pêche] {KARL}.",
        f"Lundi, {KARL}, [ROLE SE:conseiller d'État] et [ROLE SE:ministre suédois de la Pêche], a rencontré {ANNA}.",
    ],
)
def test_two_offices_joined_are_of_one_person(sentence: str) -> None:
    assert met(sentence) == [(PAIR, "held")]


def test_a_list_behind_a_preposition_may_repeat_de_and_share_a_plural_office() -> None:
    source = (
        f"{ANNA} a parlé au téléphone avec {KARL}, en compagnie d'{EVA} et des [ROLE :Premiers ministres] "
        f"danois {OTTO} et finlandais [PER nils:Nils Holm]."
    )
    assert met(source) == [({*PAIR, "Eva Sund", "Otto Berg", "Nils Holm"}, "held")]


def test_company_that_is_no_person_or_of_another_clause_joins_nobody() -> None:
    assert met(f"{ANNA} a reçu {KARL}. Elle dit que la Norvège est aux côtés de la [GPE state:Suède].") == [
        (PAIR, "held")
    ]
    source = f"{ANNA} a reçu {KARL}, puis a présidé la séance en présence de {EVA}."
    assert (PAIR, "held") in met(source)


@pytest.mark.parametrize(
    "opening",
    [f"À {OSLO}, où il recevait {EVA}", f"Alors qu'il recevait {EVA}", f"Depuis {OSLO}, où il a reçu {EVA}"],
)
def test_a_pronoun_in_a_clause_put_first_means_the_subject_to_come(opening: str) -> None:
    source = f"M. {OTTO} a parlé. {opening}, {KARL} a dit sa confiance."
    assert met(source) == [({"Karl Moe", "Eva Sund"}, "held")]


def test_chacun_makes_a_meeting_of_each_and_leaves_the_pair_to_be_meant_again() -> None:
    source = (
        f"{ANNA} et {KARL} ont publié une lettre. {OTTO} s'est entretenu séparément avec chacun des deux dirigeants. "
        "Les deux dirigeants s'étaient rencontrés en mai."
    )
    assert met(source) == [
        ({"Otto Berg", "Anna Lind"}, "held"),
        ({"Otto Berg", "Karl Moe"}, "held"),
        (PAIR, "held"),
    ]


def test_the_two_presidents_are_not_ministers_told_of_last() -> None:
    source = (
        f"Le [ROLE NO:président norvégien] {OTTO} a rencontré lundi le [ROLE SE:président suédois] {KARL}. "
        f"La [ROLE NO:ministre norvégienne des Affaires étrangères] {ANNA} a vu mardi la "
        f"[ROLE SE:ministre suédoise des Affaires étrangères] {EVA}. Les deux présidents s'étaient parlé au téléphone."
    )
    assert met(source)[-1] == ({"Otto Berg", "Karl Moe"}, "held")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"{ANNA} attendra avant qu'il ne voie {KARL}.", []),
        (f"{ANNA} et {KARL} se consulteront en cas de crise.", []),
        (f"{ANNA} est repartie sans avoir pu rencontrer {KARL}.", [(PAIR, "denied")]),
        (f"{ANNA} est repartie sans rencontrer {KARL}.", [(PAIR, "denied")]),
    ],
)
def test_what_did_not_take_place_or_is_not_said_to(sentence: str, expected: list[tuple[set[str], str]]) -> None:
    assert met(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} a parlementé avec {KARL}.",
        f"{ANNA} et {KARL} ont soupé ensemble.",
        f"{ANNA} s'est isolée avec {KARL}.",
        f"{ANNA} a rassemblé autour d'elle {KARL} lundi.",
        f"{ANNA} a consulté {KARL}.",
        f"Un conclave entre {ANNA} et {KARL} s'est achevé.",
        f"Retrouvailles entre {ANNA} et {KARL}.",
    ],
)
def test_rarer_words_of_meeting_are_known(sentence: str) -> None:
    assert met(sentence) == [(PAIR, "held")]


def test_to_speak_to_each_other_somewhere_is_no_call() -> None:
    (there,) = told(f"{ANNA} et {KARL} se sont parlé à {OSLO}.")
    (apart,) = told(f"{ANNA} et {KARL} se sont parlé lundi.")
    assert (there.kind, apart.kind) == ("in_person", "call")


@pytest.mark.parametrize(
    "words",
    [f"au château royal d'{OSLO}", f"à l'aéroport d'{OSLO}", f"dans une villa d'{OSLO}"],
)
def test_the_place_of_a_building_is_that_of_the_meeting(words: str) -> None:
    (meeting,) = told(f"{ANNA} a reçu {KARL} {words}.")
    assert meeting.place == "Oslo"


def test_a_hotel_of_the_town_is_in_the_town_told_before() -> None:
    meetings = told(f"{OTTO} a vu {EVA} lundi à {OSLO}. {ANNA} a vu {KARL} dans un hôtel de la ville.")
    assert [meeting.place for meeting in meetings] == ["Oslo", "Oslo"]


@pytest.mark.parametrize(
    ("sentence", "journeys"),
    [
        (f"{ANNA} et {KARL} se sont rendus lundi à {OSLO}.", [PAIR]),
        (f"{ANNA} et {KARL} sont attendus lundi à {OSLO}.", [{"Anna Lind"}, {"Karl Moe"}]),
    ],
)
def test_those_who_went_together_made_one_journey(sentence: str, journeys: list[set[str]]) -> None:
    assert [one.who for one in told(sentence) if one.kind == "visit"] == journeys


def test_the_body_of_an_aside_is_in_no_list_with_who_was_met() -> None:
    aside = "en marge des réunions du [ORG council:Conseil nordique]"
    assert met(f"{ANNA} a rencontré lundi à {OSLO}, {aside}, le [ROLE SE:ministre suédois] {KARL}.") == [(PAIR, "held")]
