"""Who is told of where a sentence names somebody only in its complement, or addresses him."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
OLE = "[PER ole:Ole Dahl]"
IVAR = "[PER ivar:Ivar Berg]"


def journeys(source: str) -> list[tuple[set[str], str]]:
    return [(one.who, one.place) for one in told(source) if one.kind == "visit"]


def meetings(source: str) -> list[set[str]]:
    return [one.who for one in told(source) if one.kind != "visit"]


@pytest.mark.parametrize(
    "about",
    [
        f"Il s'agit du premier discours de {KARL} depuis mars.",
        f"Il s'agissait de la deuxième victoire de {KARL}.",
        f"C'était le retour de {KARL}.",
    ],
)
def test_whose_doing_a_sentence_is_about_is_its_subject(about: str) -> None:
    source = f"{OLE} a parlé. {about} Il est attendu à [GPE oslo:Oslo]."
    assert journeys(source) == [({"Karl Moe"}, "Oslo")]


def test_a_complement_of_another_sentence_is_not() -> None:
    source = f"{OLE} a parlé. {OLE} a salué le discours de {KARL}. Il est attendu à [GPE oslo:Oslo]."
    assert journeys(source) == [({"Ole Dahl"}, "Oslo")]


@pytest.mark.parametrize("place", ["la capitale irakienne", "la ville suédoise", "l'île grecque"])
def test_the_subject_stands_behind_the_place_and_its_country(place: str) -> None:
    source = f"{OLE} a parlé. Arrivé vendredi dans {place}, {KARL} a eu mardi un entretien avec {IVAR}."
    assert meetings(source) == [{"Karl Moe", "Ivar Berg"}]


@pytest.mark.parametrize("words", ["Votre visite", "Votre récente visite", "Merci de votre visite", "Vos visites"])
def test_whoever_speaks_does_not_make_the_visit_of_whom_he_speaks_to(words: str) -> None:
    source = f"{OLE} a reçu {KARL}. « {words} en [GPE norvege:Norvège] a été un signal », a dit {OLE}."
    assert journeys(source) == []


def test_leur_means_the_whole_list_before_it() -> None:
    listed = f"{OLE}, {IVAR}, {ANNA} et {KARL}"
    assert meetings(f"La décision prise par {listed}, lors de leur réunion, est appliquée.") == [
        {"Ole Dahl", "Ivar Berg", "Anna Lind", "Karl Moe"}
    ]
    assert meetings(f"La décision prise par {OLE} et {IVAR}, lors de leur réunion, est appliquée.") == [
        {"Ole Dahl", "Ivar Berg"}
    ]


def test_leur_does_not_mean_whoever_says_so() -> None:
    source = f"Selon {OLE}, {IVAR} et {ANNA} ont promis une aide lors de leur réunion."
    assert meetings(source) == [{"Ivar Berg", "Anna Lind"}]


def test_they_who_met_are_all_of_them() -> None:
    source = f"{OLE}, {KARL} et {IVAR} se sont rencontrés. {ANNA} les a accueillis."
    assert meetings(source) == [
        {"Ole Dahl", "Karl Moe", "Ivar Berg"},
        {"Ole Dahl", "Karl Moe", "Ivar Berg", "Anna Lind"},
    ]


@pytest.mark.parametrize("opening", ["Il verra", "Mardi, il est attendu là où il doit voir"])
def test_whoever_meets_one_has_what_comes_before_or_after_it(opening: str) -> None:
    source = f"{OLE} a parlé. {opening} {KARL}, avant un dîner avec {IVAR}."
    assert meetings(source) == [{"Ole Dahl", "Karl Moe"}, {"Ole Dahl", "Ivar Berg"}]


def test_whoever_says_so_had_met_behind_the_verb() -> None:
    source = f"{OLE} ira loin, a annoncé jeudi le ministre {KARL}, après s'être entretenu avec {IVAR}."
    assert meetings(source) == [{"Karl Moe", "Ivar Berg"}]


def test_the_country_of_a_sovereign_does_not_end_a_list() -> None:
    source = f"{OLE} a dîné avec le roi {KARL} de [GPE NO:Norvège] et {IVAR}."
    assert meetings(source) == [{"Ole Dahl", "Karl Moe", "Ivar Berg"}]


def test_the_two_are_those_who_came_rather_than_their_hosts() -> None:
    source = (
        f"{OLE} et {KARL} sont arrivés à [GPE oslo:Oslo], où ils ont été accueillis par {ANNA} et {IVAR}. "
        "Les deux dirigeants doivent ensuite gagner [GPE riga:Riga]."
    )
    assert ({"Ole Dahl", "Karl Moe"}, "Riga") in journeys(source)


def test_whom_somebody_will_bring_together_are_both_of_them() -> None:
    source = f"{OLE} a reçu {KARL}, qu'il doit réunir autour d'une même table avec {IVAR}."
    assert meetings(source) == [{"Ole Dahl", "Karl Moe"}, {"Ole Dahl", "Karl Moe", "Ivar Berg"}]


def test_whoever_says_so_had_the_talks_that_lasted() -> None:
    source = f"{OLE} ira loin, a annoncé {KARL}, après plus de dix heures de pourparlers avec {IVAR}."
    assert meetings(source) == [{"Karl Moe", "Ivar Berg"}]


def test_with_one_here_and_with_another_there_are_two_meetings() -> None:
    source = f"{OLE} s'est entretenu avec {KARL} à [GPE oslo:Oslo] et avec {IVAR} à [GPE riga:Riga]."
    assert meetings(source) == [{"Ole Dahl", "Karl Moe"}, {"Ole Dahl", "Ivar Berg"}]


def test_two_ministers_are_no_delegates_of_the_body_in_whose_margin_they_met() -> None:
    source = (
        f"[ROLE NO:ministre norvégien] {OLE} et [ROLE SE:ministre suédois] {KARL} ont parlé. "
        "Les deux ministres s'étaient entretenus en marge du sommet du [ORG G20]."
    )
    assert meetings(source) == [{"Ole Dahl", "Karl Moe"}]


@pytest.mark.parametrize(
    "other",
    [
        f"son homologue du [GPE GY:Guyana], {KARL},",
        f"S.E. Mme {KARL}",
        f"S.E.M. {KARL}",
    ],
)
def test_what_stands_before_a_name_hides_nobody(other: str) -> None:
    assert meetings(f"{OLE} a eu un entretien avec {other}.") == [{"Ole Dahl", "Karl Moe"}]
    assert meetings(f"{OLE} et {other} ont eu, jeudi, deux heures de discussions.") == [{"Ole Dahl", "Karl Moe"}]
