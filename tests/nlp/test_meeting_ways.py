"""Ways in which agencies tell in passing when, where and whether somebody was met."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
EVA = "[PER eva:Eva Sund]"
OSLO = "[GPE oslo:Oslo]"
RIGA = "[GPE riga:Riga]"
SUNDAY = "[DATE 2024-05-05:dimanche]"
PAIR = {"Anna Lind", "Karl Moe"}


def met(source: str) -> list[tuple[set[str], str, str, str]]:
    return [(each.who, each.status, each.date, each.place) for each in told(source) if each.kind != "visit"]


@pytest.mark.parametrize(
    "behind", ["qui s'était rendu à {} en {}", "qui a visité {} en {}", "qui avait été élu à {} en {}"]
)
def test_what_whoever_is_met_did_before_dates_no_meeting(behind: str) -> None:
    source = f"{ANNA} rencontrera {KARL}, {behind.format(OSLO, '[DATE 2018:2018]')}."
    assert met(source) == [(PAIR, "planned", "", "")]


def test_where_and_when_somebody_went_is_where_and_when_that_was_done() -> None:
    then = f"avant de gagner [DATE 2024-05-06:le lendemain] {RIGA} pour s'y entretenir avec {KARL}"
    source = f"{SUNDAY}, {EVA} a été reçue à {OSLO}, {then}."
    assert ({"Eva Sund", "Karl Moe"}, "held", "2024-05-06", "Riga") in met(source)


def test_what_somebody_went_for_was_done_once_the_day_is_over() -> None:
    assert met(f"{ANNA} s'est rendue {SUNDAY} à {OSLO} pour y rencontrer {KARL}.") == [
        (PAIR, "held", "2024-05-05", "Oslo")
    ]


@pytest.mark.parametrize("going", ["s'est envolée", "doit gagner", "devait gagner"])
def test_what_somebody_goes_for_lies_ahead(going: str) -> None:
    [(who, status, *_)] = met(f"{ANNA} {going} pour {OSLO} pour y rencontrer {KARL}.")
    assert (who, status) == (PAIR, "planned")


@pytest.mark.parametrize("verb", ["a téléphoné à", "s'était entretenue dimanche avec", "a vu"])
@pytest.mark.parametrize("words", ["chacun d'eux", "chacun des deux hommes"])
def test_each_of_those_told_of_is_met_apart(verb: str, words: str) -> None:
    source = f"{KARL} et [PER otto:Otto Berg] se sont rencontrés lundi. {EVA} {verb} {words}."
    assert [who for who, *_ in met(source)[1:]] == [{"Eva Sund", "Karl Moe"}, {"Eva Sund", "Otto Berg"}]


@pytest.mark.parametrize(
    "words",
    [
        f"a téléphoné à chacun de ses deux alliés, {KARL} et {EVA}",
        f"a reçu chacun de ses deux homologues, {KARL} et {EVA}",
    ],
)
def test_each_of_several_is_met_apart(words: str) -> None:
    assert [who for who, *_ in met(f"{ANNA} {words}.")] == [PAIR, {"Anna Lind", "Eva Sund"}]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} s'est alarmée samedi, dans un appel à {KARL}, du risque de guerre.",
        f"Lors d'une conversation téléphonique, {ANNA} avait sollicité l'aide de {KARL}.",
    ],
)
def test_what_is_said_or_asked_in_a_call_tells_of_one(sentence: str) -> None:
    [call] = told(sentence)
    assert (call.who, call.kind, call.status) == (PAIR, "call", "held")


@pytest.mark.parametrize(
    "sentence",
    [f"Dans un appel au calme, {ANNA} a salué {KARL}.", f"{ANNA} s'est adressée, dans un appel à la paix, à {KARL}."],
)
def test_an_appeal_is_no_call(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "behind",
    [
        f"L'entretien, qui a eu lieu {SUNDAY} à {OSLO}, a porté sur le gaz.",
        f"La rencontre s'est déroulée {SUNDAY} à {OSLO}.",
        f"Cet échange s'était tenu {SUNDAY} à {OSLO}, selon un conseiller.",
    ],
)
def test_the_next_sentence_may_tell_when_and_where(behind: str) -> None:
    assert met(f"{ANNA} a rencontré {KARL}. {behind}") == [(PAIR, "held", "2024-05-05", "Oslo")]


def test_the_next_sentence_may_tell_when_and_where_it_will_be() -> None:
    source = f"{ANNA} doit rencontrer {KARL}. L'entrevue aura lieu [DATE 2024-05-10:vendredi] à {OSLO}."
    assert met(source) == [(PAIR, "planned", "2024-05-10", "Oslo")]


@pytest.mark.parametrize(
    "behind",
    [
        f"L'entretien s'est tenu [DATE 2024-05-06:lundi] à {RIGA}.",
        f"La rencontre de l'Otan aura lieu [DATE 2024-05-10:vendredi] à {RIGA}.",
        f"Il a salué la rencontre, tenue [DATE 2024-05-06:lundi] à {RIGA}.",
    ],
)
def test_what_is_told_of_a_meeting_stays_whatever_is_told_behind(behind: str) -> None:
    source = f"{ANNA} a rencontré {KARL} {SUNDAY} à {OSLO}. {behind}"
    assert met(source)[0] == (PAIR, "held", "2024-05-05", "Oslo")


@pytest.mark.parametrize("company", ["qu'accompagnait {}", "entourée de {}"])
def test_who_goes_with_somebody_meets_whom_he_meets(company: str) -> None:
    source = f"{ANNA}, {company.format(EVA)}, a rencontré {KARL}."
    assert [who for who, *_ in met(source)] == [PAIR | {"Eva Sund"}]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("a renoncé mercredi à faire le voyage d'{}", "cancelled"),
        ("ne fera finalement pas le déplacement d'{}", "denied"),
        ("a fait le déplacement d'{}", "held"),
    ],
)
def test_a_journey_made_or_given_up_is_told_with_its_goal(words: str, status: str) -> None:
    [visit] = told(f"{ANNA} {words.format(OSLO)}.")
    assert (visit.kind, visit.place, visit.status) == ("visit", "Oslo", status)


@pytest.mark.parametrize("ahead", ["il doit voir", "il verra", "il doit avoir un entretien avec"])
def test_what_is_still_to_come_is_not_of_the_day_that_somebody_came(ahead: str) -> None:
    assert met(f"{KARL} est arrivé {SUNDAY} à {OSLO}, où {ahead} {ANNA}.") == [(PAIR, "planned", "", "Oslo")]


def test_what_was_to_be_keeps_a_day_that_is_over() -> None:
    assert met(f"{KARL} devait voir {ANNA} {SUNDAY}.") == [(PAIR, "planned", "2024-05-05", "")]


def test_talks_at_which_something_was_said_are_those_of_who_said_it() -> None:
    source = f"{ANNA} a estimé {SUNDAY} à {OSLO} que [GPE SE:la Suède] voterait, lors d'un entretien avec {KARL}."
    assert met(source) == [(PAIR, "held", "2024-05-05", "Oslo")]


def test_talks_told_within_what_was_said_are_those_of_whom_it_is_said() -> None:
    source = f"{EVA} a assuré que {ANNA} avait promis cette aide, lors d'un entretien avec {KARL}."
    assert [who for who, *_ in met(source)] == [PAIR]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Avant de quitter {OSLO}, {ANNA} a eu un dernier entretien avec {KARL}.",
        f"{ANNA} s'est entretenue avec {KARL} avant de quitter {OSLO}.",
    ],
)
def test_who_met_before_he_left_a_place_met_there(sentence: str) -> None:
    assert met(sentence) == [(PAIR, "held", "", "Oslo")]


@pytest.mark.parametrize("opening", ["Selon [ORG:l'Elysée]", "Selon la présidence congolaise", f"D'après {EVA}"])
def test_whoever_says_so_is_not_one_of_those_who_met(opening: str) -> None:
    assert [who for who, *_ in met(f"{opening}, {ANNA} et {KARL} ont discuté [DATE 2024-05-06:lundi].")] == [PAIR]


@pytest.mark.parametrize(
    ("went", "when"),
    [
        (f"s'était rendue à {OSLO} en [DATE 2024-04:avril]", ("held", "2024-04")),
        (f"était {SUNDAY} à {OSLO}", ("held", "2024-05-05")),
        (f"se rendra à {OSLO} en [DATE 2024-06:juin]", ("planned", "2024-06")),
        (f"est arrivée [DATE 2024-05-08:mercredi] à {OSLO}", ("planned", "2024-05-08")),
    ],
)
def test_the_day_and_place_of_a_journey_are_those_of_its_purpose(went: str, when: tuple[str, str]) -> None:
    assert met(f"{ANNA} {went} pour rencontrer {KARL}.") == [(PAIR, *when, "Oslo")]


def test_a_purpose_keeps_its_own_place() -> None:
    assert met(f"{ANNA} a quitté {RIGA} pour rencontrer {KARL} à {OSLO}.") == [(PAIR, "planned", "", "Oslo")]


@pytest.mark.parametrize("then", [f"avant de rencontrer {EVA}", f"après avoir vu {EVA}"])
def test_what_was_done_in_one_go_has_one_day_and_place(then: str) -> None:
    source = f"{ANNA} a été reçue {SUNDAY} à {OSLO} par {KARL}, {then}."
    assert ({"Anna Lind", "Eva Sund"}, "held", "2024-05-05", "Oslo") in met(source)


def test_what_was_done_elsewhere_has_perhaps_another_day() -> None:
    source = f"{ANNA} a été reçue {SUNDAY} à {OSLO} par {KARL}, avant de rencontrer {EVA} à {RIGA}."
    assert ({"Anna Lind", "Eva Sund"}, "held", "", "Riga") in met(source)


def test_the_day_of_an_aside_is_not_that_of_what_was_done_before() -> None:
    source = f"{ANNA}, qui a quitté {SUNDAY} {RIGA}, s'est entretenue avec {KARL} après avoir vu {EVA}."
    assert {date for *_, date, _ in met(source)} == {""}


@pytest.mark.parametrize("word", ["élue", "réélue"])
def test_the_day_of_an_election_is_not_that_of_a_journey(word: str) -> None:
    [visit] = told(f"{ANNA}, {word} en [DATE 2023-06:juin], effectuera une visite à {OSLO}.")
    assert (visit.status, visit.date) == ("planned", "")


def test_a_first_journey_lies_ahead_with_its_verb() -> None:
    assert [each.status for each in told(f"{ANNA} réservera son premier déplacement à {OSLO}.")] == ["planned"]


def test_talks_with_each_of_those_told_of_are_several() -> None:
    source = (
        f"{KARL} et [PER otto:Otto Berg] se sont rencontrés lundi. {EVA} aura un entretien bilatéral avec chacun d'eux."
    )
    assert [who for who, *_ in met(source)[1:]] == [{"Eva Sund", "Karl Moe"}, {"Eva Sund", "Otto Berg"}]


def test_once_the_story_looks_back_no_longer_the_two_are_those_it_tells_of() -> None:
    source = (
        f"{ANNA} a reçu {KARL} {SUNDAY} à {OSLO}.\n\n{KARL} avait vu {EVA} en avril. Il en est satisfait.\n\n"
        f"Les deux ministres se reverront [DATE 2024-06:en juin] à {RIGA}."
    )
    assert met(source)[-1] == (PAIR, "planned", "2024-06", "Riga")


def test_the_sentence_behind_may_go_on_about_what_was_looked_back_on() -> None:
    source = f"{ANNA} a reçu {KARL}. Plus tôt, {KARL} avait vu {EVA}. Les deux ministres se reverront à {RIGA}."
    assert met(source)[-1][0] == {"Karl Moe", "Eva Sund"}


def test_what_others_will_take_part_in_lies_ahead() -> None:
    source = f"{ANNA} et {KARL} se verront [DATE 2024-05-10:vendredi] avant un dîner auquel prendra part {EVA}."
    assert {status for _, status, *_ in met(source)} == {"planned"}


def test_what_was_done_so_often_has_no_day() -> None:
    source = f"{ANNA} et {KARL} se sont vus {SUNDAY}. Ils se sont parlé quatorze fois au téléphone."
    assert [each.date for each in told(source) if each.kind == "call"] == [""]


@pytest.mark.parametrize(
    "words",
    [
        f"à {OSLO} [DATE 2024-02-21:le 21 février], puis [DATE 2024-03-03:le 3 mars] à {RIGA}",
        f"[DATE 2024-02-21:le 21 février] à {OSLO}, puis [DATE 2024-03-03:le 3 mars] à {RIGA}",
        f"à {OSLO} [DATE 2024-02-21:le 21 février] et à {RIGA} [DATE 2024-03-03:le 3 mars]",
    ],
)
def test_the_same_two_may_have_met_again_elsewhere(words: str) -> None:
    assert met(f"{ANNA} a rencontré {KARL} {words}.") == [
        (PAIR, "held", "2024-02-21", "Oslo"),
        (PAIR, "held", "2024-03-03", "Riga"),
    ]


def test_another_partner_on_the_second_day_is_met_by_himself() -> None:
    source = f"{ANNA} a vu {KARL} [DATE 2024-02-21:le 21 février] à {OSLO} et {EVA} [DATE 2024-03-03:le 3 mars]."
    assert [who for who, *_ in met(source)] == [PAIR, {"Anna Lind", "Eva Sund"}]


@pytest.mark.parametrize("verb", ["a coprésidé", "avait présidé"])
def test_whoever_presides_with_somebody_has_met_him(verb: str) -> None:
    [meeting] = told(f"{ANNA} {verb} avec {KARL} les travaux de la commission mixte.")
    assert (meeting.who, meeting.kind) == (PAIR, "in_person")


def test_a_state_that_is_faced_is_not_met() -> None:
    source = f"{ANNA} a reçu {KARL}. Les deux ministres ont affiché leur unité face à [GPE RU:la Russie]."
    assert [who for who, *_ in met(source)] == [PAIR]


@pytest.mark.parametrize("denying", ["Il n'est pas prévu que", "Il n'est pas question que"])
def test_what_is_not_planned_is_denied(denying: str) -> None:
    assert [status for _, status, *_ in met(f"{denying} {ANNA} reçoive {KARL}.")] == ["denied"]


def test_what_is_not_excluded_is_not_told_of() -> None:
    assert met(f"Il n'est pas exclu que {ANNA} reçoive {KARL}.") == []


def test_where_somebody_is_awaited_he_has_not_met_anybody() -> None:
    source = f"{ANNA}, attendue [DATE 2024-05-10:vendredi] à {RIGA}, a rencontré {KARL} {SUNDAY} à {OSLO}."
    assert met(source) == [(PAIR, "held", "2024-05-05", "Oslo")]


def test_where_whoever_is_met_is_awaited_he_has_not_been_met() -> None:
    source = f"{ANNA} s'est entretenue {SUNDAY} avec {KARL}, attendu [DATE 2024-05-10:vendredi] à {RIGA}."
    assert met(source) == [(PAIR, "held", "2024-05-05", "")]


def test_what_is_given_up_some_days_before_is_off() -> None:
    source = f"{ANNA} avait déjà dû renoncer la semaine dernière à un déplacement à {OSLO}."
    assert [(each.kind, each.status) for each in told(source)] == [("visit", "cancelled")]


def test_talks_that_somebody_will_have_there_are_where_he_goes() -> None:
    source = f"{ANNA} se rendra à {OSLO}. La ministre y aura des entretiens avec {KARL}."
    assert met(source) == [(PAIR, "planned", "", "Oslo")]


def test_the_day_of_the_next_verb_is_its_own() -> None:
    source = f"{ANNA} verra {KARL} et participera [DATE 2024-05-10:vendredi] à une marche."
    assert met(source) == [(PAIR, "planned", "", "")]


def test_another_time_told_keeps_the_day_of_the_story_away() -> None:
    source = (
        f"{ANNA} a reçu {KARL} {SUNDAY}. {EVA} a été suspendue [DATE 2024-04:en avril] après la révélation "
        f"de sa rencontre avec [PER otto:Otto Berg]."
    )
    assert met(source)[1] == ({"Eva Sund", "Otto Berg"}, "held", "", "")


def test_a_mission_to_a_body_is_no_partner() -> None:
    place = "dans les locaux de la mission suédoise auprès de [ORG onu:l'ONU]"
    assert [who for who, *_ in met(f"{ANNA} a vu {KARL}. L'entretien s'est déroulé {place}.")] == [PAIR]


def test_where_others_are_held_is_no_place_of_the_story() -> None:
    source = (
        f"{ANNA} a demandé la libération de Suédois détenus à {RIGA}. Elle verra {KARL} dans la soirée "
        f"[DATE 2024-05-10:de vendredi]."
    )
    assert [place for *_, place in met(source)] == [""]


def test_the_woman_received_is_the_one_of_whom_the_story_tells() -> None:
    source = (
        f"La ministre {ANNA} a achevé une visite à {OSLO}. Elle y a vu la ministre {EVA}. "
        f"Le président {KARL} l'a reçue {SUNDAY}."
    )
    assert met(source)[-1][0] == PAIR


def test_two_who_talked_face_to_face_had_no_call() -> None:
    source = f"{ANNA} et {KARL} se sont parlé onze heures au total, dont deux en tête-à-tête."
    assert [each.kind for each in told(source)] == ["in_person"]
