"""Whether a meeting took place, from the words around it."""

import pytest

from articles.nlp.components.assertion.status import Assertion, of_noun, of_verb


@pytest.mark.parametrize(
    ("before", "words", "behind", "expected"),
    [
        ("Anna ", "a rencontré", " Karl.", Assertion("held")),
        ("Anna n'", "a pas rencontré", " Karl.", Assertion("denied")),
        ("Anna a refusé de ", "recevoir", " Karl.", Assertion("denied")),
        ("Anna doit ", "rencontrer", " Karl.", Assertion("planned")),
        ("Anna ", "avait rencontré", " Karl.", Assertion("held", earlier=True)),
        ("Anna pourrait ", "rencontrer", " Karl.", Assertion("")),
    ],
)
def test_of_verb_reads_the_clause(before: str, words: str, behind: str, expected: Assertion) -> None:
    assert of_verb(before, words, behind, future=False, conditional=False) == expected


def test_of_verb_takes_the_future_for_a_plan_and_the_conditional_for_nothing() -> None:
    assert of_verb("Anna ", "rencontrera", " Karl.", future=True, conditional=False) == Assertion("planned")
    assert of_verb("Anna ", "rencontrerait", " Karl.", future=False, conditional=True) == Assertion("")


@pytest.mark.parametrize(
    ("before", "behind", "expected"),
    [
        ("La ", " a duré une heure.", Assertion("held")),
        ("Aucune ", " n'est prévue.", Assertion("denied")),
        ("Une ", " est prévue mardi.", Assertion("planned")),
        ("Anna a annulé la ", " de mardi.", Assertion("cancelled")),
        ("La ", " n'aura pas lieu.", Assertion("cancelled")),
        ("Ils ne se sont pas vus en ", ".", Assertion("denied")),
        ("Ils ne s'étaient plus vus en ", " depuis le 3 octobre.", Assertion("held", earlier=True)),
    ],
)
def test_of_noun_reads_both_sides(before: str, behind: str, expected: Assertion) -> None:
    assert of_noun(before, behind) == expected


@pytest.mark.parametrize("before", ["où il prendra part à une ", "Il prendra part aux ", "Anna participera à une "])
def test_what_somebody_will_take_part_in_is_planned(before: str) -> None:
    assert of_noun(before, " du G8.") == Assertion("planned")
