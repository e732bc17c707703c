"""One sentence for each way of telling a meeting: who met, and whether."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
EVA = "[PER eva:Eva Sund]"
OTTO = "[PER otto:Otto Berg]"
OSLO = "[GPE oslo:Oslo]"
PAIR = [({"Anna Lind", "Karl Moe"}, "held")]


def met(source: str) -> list[tuple[set[str], str]]:
    return [(meeting.who, meeting.status) for meeting in told(source) if meeting.kind != "visit"]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA}, reçue lundi par {KARL}, a parlé de pêche.",
        f"{ANNA} a reçu lundi, pour la première fois, son homologue danois, {KARL}.",
        f"{ANNA} s'est entretenue pour sa part avec son homologue danois, M. {KARL}.",
        f"{ANNA} a vu au palais le patriarche danois {KARL}.",
        f"En rencontrant {KARL} à {OSLO}, {ANNA} a rompu avec l'usage.",
        f"{ANNA}, qui a rencontré {KARL}, est rentrée.",
        f"{ANNA} a quitté la salle et a rencontré {KARL}.",
        f"{ANNA} a rendu visite à {KARL}.",
        f"{ANNA} et {KARL} se sont longuement parlé au téléphone.",
        f"{ANNA} a serré la main de {KARL}.",
        f"{ANNA} et {KARL} se sont assis à la même table.",
        f"{ANNA} a passé deux heures avec {KARL}.",
        f"{ANNA} a appelé {KARL}.",
        f"{ANNA} a eu avec {KARL} un long entretien.",
        f"{ANNA} et {KARL} ont tenu des consultations.",
        f"{ANNA} et {KARL} ont repris leurs pourparlers.",
        f"Entretien entre {ANNA} et {KARL}.",
        f"{ANNA} a accordé une audience à {KARL}.",
        f"{ANNA} a rendu compte de l'audience que lui a accordée {KARL}.",
        f"{KARL} est arrivé. {ANNA} l'a reçu.",
        f"{ANNA} est arrivée à {OSLO}, où le reçoit {KARL}.",
        f"{ANNA} a été convoquée au ministère, où {KARL} lui a remis une note.",
        f"{ANNA} a reçu une délégation conduite par {KARL}.",
        f"{ANNA} s'est jointe à {KARL}.",
        f"Une conférence, qu'ont présidée ensemble {ANNA} et {KARL}, s'est achevée.",
        f"{ANNA} et {KARL} ont coprésidé les débats.",
    ],
)
def test_meetings_are_told_in_many_ways(sentence: str) -> None:
    assert met(sentence) == PAIR


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"{ANNA} doit encore voir {KARL}.", "planned"),
        (f"{ANNA} a accepté de rencontrer {KARL}.", "planned"),
        (f"{ANNA} et {KARL} espèrent se retrouver bientôt.", "planned"),
        (f"Un tête-à-tête entre {ANNA} et M. {KARL} est en préparation.", "planned"),
        (f"{ANNA} doit accorder une audience à {KARL}.", "planned"),
        (f"{ANNA} aura un entretien avec {KARL}.", "planned"),
        (f"Le rendez-vous entre {ANNA} et {KARL} a été reporté.", "cancelled"),
        (f"Une rencontre entre {ANNA} et {KARL}, un temps envisagée, n'aura pas lieu.", "denied"),
        (f"{ANNA} n'a pu rencontrer {KARL}.", "denied"),
    ],
)
def test_meetings_tell_their_status(sentence: str, status: str) -> None:
    assert met(sentence) == [({"Anna Lind", "Karl Moe"}, status)]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} et {KARL} ne s'étaient pas rencontrés depuis vingt ans.",
        f"{ANNA} souhaite rencontrer {KARL}.",
        f"{ANNA} se réjouit de recevoir {KARL}.",
        f"{ANNA} se réjouissait à l'idée d'accueillir {KARL}.",
        f"{ANNA} a hâte de retrouver {KARL}.",
        f"{ANNA} espère pouvoir rencontrer {KARL}.",
        f"Un entretien entre {ANNA} et {KARL} n'est ni confirmé ni exclu.",
        f"{ANNA} va-t-elle rencontrer {KARL} ?",
        f"{ANNA} a rencontré son lot de critiques, auxquelles {KARL} a répondu.",
        f"{ANNA} a appelé {KARL} à démissionner.",
        f"La rencontre entre {ANNA} et {KARL} s'est achevée au stade sur un nul (0-0).",
        f"{ANNA} et {KARL} n'ont tenu aucune conférence de presse.",
        f"{ANNA} rejoint {KARL} au nombre des victoires.",
        f"{ANNA} recevra la moitié du prix, et {KARL} l'autre.",
        f"{ANNA} a reçu le prix {KARL}.",
        f"La deuxième étape du triathlon, où {ANNA} a retrouvé {KARL}, s'est tenue à {OSLO}.",
    ],
)
def test_meetings_leave_out_what_did_not_come_about_or_is_none(sentence: str) -> None:
    assert met(sentence) == []


def test_meetings_tell_what_somebody_was_glad_of() -> None:
    assert met(f"{ANNA} s'est réjouie d'avoir rencontré {KARL}.") == [({"Anna Lind", "Karl Moe"}, "held")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} a rencontré {KARL}, ainsi que {EVA}.",
        f"{ANNA} s'est entretenue avec {KARL}, et avec {EVA}.",
        f"{ANNA} s'est entretenue séparément avec {KARL} et {EVA}.",
        f"{ANNA} doit voir [DATE 2024-05-09:demain] {KARL} et {EVA} [DATE 2024-05-10:vendredi].",
    ],
)
def test_meetings_tell_apart_whom_somebody_met_in_turn(sentence: str) -> None:
    assert [who for who, _ in met(sentence)] == [{"Anna Lind", "Karl Moe"}, {"Anna Lind", "Eva Sund"}]


def test_meetings_count_those_who_were_present() -> None:
    [meeting] = told(f"{ANNA} a reçu {KARL}.\nL'audience s'est déroulée en présence d'{EVA}.")

    assert (meeting.who, meeting.kind) == ({"Anna Lind", "Karl Moe", "Eva Sund"}, "in_person")


def test_meetings_know_the_guest_and_both_men() -> None:
    meetings = told(
        f"{ANNA} a reçu {KARL}. Le visiteur avait rencontré {OTTO} le [DATE 2024-05-02:2 mai]. "
        "Les deux hommes s'étaient déjà vus en [DATE 2024-02:février]."
    )

    assert [(meeting.who, meeting.date) for meeting in meetings] == [
        ({"Anna Lind", "Karl Moe"}, ""),
        ({"Karl Moe", "Otto Berg"}, "2024-05-02"),
        ({"Karl Moe", "Otto Berg"}, "2024-02"),
    ]


def test_meetings_take_the_state_or_body_where_nobody_is_named() -> None:
    meetings = told(f"{ANNA} a reçu l'[ROLE SE:ambassadeur de Suède].")

    assert [meeting.who for meeting in meetings] == [{"Anna Lind", "Suède"}]


def test_meetings_take_the_states_of_delegates() -> None:
    [meeting] = told(f"Des diplomates norvégiens, suédois et danois doivent se réunir à {OSLO}.")

    assert (meeting.who, meeting.kind, meeting.status) == ({"Norvège", "Suède", "Danemark"}, "multilateral", "planned")


def test_meeting_of_a_body_with_whoever_attends_is_multilateral() -> None:
    [meeting] = told(f"{ANNA} a participé au sommet de l'[ORG otan:Otan].")

    assert (meeting.who, meeting.kind, meeting.status) == ({"Anna Lind", "Otan"}, "multilateral", "held")


@pytest.mark.parametrize(
    "sentence",
    [
        "Le sommet de l'[ORG otan:Otan] se tiendra le [DATE 2024-07-09:9 juillet].",
        "Le [ORG conseil:Conseil nordique] s'est réuni [DATE 2024-05-06:lundi].",
    ],
)
def test_body_that_meets_by_itself_meets_nobody(sentence: str) -> None:
    assert told(sentence) == []


def test_meetings_leave_out_a_gathering_that_is_only_the_setting() -> None:
    meetings = told(f"{ANNA} a rencontré {KARL} en marge du sommet de l'[ORG otan:Otan].")

    assert [meeting.who for meeting in meetings] == [{"Anna Lind", "Karl Moe"}]


def test_meetings_are_planned_by_an_agenda() -> None:
    meetings = told(
        f"Agenda de M. {ANNA}\n\n[DATE 2024-05-09:Jeudi 9 mai]\n10h00 : Entretien avec M. {KARL}\n"
        f"15h30 : Entretien téléphonique avec Mme {EVA}\n"
    )

    assert [(one.who, one.kind, one.status, one.date) for one in meetings] == [
        ({"Anna Lind", "Karl Moe"}, "in_person", "planned", "2024-05-09"),
        ({"Anna Lind", "Eva Sund"}, "call", "planned", "2024-05-09"),
    ]


def test_meetings_are_listed_behind_a_colon() -> None:
    meetings = told(f"{ANNA} a eu à {OSLO} des entretiens avec :\n- {KARL} ;\n- {EVA}.\n")

    assert [one.who for one in meetings] == [{"Anna Lind", "Karl Moe"}, {"Anna Lind", "Eva Sund"}]


@pytest.mark.parametrize(
    ("sentence", "status", "place"),
    [
        (f"{ANNA} est venue à {OSLO}.", "held", "Oslo"),
        (f"{ANNA}, en visite officielle à {OSLO}, a parlé.", "held", "Oslo"),
        (f"{ANNA} se trouvait à {OSLO}.", "held", "Oslo"),
        (f"{ANNA} a quitté [GPE bergen:Bergen] pour {OSLO}.", "planned", "Oslo"),
        (f"{ANNA} se rendra à {OSLO}.", "planned", "Oslo"),
        (f"{ANNA} devait initialement se rendre à {OSLO}.", "cancelled", "Oslo"),
        (f"Le déplacement d'{ANNA} à {OSLO} est reporté.", "cancelled", "Oslo"),
    ],
)
def test_visits_are_told_in_many_ways(sentence: str, status: str, place: str) -> None:
    assert [(one.who, one.kind, one.status, one.place) for one in told(sentence)] == [
        ({"Anna Lind"}, "visit", status, place)
    ]


def test_visits_go_on_to_the_next_place() -> None:
    visits = told(f"{ANNA} est attendue à {OSLO}, puis à [GPE bergen:Bergen].")

    assert [(visit.status, visit.place) for visit in visits] == [("planned", "Oslo"), ("planned", "Bergen")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"C'était à {OSLO}.",
        f"L'accord est à {OSLO}.",
        f"{ANNA} s'est rendue compte de rien à {OSLO}.",
        f"{ANNA} attendra l'hiver à {OSLO}.",
    ],
)
def test_visits_need_somebody_who_travels(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("à l'[ORG elysee:Elysée]", "Paris"),
        ("dans la capitale norvégienne", "Oslo"),
        (f"à {OSLO}", "Oslo"),
        ("pour parler du soutien à l'[GPE UA:Ukraine]", ""),
    ],
)
def test_meetings_find_the_city(words: str, place: str) -> None:
    [meeting] = told(f"{ANNA} a rencontré {KARL} {words}.")

    assert meeting.place == place


def test_meetings_take_the_day_of_what_is_called_off() -> None:
    [meeting] = told(
        f"{ANNA} a annulé [DATE 2024-05-06:lundi] l'entretien qu'elle devait avoir [DATE 2024-05-09:jeudi] avec {KARL}."
    )

    assert (meeting.status, meeting.date) == ("cancelled", "2024-05-09")


def test_meetings_are_told_again_for_another_day() -> None:
    meetings = told(
        f"{ANNA} a reçu {KARL} le [DATE 2024-03-01:1er mars], puis de nouveau le [DATE 2024-04-02:2 avril]."
    )

    assert [meeting.date for meeting in meetings] == ["2024-03-01", "2024-04-02"]


def test_meetings_of_three_in_one_country_and_another_are_no_multilateral_ones() -> None:
    [meeting] = told(
        f"Le [ROLE NO:ministre norvégien] {KARL} a reçu la [ROLE SE:ministre suédoise] {ANNA} et la "
        f"[ROLE SE:secrétaire d'État suédoise] {EVA}."
    )

    assert meeting.kind == "in_person"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (f"{EVA} a reçu le [ROLE NO:président norvégien] {KARL} et son [ROLE :Premier ministre] {ANNA}.", "in_person"),
        (f"{EVA} a reçu le [ROLE NO:président norvégien] {KARL} et la [ROLE :ministre] {ANNA}.", "multilateral"),
        (f"{KARL} et {ANNA} se sont vus sous les auspices de {EVA}.", "multilateral"),
        (f"{KARL} a reçu {ANNA} en présence de {EVA}.", "in_person"),
        (f"{KARL} a reçu {ANNA} en présence de la [ROLE DK:ministre danoise] {EVA}.", "multilateral"),
    ],
)
def test_meeting_is_multilateral_where_three_parties_meet(sentence: str, kind: str) -> None:
    assert [meeting.kind for meeting in told(sentence)] == [kind]


def test_meetings_take_the_day_that_heads_their_paragraph() -> None:
    meetings = told(f"[DATE 2024-02-07:7 février]. Au palais, {ANNA} reçoit {KARL}. {EVA} doit rencontrer {KARL}.")

    assert [(meeting.status, meeting.date) for meeting in meetings] == [
        ("held", "2024-02-07"),
        ("planned", "2024-02-07"),
    ]
