"""Phrases of frequent words, found by the index alone, are those that a look at every text finds."""

from random import Random

import pytest
from django.db import connection

from articles.models import SearchedArticle
from articles.queries.article_facets import Wanted
from articles.queries.article_search import find
from articles.search.question import understood, words_query
from articles.search.runs import parted
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db
FREQUENT = ["ministre", "ministres", "affaires", "étrangères", "accords", "paix", "traité", "sommet"]
BETWEEN = ["de", "la", "des", "les", "sur", "zylophane"]
PHRASES = 150


def text_of(random: Random, size: int) -> list[str]:
    return [random.choice(FREQUENT + BETWEEN) for _ in range(size)]


def phrase_of(random: Random) -> list[str]:
    words = text_of(random, random.randint(0, 3))
    return [random.choice(FREQUENT), *words, random.choice(FREQUENT)]


def stands_in(phrase: list[str], text: list[str]) -> bool:
    """Word by word; what says nothing stands for any word, and one form for the other."""
    asked = [word if word in FREQUENT or word == "zylophane" else None for word in phrase]

    def alike(asked: str | None, word: str) -> bool:
        return asked is None or asked.removesuffix("s") == word.removesuffix("s")

    return any(
        all(alike(one, other) for one, other in zip(asked, text[at:], strict=False))
        for at in range(len(text) - len(asked) + 1)
    )


def test_random_phrases_find_what_a_look_at_every_text_finds() -> None:
    random = Random(7)  # noqa: S311 - repeatable
    texts = {}
    for _ in range(60):
        words = text_of(random, random.randint(8, 30))
        texts[ArticleFactory(title="Titre", text=" ".join(words)).pk] = ["titre", *words]
    quick = 0

    for _ in range(PHRASES):
        phrase = phrase_of(random)
        question = understood(f'"{" ".join(phrase)}"', literal=True)
        expected = {key for key, words in texts.items() if stands_in(phrase, words)}
        assert (phrase, set(find(Wanted(question=question)).keys.tolist())) == (phrase, expected)
        quick += bool(parted(question)[1])

    assert PHRASES / 3 < quick < PHRASES


@pytest.mark.parametrize(
    "asked",
    [
        '"affaires étrangères" -sommet',
        '"affaires étrangères" -"traité de paix"',
        '"affaires étrangères" zylophane',
        '"affaires étrangères" "traité de paix"',
        '"ministre des affaires étrangères" OU sommet',
        '="affaires étrangères"',
        '"les des"',
    ],
)
def test_a_phrase_beside_other_wishes_is_found_as_by_its_words(asked: str) -> None:
    random = Random(8)  # noqa: S311 - repeatable
    phrases = [
        "affaires étrangères",
        "affaire étrangère",
        "traité de paix",
        "ministre des",
        "sommet",
        "zylophane",
        "les",
    ]
    for _ in range(50):
        ArticleFactory(text=" ".join(random.choice(phrases) for _ in range(7)))
    question = understood(asked, literal=True)

    found = set(find(Wanted(question=question)).keys.tolist())

    assert found == set(SearchedArticle.objects.filter(words=words_query(question)).values_list("pk", flat=True))


def test_runs_are_filed_over_the_words_between_and_not_beyond_three() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT newsdesk_runs(newsdesk_words('traité de paix, accord sur la zylophane trêve'))")
        (runs,) = cursor.fetchone()

    assert sorted(runs) == [
        "accord 4 trev"[:0] or "paix 1 accord",
        "trait 2 paix",
        "trait 2 paix 1 accord",
        "trait 3 accord",
    ]
