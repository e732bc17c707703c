"""Meetings told in one or a few sentences, and what only looks like one."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
EVA = "[PER eva:Eva Sund]"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"{ANNA} a rencontré {KARL}.", "held"),
        (f"{ANNA} a reçu {KARL} au palais.", "held"),
        (f"{ANNA} s'est entretenue avec {KARL} de la pêche.", "held"),
        (f"{ANNA} a été reçue par {KARL}.", "held"),
        (f"{ANNA} et {KARL} se sont rencontrés.", "held"),
        (f"{ANNA} et {KARL} ont discuté de la frontière.", "held"),
        (f"Une rencontre entre {ANNA} et {KARL} a eu lieu.", "held"),
        (f"{ANNA} a eu un long entretien avec {KARL}.", "held"),
        (f"Le [ROLE NO:ministre norvégien de la Défense] {KARL} a repoussé {ANNA} après leurs pourparlers.", "held"),
        (f"{ANNA} rencontrera {KARL}.", "planned"),
        (f"{ANNA} doit rencontrer {KARL}.", "planned"),
        (f"{ANNA} devrait recevoir {KARL}.", "planned"),
        (f"Un entretien entre {ANNA} et {KARL} est prévu.", "planned"),
        (f"{ANNA} a annulé son entretien avec {KARL}.", "cancelled"),
        (f"{ANNA} n'a pas rencontré {KARL}.", "denied"),
        (f"{ANNA} a refusé de recevoir {KARL}.", "denied"),
        (f"Aucune discussion n'a eu lieu entre {ANNA} et {KARL}.", "denied"),
        (f"Aucune rencontre n'est prévue entre {ANNA} et {KARL}.", "denied"),
    ],
)
def test_meetings_tell_who_met_and_whether(sentence: str, status: str) -> None:
    assert [(meeting.who, meeting.status) for meeting in told(sentence)] == [({"Anna Lind", "Karl Moe"}, status)]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} a rencontré des difficultés.",
        f"{ANNA} a rencontré de sérieux obstacles, selon {KARL}.",
        f"{ANNA} pourrait rencontrer {KARL}.",
        f"{ANNA} a répondu à {KARL}.",
        f"{ANNA} a battu {KARL} à l'élection.",
        f"{ANNA} a salué {KARL}.",
    ],
)
def test_meetings_leave_out_what_is_none(sentence: str) -> None:
    assert told(sentence) == []


def test_meetings_tell_day_place_and_length_with_their_words() -> None:
    [meeting] = told(
        f"{ANNA} a rencontré [DATE 2024-05-06:lundi] à [GPE oslo:Oslo] {KARL} pendant deux heures et demie."
    )

    assert (meeting.date, meeting.place, meeting.duration) == ("2024-05-06", "Oslo", 150)
    assert [(proof.field, proof.words) for proof in meeting.evidence[1:]] == [
        ("participant", "Anna Lind"),
        ("participant", "Karl Moe"),
        ("date", "lundi"),
        ("place", "Oslo"),
        ("duration", "deux heures et demie"),
    ]


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("nonante minutes", 90),
        ("deux heures et demie", 150),
        ("trois heures", 180),
        ("une heure", 60),
        ("une heure quarante-cinq", 105),
        ("une demi-heure", 30),
    ],
)
def test_meetings_count_their_length_in_minutes(words: str, minutes: int) -> None:
    [meeting] = told(f"{ANNA} a rencontré {KARL}. L'entretien a duré {words}.")

    assert meeting.duration == minutes


def test_meetings_told_again_are_one_with_all_the_evidence() -> None:
    [meeting] = told(
        f"{ANNA} a rencontré {KARL}.\n\n{ANNA} rencontre {KARL} à [GPE oslo:Oslo], le [DATE 2024-05-06:6 mai].\n\n"
        "La rencontre entre les deux ministres a duré deux heures."
    )

    assert (meeting.date, meeting.place, meeting.duration) == ("2024-05-06", "Oslo", 120)
    assert len([proof for proof in meeting.evidence if proof.field == "sentence"]) == 3


def test_meetings_keep_an_earlier_one_apart() -> None:
    meetings = told(
        f"{ANNA} a rencontré {KARL} [DATE 2024-05-06:lundi]. {ANNA} avait rencontré {KARL} en [DATE 2024-02:février]."
    )

    assert [meeting.date for meeting in meetings] == ["2024-05-06", "2024-02"]


def test_meetings_give_an_earlier_one_no_day_of_another() -> None:
    meetings = told(f"{ANNA} est arrivée [DATE 2024-05-06:lundi]. {ANNA} avait rencontré {KARL}.")

    assert [meeting.date for meeting in meetings] == [""]


def test_meetings_separate_what_puis_links() -> None:
    meetings = told(f"{ANNA} s'est entretenue avec {KARL}, puis avec {EVA}.")

    assert [meeting.who for meeting in meetings] == [{"Anna Lind", "Karl Moe"}, {"Anna Lind", "Eva Sund"}]


def test_meetings_find_the_holder_of_an_office() -> None:
    meetings = told(
        f"La [ROLE NO:ministre norvégienne des Affaires étrangères] {ANNA} est arrivée. "
        f"{EVA} parle. La [ROLE NO:cheffe de la diplomatie norvégienne] a rencontré {KARL}."
    )

    assert [meeting.who for meeting in meetings] == [{"Anna Lind", "Karl Moe"}]


def test_meetings_find_whom_a_pronoun_means() -> None:
    meetings = told(f"{KARL} est arrivé à [GPE oslo:Oslo]. Il a rencontré {EVA}.")

    assert {frozenset(meeting.who) for meeting in meetings if meeting.kind != "visit"} == {
        frozenset({"Karl Moe", "Eva Sund"})
    }


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (f"{ANNA} a téléphoné à {KARL}.", "call"),
        (f"{ANNA} et {KARL} se sont parlé au téléphone.", "call"),
        (f"{ANNA} et {KARL} se sont entretenus par visioconférence.", "video"),
        (f"{ANNA} a rencontré {KARL} et {EVA}.", "multilateral"),
    ],
)
def test_meetings_tell_their_kind(sentence: str, kind: str) -> None:
    assert [meeting.kind for meeting in told(sentence)] == [kind]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"{ANNA} s'est rendue à [GPE oslo:Oslo].", "held"),
        (f"{ANNA} a effectué une visite à [GPE oslo:Oslo].", "held"),
        (f"{ANNA} a achevé une tournée de quatre jours en [LOC europe:Oslo].", "held"),
        (f"{ANNA} se rendra à [GPE oslo:Oslo].", "planned"),
        (f"{ANNA} est attendue à [GPE oslo:Oslo].", "planned"),
        (f"{ANNA} a annulé sa visite à [GPE oslo:Oslo].", "cancelled"),
    ],
)
def test_meetings_record_journeys(sentence: str, status: str) -> None:
    assert [(one.who, one.kind, one.status, one.place) for one in told(sentence)] == [
        ({"Anna Lind"}, "visit", status, "Oslo")
    ]


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("pendant deux heures et demie", 150),
        ("pendant 2 h 15", 135),
        ("une quarantaine de minutes durant, pendant une quarantaine de minutes", 40),
        ("trois heures durant", 180),
        ("à 15 h 10", None),
        ("vers 8 heures", None),
        ("de 9 h à 11 h", None),
        ("deux heures plus tôt", None),
    ],
)
def test_meetings_tell_lengths_of_time_from_hours_of_the_clock(words: str, minutes: int | None) -> None:
    assert [meeting.duration for meeting in told(f"{ANNA} a rencontré {KARL} {words}.")] == [minutes]


def test_a_clock_time_that_opens_a_brief_is_no_length() -> None:
    assert [meeting.duration for meeting in told(f"15h10 Fin des discussions entre {ANNA} et {KARL}.")] == [None]


def test_a_tour_takes_no_day_of_another_event() -> None:
    source = (
        f"{ANNA} s'est entretenue [DATE 2024-05-06:lundi] à [GPE oslo:Oslo] avec {KARL}, "
        "au terme d'une tournée de trois jours en [GPE is:Islande]."
    )

    assert [(meeting.kind, meeting.date) for meeting in told(source)] == [("in_person", "2024-05-06"), ("visit", "")]


def test_a_meeting_in_a_relative_clause_takes_day_and_city_before_it() -> None:
    [meeting] = told(
        f"Elle a gagné [DATE 2024-05-06:lundi] [GPE oslo:Oslo], {ANNA} étant pressée. "
        f"La délégation est arrivée [DATE 2024-05-07:mardi] à [GPE bergen:Bergen], où {ANNA} a reçu {KARL}."
    )

    assert (meeting.date, meeting.place) == ("2024-05-07", "Bergen")


def test_a_day_carried_over_yields_to_one_told_of_the_same_people() -> None:
    [meeting] = told(
        f"{ANNA} a rencontré {KARL} [DATE 2024-05-06:lundi].\n\n"
        "La foule défilait déjà [DATE 2024-05-05:dimanche].\n\n"
        f"Alors que {ANNA} rencontrait {KARL}, elle est revenue."
    )

    assert (meeting.date, [proof.words for proof in meeting.evidence if proof.field == "date"]) == (
        "2024-05-06",
        ["lundi"],
    )


def test_a_day_to_come_is_not_carried_over_to_what_took_place() -> None:
    source = f"Le vote aura lieu [DATE 2099-05-06:mercredi].\n\n{ANNA} a rencontré {KARL}."

    assert [meeting.date for meeting in told(source)] == [""]


def test_a_header_over_place_and_day_tells_a_visit() -> None:
    [meeting] = told(f"Visite officielle de {ANNA}\n[GPE oslo:OSLO], [GPE NO:NORVÈGE], [DATE 2024-05-06:06/05/2024]\n")

    assert (meeting.who, meeting.kind, meeting.status) == ({"Anna Lind"}, "visit", "held")
    assert (meeting.date, meeting.place) == ("2024-05-06", "OSLO")


def test_a_header_that_names_nobody_tells_no_visit() -> None:
    source = f"{ANNA} parle.\n\nVisite officielle\n[GPE oslo:OSLO], [GPE NO:NORVÈGE], [DATE 2024-05-06:06/05/2024]\n"

    assert told(source) == []


def test_a_visit_named_in_passing_is_part_of_the_meeting_there() -> None:
    found = told(
        "[PER anna:Anna Lind] a rencontré [PER karl:Karl Moe] à [GPE oslo:Oslo]. "
        "Il pleuvait tout au long de la visite de [PER anna:Anna Lind] à [GPE oslo:Oslo]."
    )

    assert [(one.kind, one.who) for one in found] == [("in_person", {"Anna Lind", "Karl Moe"})]


COMING = [
    ("est arrivée", "", "a reçu", ["visit", "in_person"]),
    ("est attendue", "", "doit recevoir", ["visit", "in_person"]),
    ("arrive", f", où elle a vu {EVA}", "a reçu", ["in_person", "in_person"]),
]


@pytest.mark.parametrize(("coming", "there", "receives", "kinds"), COMING)
def test_an_arrival_told_for_itself_is_a_visit_beside_the_talks(
    coming: str, there: str, receives: str, kinds: list[str]
) -> None:
    found = told(
        f"{ANNA} {coming} [DATE 2024-05-06:lundi] à [GPE oslo:Oslo]{there}. "
        f"{ANNA} {receives} {KARL} [DATE 2024-05-06:lundi] à [GPE oslo:Oslo]."
    )
    assert sorted(one.kind for one in found) == sorted(kinds)


@pytest.mark.parametrize(
    "sentence",
    [
        f"De retour d'une visite à [GPE oslo:Oslo], {KARL} a parlé de pêche.",
        f"{ANNA} dénonce les choix du gouvernement de {KARL}, lequel se trouvait en visite à [GPE oslo:Oslo].",
    ],
)
def test_who_travelled_is_the_one_that_the_journey_is_told_of(sentence: str) -> None:
    found = told(f"{ANNA} a dîné. {sentence}")
    assert [(one.who, one.place) for one in found if one.kind == "visit"] == [({"Karl Moe"}, "Oslo")]


def test_who_has_just_done_something_did_not_come_for_it() -> None:
    assert told(f"{ANNA} venait de parler à la foule à [GPE oslo:Oslo].") == []
