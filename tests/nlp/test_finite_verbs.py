"""Where a verb stands: right behind a subject, or anywhere among some words."""

import pytest

from articles.nlp.finite_verbs import holds_verb, opens_with_verb


@pytest.mark.parametrize(
    "behind",
    [
        " séjourne à Rome",
        " effectue une visite",
        " s'envole pour Rome",
        " y prépare sa venue",
        " également défend ce texte",
        " « souhaite » une trêve",
        " surveilleront la trêve",
        " l'accompagnait",
        " conduit la délégation",
        " installe son bureau",
        " règle ce conflit",
        " se connaissent bien",
        " assiégèrent la ville",
    ],
)
def test_verb_stands_right_behind_a_subject(behind: str) -> None:
    assert opens_with_verb("X" + behind, 1)


@pytest.mark.parametrize(
    "behind",
    [
        ", ministre",
        " contre la trêve",
        " entre deux trains",
        " conduit par Y",
        " porte-parole du groupe",
        " reçu par Y",
        " président du groupe",
        " pour la trêve",
        " et Y",
        " ministre de la Défense",
    ],
)
def test_no_verb_stands_right_behind(behind: str) -> None:
    assert not opens_with_verb("X" + behind, 1)


@pytest.mark.parametrize(
    "words", ["dont le pays préside l'union", "où siège la cour", "X prépare la réunion", "qu'il dirige seul"]
)
def test_words_hold_a_verb(words: str) -> None:
    assert holds_verb(words)


@pytest.mark.parametrize(
    "words",
    ["lors d'une visite", "après la rencontre", "son conseiller pour la sécurité", "en charge du dossier", "l'offre"],
)
def test_words_hold_no_verb(words: str) -> None:
    assert not holds_verb(words)
