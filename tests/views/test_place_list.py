"""The list of places."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Place, PlaceName
from articles.validators import name_key
from tests.factories import MeetingFactory, MeetingReportFactory, PlaceFactory

pytestmark = pytest.mark.django_db


def listed(client: Client, language: str = "fr", **query: str) -> list[str]:
    page = client.get("/places/", query, headers={"Accept-Language": language}).content.decode()
    return re.findall(r'<li class="who">\s*<a href="/\w+/([\w-]+)/"', page)


def test_places_are_sorted_without_regard_to_accents_and_lead_to_their_dossiers(client: Client) -> None:
    for name in ("Zagreb", "Évian", "Esquel", "erevan"):
        PlaceFactory(name=name)

    assert listed(client) == ["erevan", "esquel", "evian", "zagreb"]
    assert listed(client, letter="e") == ["erevan", "esquel", "evian"]


def test_countries_are_called_and_sorted_in_the_language_of_the_page(client: Client) -> None:
    PlaceFactory(name="Allemagne", slug="DE", kind="country", country="DE")
    PlaceFactory(name="Espagne", slug="ES", kind="country", country="ES")
    PlaceFactory(name="Francfort", country="DE")

    assert listed(client) == ["DE", "ES", "francfort"]
    assert listed(client, "en") == ["francfort", "DE", "ES"]
    assert listed(client, "en", country="germany", kind="country") == ["DE"]


def test_places_tell_how_many_meetings_were_there(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ankara = PlaceFactory(name="Ankara")
    PlaceName.objects.create(place=ankara, name="Angora", key=name_key("Angora"))
    for _ in range(3):
        MeetingReportFactory(meeting=MeetingFactory(place=ankara))
    for number in range(59):
        PlaceFactory(name=f"Lieu {number}")

    page = client.get("/places/")

    assert page.context["rows"][0] == (ankara, 3)
    assert listed(client, q="ango") == ["ankara"]
    with django_assert_num_queries(4):
        client.get("/places/")


def test_search_leads_to_the_dossiers_of_places_and_to_the_meetings_there(client: Client) -> None:
    for name, fields in (("Ankara", {}), ("Ankaran", {"slug": "TR", "kind": "country", "country": "TR"})):
        place = PlaceFactory(name=name, **fields)
        PlaceName.objects.create(place=place, name=name, key=name_key(name))

    MeetingReportFactory(meeting=MeetingFactory(place=Place.objects.get(name="Ankara")))

    page = client.get("/search/", {"q": "anka"}).content.decode()

    assert ('href="/places/ankara/"' in page, 'href="/countries/TR/"' in page) == (True, True)
    assert re.findall(r'href="(/meetings/\?city=[^"]+)">([^<]+)<', page) == [("/meetings/?city=ankara", "1 rencontre")]
