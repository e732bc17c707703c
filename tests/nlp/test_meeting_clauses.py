"""Whose act a clause is: circumstances put first, relative clauses that tell of a journey or of talks."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
OLE = "[PER ole:Ole Dahl]"
OSLO = "[GPE oslo:Oslo]"
ROME = "[GPE rome:Rome]"


def journeys(source: str) -> list[tuple[set[str], str, str]]:
    return [(one.who, one.status, one.place) for one in told(source) if one.kind == "visit"]


def meetings(source: str) -> list[set[str]]:
    return [one.who for one in told(source) if one.kind != "visit"]


@pytest.mark.parametrize(
    "front",
    ["Lors d'une visite", "Au cours d'un déplacement", "À l'issue d'une visite", "Au lendemain d'une visite"],
)
@pytest.mark.parametrize("subject", [KARL, f"le [ROLE SE:ministre] {KARL}", f"{KARL}, [ROLE SE:ministre] du Travail,"])
def test_journey_put_first_is_that_of_the_subject_behind(front: str, subject: str) -> None:
    source = f"{OLE} a parlé. {front} à {OSLO}, {subject} a négocié avec {ANNA}."
    assert journeys(source) == [({"Karl Moe"}, "held", "Oslo")]
    assert meetings(source) == [{"Karl Moe", "Anna Lind"}]


@pytest.mark.parametrize("front", ["Après un entretien", "À l'issue d'une rencontre", "Après une longue discussion"])
def test_talks_put_first_are_those_of_the_subject_behind(front: str) -> None:
    assert meetings(f"{OLE} a parlé. {front} avec {ANNA}, {KARL} défend une trêve.") == [{"Karl Moe", "Anna Lind"}]


def test_journey_put_first_stays_with_its_own_traveller() -> None:
    source = f"{OLE} a parlé. Lors d'une visite de {ANNA} à {OSLO}, {KARL} a plaidé pour une trêve."
    assert journeys(source) == [({"Anna Lind"}, "held", "Oslo")]


def test_journey_told_before_is_not_that_of_the_subject_behind() -> None:
    source = f"{OLE} est arrivé à {OSLO}. Lors de cette visite à {OSLO}, {KARL} a plaidé pour une trêve."
    assert journeys(source) == [({"Ole Dahl"}, "held", "Oslo")]


@pytest.mark.parametrize(
    ("relative", "status"),
    [
        (f"que {KARL} devait effectuer jeudi à {OSLO}", "cancelled"),
        (f"que son [ROLE SE:ministre de la Défense], {KARL}, devait faire jeudi à {OSLO}", "cancelled"),
        (f"que devait effectuer jeudi à {OSLO} {KARL}", "cancelled"),
    ],
)
def test_journey_called_off_by_another(relative: str, status: str) -> None:
    source = f"{OLE} a annulé [DATE 2024-05-06:lundi] la visite {relative}."
    assert journeys(source) == [({"Karl Moe"}, status, "Oslo")]


@pytest.mark.parametrize(
    ("told_of", "status"),
    [
        (f"la visite que {KARL} fera à {OSLO}", "planned"),
        (f"la visite que le [ROLE SE:ministre] {KARL} doit rendre à la [GPE NO:Norvège]", "planned"),
        (f"le voyage que {KARL} a effectué à {OSLO}", "held"),
        (f"la visite qu'a effectuée à {OSLO} le [ROLE SE:ministre] {KARL}", "held"),
    ],
)
def test_journey_of_the_subject_of_its_relative(told_of: str, status: str) -> None:
    assert [one[:2] for one in journeys(f"{OLE} a salué {told_of}.")] == [({"Karl Moe"}, status)]


@pytest.mark.parametrize(
    "told_of",
    [
        f"l'entretien que {KARL} aura avec {ANNA}",
        f"la rencontre qu'ont eue à {OSLO} {KARL} et {ANNA}",
        f"les discussions que {KARL} a menées avec {ANNA}",
        f"le dîner que {KARL} doit donner en l'honneur de {ANNA}",
    ],
)
def test_talks_of_the_subject_of_their_relative(told_of: str) -> None:
    assert meetings(f"{OLE} a évoqué {told_of}.") == [{"Karl Moe", "Anna Lind"}]


def test_relative_that_says_what_somebody_thinks_of_a_meeting_names_nobody_there() -> None:
    source = f"L'entretien que {OLE} juge inutile entre {KARL} et {ANNA} a eu lieu à {OSLO}."
    assert meetings(source) == [{"Karl Moe", "Anna Lind"}]


def test_day_of_the_relative_is_that_of_the_journey() -> None:
    lundi, jeudi = "[DATE 2024-05-06:lundi]", "[DATE 2024-05-09:jeudi]"
    [one] = told(f"{OLE} a confirmé {lundi} le déplacement que {KARL} effectuera {jeudi} à {OSLO}.")
    assert (one.who, one.status, one.date) == ({"Karl Moe"}, "planned", "2024-05-09")


def test_entrevue_granted_in_a_relative_is_of_both() -> None:
    assert meetings(f"{KARL} a décrit l'entrevue que lui a accordée {ANNA}.") == [{"Karl Moe", "Anna Lind"}]


@pytest.mark.parametrize(
    "clause",
    [
        "qui préside l'[ORG union:Union nordique]",
        "dont le pays assure la présidence de l'[ORG union:Union nordique]",
        "que l'[ORG union:Union nordique] soutient",
    ],
)
def test_member_of_a_list_may_carry_a_clause(clause: str) -> None:
    source = f"Le [ROLE SE:président] {ANNA}, {clause}, le [ROLE NO:roi] {KARL} et {OLE} se sont vus à {OSLO}."
    assert meetings(source) == [{"Anna Lind", "Karl Moe", "Ole Dahl"}]


def test_two_of_whom_the_first_carries_a_clause() -> None:
    source = f"{ANNA}, qui dirige l'[ORG union:Union nordique], et {KARL} se retrouvent à {OSLO}."
    assert meetings(source) == [{"Anna Lind", "Karl Moe"}]


def test_clause_of_a_subject_keeps_those_whom_it_names() -> None:
    source = f"{ANNA}, qui a reçu {KARL}, {OLE} et [PER ivar:Ivar Berg], séjourne à {ROME}."
    assert all("Anna Lind" in who for who in meetings(source))


def test_clause_within_a_list_has_its_own_subject() -> None:
    source = f"{ANNA}, qui avait reçu [PER ivar:Ivar Berg] à {ROME}, et {KARL} se sont vus à {OSLO}."
    assert meetings(source) == [{"Anna Lind", "Ivar Berg"}, {"Anna Lind", "Karl Moe"}]


@pytest.mark.parametrize(
    "clause",
    [
        f"avec lequel {KARL} s'est entretenu",
        f"avec qui {KARL} a eu un entretien",
        f"auquel {KARL} a téléphoné",
        f"à qui {KARL} avait rendu visite",
        f"avec lequel s'est entretenu {KARL}",
    ],
)
def test_partner_is_whom_a_relative_takes_up(clause: str) -> None:
    assert meetings(f"{ANNA} a cité {OLE}, {clause}.") == [{"Karl Moe", "Ole Dahl"}]


def test_subject_of_the_sentence_met_whom_a_relative_takes_up() -> None:
    assert meetings(f"{KARL} a parlé devant la presse aux côtés de {OLE}, avec lequel il s'est entretenu.") == [
        {"Karl Moe", "Ole Dahl"}
    ]


def test_those_taken_up_who_were_seen_apart_are_two_meetings() -> None:
    source = f"{ANNA} attend {KARL} et {OLE}, avec lesquels elle s'est entretenue séparément."
    assert meetings(source) == [{"Anna Lind", "Karl Moe"}, {"Anna Lind", "Ole Dahl"}]


def test_who_joined_what_a_relative_takes_up_is_no_partner() -> None:
    assert meetings(f"{ANNA} a décrit {OLE}, auquel s'est joint {KARL}.") == []


def test_participle_put_first_is_told_of_the_pronoun_behind() -> None:
    source = f"{KARL} voyage. Reçu à {ROME} par {ANNA}, il a promis une aide."
    assert meetings(source) == [{"Karl Moe", "Anna Lind"}]


@pytest.mark.parametrize("front", ["Au terme d'un sommet", "À l'issue de quatre heures de discussions"])
def test_those_who_act_behind_a_gathering_put_first_were_there(front: str) -> None:
    assert meetings(f"{front} à {OSLO}, {KARL} et {ANNA} ont promis une trêve.") == [{"Karl Moe", "Anna Lind"}]


def test_one_who_acts_behind_a_gathering_met_nobody_named() -> None:
    assert meetings(f"Au terme d'un sommet à {OSLO}, {KARL} a promis une trêve.") == []


def test_what_would_bring_people_together_is_no_meeting() -> None:
    source = f"{KARL} et {ANNA} hésitent. Pour les réunir, {OLE} a dû ruser."
    assert meetings(source) == []


def test_states_that_sign_are_not_seen_together() -> None:
    norway, sweden = "La [GPE NO:Norvège]", "la [GPE SE:Suède]"
    signed = f"{norway} et {sweden} ont signé à {OSLO} un accord"
    assert meetings(f"{signed}.") == []
    assert meetings(f"{signed} en présence de {KARL}.") == [{"Norvège", "Suède", "Karl Moe"}]


def test_second_time_is_with_another() -> None:
    source = f"{KARL} avait dîné une première fois avec {ANNA}, puis une seconde fois, à {OSLO}, avec {OLE}."
    assert meetings(source) == [{"Karl Moe", "Anna Lind"}, {"Karl Moe", "Ole Dahl"}]


def test_both_premiers_are_those_told_of() -> None:
    source = f"{KARL} et {ANNA} se sont vus. Les deux Premiers ministres ont eu un entretien à {OSLO}."
    assert {frozenset(who) for who in meetings(source)} == {frozenset({"Karl Moe", "Anna Lind"})}


def test_member_of_a_list_may_carry_a_participle() -> None:
    source = f"{ANNA}, battue en mai par les urnes, et {KARL} se sont vus à {OSLO}."
    assert meetings(source) == [{"Anna Lind", "Karl Moe"}]


def test_purpose_of_a_journey_ahead_is_that_of_the_traveller() -> None:
    source = f"{KARL} a reçu {ANNA}, qui s'envolera pour {OSLO} afin d'y rencontrer {OLE}."
    found = [(one.who, one.status) for one in told(source) if one.kind != "visit"]
    assert found == [({"Karl Moe", "Anna Lind"}, "held"), ({"Anna Lind", "Ole Dahl"}, "planned")]


def test_clause_behind_where_ends_before_the_subject() -> None:
    source = f"Après {ROME}, où il avait vu {OLE}, {KARL} est attendu à {OSLO} par {ANNA}."
    assert {(frozenset(one.who), one.place) for one in told(source)} >= {
        (frozenset({"Karl Moe", "Ole Dahl"}), "Rome"),
        (frozenset({"Karl Moe", "Anna Lind"}), "Oslo"),
    }


def test_handshake_of_some_belongs_to_what_all_were_at() -> None:
    source = f"{KARL} et {ANNA} se serrent la main. Au terme d'un sommet, {KARL}, {ANNA} et {OLE} ont promis une trêve."
    assert meetings(source) == [{"Karl Moe", "Anna Lind", "Ole Dahl"}]


def test_trade_is_no_talk() -> None:
    source = f"Les échanges avec l'[ORG union:Union nordique] ont augmenté de 9,1%, a dit {KARL}."
    assert meetings(source) == []
