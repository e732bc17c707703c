"""A few quoted words within a reported clause: the clause is what is said, unless they are the point of it."""

import pytest

from tests.nlp.test_statements import ANNA, KARL, said

WITHIN = [
    f"{ANNA} a indiqué que le port voulait des eaux « calmes et sûres » au large.",
    f"{ANNA} assure que la pêche reprendra « dans les prochaines semaines ».",
    f"{ANNA} a dit que le « vieux port » serait rouvert aux voiliers.",
    f'{ANNA} a dit que la mer "grise" montait au large.',
    f"{ANNA} a annoncé que sa « petite sœur » dirigerait le port.",
    f"{ANNA} a salué la fin de la grève des marins et le rôle « utile » du port.",
]
POINT = [
    (f"{ANNA} assure que la traversée fut « calme ».", "calme"),
    (f"{ANNA} a affirmé que le port n'était « pas fermé » aux grands navires de pêche.", "pas fermé"),
    (f"{ANNA} a dit que le port « ne changera guère » après le départ du directeur.", "ne changera guère"),
    (f"{ANNA} a averti qu'ils « regretteront » toute grève.", "regretteront"),
    (f"{ANNA} rappelle que « le port est ouvert » malgré la grève des marins de la côte.", "le port est ouvert"),
    (f"{ANNA} a répondu que tout pouvait se dire, « mais avec patience ».", "mais avec patience"),
    (f"{ANNA} a mis en garde contre un « mauvais accord ».", "mauvais accord"),
    (f"{ANNA} a qualifié le voyage de {KARL} de « piège ».", "piège"),
    (
        f"{ANNA} dit qu' « il y a des vents qui tournent » en quittant le port.",
        "il y a des vents qui tournent",
    ),
    (f"{ANNA} a dit que «la marée» viendrait plus tard ce soir.", "la marée"),
    (f'{ANNA} estime que la pêche fait face à "des menaces graves et répétées".', "des menaces graves et répétées"),
    (f"{KARL} assure que c'est « la moindre des choses ».", "la moindre des choses"),
    (f"{ANNA} a affirmé ne disposer d'« aucune nouvelle ».", "aucune nouvelle"),
    (f"{ANNA} a estimé avoir « de bonnes chances » de trouver dix marins.", "de bonnes chances"),
    (f"{ANNA} a estimé que ce départ « allégeait la tâche » des marins restés au port.", "allégeait la tâche"),
    (f"{ANNA} a prévenu les marins qu'une sortie sans feux « tournerait court ».", "tournerait court"),
    (f"{ANNA} a rappelé que la digue doit être réparée « sans hâte » avant l'hiver.", "sans hâte"),
    (f"{ANNA} a dit que le port offrait aux marins « un abri sans pareil » sur la côte.", "un abri sans pareil"),
    (f"{ANNA} a accusé {KARL} d'avoir « trahi » les marins de la côte du nord.", "trahi"),
    (f"{ANNA} s'est réjouie de voir les marins « tenir bon » devant la grève du port du nord.", "tenir bon"),
    (f"{ANNA} a réaffirmé la ligne « claire et ferme » du port devant la grève des marins.", "claire et ferme"),
    (f"{ANNA} a salué une traversée « excellente ».", "excellente"),
    (f"{ANNA} a dénoncé un accord qui revient à « fermer le port ».", "fermer le port"),
    (f"{ANNA} s'est félicitée d'un vote qui répond au « vœu des marins » de toute la côte.", "vœu des marins"),
]


@pytest.mark.parametrize("source", WITHIN)
def test_a_clause_with_a_few_quoted_words_is_said_whole(source: str) -> None:
    [(_, _, quote, direct)] = said(source)

    assert not direct
    assert any(mark in quote for mark in '«"')
    assert any(mark in quote for mark in '»"')


@pytest.mark.parametrize(("source", "words"), POINT)
def test_quoted_words_that_are_the_point_are_the_statement(source: str, words: str) -> None:
    assert [(quote, direct) for _, _, quote, direct in said(source)] == [(words, True)]


@pytest.mark.parametrize("joint", [", mais", " mais", " puis", " et"])
def test_a_second_verb_has_the_subject_of_the_first(joint: str) -> None:
    found = said(f"{ANNA} a estimé que la mer était calme{joint} a promis de rester au port.")

    assert [(speaker, quote) for speaker, _, quote, _ in found] == [
        ("Anna Lind", "que la mer était calme"),
        ("Anna Lind", "de rester au port"),
    ]


@pytest.mark.parametrize("opening", ["A en croire", "À en croire", "De l'avis de"])
def test_an_opinion_is_a_source(opening: str) -> None:
    found = said(f"{opening} {ANNA}, la mer est calme.")

    assert [(speaker, quote) for speaker, _, quote, _ in found] == [("Anna Lind", "la mer est calme")]
