"""English pages call places and offices by their English names, and find places by them."""

import csv

import pytest
from django.test import Client
from django.utils.translation import override

from articles.forms.meeting_search import MeetingSearchForm
from articles.models import Meeting, Place
from articles.nlp.components.linking.offices import office_key
from articles.nlp.lexicons import DATA
from articles.queries.english_names import office_called, offices, place_called, rows
from articles.queries.lookup import places_called
from articles.queries.suggestions import suggest_places
from articles.validators import name_key
from tests.factories import ActorFactory, MeetingFactory, MeetingReportFactory, PlaceFactory, PostFactory

pytestmark = pytest.mark.django_db


def place(name: str, country: str, kind: str = "city") -> Place:
    made: Place = PlaceFactory(name=name, country=country, kind=kind)
    made.names.create(name=name, key=name_key(name))
    return made


def met(where: Place, title: str = "ministre turc des Affaires étrangères") -> Meeting:
    minister = ActorFactory(name="Hakan Fidan", country="TR")
    post = PostFactory(actor=minister, title=title, key=office_key(title), country="TR")
    meeting: Meeting = MeetingFactory(place=where)
    meeting.participations.create(actor=minister, post=post)
    MeetingReportFactory(meeting=meeting, place=where, actors=[minister])
    return meeting


@pytest.mark.parametrize("file", ["places", "offices"])
def test_lists_are_sorted_unique_and_filled(file: str) -> None:
    told = list(rows(f"en/{file}.csv"))
    ids = [row["id"] for row in told]

    assert ids == sorted(set(ids))
    assert all(value and value == value.strip() for row in told for value in row.values())


def test_every_place_is_one_of_the_french_lists_and_differs() -> None:
    known = {}
    for file in ("cities", "regions"):
        with (DATA / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
            known |= {row["id"]: row["name"] for row in csv.DictReader(lines)}

    assert [row for row in rows("en/places.csv") if known.get(row["id"], row["english"]) == row["english"]] == []


def test_every_office_is_filed_as_posts_are() -> None:
    assert [office for office in offices() if office_key(office) != office] == []


@pytest.mark.parametrize(
    ("title", "english"),
    [
        ("ministre turc des Affaires étrangères", "foreign minister"),
        ("président de la République", "president"),
        ("Première ministre", "prime minister"),
        ("garde champêtre", "garde champêtre"),
    ],
)
def test_office_is_called_in_the_language_of_the_page(title: str, english: str) -> None:
    with override("en"):
        assert office_called(title) == english
    with override("fr"):
        assert office_called(title) == title


def test_place_without_an_english_name_keeps_its_own() -> None:
    with override("en"):
        assert [place_called(name) for name in ("Pékin", "mer Noire", "Roubaix")] == ["Beijing", "Black Sea", "Roubaix"]


def test_pages_in_english_say_so_and_those_in_french_do_not(client: Client) -> None:
    beijing = place("Pékin", "CN")
    meeting = met(beijing)

    for address in (f"/meetings/{meeting.pk}/", "/meetings/", "/actors/hakan-fidan/", "/places/", "/meetings/as/map/"):
        english = client.get(address, headers={"Accept-Language": "en"}).content.decode()
        assert ("Beijing" in english, "Pékin" in english) == (True, False), address
        french = client.get(address, headers={"Accept-Language": "fr"}).content.decode()
        assert ("Beijing" in french, "Pékin" in french) == (False, True), address
    page = client.get("/meetings/", headers={"Accept-Language": "en"}).content.decode()
    assert "foreign minister, Turkey" in page
    assert "Affaires étrangères" not in page.partition("<blockquote>")[0].partition("</form>")[2]


def test_country_told_by_the_words_of_an_office_is_not_lost(client: Client) -> None:
    meeting: Meeting = MeetingFactory(place=None)
    somebody = ActorFactory(name="Jean Petit")
    title = "ambassadeur de Turquie"
    meeting.participations.create(actor=somebody, post=PostFactory(actor=somebody, title=title, country=""))
    MeetingReportFactory(meeting=meeting, actors=[somebody])

    page = client.get("/meetings/", headers={"Accept-Language": "en"}).content.decode()

    assert "ambassador, Turkey" in page


def test_places_are_found_and_suggested_by_both_names() -> None:
    hague = place("La Haye", "NL")

    for name in ("The Hague", "the hague", "La Haye"):
        form = MeetingSearchForm({"place": name})
        assert form.is_valid(), name
        assert form.search().places == (hague.pk,)
        assert places_called(name) == [hague]
    assert suggest_places("the ha") == suggest_places("la h") == [hague]


def test_places_are_listed_in_the_order_of_what_they_are_called(client: Client) -> None:
    for name, country in (("Pékin", "CN"), ("Bogota", "CO"), ("Amman", "JO")):
        met_there = place(name, country)
        MeetingReportFactory(meeting=MeetingFactory(place=met_there))

    page = client.get("/places/", headers={"Accept-Language": "en"}).content.decode()

    assert page.index("Amman") < page.index("Beijing") < page.index("Bogota")
