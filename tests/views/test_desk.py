import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories import ActorFactory, MeetingFactory, MeetingReportFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("item_count", [1, 3])
def test_desk_asks_the_same_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, item_count: int
) -> None:
    for number in range(item_count):
        actors = [ActorFactory(name=f"A{number}"), ActorFactory(name=f"B{number}")]
        MeetingReportFactory(meeting=MeetingFactory(actors=actors))
    with django_assert_num_queries(6):
        desk = client.get("/").context["desk"]
    assert (desk.article_count, desk.meeting_count, desk.person_count) == (item_count, item_count, 2 * item_count)
    assert [[actor.name for actor in brief.participants] for brief in desk.meetings] == [
        [f"A{number}", f"B{number}"] for number in reversed(range(item_count))
    ]


def test_desk_of_an_empty_collection_says_how_to_import(client: Client) -> None:
    assert "manage.py import_articles" in client.get("/").content.decode()


def test_desk_marks_meetings_that_an_illustrative_text_tells_of(client: Client) -> None:
    MeetingReportFactory(article__source=SourceFactory(name="Fil A", is_illustrative=True))
    MeetingReportFactory(article__source=SourceFactory(name="Fil B"))
    assert [brief.illustrative for brief in client.get("/").context["desk"].meetings] == [False, True]


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ({"q": " Fidan ", "in": "meetings"}, "/meetings/?actor=Fidan"),
        ({"q": "", "in": "meetings"}, "/meetings/"),
        ({"q": "Fidan novembre 2023", "in": "meetings"}, "/meetings/?actor=Fidan&from=2023-11&to=2023-11"),
        ({"q": "Fidan et Blinken 2023", "in": "meetings"}, "/meetings/?actor=Fidan+et+Blinken&from=2023&to=2023"),
        ({"q": "6 novembre 2023", "in": "meetings"}, "/meetings/?from=2023-11-06&to=2023-11-06"),
        ({"q": "Turquie 2023", "in": "meetings"}, "/meetings/?actor=Turquie&from=2023&to=2023"),
        ({"q": "otages Gaza", "in": "meetings"}, "/meetings/?q=otages+Gaza"),
        ({"q": "a\x00b", "in": "meetings"}, "/meetings/?q=a%00b"),
    ],
)
def test_search_leads_to_what_its_button_says(client: Client, query: dict[str, str], address: str) -> None:
    for name in ("Hakan Fidan", "Antony Blinken"):
        ActorFactory(name=name)
    assert client.get("/search/", query)["Location"] == address
