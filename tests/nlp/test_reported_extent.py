"""Where a reported clause begins and ends, and which of two is the statement."""

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
