"""Journeys told without a verb or a goal of their own, and from when to when somebody stayed."""

import pytest

from tests.nlp.told_meetings import told

LIND = "[ROLE NO:ministre norvégienne] [PER anna:Anna Lind]"
WEBER = "[ROLE DE:chancelier allemand] [PER karl:Karl Weber]"
ROME, BONN, OSLO = "[GPE IT-rome:Rome]", "[GPE DE-bonn:Bonn]", "[GPE NO-oslo:Oslo]"
ITALY, NORWAY, JORDAN, KENYA = "[GPE IT:Italie]", "[GPE NO:Norvège]", "[GPE JO:Jordanie]", "[GPE KE:Kenya]"
MONDAY, TUESDAY, SATURDAY = "[DATE 2024-05-06:lundi]", "[DATE 2024-05-07:mardi]", "[DATE 2024-05-11:samedi]"
Journey = tuple[str, str, str]


def journeys(source: str) -> set[Journey]:
    """Who, what became of it and the place."""
    return {(who, one.status, one.place) for one in told(source) if one.kind == "visit" for who in one.who}


def stays(source: str) -> list[tuple[str, str]]:
    """Place and day of each journey."""
    return [(one.place, one.date) for one in told(source) if one.kind == "visit"]


@pytest.mark.parametrize(
    ("source", "place"),
    [
        (f"L'{ITALY} a voté. La {LIND}, en visite officielle dans le pays, a dîné.", "Italie"),
        (f"La {JORDAN} a voté. La {LIND}, en visite de trois jours dans le royaume, a dîné.", "Jordanie"),
        (f"La {JORDAN} et l'{ITALY} ont voté. La {LIND} est retournée {MONDAY} dans le royaume.", "Jordanie"),
        (f"L'{ITALY} et la {NORWAY} ont voté. La {LIND}, en visite dans le pays, a dîné.", "Italie"),
        (f"Il a plu à {ROME}. La {LIND}, arrivée la veille pour une visite de deux jours, a dîné.", "Rome"),
        (f"Il a plu à {ROME}. Arrivée {MONDAY} de {BONN}, la {LIND} a dîné.", "Rome"),
        (f"La {LIND}, présente à {ROME} jusqu'à {SATURDAY}, a dîné.", "Rome"),
        (f"De passage à {ROME}, la {LIND} a dîné.", "Rome"),
        (f"De passage {MONDAY} à {ROME}, la {LIND} a dîné.", "Rome"),
        (f"Il a plu dans la capitale {ROME}. La {LIND}, arrivée dans la matinée, a dîné.", "Rome"),
    ],
)
def test_where_a_journey_led_is_told_by_where_the_story_is_set(source: str, place: str) -> None:
    assert journeys(source) == {("Anna Lind", "held", place)}


@pytest.mark.parametrize(
    "source",
    [
        f"L'{ITALY} a voté. La {LIND} a annoncé une visite dans le pays voisin.",
        f"L'{ITALY} a voté. La {LIND} a dîné avec le {WEBER} lors de sa visite dans le pays.",
        f"La {NORWAY} a voté. La {LIND} est revenue {MONDAY} dans le pays.",
        f"L'{ITALY} a voté. La {LIND} est retournée {MONDAY} dans le royaume.",
        f"Il a plu à {ROME}. La {LIND}, arrivée au pouvoir {MONDAY}, a dîné.",
        f"Il a plu à {ROME}. Une réponse du {WEBER} est attendue {MONDAY}.",
        f"L'armée, présente à {ROME}, a tiré.",
    ],
)
def test_no_goal_is_made_up(source: str) -> None:
    assert journeys(source) == set()


def test_where_a_source_speaks_the_story_is_not_set() -> None:
    source = f"Il a plu à {ROME}. Rien n'est sûr, dit-on à {BONN}. La {LIND} est attendue {SATURDAY}."
    assert journeys(source) == {("Anna Lind", "planned", "Rome")}


def test_where_somebody_set_out_the_goal_is_not_that_of_the_next_clause() -> None:
    source = f"Parti {MONDAY} de {ROME}, le {WEBER} avait été reçu le lendemain à {OSLO} par la {LIND}."
    assert journeys(source) == set()


