"""Where a reported clause begins and ends, and which of two is the statement."""

import re

import pytest

from tests.nlp.test_statements import ANNA, KARL, PORT, said


def told(source: str) -> list[tuple[str, str]]:
    return [(speaker, quote) for speaker, _, quote, _ in said(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            f"Selon {ANNA}, {KARL} a demandé des précisions sur la marée.",
            [("Anna Lind", "Karl Moe a demandé des précisions sur la marée")],
        ),
        (f"{KARL} a réclamé des bateaux, a indiqué {ANNA}.", [("Anna Lind", "Karl Moe a réclamé des bateaux")]),
        (
            f"Selon {ANNA}, {KARL} a assuré que la mer dormait.",
            [("Anna Lind", "Karl Moe a assuré que la mer dormait"), ("Karl Moe", "que la mer dormait")],
        ),
        (f"Selon l'agence [ORG info:Info], {KARL} a assuré que la mer dormait.", [("Karl Moe", "que la mer dormait")]),
        (f"{KARL} a accusé la presse de mentir, selon un marin.", [("Karl Moe", "de mentir")]),
    ],
)
def test_a_source_tells_the_whole_unless_it_passes_on_a_clause(source: str, expected: list[tuple[str, str]]) -> None:
    assert told(source) == expected


@pytest.mark.parametrize(
    ("said_by", "words", "rest"),
    [
        ("a dit", "que la mer dormait près de la digue", ", qui date de 2014"),
        ("a dit", "qu'il verrait son avocat", ", lequel n'a rien vu"),
        ("a dit", "que la digue, qui date de 2014, tiendrait", ""),
        ("a dénoncé", "la capture du navire, parti de la côte", ""),
        ("a exigé", "la libération du marin, condamné à la prison pour vol", ""),
        ("a dénoncé", "la capture du navire", ", lors de la fête"),
        ("a accusé les marins", "d'avoir tiré après la trêve", ""),
        ("a affirmé", "avoir reçu un mandat pour parler aux marins", ""),
        ("a dénoncé", "la capture du navire", " après la trêve"),
        ("a dit", "que la mer dormirait tant que le vent tomberait", ""),
        ("a félicité ses hôtes", "de la réussite du voyage", ""),
        ("a félicité ses hôtes", "d'avoir tenu parole", ""),
        ("continue de réclamer", "la fermeture du port", ""),
        ("redoute", "que la digue ne cède", ""),
    ],
)
def test_what_is_said_ends_where_the_article_adds_its_own(said_by: str, words: str, rest: str) -> None:
    assert told(f"{ANNA} {said_by} {words}{rest}.") == [("Anna Lind", words)]


def test_an_agreement_is_no_statement() -> None:
    assert told(f"{ANNA} et {KARL} ont convenu de revoir l'{PORT}.") == []


HARBOUR = "que le port rouvrirait avant la fin de l'hiver, tant pour les voiliers que pour la pêche"


@pytest.mark.parametrize(
    ("joint", "second"),
    [
        (", et estimé", "qu'aucun bateau ne resterait à quai"),
        (" et promis", "de rester au port"),
        (", puis répété", "que la grève était finie"),
        (", souligné", "que la grève était finie"),
        (" mais averti", "que la digue était vieille"),
    ],
)
def test_a_participle_far_behind_its_auxiliary_reports_a_clause_of_its_own(joint: str, second: str) -> None:
    assert told(f"{ANNA} a assuré {HARBOUR}{joint} {second}.") == [("Anna Lind", HARBOUR), ("Anna Lind", second)]


@pytest.mark.parametrize("rest", [", accusé de coûter trop", " et fermé depuis lundi"])
def test_a_participle_that_belongs_to_a_noun_reports_nothing(rest: str) -> None:
    assert (
        len(told(f"{ANNA} a promis de rouvrir le port du nord (fermé aux voiliers depuis la grande grève){rest}.")) == 1
    )


@pytest.mark.parametrize(
    ("told_so", "words"),
    [
        (
            f"a reproché au [ROLE NO:directeur] {KARL} et à son [ROLE NO:adjoint] [PER per:Per Dahl], vus mardi,",
            "de mentir",
        ),
        (f"a promis à {KARL}, le chef du petit port,", "de doubler les quais"),
        (f"a demandé au [ROLE NO:directeur] {KARL}, sous la tente où il dort,", "la fin de la grève"),
        (f"a demandé à {KARL}", "des explications sur la grève"),
        (f"a demandé à {KARL} (du nord)", "de l'aide pour les marins"),
        ("a annoncé aux marins", "la fin de la grève"),
        ("a proposé aux autorités locales", "une trêve"),
        ("a demandé", "à voir les marins"),
        (f"a accusé {KARL}", "de fraude"),
        (f"a accusé l'{PORT} et {KARL}, son directeur,", "d'une fraude"),
        ("a assuré", "n'avoir reçu aucune lettre"),
    ],
)
def test_what_is_asked_begins_behind_whom_it_is_asked_of(told_so: str, words: str) -> None:
    assert told(f"{ANNA} {told_so} {words}.") == [("Anna Lind", words)]


