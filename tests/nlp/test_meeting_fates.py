"""What became of what was planned, told by another clause or by the journey that it was to be on."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "la [ROLE NO:ministre norvégienne] [PER anna:Anna Lind]"
KARL = "le [ROLE DE:président allemand] [PER karl:Karl Moe]"
JEUDI = "[DATE 2024-05-09:jeudi]"
MARDI = "[DATE 2024-05-07:mardi]"
OSLO, NORWAY, ROME = "[GPE NO-oslo:Oslo]", "[GPE NO:Norvège]", "[GPE IT-rome:Rome]"


def fates(source: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.status, one.date) for one in told(source)]


@pytest.mark.parametrize(
    ("end", "status"),
    [
        ("n'aura pas lieu", "cancelled"),
        ("n'aura finalement pas lieu, a dit la présidence", "cancelled"),
        ("ne se tiendra pas", "cancelled"),
        ("a été supprimée du programme", "cancelled"),
        ("n'a pas pu se tenir", "cancelled"),
        ("se tiendra à huis clos", "planned"),
        ("ne réglera pas tout", "planned"),
    ],
)
def test_main_clause_decides_what_became_of_what_a_relative_tells_as_planned(end: str, status: str) -> None:
    source = f"La réunion qui devait rassembler {JEUDI} à {OSLO} {ANNA} et {KARL} {end}."
    assert fates(source) == [("in_person", status, "2024-05-09")]


def test_what_was_to_be_may_have_come_about() -> None:
    source = f"La réunion qui devait rassembler {MARDI} à {OSLO} {ANNA} et {KARL} a bien eu lieu."
    assert fates(source) == [("in_person", "held", "2024-05-07")]


def test_fate_of_another_event_is_not_that_of_the_meeting() -> None:
    source = f"La réunion qui doit rassembler {JEUDI} {ANNA} et {KARL}, dont le plan n'aura pas lieu d'être, approche."
    assert fates(source) == [("in_person", "planned", "2024-05-09")]


@pytest.mark.parametrize(
    ("end", "status"),
    [
        (" ; elle a été supprimée", "cancelled"),
        (". Elle a été annulée", "cancelled"),
        (", mais elle n'aura pas lieu", "cancelled"),
        (" ; elle sera courte", "planned"),
        (". Il a été annulé", "planned"),
    ],
)
def test_next_clause_says_that_what_was_planned_is_off(end: str, status: str) -> None:
    assert fates(f"Une rencontre entre {ANNA} et {KARL} était prévue {JEUDI}{end}.") == [
        ("in_person", status, "2024-05-09")
    ]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"Il devait être reçu {JEUDI} à {OSLO} par {ANNA}.", "cancelled"),
        (f"Il devait y rencontrer {JEUDI} {ANNA}.", "cancelled"),
        (f"Il doit recevoir {JEUDI} {ANNA}.", "planned"),
        (f"Il devait être reçu {JEUDI} à {ROME} par {ANNA}.", "planned"),
    ],
)
def test_what_was_to_be_on_a_journey_that_is_off_is_off(sentence: str, status: str) -> None:
    source = f"Hier, {KARL} a annulé sa visite à {OSLO}. {sentence}"
    assert ("in_person", status, "2024-05-09") in fates(source)


@pytest.mark.parametrize(
    "sentence",
    [
        f"Le [ROLE DE:président allemand] [PER karl:Karl Moe] a reporté sa visite à {OSLO}, a annoncé {MARDI} Berlin.",
        f"Le [ROLE DE:président allemand] [PER karl:Karl Moe] se rendra à {OSLO}, a indiqué {MARDI} son bureau.",
        f"Le [ROLE DE:président allemand] [PER karl:Karl Moe] a annulé {MARDI} sa visite à {OSLO}.",
    ],
)
def test_day_of_the_telling_is_not_that_of_what_is_not_held(sentence: str) -> None:
    assert [date for _, _, date in fates(sentence)] == [""]


def test_day_of_what_is_called_off_stands_beside_that_of_the_telling() -> None:
    source = f"Le [ROLE DE:président] [PER karl:Karl Moe] a annulé {MARDI} sa visite prévue {JEUDI} à {OSLO}."
    assert fates(source) == [("visit", "cancelled", "2024-05-09")]


@pytest.mark.parametrize("adjunct", ["lors de leur rencontre", "lors d'un entretien", "au cours d'un entretien"])
def test_meeting_told_beside_what_will_be_done_at_it_is_planned(adjunct: str) -> None:
    source = f"[PER anna:Anna Lind] et [PER karl:Karl Moe] doivent en fixer {JEUDI} les termes à {OSLO}, {adjunct}."
    assert [(one.status, one.date, one.place) for one in told(source)] == [("planned", "2024-05-09", "Oslo")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"[PER anna:Anna Lind] doit tenir les promesses faites lors de son dîner {MARDI} avec [PER karl:Karl Moe].",
        f"[PER anna:Anna Lind] et [PER karl:Karl Moe] ont évoqué {MARDI} la suite, lors d'un entretien.",
    ],
)
def test_meeting_beside_what_was_done_stays_held(sentence: str) -> None:
    assert {one.status for one in told(sentence)} == {"held"}


def test_others_of_theirs_do_not_stand_for_those_told_of() -> None:
    people = "[PER anna:Anna Lind] et [PER karl:Karl Moe]"
    source = f"{people} ont dîné {MARDI} sans finir l'accord que leurs chefs devaient signer."
    assert fates(source) == [("in_person", "held", "2024-05-07")]


def test_what_somebody_cannot_wait_for_is_not_said_to_be() -> None:
    assert fates("[PER anna:Anna Lind] attend avec impatience de recevoir [PER karl:Karl Moe].") == []


@pytest.mark.parametrize(
    "sentence",
    [
        f"L'entretien entre {ANNA} et {KARL}, prévu {MARDI}, a été repoussé à {JEUDI}.",
        f"L'entretien entre {ANNA} et {KARL}, reporté de {MARDI} à {JEUDI}, se tiendra à {OSLO}.",
        f"Un entretien entre {ANNA} et {KARL} était prévu {MARDI}, mais il a été décalé à {JEUDI}.",
        f"Un entretien entre {ANNA} et {KARL} était prévu {MARDI}. Il a été reporté à {JEUDI}.",
    ],
)
def test_what_was_put_off_is_on_the_day_to_which(sentence: str) -> None:
    assert fates(sentence) == [("in_person", "planned", "2024-05-09")]


def test_journey_that_was_put_off_is_on_the_day_to_which() -> None:
    source = f"Hier, {KARL} devait se rendre à {OSLO} {MARDI}, mais le déplacement a été repoussé au {JEUDI}."
    assert fates(source) == [("visit", "planned", "2024-05-09")]


@pytest.mark.parametrize("held", ["s'est finalement tenu", "a eu lieu", "a bien eu lieu"])
def test_what_came_about_in_the_end_did_so_on_the_day_behind(held: str) -> None:
    source = f"L'entretien entre {ANNA} et {KARL}, prévu {MARDI} et repoussé, {held} [DATE 2024-05-08:mercredi]."
    assert fates(source) == [("in_person", "held", "2024-05-08")]


@pytest.mark.parametrize(
    "end", ["ne s'est pas concrétisé", "ne s'est jamais matérialisé", "a capoté", "a été remplacé par un appel"]
)
def test_what_fell_through_is_off(end: str) -> None:
    assert fates(f"Le tête-à-tête prévu {JEUDI} entre {ANNA} et {KARL} {end}.") == [
        ("in_person", "cancelled", "2024-05-09")
    ]


@pytest.mark.parametrize("end", [", mais la rencontre n'a pas eu lieu", " ; l'entretien n'a jamais eu lieu"])
def test_what_was_to_be_and_never_was_is_off(end: str) -> None:
    assert fates(f"Hier, {KARL} devait recevoir {MARDI} {ANNA}{end}.") == [("in_person", "cancelled", "2024-05-07")]
