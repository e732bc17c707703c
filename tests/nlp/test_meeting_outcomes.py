"""What became of a meeting: refused, denied, announced, accepted, put off, by the verb that governs its word."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[ROLE NO:ministre norvégienne] [PER anna:Anna Lind]"
JOHN = "[ROLE US:président américain] [PER john:John Smith]"
BOTH = {"Anna Lind", "John Smith"}


def outcomes(sentence: str) -> list[tuple[set[str], str]]:
    return [(meeting.who, meeting.status) for meeting in told(sentence)]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"Le {JOHN} a exclu [DATE 2024-05-06:lundi] de rencontrer la {ANNA}.", "denied"),
        (f"Le {JOHN} a écarté, après l'échec du sommet, toute rencontre avec la {ANNA}.", "denied"),
        (f"Le {JOHN}, qui refuse tout entretien avec la {ANNA}, a dit non.", "denied"),
        (f"Le {JOHN} a décliné l'offre de ses alliés de recevoir la {ANNA}.", "denied"),
        (f"Le {JOHN} a nié avoir rencontré la {ANNA}.", "denied"),
        (f"Le {JOHN} a démenti toute rencontre avec la {ANNA}.", "denied"),
        (f"[GPE RU:Moscou] a démenti que le {JOHN} ait reçu la {ANNA}.", "denied"),
        (f"Le {JOHN} ne s'est pas entretenu en tête-à-tête avec la {ANNA}.", "denied"),
        (f"Le {JOHN} a annoncé qu'il reviendrait pour d'autres discussions avec la {ANNA}.", "planned"),
        (f"Le {JOHN} n'aura pas d'entretien avec la {ANNA}.", "denied"),
        (f"Le {JOHN} n'a encore jamais rencontré la {ANNA} depuis son élection.", "denied"),
        (f"Le {JOHN} a annoncé qu'il recevrait la {ANNA} [DATE 2024-05-16:le 16 mai].", "planned"),
        (f"Le porte-parole a indiqué que le {JOHN} aurait un entretien avec la {ANNA}.", "planned"),
        (f"Le porte-parole a indiqué que la {ANNA} serait reçue par le {JOHN}.", "planned"),
        (f"Le {JOHN} a précisé qu'une rencontre avec la {ANNA} se tiendrait [DATE 2024-05-16:le 16 mai].", "planned"),
        (f"Le {JOHN} a accepté une invitation du roi à rencontrer la {ANNA}.", "planned"),
        (f"Le {JOHN} viendra signer un accord avec la {ANNA}.", "planned"),
        (f"Des négociations entre le {JOHN} et la {ANNA} doivent débuter [DATE 2024-05-16:le 16 mai].", "planned"),
        (f"Le {JOHN} a renoncé, faute de temps, à une rencontre avec la {ANNA}.", "cancelled"),
    ],
)
def test_the_governing_verb_says_what_became_of_a_meeting(sentence: str, status: str) -> None:
    assert outcomes(sentence) == [(BOTH, status)]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Le {JOHN} n'exclut pas de rencontrer la {ANNA}.",
        f"Le {JOHN} n'a pas exclu de rencontrer la {ANNA}.",
        f"Le {JOHN} refuse tout dialogue avec la {ANNA}.",
        f"Le {JOHN} a dit qu'il rencontrerait la {ANNA} si elle le souhaitait.",
        f"Le {JOHN} a indiqué qu'il pourrait rencontrer la {ANNA}.",
        f"Selon un journal, le {JOHN} rencontrerait la {ANNA}.",
    ],
)
def test_what_is_only_possible_or_a_stand_is_no_meeting(sentence: str) -> None:
    assert outcomes(sentence) == []


def test_what_was_announced_of_the_past_stays_a_rumour() -> None:
    assert outcomes(f"Un journal a affirmé que le {JOHN} aurait rencontré la {ANNA}.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        f"{JOHN} a renoncé à se rendre à [GPE oslo:Oslo], où il devait rencontrer la {ANNA}.",
        f"{ANNA} doit rencontrer {JOHN}. L'entretien entre {ANNA} et {JOHN} a été annulé.",
        f"Un entretien entre {ANNA} et {JOHN} n'a pu avoir lieu faute de temps.",
    ],
)
def test_what_was_planned_and_given_up_is_one_meeting_called_off(sentence: str) -> None:
    assert outcomes(sentence) == [(BOTH, "cancelled")]


def test_what_is_planned_anew_is_not_called_off() -> None:
    source = (
        f"{ANNA} a annulé la rencontre avec {JOHN}. Les deux dirigeants doivent se rencontrer en [DATE 2024-06:juin]."
    )
    assert {(one.status, one.date) for one in told(source)} == {("cancelled", ""), ("planned", "2024-06")}


def test_a_hand_not_shaken_denies_no_meeting() -> None:
    assert told(f"{ANNA} s'est abstenue de serrer la main de {JOHN}.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        f"Le palais n'a pas confirmé la tenue d'un sommet entre la {ANNA} et le {JOHN}.",
        f"Un entretien entre la {ANNA} et le {JOHN} pourrait avoir lieu en mai.",
    ],
)
def test_what_may_be_is_not_told(sentence: str) -> None:
    assert outcomes(sentence) == []


def test_contacts_denied_did_not_take_place() -> None:
    assert outcomes(f"Le palais a démenti tout contact entre la {ANNA} et le {JOHN}.") == [(BOTH, "denied")]


def test_who_goes_on_to_see_somebody_else_is_the_pronoun_of_the_sentence() -> None:
    source = f"Le {JOHN} voyage. Il rencontrera [PER otto:Otto Berg] avant de partir pour y voir la {ANNA}."
    assert outcomes(source) == [({"John Smith", "Otto Berg"}, "planned"), (BOTH, "planned")]


TOGETHER = "[PER john:John Smith] et [PER anna:Anna Lind]"


@pytest.mark.parametrize(
    "sentence",
    [
        f"{TOGETHER} ont annoncé [DATE 2024-05-06:lundi], après deux heures d'entretien en marge du sommet, un accord.",
        f"{TOGETHER} ont appelé au calme à l'issue d'un entretien de deux heures.",
        f"{TOGETHER} sont tombés d'accord au terme de trois heures de discussions.",
        f"Au terme d'un entretien d'une heure à [GPE oslo:Oslo], {TOGETHER} ont appelé au calme.",
        f"Après leurs discussions, {TOGETHER} ont salué des progrès.",
    ],
)
def test_what_two_people_did_after_their_talks_tells_that_they_met(sentence: str) -> None:
    assert outcomes(sentence) == [(BOTH, "held")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{TOGETHER} ont condamné l'attentat après une réunion du cabinet de sécurité.",
        f"{TOGETHER} ont appelé au calme après les discussions du parlement sur le budget.",
        f"{TOGETHER} ont appelé au calme après des rencontres de football.",
        "[PER john:John Smith] a appelé au calme après deux heures de discussions.",
    ],
)
def test_talks_of_others_are_no_meeting_of_those_who_speak(sentence: str) -> None:
    assert outcomes(sentence) == []


@pytest.mark.parametrize(
    "hinge",
    ["désormais", "maintenant", "en principe", "tout d'abord", ", lui,", "sous peu", "lui aussi", "dans la foulée"],
)
def test_adverbs_between_a_modal_and_its_infinitive_change_nothing(hinge: str) -> None:
    words = f"doit{hinge}" if hinge.startswith(",") else f"doit {hinge}"
    assert outcomes(f"Le {JOHN} {words} rencontrer la {ANNA}.") == [(BOTH, "planned")]
    assert outcomes(f"Le {JOHN} {words} s'entretenir avec la {ANNA}.") == [(BOTH, "planned")]


def test_what_was_planned_and_given_up_behind_it_is_off() -> None:
    assert outcomes(f"Le {JOHN}, qui devait rencontrer la {ANNA}, y a finalement renoncé.") == [(BOTH, "cancelled")]


@pytest.mark.parametrize("apart", ["séparés", "distincts", "bilatéraux"])
def test_talks_told_as_several_are_one_with_each(apart: str) -> None:
    source = f"Le {JOHN} a eu des entretiens {apart} avec la {ANNA} et [PER eva:Eva Dahl]."
    assert [who for who, _ in outcomes(source)] == [BOTH, {"John Smith", "Eva Dahl"}]


@pytest.mark.parametrize(
    ("main", "status"), [("se rendra lundi à Riga", "planned"), ("doit voir les siens", "planned"), ("a parlé", "held")]
)
def test_being_received_afterwards_is_told_by_the_main_clause(main: str, status: str) -> None:
    assert outcomes(f"Le {JOHN} {main} avant d'être reçu par la {ANNA}.") == [(BOTH, status)]


def test_whoever_should_have_left_had_no_visit_that_was_called_off() -> None:
    assert outcomes("[PER john:John Smith] aurait dû se rendre à [GPE riga:Riga].") == [({"John Smith"}, "cancelled")]
    assert outcomes("[PER john:John Smith] aurait dû partir en [GPE IQ:Irak].") == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"La grève a empêché le {JOHN} de rencontrer la {ANNA}.", "cancelled"),
        (f"Le {JOHN} a été empêché par la neige de recevoir la {ANNA}.", "cancelled"),
        (f"La grève n'a pas empêché le {JOHN} de rencontrer la {ANNA}.", "held"),
    ],
)
def test_who_is_prevented_does_not_meet(sentence: str, status: str) -> None:
    assert outcomes(sentence) == [(BOTH, status)]
