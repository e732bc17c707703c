"""Who met whom where several are told at once: lists, bilateral talks one by one, shared auxiliaries, clefts."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
JAN = "[PER jan:Jan Berg]"
EVA = "[PER eva:Eva Sund]"
ALL = {"Anna Lind", "Karl Moe", "Jan Berg", "Eva Sund"}


def met(source: str) -> list[set[str]]:
    return [meeting.who for meeting in told(source) if meeting.kind != "visit"]


def pairs(*others: str) -> list[set[str]]:
    return [{"Anna Lind", other} for other in others]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} a multiplié jeudi les rencontres avec {KARL} et {JAN}.",
        f"{ANNA} a eu des entretiens téléphoniques avec les [ROLE :présidents] {KARL} et {JAN}.",
        f"{ANNA} a enchaîné les tête-à-tête avec MM. {KARL} et {JAN}.",
        f"{ANNA} a eu des réunions bilatérales avec {KARL} et le [ROLE :ministre] {JAN}.",
        f"{ANNA} a enchaîné les rencontres bilatérales : avec {KARL} et avec {JAN}.",
        f"{ANNA} a eu deux entretiens, l'un avec {KARL}, l'autre avec {JAN}.",
        f"{ANNA} recevra l'un après l'autre {KARL} et {JAN}.",
        f"{ANNA} a reçu, chacun de son côté, {KARL} et {JAN}.",
        f"{ANNA} a multiplié les rencontres avec ses homologues, dont {KARL} et {JAN}.",
        f"{ANNA} s'est entretenue avec {KARL} [DATE 2024-05-14:mardi], {JAN} [DATE 2024-05-15:mercredi].",
        f"{ANNA} a visité une école, rencontré {KARL} et dîné avec {JAN}.",
        f"{ANNA} a ouvert le débat, reçu {KARL} puis vu {JAN}.",
    ],
)
def test_several_are_met_one_by_one(sentence: str) -> None:
    assert met(sentence) == pairs("Karl Moe", "Jan Berg")


def test_each_on_a_day_has_a_place_of_his_own() -> None:
    source = (
        f"{ANNA} verra {KARL} [DATE 2024-05-20:lundi] à [GPE rome:Rome], {JAN} [DATE 2024-05-21:mardi] à "
        f"[GPE oslo:Oslo] et {EVA} [DATE 2024-05-22:mercredi] à [GPE riga:Riga]."
    )
    assert [(one.date, one.place) for one in told(source)] == [
        ("2024-05-20", "Rome"),
        ("2024-05-21", "Oslo"),
        ("2024-05-22", "Riga"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} a reçu trois ministres : {KARL}, {JAN} et {EVA}.",
        f"{ANNA} s'est entretenue avec trois de ses homologues : {KARL}, {JAN} et {EVA}.",
        f"{ANNA} a tenu une réunion avec plusieurs dirigeants, dont {KARL}, {JAN} et {EVA}.",
        f"{ANNA} a reçu les [ROLE NO:ministres de la Pêche de Norvège], {KARL}, de [GPE SE:Suède], {JAN}, et du "
        f"[GPE CA:Canada], {EVA}.",
        f"{ANNA} recevra les [ROLE :ministres des Affaires étrangères] suédois, {KARL}, norvégien, {JAN}, et turc, "
        f"{EVA}.",
        f"{ANNA} s'entretiendra avec les patrons des armées d'[GPE IE:Irlande], {KARL}, de [GPE SE:Suède], {JAN}, et "
        f"du [GPE CA:Canada], {EVA}.",
    ],
)
def test_all_of_a_list_are_met_at_once(sentence: str) -> None:
    assert met(sentence) == [ALL]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} a reçu les syndicats : {KARL} et {JAN} ont protesté.",
        f"{ANNA} a salué {KARL}, reçu [DATE 2024-05-14:mardi] à [GPE oslo:Oslo] avec les honneurs.",
    ],
)
def test_names_of_another_clause_are_not_met(sentence: str) -> None:
    assert met(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        f"C'est avec {KARL} que s'est entretenue [DATE 2024-05-14:mardi] à [GPE oslo:Oslo] la [ROLE :ministre] {ANNA}.",
        f"C'est à {KARL} que {ANNA} a téléphoné.",
        f"C'est par le [ROLE :roi] {KARL} qu'a été reçue {ANNA}.",
        f"{ANNA} est à [GPE oslo:Oslo]. Mardi, c'est {KARL} qu'elle recevra.",
        f"Interrogée à l'issue d'un entretien avec {KARL}, {ANNA} a remercié la presse.",
        f"Lors de leur rencontre à [GPE oslo:Oslo], {ANNA} et {KARL} ont parlé de pêche.",
        f"La visite de {ANNA}, reçue [DATE 2024-05-14:mardi] par {KARL}, s'achève.",
    ],
)
def test_a_clause_put_first_or_behind_has_its_people(sentence: str) -> None:
    assert {frozenset(who) for who in met(sentence)} == {frozenset({"Anna Lind", "Karl Moe"})}


def test_manner_set_first_is_no_partner() -> None:
    assert met(f"C'est avec inquiétude que {ANNA} a reçu {KARL}.") == pairs("Karl Moe")


def test_they_are_those_named_between_commas_behind_their_offices() -> None:
    source = (
        f"{KARL} et {JAN} ont signé un texte. Les [ROLE :ministres], {ANNA} et {EVA}, en préciseront les détails ; ils "
        "se verront à Riga."
    )
    assert met(source)[-1] == {"Anna Lind", "Eva Sund"}


@pytest.mark.parametrize(
    "source",
    [
        f"Une délégation de la guérilla dirigée par {ANNA} séjourne à [GPE oslo:Oslo]. {KARL} l'a reçue une heure.",
        f"{JAN} a dépêché à [GPE oslo:Oslo] une délégation menée par {ANNA}. Elle a été reçue par {KARL}.",
        f"Une délégation conduite par {ANNA} est arrivée à [GPE oslo:Oslo], où elle a rencontré {KARL}.",
    ],
)
def test_a_delegation_is_meant_by_a_pronoun(source: str) -> None:
    assert met(source) == pairs("Karl Moe")


def test_those_in_whose_presence_talks_took_place_are_told_by_what_they_do() -> None:
    source = (
        f"{ANNA} a été reçue par {KARL}. L'audience s'est déroulée en présence du directeur de cabinet {JAN} et du "
        f"[ROLE :ministre] {EVA}."
    )
    assert met(source) == [ALL]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"Les trois diplomates se sont vus à Riga : {KARL}, {JAN} et {EVA}.", {"Karl Moe", "Jan Berg", "Eva Sund"}),
        (f"{ANNA} est à Riga. Le dîner que lui offrira le [ROLE :roi] {KARL} est prévu.", {"Anna Lind", "Karl Moe"}),
        (f"{ANNA} est à Riga. Le déjeuner que devait lui offrir {KARL} n'a pas eu lieu.", {"Anna Lind", "Karl Moe"}),
        (
            f"{ANNA} et {EVA} se sont vues. Conduites par {KARL} en présence de {JAN}, les discussions ont duré.",
            ALL,
        ),
        (f"{ANNA} a reçu {EVA}. Les entretiens se sont déroulés en présence de {KARL} et de {JAN}.", ALL),
        (f"Le [ROLE :ministre] {ANNA} et son homologue péruvien se sont vus.", {"Anna Lind", "Pérou"}),
        (f"Mme {ANNA} a reçu {KARL}. La Vaudoise verra ensuite {JAN}.", {"Anna Lind", "Jan Berg"}),
    ],
)
def test_those_told_by_other_words_were_there(source: str, expected: set[str]) -> None:
    assert met(source)[-1] == expected


def test_what_two_planned_and_gave_up_is_theirs() -> None:
    source = f"{ANNA} et {KARL} se sont vus à Riga. Un tête-à-tête envisagé à Lima a été annulé."
    assert [(one.who, one.status) for one in told(source)] == [
        ({"Anna Lind", "Karl Moe"}, "held"),
        ({"Anna Lind", "Karl Moe"}, "cancelled"),
    ]


@pytest.mark.parametrize(
    ("source", "many"),
    [
        (f"{ANNA} et {KARL} ne se parlent plus guère.", 0),
        (f"{ANNA} a eu avec {KARL} un entretien consacré à la préparation de la réunion des Balkans.", 1),
        (
            f"{ANNA} et {KARL} ont procédé à un échange de vues sur la situation à la frontière entre le "
            "[GPE KH:Cambodge] et la [GPE TH:Thaïlande].",
            1,
        ),
    ],
)
def test_no_other_meeting_is_told(source: str, many: int) -> None:
    assert met(source) == pairs("Karl Moe") * many


def test_a_state_stands_for_a_counterpart_only_if_nobody_from_there_is_named() -> None:
    source = (
        f"La [ROLE NO:ministre norvégienne] {ANNA} et son homologue péruvien se sont vus. Le "
        f"[ROLE PE:ministre péruvien] {KARL} est reparti."
    )
    assert {"Anna Lind", "Pérou"} not in met(source)


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} a reçu la visite de {{}}.",
        f"{ANNA} recevra à Riga la visite de l'[ROLE :ambassadeur] {{}}.",
    ],
)
def test_whoever_comes_on_a_visit_is_met(sentence: str) -> None:
    assert met(sentence.format(KARL)) == pairs("Karl Moe")


@pytest.mark.parametrize("apart", ["tour à tour", "successivement"])
def test_hosts_receive_one_guest_apart(apart: str) -> None:
    assert met(f"{ANNA} a été reçue {apart} par {KARL} et {JAN}.") == pairs("Karl Moe", "Jan Berg")


@pytest.mark.parametrize(
    ("what", "kinds"),
    [
        ("une commission mixte", ["in_person"]),
        ("un cabinet binational", ["in_person"]),
        ("le comité d'organisation des jeux", []),
    ],
)
def test_two_preside_over_what_they_hold_between_them(what: str, kinds: list[str]) -> None:
    assert [one.kind for one in told(f"{ANNA} et {KARL} ont présidé {what}.")] == kinds


def test_ministers_of_two_nations_are_those_between_whom_talks_take_place() -> None:
    source = (
        f"Une rencontre entre les [ROLE :ministres des Affaires étrangères] suédois, {ANNA}, et turc, {KARL}, aura "
        "lieu à Riga."
    )
    assert met(source) == pairs("Karl Moe")


def test_two_pay_a_visit_to_one_apart() -> None:
    assert met(f"{ANNA} et {KARL} ont, tour à tour, rendu visite à {JAN}.") == [
        {"Anna Lind", "Jan Berg"},
        {"Karl Moe", "Jan Berg"},
    ]


@pytest.mark.parametrize(("whom", "expected"), [(KARL, pairs("Karl Moe")), ("la presse", [])])
def test_somebody_will_talk_to_a_person(whom: str, expected: list[set[str]]) -> None:
    assert met(f"{ANNA} parlera [DATE 2024-05-17:vendredi] à {whom}.") == expected