def test_whoever_is_awaited_comes_to_where_the_story_is_set() -> None:
    source = f"Il a plu à {ROME}. La {LIND} est attendue {SATURDAY} soir."
    assert journeys(source) == {("Anna Lind", "planned", "Rome")}


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("dont ce serait la première visite", "planned"),
        ("dont ce sera le premier déplacement", "planned"),
        ("dont c'était la deuxième visite", "held"),
    ],
)
def test_a_first_visit_is_that_of_whom_the_relative_means(words: str, status: str) -> None:
    source = f"Le {WEBER} a écrit à la {LIND}, {words} à {ROME}."
    assert journeys(source) == {("Anna Lind", status, "Rome")}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("La dernière d'un souverain, celle de [PER paul:Paul Roi], remontait à [DATE 1995-04:avril 1995].", "1995-04"),
        ("C'est la première depuis celle de [PER paul:Paul Roi], en [DATE 2008-02:février 2008].", "2008-02"),
    ],
)
def test_another_visit_before_led_to_the_same_place(words: str, day: str) -> None:
    source = f"Le {WEBER} effectuera une visite à {ROME}. {words}"
    assert journeys(source) == {("Karl Weber", "planned", "Rome"), ("Paul Roi", "held", "Rome")}
    assert ("Rome", day) in stays(source)


def test_what_is_only_named_beside_a_visit_is_no_other() -> None:
    source = f"La visite du {WEBER} à {ROME}, comme celle de [PER paul:Paul Roi], a plu."
    assert journeys(source) == {("Karl Weber", "held", "Rome")}


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Son ministre [PER paul:Paul Roi] sera du voyage.", [{"Karl Weber", "Paul Roi"}]),
        (
            "Le [ROLE DE:ministre allemand] [PER paul:Paul Roi] fera partie de la délégation.",
            [{"Karl Weber", "Paul Roi"}],
        ),
        (f"La {LIND} sera elle aussi du voyage.", [{"Anna Lind"}, {"Karl Weber"}]),
        (f"La {LIND} ne sera pas du voyage.", [{"Karl Weber"}]),
        (f"La {LIND} était du voyage.", [{"Karl Weber"}]),
    ],
)
def test_who_comes_along_is_on_the_journey_told_before(words: str, who: list[set[str]]) -> None:
    visits = [one for one in told(f"Le {WEBER} se rendra {SATURDAY} à {ROME}. {words}") if one.kind == "visit"]
    assert sorted(sorted(one.who) for one in visits) == [sorted(each) for each in who]
    assert {one.place for one in visits} == {"Rome"}


@pytest.mark.parametrize(
    ("source", "stay"),
    [
        (f"Le {WEBER}, en visite à {ROME} depuis {MONDAY}, a dîné.", "2024-05-06/2024-05-08"),
        (f"Le {WEBER}, présent à {ROME} depuis {TUESDAY}, a dîné.", "2024-05-07/2024-05-08"),
        (f"Le {WEBER}, en visite à {ROME} depuis {MONDAY} et jusqu'à {SATURDAY}, a dîné.", "2024-05-06/2024-05-08"),
        (
            f"Le {WEBER} est arrivé {MONDAY} à {ROME} pour une visite officielle de trois jours.",
            "2024-05-06/2024-05-08",
        ),
        (f"Le {WEBER} a atterri {MONDAY} à {ROME} pour un séjour de 4 jours.", "2024-05-06/2024-05-09"),
        (f"Le {WEBER} est arrivé {MONDAY} à {ROME}. Il quittera la ville {SATURDAY}.", "2024-05-06/2024-05-11"),
        (f"Le {WEBER} est arrivé {MONDAY} à {ROME}. Il a quitté l'{ITALY} {TUESDAY}.", "2024-05-06/2024-05-07"),
        (f"Le {WEBER} s'est rendu {MONDAY} à {ROME} et a quitté {ROME} {TUESDAY} matin.", "2024-05-06/2024-05-07"),
    ],
)
def test_a_stay_goes_from_its_first_day_to_its_last(source: str, stay: str) -> None:
    assert stays(source) == [("Rome", stay)]


def test_the_day_in_a_town_stays_its_own_within_a_journey_to_the_country() -> None:
    source = f"Le {WEBER} effectue les [DATE 2024-05-06/2024-05-08:6, 7 et 8 mai] une visite en {ITALY}."
    assert ("Rome", "2024-05-06") in stays(f"{source} Il s'est rendu {MONDAY} à {ROME}.")


@pytest.mark.parametrize(
    "source",
    [
        f"Le {WEBER} s'est rendu {MONDAY} à {ROME}. La {LIND} quittera {ROME} {SATURDAY}.",
        f"Le {WEBER} s'est rendu {MONDAY} à {ROME}. Il quittera son poste {SATURDAY}.",
        f"Le {WEBER} s'est rendu {MONDAY} à {ROME}. Il quittera {BONN} {SATURDAY}.",
        f"Le {WEBER} est arrivé {MONDAY} à {ROME} pour une conférence sur les trois jours de fête.",
    ],
)
def test_no_other_day_ends_a_stay(source: str) -> None:
    assert ("Rome", "2024-05-06") in stays(source)
