"""How far a word of meeting reaches: adverbs within its verb, names behind long offices, clauses not its own."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
EVA = "[PER eva:Eva Sund]"
OTTO = "[PER otto:Otto Berg]"
OSLO = "[GPE oslo:Oslo]"
PAIR = {"Anna Lind", "Karl Moe"}


def met(source: str) -> list[tuple[set[str], str]]:
    return [(meeting.who, meeting.status) for meeting in told(source) if meeting.kind != "visit"]


def travelled(source: str) -> list[tuple[set[str], str, str]]:
    return [(visit.who, visit.place, visit.status) for visit in told(source) if visit.kind == "visit"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"{ANNA} a par ailleurs reçu {KARL}.", "held"),
        (f"{ANNA} doit pour sa part rencontrer {KARL}.", "planned"),
        (f"{ANNA} n'a une nouvelle fois pas reçu {KARL}.", "denied"),
        (f"Aucune rencontre n'est prévue à ce stade entre {ANNA} et {KARL}.", "denied"),
        (f"La rencontre entre {ANNA} et {KARL}, prévue lundi, a été reportée à mardi.", "planned"),
        (f"{ANNA} a annulé la rencontre prévue avec {KARL}, reportée à une date indéterminée.", "cancelled"),
        (f"{ANNA} n'a pas l'intention de rencontrer {KARL}.", "denied"),
    ],
)
def test_status_is_read_around_longer_adverbs_and_new_days(sentence: str, status: str) -> None:
    assert met(sentence) == [(PAIR, status)]


@pytest.mark.parametrize(
    "source",
    [
        f"{ANNA} préside. Un dialogue avec {KARL} supposerait une trêve.",
        f"{ANNA} a salué les efforts engagés en vue d'un accord avec {KARL}.",
        f"{ANNA} a appelé {KARL} à « se lever ».",
        f'Une rencontre entre {ANNA} et {KARL} n\'est "pas exclue".',
    ],
)
def test_what_would_follow_or_is_called_for_is_no_meeting(source: str) -> None:
    assert met(source) == []


def test_talks_do_not_reach_into_the_main_clause_behind_them() -> None:
    source = f"{ANNA} a reçu {KARL}. Lors de leur entretien, {ANNA} a évoqué le traité avec {EVA}, dit-on."
    assert (PAIR, "held") in met(source)
    source = f"{ANNA} a reçu {KARL}. Lors de leur entretien, {KARL} a défendu le pacte conclu avec {EVA}."
    assert met(source) == [(PAIR, "held")]


@pytest.mark.parametrize(
    "office",
    [
        "la [ROLE SE:ministre suédoise] de la Mer",
        "la [ROLE :chargée d'affaires] de l'[ORG embassy:ambassade de Suède]",
        "l'[ROLE :envoyée spéciale] de l'[ORG union:Union nordique (UN)]",
    ],
)
def test_a_name_behind_a_long_office_is_whose_office_it_is(office: str) -> None:
    assert met(f"{KARL} a reçu lundi {office}, {ANNA}, en présence de {EVA}.") == [({*PAIR, "Eva Sund"}, "held")]


def test_a_country_before_the_comma_is_not_in_the_list_behind_it() -> None:
    source = f"Réunis lundi à {OSLO}, dans le sud de la [GPE NO:Norvège], {ANNA} et {KARL} ont parlé."
    assert met(source) == [(PAIR, "held")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Dans la soirée, {ANNA} l'a appelé pour le féliciter.",
        f"{ANNA} l'a également appelé.",
    ],
)
def test_whoever_is_called_may_be_a_pronoun(sentence: str) -> None:
    assert met(f"{KARL} a gagné. {sentence}") == [(PAIR, "held")]


def test_those_one_brings_together_may_be_a_pronoun_and_before_doing_so_is_done() -> None:
    source = (
        f"{ANNA} et {KARL} se sont engagés. {EVA} s'est entretenue avec {ANNA} et {KARL} avant de les réunir à {OSLO} "
        f"en présence de {OTTO}."
    )
    assert ({*PAIR, "Eva Sund", "Otto Berg"}, "held") in met(source)


def test_an_arrival_told_beside_talks_is_a_visit_of_its_own() -> None:
    source = f"{ANNA}, arrivée lundi à {OSLO}, a reçu {KARL} à {OSLO}."
    assert travelled(source) == [({"Anna Lind"}, "Oslo", "held")]
    source = f"{KARL} s'est rendu à {OSLO}, où il a rencontré {ANNA}."
    assert travelled(source) == [({"Karl Moe"}, "Oslo", "held")]
    source = f"{KARL} doit se rendre à {OSLO}, où il rencontrera {ANNA}."
    assert travelled(source) == [({"Karl Moe"}, "Oslo", "planned")]


def test_a_stay_that_only_sets_the_scene_is_part_of_the_talks() -> None:
    assert travelled(f"{KARL} était à {OSLO}, où il a rencontré {ANNA}.") == []
    assert travelled(f"{KARL} arrive à {OSLO}, où il rencontre {ANNA}.") == []


@pytest.mark.parametrize(
    ("sentence", "visits"),
    [
        (f"{ANNA} s'est envolée pour {OSLO}.", [({"Anna Lind"}, "Oslo", "planned")]),
        (f"{ANNA} s'est envolée pour {OSLO}, où elle a été acclamée.", [({"Anna Lind"}, "Oslo", "held")]),
        (f"{ANNA} a dit son intention de se rendre à {OSLO}.", [({"Anna Lind"}, "Oslo", "planned")]),
        (f"La première visite d'un [ROLE :ministre] à {OSLO} avait duré un jour.", []),
        (f"Il s'agit de la première visite d'un ministre à {OSLO}.", []),
        (f"{ANNA} a pris parti pour {OSLO}.", []),
        (f"Une étape à {OSLO}, un temps envisagée par {ANNA}, n'aura finalement pas lieu.", "cancelled"),
    ],
)
def test_journeys_have_a_traveller_and_a_status(sentence: str, visits: object) -> None:
    found = travelled(f"{ANNA} a parlé. {sentence}")
    assert found == ([({"Anna Lind"}, "Oslo", visits)] if isinstance(visits, str) else visits)


@pytest.mark.parametrize(
    ("source", "who", "place", "status"),
    [
        (
            f"{ANNA} s'est rendue les [DATE 2024-05-02:2 mai] et [DATE 2024-05-06:lundi] à {OSLO}.",
            "Anna",
            "Oslo",
            "held",
        ),
        (f"{OTTO} a dîné. Depuis {OSLO}, où il a entamé lundi une visite, {KARL} a parlé.", "Karl", "Oslo", "held"),
        (f"{ANNA}, en visite [DATE 2024-05-13:lundi] à {OSLO}, y avait vu la mer.", "Anna", "Oslo", "held"),
        (f"{ANNA} achève une tournée africaine de trois jours.", "Anna", "Afrique", "held"),
        (f"{ANNA} a parlé. On se souvient du voyage de mai, que M. {KARL} avait annulé.", "Karl", "", "cancelled"),
        (f"{ANNA} a parlé. Prévu en mai, le voyage avait été annulé.", "Anna", "", "cancelled"),
    ],
)
def test_journeys_are_told_by_a_clause_of_their_own(source: str, who: str, place: str, status: str) -> None:
    names = {"Anna": "Anna Lind", "Karl": "Karl Moe"}
    assert travelled(source) == [({names[who]}, place, status)]


def test_a_pronoun_behind_lequel_means_the_one_before_it() -> None:
    source = f"{OTTO} a blâmé le parti de {ANNA}, laquelle se trouvait à {OSLO}, où elle a été reçue par {KARL}."
    assert ({"Anna Lind", "Karl Moe"}, "held") in met(source)


def test_who_says_something_on_leaving_talks_had_them() -> None:
    source = f"{OTTO} et {EVA} se verront, a annoncé {ANNA}, au terme d'un entretien avec {KARL}."
    assert ({"Anna Lind", "Karl Moe"}, "held") in met(source)


def test_those_who_travelled_before_are_told_without_the_day() -> None:
    source = f"{ANNA}, comme {KARL} et {OTTO} avant elle, a visité {OSLO} [DATE 2024-05-06:lundi]."
    assert sorted((*visit.who, visit.place, visit.date) for visit in told(source)) == [
        ("Anna Lind", "Oslo", "2024-05-06"),
        ("Karl Moe", "Oslo", ""),
        ("Otto Berg", "Oslo", ""),
    ]


def test_an_earlier_round_is_of_those_who_met() -> None:
    source = f"{ANNA} a rencontré {KARL}. Un précédent face-à-face avait échoué en [DATE 2023-11:novembre 2023]."
    assert [who for who, _ in met(source)] == [PAIR, PAIR]
