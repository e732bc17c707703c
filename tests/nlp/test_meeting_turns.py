"""Turns of phrase by which somebody joins, follows, waits, calls or is named only by an office told before."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
EVA = "[PER eva:Eva Sund]"
OTTO = "[PER otto:Otto Berg]"
OSLO = "[GPE oslo:Oslo]"
BERGEN = "[GPE bergen:Bergen]"
PAIR = {"Anna Lind", "Karl Moe"}
THREE = PAIR | {"Eva Sund"}


def met(source: str) -> list[tuple[set[str], str]]:
    return [(meeting.who, meeting.status) for meeting in told(source) if meeting.kind != "visit"]


def test_who_joins_the_two_meets_both() -> None:
    source = f"{ANNA} a reçu {KARL} à {OSLO}. Ils ont ensuite été rejoints par {EVA} pour un dîner."
    assert met(source) == [(PAIR, "held"), (THREE, "held")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} s'est entretenue avec {KARL}, puis, séparément, avec {EVA}.",
        f"{ANNA} a rencontré {KARL}, puis, séparément, {EVA}.",
        f"{ANNA} a discuté avec {KARL} et, dans la soirée, avec {EVA}.",
    ],
)
def test_an_aside_before_the_next_partner_parts_two_meetings(sentence: str) -> None:
    assert met(sentence) == [(PAIR, "held"), ({"Anna Lind", "Eva Sund"}, "held")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} a reçu lundi un appel téléphonique de {KARL}.",
        f"{ANNA} a pris un appel de {KARL}, avec lequel elle a parlé de la paix.",
    ],
)
def test_a_call_taken_has_two_ends(sentence: str) -> None:
    [call] = told(sentence)
    assert (call.who, call.kind, call.status) == (PAIR, "call", "held")


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} a reçu un message de {KARL}.",
        f"{ANNA} a reçu un appel d'offres de [ORG otan:l'OTAN].",
        f"{ANNA} a entendu l'appel de {KARL}.",
    ],
)
def test_what_else_is_received_is_no_call(sentence: str) -> None:
    assert told(sentence) == []


def test_an_office_told_before_is_taken_up_by_celui_de() -> None:
    source = (
        f"Le [ROLE NO:président norvégien], {KARL}, et celui de la [GPE SE:Suède], {OTTO}, ont signé à l'issue "
        "d'un aparté."
    )
    assert met(source) == [({"Karl Moe", "Otto Berg"}, "held")]


def test_who_is_received_beside_a_group_that_is_not_named() -> None:
    source = f"{ANNA} accueille à {OSLO} ses pairs de la région ainsi que {KARL} et {EVA}."
    assert met(source) == [(THREE, "held")]


@pytest.mark.parametrize("words", ["deux jours face à face", "trois heures en tête-à-tête"])
def test_time_passed_face_to_face(words: str) -> None:
    assert met(f"{ANNA} et {KARL} ont passé {words} à {OSLO}.") == [(PAIR, "held")]


def test_who_waits_there_will_be_met() -> None:
    source = f"{ANNA} gagnera dans la soirée {OSLO}, où l'attend {KARL}."
    assert met(source) == [(PAIR, "planned")]
    assert [(visit.who, visit.place) for visit in told(source) if visit.kind == "visit"] == [({"Anna Lind"}, "Oslo")]


def test_who_organised_a_meeting_was_there() -> None:
    source = f"{ANNA} et {KARL} ne se sont plus vus depuis la rencontre organisée en mai à {OSLO} par {EVA}."
    assert met(source)[-1] == (THREE, "held")


def test_where_he_received_her_means_whom_the_clause_governs() -> None:
    source = f"Mme {ANNA} a demandé à {KARL}, dans le palais où il l'a reçue, de partir."
    assert met(source) == [(PAIR, "held")]


def test_the_next_summit_that_somebody_will_host_lies_ahead() -> None:
    source = f"{ANNA} accueillera le prochain sommet de l'[ORG otan:OTAN] à {OSLO}."
    assert met(source) == [({"Anna Lind", "OTAN"}, "planned")]


def test_there_is_the_stop_just_told() -> None:
    source = f"L'étape la plus longue aura été celle d'{OSLO}, dans le sud. {ANNA} s'y est rendue mardi."
    assert [(visit.who, visit.place) for visit in told(source)] == [({"Anna Lind"}, "Oslo")]


def test_talks_where_somebody_is_on_a_visit_are_his() -> None:
    source = (
        f"{ANNA} s'est rendue mercredi à {OSLO} puis à {BERGEN}. À {OSLO}, {KARL} l'a reçue. {KARL}, lui, n'a rien "
        f"dit. Dans la soirée, à {BERGEN}, l'entretien avec {OTTO} a porté sur le gaz."
    )
    assert met(source)[-1] == ({"Anna Lind", "Otto Berg"}, "held")


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} doit visiter {OSLO}, puis se rendre à {BERGEN}.",
        f"{ANNA} doit être reçue jeudi par {KARL}, puis se rendre à {BERGEN}.",
    ],
)
def test_the_modal_of_one_infinitive_is_that_of_the_next(sentence: str) -> None:
    assert [(visit.place, visit.status) for visit in told(sentence) if visit.place == "Bergen"][-1:] == [
        ("Bergen", "planned")
    ]


@pytest.mark.parametrize("aside", ["lui", "elle", "quant à elle", "pour sa part"])
def test_an_aside_within_the_verb(aside: str) -> None:
    assert met(f"{ANNA} a, {aside}, reçu {KARL}.") == [(PAIR, "held")]


def test_tonight_lies_ahead() -> None:
    assert met(f"{ANNA} aura ce soir un dîner de travail avec {KARL}.") == [(PAIR, "planned")]


def test_who_was_present_at_the_signing_was_not_at_the_meeting_before() -> None:
    source = f"{ANNA} et {KARL} s'étaient rencontrés à {OSLO}, avant de signer la paix en présence de {EVA}."
    assert met(source)[0] == (PAIR, "held")


def test_a_meeting_that_was_not_on_the_programme_was_held() -> None:
    source = f"{ANNA} a vu {KARL} et {EVA}, pour une réunion à trois qui n'était pas inscrite au programme."
    assert {status for _, status in met(source)} == {"held"}


def test_in_the_name_of_somebody_the_visit_is_not_his() -> None:
    source = f"{ANNA} a reçu Mme {EVA}, en visite en [GPE NO:Norvège] en qualité d'envoyée de {KARL}."
    assert [visit.who for visit in told(source) if visit.kind == "visit"] == [{"Eva Sund"}]


def test_lui_may_be_a_woman() -> None:
    source = f"Mme {ANNA} a protesté. Sa collègue {EVA} lui avait téléphoné."
    assert met(source) == [({"Anna Lind", "Eva Sund"}, "held")]


def test_each_of_them_apart() -> None:
    source = f"{ANNA} et {KARL} sont à {OSLO}. L'un et l'autre avaient vu séparément {EVA}."
    assert met(source) == [({"Anna Lind", "Eva Sund"}, "held"), ({"Karl Moe", "Eva Sund"}, "held")]


def test_a_call_with_the_only_other_one() -> None:
    source = f"{ANNA} avait sollicité l'aide de {KARL} lors d'une conversation téléphonique."
    [call] = told(source)
    assert (call.who, call.kind) == (PAIR, "call")


def test_to_speak_at_a_place_is_no_call() -> None:
    [talk] = told(f"{ANNA} doit parler lundi à {OSLO} avec {KARL}.")
    assert (talk.who, talk.kind) == (PAIR, "in_person")


def test_who_will_not_be_there() -> None:
    assert [(visit.who, visit.status) for visit in told(f"{ANNA} ne sera pas à {OSLO}.")] == [({"Anna Lind"}, "denied")]


def test_not_to_meet_face_to_face_any_more_is_no_meeting() -> None:
    assert met(f"{ANNA} et {KARL} ne se sont plus retrouvés face à face depuis le début de la guerre.") == []


def test_a_visit_of_two_days_is_not_how_long_they_talked() -> None:
    source = f"{ANNA} s'est entretenue avec {KARL}, en visite de quarante-huit heures à {OSLO}."
    assert [meeting.duration for meeting in told(source)] == [None, None]


def test_talks_that_lasted_were_held_whoever_is_expected_elsewhere() -> None:
    source = f"{ANNA} est à {OSLO}. Son entretien avec {KARL} a duré une heure, celui-ci étant attendu lundi à Rome."
    assert met(source) == [(PAIR, "held")]


def test_an_invitation_taken_up_for_next_year_lies_ahead() -> None:
    source = f"{ANNA} a accepté l'invitation d'effectuer une visite à {OSLO} en [DATE 2025:2025]."
    assert [(visit.who, visit.status) for visit in told(source)] == [({"Anna Lind"}, "planned")]


def test_until_when_a_visit_lasts_is_not_when_it_is() -> None:
    source = f"{ANNA} a reçu Mme {EVA}, en visite de travail à {OSLO} jusqu'au [DATE 2024-05-29:29 mai]."
    assert [(visit.who, visit.status, visit.date) for visit in told(source) if visit.kind == "visit"] == [
        ({"Eva Sund"}, "held", "")
    ]


def test_a_state_that_joined_a_body_met_nobody() -> None:
    assert told("[ORG otan:L'OTAN], que la [GPE FI:Finlande] a rejointe l'an dernier, a réagi.") == []


def test_in_receiving_him() -> None:
    source = f"{ANNA} en a informé {KARL} le [DATE 2024-05-06:6 mai], en le recevant à {OSLO}."
    assert met(source) == [(PAIR, "held")]


def test_the_visit_of_an_office_nobody_is_named_for() -> None:
    source = (
        f"{ANNA} et {KARL} ont loué ce qui a changé depuis la visite du [ROLE :Président de la République] à {OSLO}."
    )
    assert [visit for visit in told(source) if visit.kind == "visit"] == []


def test_how_long_the_call_told_before_was() -> None:
    source = f"{ANNA} a téléphoné à {KARL}. L'échange, d'une trentaine de minutes, a porté sur la paix."
    assert [call.duration for call in told(source)] == [30]


def test_a_minister_of_state_is_the_minister_told_of() -> None:
    source = (
        f"Le [ROLE NO:ministre des Affaires étrangères] {KARL} a reçu Mme {EVA}. Mme {EVA} a souri. Le [ROLE :ministre "
        f"d'Etat] a eu mardi un entretien téléphonique avec {OTTO}."
    )
    assert met(source)[-1] == ({"Karl Moe", "Otto Berg"}, "held")


def test_what_is_taken_off_the_calendar_is_off() -> None:
    source = f"Une visite de {ANNA} à {OSLO}, programmée pour vendredi, a été retirée du calendrier."
    assert [visit.status for visit in told(source)] == ["cancelled"]


def test_they_agree_to_meet_again() -> None:
    source = f"{ANNA} et {KARL} se sont vus mardi. Ils conviennent de se revoir à {OSLO}."
    assert met(source)[-1] == (PAIR, "planned")


def test_a_call_to_somebody() -> None:
    [call] = told(f"{ANNA} s'était alarmée, lors d'un appel à {KARL}, du risque de guerre.")
    assert (call.who, call.kind) == (PAIR, "call")


def test_what_the_main_clause_denies_was_done_in_receiving_him() -> None:
    assert met(f"{ANNA} n'a pu que le constater, en recevant {KARL} à {OSLO}.") == [(PAIR, "held")]


def test_not_to_speak_alone_for_years_is_no_meeting() -> None:
    assert met(f"{ANNA} et {KARL} ne se sont plus parlé en tête-à-tête depuis plus de deux ans.") == []


def test_two_received_separately_met_their_host_each() -> None:
    source = f"{ANNA} et {KARL} ont été reçus séparément mardi à {OSLO} par {EVA}."
    assert met(source) == [({"Anna Lind", "Eva Sund"}, "held"), ({"Karl Moe", "Eva Sund"}, "held")]


def test_first_of_all_belongs_to_the_verb() -> None:
    assert met(f"{ANNA} a d'abord vu M. {KARL}.") == [(PAIR, "held")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} a été reçue par {KARL} puis par le [ROLE SE:ministre suédois] {EVA}.",
        f"{ANNA} a téléphoné successivement à {KARL} et à {EVA}.",
        f"{ANNA} a appelé tour à tour {KARL} et {EVA}.",
    ],
)
def test_one_after_the_other_is_two_meetings(sentence: str) -> None:
    assert met(sentence) == [(PAIR, "held"), ({"Anna Lind", "Eva Sund"}, "held")]


def test_they_are_those_of_whom_the_clause_before_told() -> None:
    source = f"{ANNA} a reçu {KARL}, {EVA} et {OTTO}. {ANNA} et {KARL} se connaissent : ils s'étaient vus à {OSLO}."
    assert met(source)[-1] == (PAIR, "held")


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} rencontrera {KARL} [DATE 2024-05-13:lundi] et {EVA} [DATE 2024-05-14:mardi].",
        f"{ANNA} verra {KARL} [DATE 2024-05-13:lundi], puis {EVA} [DATE 2024-05-14:mardi].",
        f"{ANNA} discutera avec {KARL} le [DATE 2024-05-13:13 mai] et avec {EVA} le [DATE 2024-05-14:14 mai].",
    ],
)
def test_each_partner_has_the_day_that_stands_behind(sentence: str) -> None:
    assert [(one.who, one.date) for one in told(sentence)] == [
        (PAIR, "2024-05-13"),
        ({"Anna Lind", "Eva Sund"}, "2024-05-14"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        f"C'est lui qui a reçu {ANNA}.",
        f"C'est pourtant lui qui a rencontré {ANNA}.",
    ],
)
def test_he_who_is_set_apart_is_the_one_told_of(sentence: str) -> None:
    assert met(f"{KARL} est discret. {sentence}") == [(PAIR, "held")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Cette rencontre n'a jamais eu lieu, a assuré un porte-parole.",
        "Son bureau a démenti cette rencontre.",
    ],
)
def test_what_a_later_sentence_denies_did_not_take_place(sentence: str) -> None:
    assert met(f"Selon un site, {ANNA} a rencontré {KARL} à {OSLO}. {sentence}") == [(PAIR, "denied")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            f"{ANNA} et {KARL} se sont rencontrés mardi. C'était leur deuxième rencontre, après celle du "
            f"[DATE 2024-03-04:4 mars] à {OSLO}.",
            {("", ""), ("2024-03-04", "Oslo")},
        ),
        (
            f"{ANNA} et {KARL} ont eu un entretien à {OSLO}, après ceux de [DATE 2024-03:mars] et d'"
            "[DATE 2024-04:avril].",
            {("", "Oslo"), ("2024-03", "Oslo"), ("2024-04", "Oslo")},
        ),
        (
            f"{ANNA} a effectué une deuxième visite à {OSLO}, après celle du [DATE 2023-05-03:3 mai 2023].",
            {("", "Oslo"), ("2023-05-03", "Oslo")},
        ),
        (
            f"{ANNA} et {KARL} ont eu un entretien à {OSLO}, après l'élection du [DATE 2024-03-04:4 mars].",
            {("", "Oslo")},
        ),
    ],
)
def test_earlier_ones_are_told_with_what_is_compared_to_them(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert {(one.date, one.place) for one in told(sentence)} == expected


def test_what_two_verbs_of_one_helper_tell_is_planned_and_apart() -> None:
    source = (
        f"{ANNA} devait s'entretenir avec {KARL}, puis participer [DATE 2024-05-09:jeudi], à {OSLO}, au sommet de "
        "l'[ORG otan:Otan]."
    )
    assert [(one.who, one.status, one.place) for one in told(source)] == [
        (PAIR, "planned", ""),
        ({"Anna Lind", "Otan"}, "planned", "Oslo"),
    ]
