"""Calendars, feeds and linked data of searches, read by the programs they are for."""

import json
from datetime import date

import feedparser
import pytest
from django.test import Client
from icalendar import Calendar

from articles.models import Article, Meeting, Statement
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingFactory,
    MeetingReportFactory,
    PlaceFactory,
    StatementFactory,
)

pytestmark = pytest.mark.django_db
SENTENCE = "Ana & Ben se sont vus ; « bien », dit-elle."


@pytest.fixture
def meetings() -> list[Meeting]:
    """One of a day at a known place, one of a month, one without a day; the last is denied."""
    ana, ben = ActorFactory(name="Ana, <la> Ministre", country="FR"), ActorFactory(name="Ben", country="TR")
    place = PlaceFactory(name="Ville; Haute", country="TR", latitude=39.9, longitude=32.8)
    found = [
        MeetingFactory(actors=[ana, ben], place=place, duration=150),
        MeetingFactory(
            actors=[ana], place=None, date_value="2023-10", starts_on=date(2023, 10, 1), ends_on=date(2023, 10, 31)
        ),
        MeetingFactory(actors=[ben], place=None, date_value="", meeting_status="denied"),
    ]
    for number, meeting in enumerate(found):
        article = ArticleFactory(text=f"{SENTENCE} {number}", title=f"Titre & {number}")
        MeetingReportFactory(meeting=meeting, article=article, sentence=SENTENCE)
    return found


def taken(client: Client, address: str) -> bytes:
    response = client.get(address)
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def test_calendar_read_back_has_the_days_of_the_meetings(client: Client, meetings: list[Meeting]) -> None:
    calendar = Calendar.from_ical(taken(client, "/meetings/export.ics"))

    days = {
        str(event["SUMMARY"]): (event["DTSTART"].dt, event["DTEND"].dt, str(event.get("LOCATION", "")))
        for event in calendar.walk("VEVENT")
    }
    assert days == {
        "Ana, <la> Ministre — Ben": (date(2023, 11, 6), date(2023, 11, 7), "Ville; Haute"),
        "Ana, <la> Ministre": (date(2023, 10, 1), date(2023, 11, 1), ""),
    }
    assert [str(entry["SUMMARY"]) for entry in calendar.walk("VJOURNAL")] == ["Ben"]


def test_feed_of_meetings_read_back_has_one_entry_each(client: Client, meetings: list[Meeting]) -> None:
    feed = feedparser.parse(taken(client, "/meetings/export.atom"))

    assert (feed.bozo, len(feed.entries)) == (False, 3)
    assert feed.entries[0].title == "Ana, <la> Ministre — Ben (2023-11-06 · Ville; Haute)"
    assert feed.entries[0].link == f"http://testserver/meetings/{meetings[0].pk}/"
    assert feed.feed.id == "http://testserver/meetings/export.atom"


def test_feed_of_statements_holds_the_words_and_who_decided(client: Client) -> None:
    statement: Statement = StatementFactory(
        article=ArticleFactory(text="« Oui & non », dit-elle."), quote="Oui & non", speaker=ActorFactory(name="Ana <B>")
    )

    feed = feedparser.parse(taken(client, "/statements/export.atom?direct=yes"))

    assert (feed.bozo, len(feed.entries)) == (False, 1)
    entry = feed.entries[0]
    assert entry.title == f"Ana <B> ({statement.article.published_on.isoformat()})"
    assert entry.summary.startswith("« Oui & non »\n")
    assert "proposed by newsdesk_statements test-1" in entry.summary
    assert feed.feed.id == "http://testserver/statements/export.atom?direct=yes"


def test_feed_of_articles_follows_the_filter(client: Client) -> None:
    ArticleFactory(title="Paix & guerre", text="Un traité.")
    ArticleFactory(title="Autre", text="Rien.")

    feed = feedparser.parse(taken(client, "/articles/export.atom?q=traité"))

    assert (feed.bozo, [entry.title for entry in feed.entries]) == (False, ["Paix & guerre"])


def test_geojson_has_each_meeting_and_points_where_they_are_known(client: Client, meetings: list[Meeting]) -> None:
    told = json.loads(taken(client, "/meetings/export.geojson"))

    assert (told["type"], told["count"], len(told["features"])) == ("FeatureCollection", 3, 3)
    assert [feature["geometry"] for feature in told["features"]] == [
        {"type": "Point", "coordinates": [32.8, 39.9]},
        None,
        None,
    ]
    assert told["features"][0]["properties"]["reports"][0]["machine"] == "test-1"


def test_points_are_those_of_the_map(client: Client) -> None:
    """Nobody enters coordinates of the places that articles name: the gazetteer has them."""
    for place in (PlaceFactory(name="Ankara"), PlaceFactory(name="Sans coordonnées"), None):
        MeetingReportFactory(meeting=MeetingFactory(place=place))

    features = json.loads(taken(client, "/meetings/export.geojson"))["features"]
    events = json.loads(taken(client, "/meetings/export.jsonld"))["hasPart"]

    at_ankara = {"type": "Point", "coordinates": [32.85, 39.92]}
    assert [each["geometry"] for each in reversed(features)] == [at_ankara, None, None]
    assert [each.get("location", {}).get("geo") for each in reversed(events)] == [
        {"@type": "GeoCoordinates", "latitude": 39.92, "longitude": 32.85},
        None,
        None,
    ]
    places = client.get("/api/v1/places").json()["items"]
    assert {each["slug"]: each["longitude"] for each in places} == {"ankara": 32.85, "sans-coordonnees": None}


def test_linked_data_tells_meetings_as_events(client: Client, meetings: list[Meeting]) -> None:
    told = json.loads(taken(client, "/meetings/export.jsonld"))

    first, second, third = told["hasPart"]
    assert (told["@type"], told["collectionSize"]) == ("Collection", 3)
    assert (first["startDate"], first["endDate"], first["duration"]) == ("2023-11-06", "2023-11-06", "PT150M")
    assert first["location"]["geo"] == {"@type": "GeoCoordinates", "latitude": 39.9, "longitude": 32.8}
    assert [one["name"] for one in first["attendee"]] == ["Ana, <la> Ministre", "Ben"]
    assert (second["startDate"], "startDate" in third) == ("2023-10", False)
    assert third["eventStatus"] == "https://schema.org/EventCancelled"
    assert {"@type": "PropertyValue", "name": "machine", "value": "test-1"} in first["subjectOf"][0][
        "additionalProperty"
    ]


def test_pages_offer_every_format(client: Client, meetings: list[Meeting]) -> None:
    article = Article.objects.get(title="Titre & 0")
    listed = client.get("/articles/?q=Ana").content.decode()
    alone = client.get(f"/articles/{article.pk}/").content.decode()

    for form in ("jsonl", "spacy", "conll", "brat", "web-annotation", "label-studio", "doccano"):
        assert f"/articles/export.{form}?q=Ana" in listed
        assert f"/articles/{article.pk}/export.{form}" in alone
    assert "/articles/export.atom?q=Ana" in listed
