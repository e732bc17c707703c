"""Which offices a reader means by words such as « ministre des Affaires étrangères, TR »."""

from django.db.models import F, Value
from django.db.models.functions import Coalesce, NullIf

from articles.models import Post
from articles.queries.countries import country_code
from articles.queries.english_offices import office_in_french
from articles.validators import name_key


def offices_called(text: str) -> tuple[str, ...]:
    """`key|country` of every office meant: the one with just these words, else all with a word begun by each.

    A country may follow after a comma; a comma alone asks for those that no country is known of. Where no office is
    called so here, the words may be English ones.
    """
    return offices_in_words(text) or offices_in_words(from_english(text))


def from_english(text: str) -> str:
    """`foreign minister, Turkey` and `Turkish foreign minister` as French texts call it; nothing for other words."""
    office, comma, land = text.rpartition(",")
    if (found := office_in_french(office)) and country_code(land):
        return f"{found[0]}, {country_code(land)}"
    found = office_in_french(text.rstrip(" ,"))
    return f"{found[0]}{', ' if found[1] or comma else ''}{found[1]}" if found else ""


def offices_in_words(text: str) -> tuple[str, ...]:
    office, comma, land = text.rpartition(",")
    code = country_code(land)
    if not comma or (land.strip() and not code):
        office, comma = text, ""
    found = held_offices(name_key(office))
    meant = (
        [each for each in found if each[0] == office.strip()]
        or [each for each in found if name_key(each[0]) == name_key(office)]
        or found
    )
    return tuple(sorted(f"{key}|{country}" for key, country in meant if not comma or country == code))


def held_offices(words: str) -> list[tuple[str, str]]:
    """Offices and their countries, that of the holder where the text tells none."""
    if not words:
        return []
    posts = Post.objects.annotate(land=Coalesce(NullIf("country", Value("")), F("actor__country")))
    for word in words.split():
        posts = posts.filter(key__regex=rf"\m{word}")
    return list(posts.order_by().values_list("key", "land").distinct())


def office_text(tag: str) -> str:
    """The words that ask for just this `key|country`."""
    key, _, country = tag.rpartition("|")
    return f"{key}, {country}".rstrip()
