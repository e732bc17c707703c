"""Who is meant where a meeting is told without names: by what somebody is, by an office, by a relative clause."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
EVA = "[PER eva:Eva Sund]"
HOST = f"La [ROLE NO:ministre norvégienne des Affaires étrangères] {ANNA}"
GUEST = f"son homologue, le [ROLE SE:ministre suédois des Affaires étrangères] {KARL}"
BEFORE = f"{HOST} attend {GUEST}, pour dîner demain. "
PAIR = {"Anna Lind", "Karl Moe"}


def met(source: str) -> list[tuple[set[str], str]]:
    return [(meeting.who, meeting.status) for meeting in told(source) if meeting.kind != "visit"]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} a signé un accord avec {KARL}.",
        f"{ANNA} a signé le texte à Oslo, aux côtés de {KARL}.",
        f"{ANNA} et {KARL} ont paraphé un accord.",
        f"{ANNA} a évoqué ce dossier avec {KARL}.",
        f"{ANNA} et {KARL} se sont salués sur le perron.",
        f"{ANNA} et {KARL} passent les troupes en revue.",
        f"{KARL}, que {ANNA} avait reçu lundi, est reparti.",
        f"{ANNA} s'était entretenue à Oslo, avant de gagner la côte, avec {KARL}.",
        f"{ANNA} a joint {KARL} au téléphone.",
        f"{ANNA} a eu {KARL} au téléphone.",
        f"{ANNA} et {KARL} ont achevé leur conférence de presse.",
        f"Sommet à Oslo : {ANNA} et {KARL} parlent de pêche.",
        f"Entretien {ANNA} / {KARL}.",
        f"La rencontre, lundi à Oslo, de {ANNA} et de {KARL} a été brève.",
        f"{ANNA} dit avoir rencontré {KARL}.",
    ],
)
def test_meetings_are_told_without_a_word_of_meeting_or_round_about(sentence: str) -> None:
    assert met(sentence) == [(PAIR, "held")]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("La ministre norvégienne a rencontré le diplomate suédois.", "held"),
        ("La dirigeante norvégienne doit revoir l'émissaire suédois.", "planned"),
        (f"{KARL} refuse de la recevoir.", "denied"),
        ("La [ROLE :ministre] a reçu son homologue.", "held"),
    ],
)
def test_meetings_know_people_by_what_they_are(sentence: str, status: str) -> None:
    assert met(BEFORE + sentence)[-1] == (PAIR, status)


def test_meeting_of_a_state_known_only_by_its_office_and_a_counterpart_is_told() -> None:
    before = f"{HOST} est à Oslo. "
    assert met(f"{before}Le [ROLE KG:ministre kirghiz] a reçu mardi son homologue norvégienne.") == [
        ({"Anna Lind", "Kirghizistan"}, "held")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} et {KARL} se parlent tous les jours.",
        f"Un échange entre {ANNA} et {KARL}, évoqué par la presse, n'a pas été confirmé.",
        f'{ANNA} a appelé {KARL} "à la retenue".',
        f"{ANNA} et {KARL} ont salué cet accord.",
        f"{ANNA} et {KARL} ont évoqué ce dossier.",
        f"Aucun contact n'a eu lieu depuis des mois entre {ANNA} et {KARL}.",
    ],
)
def test_what_is_no_meeting_of_its_own_is_left_out(sentence: str) -> None:
    assert met(sentence) == []


def test_a_known_holder_of_an_office_is_meant_where_the_article_names_him() -> None:
    source = "[PER m:Emmanuel Macron] est arrivé. Le [ROLE FR:président français] a rencontré [PER eva:Eva Sund]."

    assert met(source) == [({"Emmanuel Macron", "Eva Sund"}, "held")]


def test_an_office_of_several_is_nobody_in_particular() -> None:
    source = f"{HOST} est là. Les [ROLE NO:ministres norvégiens des Affaires étrangères] ont reçu {KARL}."

    assert met(source) == [({"Norvège", "Karl Moe"}, "held")]


def test_the_head_of_a_body_is_meant_by_the_body() -> None:
    source = (
        f"Le [ROLE :secrétaire général de l'ONU] [PER gil:Gil Horn] est là. Le patron de l'[ORG onu:ONU] a reçu {ANNA}."
    )

    assert [who for who, _ in met(source)] == [{"Gil Horn", "Anna Lind"}]


def test_a_range_of_two_days_is_one_meeting() -> None:
    source = f"{ANNA} a rencontré {KARL} [DATE 2024-05-02:jeudi] et [DATE 2024-05-03:vendredi]."
    [meeting] = told(source)

    assert (meeting.who, meeting.date) == (PAIR, "2024-05-02/2024-05-03")


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"{ANNA} rencontre {KARL} [DATE 2024-05-10:vendredi].", "planned"),
        (f"{ANNA} rencontre {KARL} [DATE 2024-05-07:mardi].", "held"),
        (f"{ANNA} rencontrera {KARL} en [DATE 2019-05:mai 2019].", "held"),
    ],
)
def test_the_day_tells_whether_the_present_is_one_to_come(sentence: str, status: str) -> None:
    assert met(sentence) == [(PAIR, status)]


def test_a_day_and_place_within_a_relative_clause_belong_to_it() -> None:
    source = (
        f"{ANNA} et {KARL}, qui s'étaient vus en [DATE 2024-02:février] à [GPE oslo:Oslo], doivent se retrouver "
        "[DATE 2024-05-10:vendredi]."
    )

    assert [(meeting.status, meeting.date, meeting.place) for meeting in told(source)] == [
        ("held", "2024-02", "Oslo"),
        ("planned", "2024-05-10", ""),
    ]


def test_an_entry_of_a_diary_is_planned_for_the_day_above_it() -> None:
    source = (
        "Les prévisions de la semaine\n\n[DATE 2024-05-13:LUNDI 13]\n\n"
        f"[GPE oslo:OSLO] - Entretien {ANNA} / {KARL}.\n\n[GPE bergen:BERGEN] - {ANNA} reçoit {EVA} (ANNULÉ)."
    )

    assert [(meeting.who, meeting.status, meeting.date, meeting.place) for meeting in told(source)] == [
        (PAIR, "planned", "2024-05-13", "OSLO"),
        ({"Anna Lind", "Eva Sund"}, "cancelled", "2024-05-13", "BERGEN"),
    ]


def test_a_running_report_tells_of_its_own_day() -> None:
    source = f"18 h 10 – {ANNA} a reçu {KARL}.\n\n16 h 30 – Il fait beau.\n\n15 h 05 – Il pleut."
    [meeting] = told(source)

    assert (meeting.date, [proof.words for proof in meeting.evidence if proof.field == "date"]) == (
        "2024-05-08",
        ["18 h 10"],
    )


def test_both_sides_of_a_compound_adjective_meet() -> None:
    [meeting] = told("Le conseil des ministres franco-allemand s'est tenu lundi.")

    assert (meeting.who, meeting.status) == ({"France", "Allemagne"}, "held")
