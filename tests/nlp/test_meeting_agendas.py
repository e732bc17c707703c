"""Entries of lists of what is to come: journeys, gatherings and their days."""

import pytest

from tests.nlp.told_meetings import told

LIND = "[ROLE NO:ministre norvégienne] [PER anna:Anna Lind]"
WEBER = "[ROLE DE:chancelier allemand] [PER karl:Karl Weber]"
ROI = "[PER paul:Paul Roi]"
ROME, BONN = "[GPE IT-rome:ROME]", "[GPE DE-bonn:Bonn]"
ITALY, SPAIN, FRANCE = "[GPE IT:Italie]", "[GPE ES:Espagne]", "[GPE FR:France]"
AFRICA = "[LOC afrique:Afrique de l'Est]"
TUESDAY, THURSDAY = "[DATE 2024-05-14:MARDI 14 MAI]", "[DATE 2024-05-16:jeudi]"
LIST = f"AGENDA - Les rendez-vous de la semaine\n\n{TUESDAY}\n\n"
Entry = tuple[str, str, str, str]


def entries(source: str) -> set[Entry]:
    """Kind, status, day and place."""
    return {(one.kind, one.status, one.date, one.place) for one in told(source)}


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (f"{ROME} - Arrivée de la {LIND}.", {("visit", "planned", "2024-05-14", "ROME")}),
        (f"{ROME} - Visite de trois jours du {WEBER}.", {("visit", "planned", "2024-05-14/2024-05-16", "ROME")}),
        (
            f"{ROME} - Le {WEBER}, en visite jusqu'à {THURSDAY}.",
            {("visit", "planned", "2024-05-14/2024-05-16", "ROME")},
        ),
        (
            f"- Rome : visite du {WEBER}.".replace("Rome", "[GPE IT-rome:Rome]"),
            {("visit", "planned", "2024-05-14", "Rome")},
        ),
        (
            f"{ROME} - La {LIND} entame une tournée de quatre jours en {AFRICA}.",
            {
                ("visit", "planned", "2024-05-14", "ROME"),
                ("visit", "planned", "2024-05-14/2024-05-17", "Afrique de l'Est"),
            },
        ),
        (f"{ROME} - Sommet de cuisine. Le {WEBER} est attendu.", {("visit", "planned", "2024-05-14", "ROME")}),
        (
            f"{ROME} - Réunion des ministres de trois pays ({ITALY}, {SPAIN}, {FRANCE}).",
            {("multilateral", "planned", "2024-05-14", "ROME")},
        ),
        (
            f"{ROME} - Le {WEBER} s'entretient en {ITALY} avec la {LIND}.",
            {("in_person", "planned", "2024-05-14", "ROME")},
        ),
        (
            f"{ROME} - Sommet de l'[ORG otan:Otan], avec la participation du {WEBER} et de la {LIND}.",
            {("multilateral", "planned", "2024-05-14", "ROME")},
        ),
        (
            f"La visite à {BONN} de la {LIND}, prévue le même jour, a été annulée.",
            {("visit", "cancelled", "2024-05-14", "Bonn")},
        ),
    ],
)
def test_an_entry_is_planned_for_the_day_above_it_and_its_place(entry: str, expected: set[Entry]) -> None:
    assert entries(f"{LIST}{entry}\n") == expected


def test_where_a_tour_leads_further_its_own_goal_stays() -> None:
    source = f"{LIST}{ROME} - La {LIND} entame une tournée en {AFRICA}, qui la conduira aussi à {BONN}.\n"
    assert {one.place for one in told(source)} == {"ROME", "Afrique de l'Est", "Bonn"}


def test_those_with_whose_participation_a_body_gathers_are_there() -> None:
    [summit] = told(f"{LIST}{ROME} - Sommet de l'[ORG otan:Otan], avec la participation du {WEBER} et de la {LIND}.\n")
    assert summit.who == {"Otan", "Karl Weber", "Anna Lind"}


@pytest.mark.parametrize(
    ("entry", "place"),
    [(f"10h00 Déplacement à {BONN}", "Bonn"), (f"10h00 : Arrivée à {BONN}, petit déjeuner", "Bonn")],
)
def test_a_journey_in_the_agenda_of_somebody_is_his(entry: str, place: str) -> None:
    [visit] = told(f"Agenda de M. {ROI}\n\n{TUESDAY}\n09h00 : Entretien de presse\n{entry}\n")
    assert (visit.who, visit.status, visit.date, visit.place) == ({"Paul Roi"}, "planned", "2024-05-14", place)


@pytest.mark.parametrize(
    ("source", "who"),
    [
        (
            f"Une réunion des ministres de trois pays ({ITALY}, {SPAIN} et {FRANCE}) s'est tenue.",
            {"Italie", "Espagne", "France"},
        ),
        (f"Sommet à {BONN} en présence de {ROI} et d'[PER eva:Eva Kral].", {"Paul Roi", "Eva Kral"}),
    ],
)
def test_a_noun_announces_who_meets(source: str, who: set[str]) -> None:
    assert [one.who for one in told(source)] == [who]


@pytest.mark.parametrize(
    "source",
    [
        f"Une réunion a porté sur les ports de deux pays ({ITALY} et {SPAIN}).",
        f"Le sommet des chats ({ROI}) a plu.",
        f"L'arrivée de la {LIND} au pouvoir a plu.",
        f"L'arrivée de touristes à {BONN} a plu.",
    ],
)
def test_nobody_meets_or_travels_here(source: str) -> None:
    assert told(source) == []


def test_a_line_with_a_colon_is_no_entry_where_no_day_heads_it() -> None:
    source = f"Le calendrier a changé.\n\n- [GPE IT-rome:Rome] : le {WEBER} a reçu la {LIND}.\n"
    assert [one.status for one in told(source)] == ["held"]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (f"Entretien avec la {LIND}", {("in_person", "planned", "2024-05-14", "")}),
        (f"- Déplacement à {BONN}", {("visit", "planned", "2024-05-14", "Bonn")}),
        (f"10h00 : Entretien\nDîner avec la {LIND}", {("in_person", "planned", "2024-05-14", "")}),
        (f"La {LIND} sera présente.", set()),
    ],
)
def test_a_bare_noun_under_a_day_is_an_entry_of_whose_agenda_it_is(entry: str, expected: set[Entry]) -> None:
    source = f"Agenda de {ROI}\n\n{TUESDAY}\n{entry}\n"
    assert entries(source) == expected
    assert all("Paul Roi" in one.who for one in told(source))


def test_the_day_of_a_list_stands_in_its_title() -> None:
    monday = "[DATE 2024-05-13:lundi 13 mai]"
    source = f"Les principaux rendez-vous du {monday}\n\n14h00 {ROME} - Arrivée de la {LIND}\n"
    assert entries(source) == {("visit", "planned", "2024-05-13", "ROME")}
