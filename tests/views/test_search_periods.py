"""A period among the words of the one box: what the page, its links and the API make of it."""

import re
from datetime import date
from html import unescape

import pytest
from django.test import Client

from articles.models import Meeting
from tests.factories import ActorFactory, ArticleFactory, MeetingFactory, MeetingReportFactory

pytestmark = pytest.mark.django_db
TYPED = {"q": "Blinken en novembre 2023"}


@pytest.fixture
def meetings() -> list[Meeting]:
    """One told in each of two months, by an article of that month."""
    blinken = ActorFactory(name="Antony Blinken", names=["Blinken"])
    found = []
    for month in (10, 11):
        day = date(2023, month, 6)
        meeting = MeetingFactory(actors=[blinken], date_value=str(day), starts_on=day, ends_on=day)
        article = ArticleFactory(title=f"Mois {month}", text=f"Blinken était là. {month}", published_on=day)
        MeetingReportFactory(meeting=meeting, article=article, sentence="Blinken était là.", date_value=str(day))
        found.append(meeting)
    return found


def links(page: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'href="(\?[^"]*)"', page)]


def test_words_that_are_a_date_narrow_the_search(client: Client, meetings: list[Meeting]) -> None:
    page = client.get("/search/", TYPED).content.decode()

    assert ("Mois 11" in page, "Mois 10" in page) == (True, False)
    assert re.findall(r'href="/meetings/(\d+)/"', page) == [str(meetings[1].pk)]
    assert "« en novembre 2023 » est lu comme une période." in page
    assert 'class="muted">Période</span> novembre 2023' in page
    assert '<link rel="canonical" href="/search/?q=Blinken&amp;from=2023-11&amp;to=2023-11">' in page
    assert 'value="Blinken en novembre 2023"' in page


def test_the_period_can_be_taken_away_or_taken_as_words(client: Client, meetings: list[Meeting]) -> None:
    found = links(client.get("/search/", TYPED).content.decode())

    assert "?q=Blinken" in found
    without = client.get("/search/?q=Blinken").content.decode()
    assert ("Mois 11" in without, "Mois 10" in without) == (True, True)
    [as_words] = [link for link in found if "%E2%80%9C" in link]
    page = client.get(f"/search/{as_words}").content.decode()
    assert ("Mois 11" in page, "est lu comme une période" in page) == (False, False)


def test_a_period_alone_is_a_search(client: Client, meetings: list[Meeting]) -> None:
    page = client.get("/search/?q=November+2023", headers={"Accept-Language": "en"}).content.decode()

    assert ("Mois 11" in page, "Mois 10" in page) == (True, False)
    assert "“November 2023” is taken for a period." in page


def test_a_period_chosen_leaves_the_words_alone(client: Client, meetings: list[Meeting]) -> None:
    for more in ({"from": "2023"}, {"literal": "1"}):
        page = client.get("/search/", TYPED | more).content.decode()
        assert ("est lu comme une période" in page, "Mois 11" in page) == (False, False)


def test_htmx_keeps_what_was_typed_in_the_address(client: Client, meetings: list[Meeting]) -> None:
    answer = client.get("/search/", TYPED, headers={"HX-Request": "true"})

    assert answer.headers["HX-Push-Url"] == "/search/?q=Blinken+en+novembre+2023"


def test_the_api_reads_it_too(client: Client, meetings: list[Meeting]) -> None:
    found = client.get("/api/v1/search", TYPED).json()

    assert [item["title"] for item in found["items"]] == ["Mois 11"]
    assert found["elsewhere"]["meetings"]["count"] == 1
    assert "from=2023-11" in found["elsewhere"]["meetings"]["address"]