def test_those_it_is_held_against_are_no_statement() -> None:
    assert told(f"{ANNA} a reproché à {KARL} et à un adjoint inconnu, vus mardi.") == []


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        ("s'est contentée de louer", "la fin de la grève"),
        ("s'est bornée à rappeler", "que la mer dormait"),
        ("a tenu à se féliciter", "de la fin de la grève"),
    ],
)
def test_an_infinitive_behind_a_reflexive_verb_reports(cue: str, words: str) -> None:
    assert told(f"{ANNA} {cue} {words}.") == [("Anna Lind", words)]


@pytest.mark.parametrize(
    "source",
    [
        f"Il y plaidera, assure {ANNA}, une pêche plus courte.",
        f"La pêche a coûté, note {ANNA}, dix millions.",
        f"Les débats ont surtout porté, selon {ANNA}, sur la pêche que le port voudrait interdire.",
        f"Le premier vol remonte, d'après {ANNA}, au mois de mars.",
    ],
)
def test_a_clause_goes_on_behind_the_words_set_into_it(source: str) -> None:
    whole = source.replace(ANNA, "Anna Lind").removesuffix(".")

    assert told(source) == [("Anna Lind", whole)]


@pytest.mark.parametrize(
    "rest",
    [f"selon {ANNA}, qui dirige le port", f"selon {ANNA}, et les marins attendent", f"a dit {ANNA}, à la presse"],
)
def test_a_clause_ends_before_the_words_that_follow_it(rest: str) -> None:
    assert told(f"Le port rouvrira lundi, {rest}.") == [("Anna Lind", "Le port rouvrira lundi")]


def test_two_subjects_are_of_one_clause() -> None:
    found = told(f"[PER per:Per Dahl], venu dès lundi comme chef, et {KARL} ont tout préparé ensemble, confie {ANNA}.")

    assert found == [("Anna Lind", "Per Dahl, venu dès lundi comme chef, et Karl Moe ont tout préparé ensemble")]


@pytest.mark.parametrize(
    ("said_by", "words", "rest"),
    [
        ("doute", "que la trêve suffise", ""),
        ("a souhaité", "que le port rouvre", ""),
        ("souhaite", "voir le port rouvrir", ""),
        ("prône", "une pêche plus courte", ""),
        ("a fait comprendre", "que la grève durerait", ""),
        ("a plaidé, mardi à Bergen,", "pour une pêche plus courte", ""),
        ("réclame", "un débat avant toute fermeture du port", ""),
        ("réclame", "des bateaux", " depuis la fin de l'été"),
        ("a promis", "de fermer le port", f", où {KARL} dit que la digue tombe"),
    ],
)
def test_more_verbs_and_where_what_they_report_ends(said_by: str, words: str, rest: str) -> None:
    assert ("Anna Lind", words) in told(f"{ANNA} {said_by} {words}{rest}.")


@pytest.mark.parametrize(
    "source", [f"{ANNA} souhaite rencontrer {KARL}.", f"{ANNA} souhaite voir {KARL}.", "Cela signifie que la mer dort."]
)
def test_a_plan_or_a_meaning_is_nothing_said(source: str) -> None:
    assert told(source) == []


def test_a_participle_with_its_own_subject_reports() -> None:
    assert told(f"La sortie fut annulée, {ANNA} ayant invoqué une panne.") == [("Anna Lind", "une panne")]


BODY = "\n\nLa mer dort et les marins attendent au port."


@pytest.mark.parametrize("headline", [f"{ANNA} promet la fermeté", f"{ANNA} dément un accord avec {KARL}"])
def test_a_headline_that_sums_up_is_no_statement(headline: str) -> None:
    assert told(f"{headline}{BODY}") == []
    assert len(told(f"{headline}.")) == 1


def test_words_quoted_in_the_headline_and_below_are_one_statement() -> None:
    found = said(f"{ANNA} : « Le vent tourne au large »\n\n« Le vent tourne au large », a dit {ANNA}. Le port dort.")

    assert [(speaker, cue, quote) for speaker, cue, quote, _ in found] == [
        ("Anna Lind", "a dit", "Le vent tourne au large")
    ]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            f"{KARL} a accusé les pirates d'avoir pillé, fusil au poing, deux navires.",
            "d'avoir pillé, fusil au poing, deux navires",
        ),
        (
            f"{KARL} a accusé les pirates de préparer, malgré la trêve, un assaut.",
            "de préparer, malgré la trêve, un assaut",
        ),
        (f"{KARL} a promis de partir, après la trêve.", "de partir"),
        ("Les marins disent craindre une tempête.", "craindre une tempête"),
        ("Les pêcheurs, eux, disent ne plus sortir du port.", "ne plus sortir du port"),
        (
            "Selon un marin, le chef du port, [PER eva:Eva Sund], partira en août.",
            "le chef du port, [PER eva:Eva Sund], partira en août",
        ),
        (
            f"{KARL}, {ANNA} et Jan iront à Oslo, a précisé le port.",
            f"{KARL}, {ANNA} et Jan iront à Oslo",
        ),
    ],
)
def test_what_is_said_goes_on_to_its_object_and_begins_with_its_subject(sentence: str, words: str) -> None:
    plain = re.sub(r"\[\w+ [\w-]+:([^\]]+)\]", r"\1", words)

    assert [quote for _, quote in told(sentence)] == [plain]
