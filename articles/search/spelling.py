"""Names that a word with a typing error may be meant for: words of names that look or sound like it."""

import re
from collections.abc import Iterable

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection, transaction
from django.db.models import Q

from articles.models import ActorName, PlaceName
from articles.names import by_key, lookup_keys
from articles.queries.rows import rows_of
from articles.sounds import bones, sound

SHORTEST = 4
#: A word that stands in so many articles is no typing error.
WELL_KNOWN = 3
#: How alike a word and the likest part of a name must be, by the groups of three letters they share.
LIKE = 0.45
#: So many names that look like the word are looked at.
LOOKED_AT = 60
#: At most so many words may have been meant.
MEANT = 2


def misspelt(words: Iterable[str]) -> list[str]:
    """Those of the words (keys) that no name has and hardly any article."""
    wanted = [word for word in dict.fromkeys(words) if len(word) >= SHORTEST and word.isalpha()]
    if not wanted:
        return []
    rare = {word for (word,) in rows_of(RARE, {"words": wanted, "known": WELL_KNOWN})}
    return [word for word in wanted if word in rare]


#: Titles are few words: a word that stands in enough of them need not be looked up in all texts.
RARE = r"""
SELECT word FROM unnest(%(words)s::text[]) AS word
WHERE NOT EXISTS (SELECT FROM articles_actorname WHERE key ~ ('\m' || word || '\M'))
    AND NOT EXISTS (SELECT FROM articles_placename WHERE key ~ ('\m' || word || '\M'))
    AND CASE WHEN (SELECT count(*) FROM (
        SELECT FROM articles_article WHERE search_vector @@ plainto_tsquery('newsdesk_french', word) LIMIT %(known)s
    ) AS titled) >= %(known)s THEN false
    ELSE (SELECT count(*) FROM (
        SELECT FROM articles_searchedarticle WHERE words @@ plainto_tsquery('newsdesk_french', word) LIMIT %(known)s
    ) AS found) < %(known)s END
"""


def meant_by(word: str) -> list[str]:
    """The words of names that are most like the word, the likest ones only."""
    written = words_like(word)
    ranked = sorted((unlikeness(word, other), other) for other in written)
    likely = [(rank, other) for rank, other in ranked if rank <= allowed(word)]
    return [written[other] for rank, other in likely if rank == likely[0][0]][:MEANT]


def words_like(word: str) -> dict[str, str]:
    """The words of names by their keys."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [str(LIKE)])
        names = names_like(word)
        cursor.execute("SELECT set_config('pg_trgm.word_similarity_threshold', '0.6', true)")
    return by_key(each for name in names for each in re.split(r"[\s-]+", name) if len(each) >= SHORTEST)


def names_like(word: str) -> list[str]:
    looking = Q(key__trigram_word_similar=word) | Q(tokens__overlap=lookup_keys(word))
    likeness = TrigramWordSimilarity(word, "key").desc()
    actors = ActorName.objects.filter(looking).order_by(likeness, "pk")
    places = PlaceName.objects.filter(key__trigram_word_similar=word).order_by(likeness, "pk")
    return [row.name for found in (actors, places) for row in found.only("name")[:LOOKED_AT]]


def allowed(word: str) -> int:
    return 1 if len(word) < 6 else 2


def unlikeness(word: str, other: str) -> int:
    """How many letters were missed, added, exchanged or turned round; a name that sounds the same is off by one."""
    steps = turned_distance(word, other)
    same_sound = word[0] == other[0] and bones(sound(word, last=True)) == bones(sound(other, last=True))
    return min(steps, 1) if same_sound and steps <= len(word) // 2 else steps


def turned_distance(one: str, other: str) -> int:
    """Edit distance in which two neighbours that changed places count once."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, theirs in enumerate(other, 1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != theirs))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == theirs:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]
