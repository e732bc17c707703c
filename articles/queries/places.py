"""All places of the collection by name, and how many meetings took place at each."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, Count, F, Func, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, Lower
from django.utils.translation import get_language

from articles.enums import PlaceKind
from articles.models import IndexedMeeting, Place, PlaceName
from articles.queries.countries import country_names
from articles.queries.english_names import keys_of_places
from articles.queries.english_names import places as english_places
from articles.validators import name_key


@dataclass(frozen=True)
class PlaceSearch:
    """Which places to list; every part may be left out."""

    name: str = ""
    kind: str = ""
    country: str = ""
    letter: str = ""


def find_places(search: PlaceSearch) -> QuerySet[Place, Any]:
    """Places in the order of the alphabet, accents and case aside, by what the page calls them."""
    found = places_called(search.name) if name_key(search.name) else Place.objects.all()
    if search.kind:
        found = found.filter(kind=search.kind)
    if search.country:
        found = found.filter(country=search.country)
    return found.annotate(sort_key=Lower(Func(shown_name(), function="unaccent", output_field=CharField()))).order_by(
        "sort_key", "pk"
    )


def shown_name() -> Any:
    """As the page calls them: countries in its language, cities and regions too where their English name is known."""
    if (get_language() or "fr").startswith("fr"):
        return F("name")
    known = Func(
        Value(json.dumps(english_places())), F("name"), template="(%(expressions)s)", arg_joiner="::jsonb ->> "
    )
    called = Coalesce(known, F("name"), output_field=CharField())
    countries = [When(country=code, then=Value(name)) for code, name in country_names().items()]
    in_language = Case(*countries, default=F("name"), output_field=CharField())
    return Case(When(kind=PlaceKind.COUNTRY, then=in_language), default=called, output_field=CharField())


def places_called(words: str) -> QuerySet[Place]:
    """Places with a name in which every word begins a word, or with an English one that begins so."""
    names = PlaceName.objects.all()
    for word in name_key(words).split():
        names = names.filter(Q(key__startswith=word) | Q(key__contains=f" {word}"))
    english = PlaceName.objects.filter(key__in=keys_of_places(name_key(words), begun=True))
    return Place.objects.filter(Q(pk__in=names.values("place")) | Q(pk__in=english.values("place")))


def meetings_by_place(places: Iterable[int]) -> dict[int, int]:
    """How many meetings took place at each of these."""
    rows = IndexedMeeting.objects.filter(place__in=list(places)).order_by().values_list("place")
    return {place: number for place, number in rows.annotate(number=Count("pk")) if place is not None}
