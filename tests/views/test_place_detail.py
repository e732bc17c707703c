"""The dossier of a place."""

import pytest
from django.test import Client

from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingFactory,
    MeetingReportFactory,
    MentionFactory,
    PlaceFactory,
)

pytestmark = pytest.mark.django_db


def test_place_shows_who_met_there_and_which_articles_name_it(client: Client) -> None:
    ankara = PlaceFactory(name="Ankara", country="TR")
    fidan = ActorFactory(name="Hakan Fidan", country="TR")
    meeting = MeetingFactory(actors=[fidan], place=ankara)
    MeetingReportFactory(meeting=meeting)
    MeetingReportFactory(meeting=MeetingFactory(place=PlaceFactory(name="Doha", country="QA")))
    named = MentionFactory(text="Ankara", label="GPE", place=ankara).article
    written = ArticleFactory(dateline_place=ankara)

    page = client.get("/places/ankara/")

    assert [card.meeting.pk for card in page.context["cards"]] == [meeting.pk]
    assert [(each.value, each.count) for each in page.context["people"]] == [("hakan-fidan", 1)]
    assert {article.pk for article in page.context["articles"]} == {named.pk, written.pk}
    assert 'href="/countries/TR/"' in page.content.decode()
    assert 'href="/meetings/?city=ankara"' in page.content.decode()


def test_place_has_one_address(client: Client) -> None:
    ankara = PlaceFactory(name="Ankara")
    by_number = client.get(f"/places/{ankara.pk}/")
    assert (by_number.status_code, by_number["Location"]) == (301, "/places/ankara/")
    PlaceFactory(name="Turquie", slug="TR", kind="country", country="TR")
    assert client.get("/places/TR/")["Location"] == "/countries/TR/"
    assert client.get("/places/nulle-part/").status_code == 404
    assert client.get("/places/99999999999999999999/").status_code == 404
