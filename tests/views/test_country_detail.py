"""The dossier of a country, and the list of all."""

import re
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import PostEvidence
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingFactory,
    MeetingReportFactory,
    MentionFactory,
    PlaceFactory,
    PostFactory,
)

pytestmark = pytest.mark.django_db


def met(*actors: object, place: object = None, status: str = "held") -> object:
    meeting = MeetingFactory(actors=list(actors), place=place, meeting_status=status)
    MeetingReportFactory(meeting=meeting)
    return meeting


def turkey(diplomats: int = 1) -> None:
    """Ministers of Turkey who met a visitor in Ankara."""
    visitor = ActorFactory(name="Antony Blinken", country="US")
    for number in range(diplomats):
        fidan = ActorFactory(name=f"Hakan Fidan {number}", country="TR")
        day = date(2023, 11, 6)
        post = PostFactory(actor=fidan, title=f"ministre {number}", country="TR", since=day, until=day)
        article = ArticleFactory(text=f"ministre {number} Hakan Fidan", published_on=day)
        mention = MentionFactory(article=article, text=f"ministre {number}", label="ROLE", actor=fidan)
        PostEvidence.objects.create(post=post, mention=mention)
        met(fidan, visitor, place=PlaceFactory(name=f"Ville {number}", country="TR"))


def test_country_shows_diplomats_partners_visitors_and_places(client: Client) -> None:
    turkey()
    page = client.get("/countries/TR/")
    context, html = page.context, page.content.decode()
    assert [(each.title, [held.holder.name for held in each.holdings]) for each in context["offices"]] == [
        ("ministre 0", ["Hakan Fidan 0"])
    ]
    assert re.search(r'href="/articles/\d+/\?mention=\d+#m-\d+">Agence du Test, 6 novembre 2023', html)
    assert [(each.value, each.count) for each in context["countries"]] == [("US", 1)]
    assert [(each.value, each.count) for each in context["visitors"]] == [("antony-blinken", 1)]
    assert [(each.value, each.count) for each in context["places"]] == [("ville-0", 1)]


def test_every_count_is_what_its_link_finds(client: Client) -> None:
    turkey(3)
    met(ActorFactory(name="Joe Biden", country="US"), ActorFactory(name="Emine", country="TR"), status="denied")
    html = client.get("/countries/TR/").content.decode()
    aside = html.partition("<aside")[2].partition("</aside>")[0]
    counts = re.findall(r'<td><a href="(/meetings/[^"]+)">[^<]+</a></td><td>(\d+)</td>', aside)
    counts += re.findall(r'<td><a href="(/meetings/[^"]+)">(\d+)</a></td>', aside)
    assert len(counts) >= 8
    for address, number in counts:
        found = client.get(address.replace("&amp;", "&")).context["page"].paginator.count
        assert (address, found) == (address, int(number))


@pytest.mark.parametrize("diplomats", [1, 12])
def test_country_takes_as_many_queries_for_one_diplomat_as_for_twelve(
    client: Client, diplomats: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    turkey(diplomats)
    with django_assert_num_queries(14):
        client.get("/countries/TR/")


def test_country_has_one_address_and_unknown_ones_none(client: Client) -> None:
    answer = client.get("/countries/tr/")
    assert (answer.status_code, answer["Location"]) == (301, "/countries/TR/")
    assert client.get("/countries/QQ/").status_code == 404
    assert client.get("/countries/TR/").status_code == 200


def test_list_counts_people_and_meetings_of_each_country(client: Client) -> None:
    turkey(2)
    ActorFactory(name="Sans rencontre", country="FR")
    rows = [(row.code, row.people, row.meetings) for row in client.get("/countries/").context["rows"]]
    assert rows == [("TR", 2, 2), ("US", 1, 2), ("FR", 1, 0)]
