"""Phrases of frequent words in articles, which the index finds alone: migration 0033 files runs of such words.

Of any other phrase PostgreSQL must look at the words of each article that has them all.
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise, product

from articles.queries.rows import rows_of
from articles.search.lexemes import either, every, quoted
from articles.search.question import Pattern, Question, Wish

#: So many words a run has at the most, and so many places from one to the next.
LONGEST, FARTHEST = 3, 3
Runs = list[str]


def parted(question: Question) -> tuple[str, list[Runs]]:
    """The question as a tsquery without the phrases that are filed as runs, and of each of those the ways it is."""
    filed = {wish: ways for wish in question.wishes if (ways := filed_as(wish))}
    asked = [loose(wish) if wish in filed else told(wish) for wish in question.wishes]
    needed = any(wish.excluded for wish in question.wishes)  # the index cannot tell where a word is not by itself
    rest = [query for query, wish in zip(asked, question.wishes, strict=True) if needed or wish not in filed]
    return every(rest), list(filed.values())


def told(wish: Wish) -> str:
    return f"!{wish.query}" if wish.excluded and wish.query else wish.query


def loose(wish: Wish) -> str:
    """The words of a phrase, wherever they stand."""
    return every(either(map(quoted, forms)) for _, forms in wish.patterns[0])


def filed_as(wish: Wish) -> Runs:
    """As which runs; none where one of the words is rare, or the wish is not for one phrase alone."""
    if wish.excluded or len(wish.patterns) != 1:
        return []
    (phrase,) = wish.patterns
    near = 1 < len(phrase) <= LONGEST and all(gap <= FARTHEST for gap in gaps(phrase))
    if not near or not frequent().issuperset(form for _, forms in phrase for form in forms):
        return []
    return [written(words, phrase) for words in product(*(forms for _, forms in phrase))]


def gaps(phrase: Pattern) -> Iterator[int]:
    return (later - place for (place, _), (later, _) in pairwise(phrase))


def written(words: tuple[str, ...], phrase: Pattern) -> str:
    """`affair 1 etranger`: each word, and how far it is to the next."""
    rest = "".join(f" {gap} {word}" for gap, word in zip(gaps(phrase), words[1:], strict=True))
    return words[0] + rest


@cache
def frequent() -> frozenset[str]:
    """The stems of which runs are filed; they are part of the index."""
    return frozenset(stem for (stem,) in rows_of("SELECT unnest(newsdesk_frequent())", ()))
