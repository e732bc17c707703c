"""Countries and offices that a reader may mean by what is typed so far, those with most meetings or holders first."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Q, Value
from django.db.models.functions import Coalesce, NullIf

from articles.models import Post
from articles.queries.countries import country_code, country_name, names_by_language
from articles.queries.english_offices import offices_begun
from articles.queries.offices import office_text
from articles.queries.rows import rows_of
from articles.queries.suggestions import OFFERED
from articles.queries.who_was import begins_words, titles_of
from articles.validators import name_key


@dataclass(frozen=True, slots=True)
class Land:
    code: str
    name: str
    meetings: int


@dataclass(frozen=True, slots=True)
class Office:
    """`text` asks for just this office."""

    text: str
    title: str
    country: str
    holders: int


MEETINGS = """
SELECT code, (SELECT count(*) FROM articles_indexedmeeting WHERE countries @> ARRAY[code]::varchar[])
FROM unnest(%s::text[]) AS code
"""


def suggest_countries(text: str) -> list[Land]:
    """By the beginnings of words of the name in either language, or by the code."""
    key = name_key(text)
    told = names_by_language().values()
    codes = {code for names in told for code, name in names.items() if key and begins_words(key, name_key(name))}
    if code := country_code(text):
        codes.add(code)
    meetings: dict[str, int] = dict(rows_of(MEETINGS, [sorted(codes)])) if codes else {}
    found = [Land(code, country_name(code), meetings[code]) for code in codes]
    return sorted(found, key=lambda land: (-land.meetings, name_key(land.name)))[:OFFERED]


def suggest_offices(text: str) -> list[Office]:
    """By the beginnings of words, in French as the articles have them or of the usual ones in English; a country may
    follow after a comma.
    """
    words, _comma, land = text.partition(",")
    wordings = [name_key(each) for each in (words, *offices_begun(words))]
    posts = Post.objects.annotate(land=Coalesce(NullIf("country", Value("")), F("actor__country")))
    rows = posts.filter(any_worded(each for each in wordings if each)).order_by().values_list("key", "land")
    counted = rows.annotate(holders=Count("actor", distinct=True)).order_by("-holders", "key", "land")
    if land.strip():
        counted = counted.filter(land__in=[each.code for each in suggest_countries(land)])
    found = list(counted[:OFFERED])
    titles = titles_of({key for key, _, _ in found})
    return [
        Office(office_text(f"{key}|{code}"), titles[key], country_name(code), number) for key, code, number in found
    ]


def any_worded(wordings: Iterable[str]) -> Q:
    """An office with words begun by all those of one of the wordings; none where there are none."""
    wanted = Q(pk__in=[])
    for wording in wordings:
        each = Q()
        for word in wording.split():
            each &= Q(key__regex=rf"\m{word}")
        wanted |= each
    return wanted
