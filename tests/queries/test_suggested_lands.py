"""What is suggested for a country or an office that is being typed."""

import pytest
from django.test import Client
from django.utils.translation import override

from articles.forms.meeting_search import MeetingSearchForm
from articles.queries.suggested_lands import suggest_countries, suggest_offices
from tests.factories import ActorFactory, MeetingFactory, MeetingReportFactory, PostFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "first"), [("turq", "TR"), ("TR", "TR"), ("turkey", "TR"), ("royaume", "GB"), ("unis et", "US")]
)
def test_countries_are_found_by_beginnings_in_both_languages_and_by_code(typed: str, first: str) -> None:
    MeetingReportFactory(meeting=MeetingFactory(actors=[ActorFactory(country=first), ActorFactory(country="FR")]))

    found = suggest_countries(typed)

    assert (found[0].code, found[0].meetings) == (first, 1)


def test_countries_are_called_in_the_language_of_the_page() -> None:
    with override("en"):
        assert [land.name for land in suggest_countries("allem")] == ["Germany"]


@pytest.mark.parametrize("typed", ["", " ", "?!", "xyzzy"])
def test_nothing_is_suggested_for_nothing(typed: str) -> None:
    PostFactory()
    assert suggest_countries(typed) == []
    assert suggest_offices(typed) == []


def test_offices_are_found_by_beginnings_with_those_most_hold_first() -> None:
    for country in ("TR", "TR", "FR"):
        PostFactory(title="ministre des Affaires étrangères", country=country)
    PostFactory(title="président", country="FR")

    found = [(office.text, office.country, office.holders) for office in suggest_offices("min aff")]
    assert found == [
        ("ministre des affaires etrangeres, TR", "Turquie", 2),
        ("ministre des affaires etrangeres, FR", "France", 1),
    ]
    assert [office.text for office in suggest_offices("ministre, fra")] == ["ministre des affaires etrangeres, FR"]
    assert [office.text for office in suggest_offices("foreign m")] == [office for office, _, _ in found]


def test_what_is_suggested_asks_for_just_that() -> None:
    PostFactory(title="ministre", country="FR")
    wanted = PostFactory(title="ministre des Affaires étrangères", country="TR")
    [office] = suggest_offices("affaires")

    form = MeetingSearchForm({"post": office.text})

    assert form.is_valid()
    assert form.search().posts == (f"{wanted.key}|TR",)


def test_options_have_what_is_sent_and_what_is_shown(client: Client) -> None:
    PostFactory(title="ministre <b>", key="ministre", country="TR")

    page = client.get("/offices/suggestions/", {"q": "mini"}).content.decode()
    assert 'data-slug="ministre, TR" data-name="ministre &lt;b&gt;, Turquie"' in page
    assert 'data-slug="TR" data-name="Turquie"' in client.get("/countries/suggestions/", {"q": "tur"}).content.decode()


def test_country_stands_in_its_field_by_name(client: Client) -> None:
    form = MeetingSearchForm({"country": "TR"})

    assert form.is_valid()
    assert (form["country"].value(), form.fields["country"].widget.attrs["data-slug"]) == ("Turquie", "TR")
