"""Pictures of what a search finds: each mark leads to just what it counts."""

import re
from datetime import date, timedelta
from html import unescape
from random import Random
from xml.etree import ElementTree

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Actor, Meeting, Place
from articles.queries.meeting_network import PEOPLE
from articles.views.pictures import PICTURES
from tests.factories import ActorFactory, MeetingFactory, MeetingReportFactory, PlaceFactory
from tests.queries.made_up_world import make_world

pytestmark = pytest.mark.django_db
NAMES = list(PICTURES)
MARK = re.compile(r'<a aria-label="[^"]* : (\d+) rencontres?" href="([^"]+)"')
#: A day of which more meetings are found than are told for certain says both.
DAY = re.compile(r'<a aria-label="[^"]*, (\d+) avec celles[^"]*" href="([^"]+)"')
CELL = re.compile(r'<td><a href="([^"]+)">(\d+)</a></td>')
SEARCHES = ["", "?actor=nom1-numero1", "?country=FR&status=held", "?from=2020-05&to=2021-03", "?actor=TR"]


def picture(client: Client, name: str, search: str = "") -> str:
    answer = client.get(f"/meetings/as/{name}/{search}")
    assert answer.status_code == 200
    return answer.content.decode()


def drawn(page: str) -> str:
    found = re.search(r'<svg [^>]*class="picture .*</svg>', page, re.DOTALL)
    return found.group() if found else ""


def met(*actors: Actor, place: Place | None = None, day: date = date(2023, 11, 6)) -> Meeting:
    meeting = MeetingFactory(actors=list(actors), place=place, date_value=str(day), starts_on=day, ends_on=day)
    MeetingReportFactory(meeting=meeting)
    return meeting


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_and_every_cell_leads_to_what_it_counts(client: Client, name: str) -> None:
    random = Random(5)  # noqa: S311 -- repeatable
    make_world(random, meetings=50)
    for number, place in enumerate(Place.objects.order_by("pk")):
        Place.objects.filter(pk=place.pk).update(latitude=10.0 * number, longitude=15.0 * number)
    marks = 0
    for search in SEARCHES:
        page = picture(client, name, search)
        told = {(address, number) for kind in (MARK, DAY) for number, address in kind.findall(drawn(page))}
        marks += len(told)
        found = told | set(CELL.findall(page))
        for address, number in random.sample(sorted(found), min(7, len(found))):
            found_there = client.get(unescape(address)).context["page"].paginator.count
            assert (search, address, found_there) == (search, address, int(number))
    assert marks > 10


@pytest.mark.parametrize("name", NAMES)
def test_hostile_names_stay_names(client: Client, name: str) -> None:
    bad = "\"><script>alert(1)</script>&'<a href=x>"
    actors = [ActorFactory(name=f"{bad}{n}", slug=f"bad-{n}", country="FR" if n else "US") for n in range(3)]
    place = PlaceFactory(name=bad, slug="bad", latitude=48.8, longitude=2.3)
    met(*actors, place=place)
    met(*actors, place=PlaceFactory(name="Ankara"), day=date(2023, 11, 8))
    page = picture(client, name, "?actor=bad-0")
    assert "<script>alert" not in page
    ElementTree.fromstring(drawn(page))  # noqa: S314 -- our own, which is what is looked at
    assert " style=" not in drawn(page)


@pytest.mark.parametrize("rows", [2, 50])
@pytest.mark.parametrize(
    ("name", "queries"), [("timeline", 4), ("network", 6), ("map", 7), ("calendar", 4), ("matrix", 5)]
)
def test_pictures_take_as_many_queries_for_two_meetings_as_for_fifty(
    client: Client, name: str, queries: int, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    actor = ActorFactory(name="Hakan Fidan", country="TR")
    third = ActorFactory(name="Toujours là")
    for number in range(rows):
        other = ActorFactory(name=f"Autre {number}", country="FR")
        place = PlaceFactory(name="Ankara" if number % 2 else "Paris", country="TR" if number % 2 else "FR")
        met(actor, other, third, place=place, day=date(2023, 1, 1) + timedelta(days=number))
    with django_assert_num_queries(queries):
        client.get(f"/meetings/as/{name}/?actor=hakan-fidan")


def test_pictures_of_a_large_collection_stay_light_and_say_what_they_leave_out(client: Client) -> None:
    centre = ActorFactory(name="Au centre")
    others = [ActorFactory(name=f"Quelqu'un au nom très long, {number}", country="FR") for number in range(70)]
    for number, other in enumerate(others):
        place = PlaceFactory(name=f"Lieu {number}", latitude=number / 2, longitude=number)
        met(*dict.fromkeys([centre, other, *others[:3]]), place=place, day=date(1950 + number, 1, 1))
    pages = {name: picture(client, name, "?actor=au-centre") for name in NAMES}
    assert {name: len(drawn(page).encode()) < 100_000 for name, page in pages.items()} == dict.fromkeys(NAMES, True)
    assert {name: len(page.encode()) < 250_000 for name, page in pages.items()} == dict.fromkeys(NAMES, True)
    assert f"Seules les {PEOPLE} personnes les plus rencontrées" in pages["network"]
    assert "antérieures à 1960 ne sont pas dessinées" in pages["timeline"]


def test_periods_are_links_that_keep_the_search(client: Client) -> None:
    actor = ActorFactory(name="Hakan Fidan")
    for day in (date(2022, 3, 1), date(2023, 11, 6), date(2023, 11, 7)):
        met(actor, ActorFactory(), day=day)
    rows = client.get("/meetings/as/network/?actor=hakan-fidan&from=2023&to=2023").context["periods"]
    told = [[(each.name, each.url, each.number, each.chosen) for each in row] for row in rows]
    base = "?actor=hakan-fidan"
    assert told == [
        [
            ("toutes dates", base, 3, False),
            ("2022", f"{base}&from=2022&to=2022", 1, False),
            ("2023", f"{base}&from=2023&to=2023", 2, True),
        ],
        [("nov.", f"{base}&from=2023-11&to=2023-11", 2, False)],
    ]


def test_nobody_stands_in_a_network_who_met_outside_the_period(client: Client) -> None:
    actor = ActorFactory(name="Hakan Fidan")
    met(actor, ActorFactory(name="Avant"), day=date(2022, 3, 1))
    met(actor, ActorFactory(name="Pendant"), day=date(2023, 3, 1))
    page = drawn(picture(client, "network", "?actor=hakan-fidan&from=2023&to=2023"))
    assert ("Pendant" in page, "Avant" in page) == (True, False)


def test_ways_of_a_person_lead_from_place_to_place_in_order(client: Client) -> None:
    actor = ActorFactory(name="Antony Blinken")
    for number, name in enumerate(["Ankara", "Tokyo", "Tokyo", "Ankara"]):
        met(actor, ActorFactory(), place=PlaceFactory(name=name), day=date(2023, 11, 6 + number))
    met(actor, ActorFactory(), place=PlaceFactory(name="Doha"), day=date(2023, 12, 6))
    page = picture(client, "map", "?actor=antony-blinken")
    ways = [unescape(label) for label in re.findall(r'aria-label="([^"]*→[^"]*)"', page)]
    assert [way.partition(",")[0] for way in ways] == ["Ankara → Tokyo", "Tokyo → Ankara"]
    assert "→" not in picture(client, "map", "?country=TR")


def test_place_without_coordinates_is_named_under_the_map(client: Client) -> None:
    met(ActorFactory(), ActorFactory(), place=PlaceFactory(name="Ankara"))
    met(ActorFactory(), ActorFactory(), place=PlaceFactory(name="Proche-Orient", country=""))
    page = picture(client, "map")
    assert "faute de coordonnées connues : Proche-Orient." in page
    assert "Ankara, Turquie : 1 rencontre" in page


def told_over(value: str, start: date, end: date) -> None:
    MeetingReportFactory(meeting=MeetingFactory(date_value=value, starts_on=start, ends_on=end))


@pytest.mark.parametrize("search", ["", "?from=2023&to=2023"])
@pytest.mark.parametrize("name", ["timeline", "calendar"])
def test_meetings_without_a_date_are_told_of_below(client: Client, name: str, search: str) -> None:
    met(ActorFactory(), ActorFactory())
    for _ in range(2):
        MeetingReportFactory(meeting=MeetingFactory(date_value=""))

    page = picture(client, name, search)

    way = re.search(r'<a href="([^"]+)">2 rencontres de cette recherche ne sont pas dessinées, faute de date', page)
    assert way
    assert client.get(unescape(way.group(1))).context["page"].paginator.count == 2


def test_dossier_says_how_many_meetings_its_timeline_leaves_out(client: Client) -> None:
    actor = ActorFactory(name="Hakan Fidan")
    met(actor, ActorFactory())
    MeetingReportFactory(meeting=MeetingFactory(date_value="", actors=[actor]))

    page = client.get("/actors/hakan-fidan/").content.decode()

    assert '<a href="/meetings/?actor=hakan-fidan&amp;period=undated">1 rencontre de cette recherche' in page


def test_calendar_counts_a_meeting_known_by_its_year_at_no_month(client: Client) -> None:
    met(ActorFactory(), ActorFactory())
    told_over("2023-11", date(2023, 11, 1), date(2023, 11, 30))
    told_over("2023", date(2023, 1, 1), date(2023, 12, 31))

    page = unescape(picture(client, "calendar"))

    months = re.findall(r'aria-label="(\w+ : [^"]*)" href="[^"]*from=2023-\d\d&to', page)
    assert months == ["novembre : 2 rencontres, 3 avec celles dont seule une durée plus longue est donnée"]
    assert "Pour 1 rencontre, seul le mois est donné ; elle compte pour son mois, pas pour un jour." in page
    assert "elle ne compte pour aucun mois." in page


def test_wrong_searches_go_to_the_search_that_says_what_is_wrong(client: Client) -> None:
    answer = client.get("/meetings/as/map/?actor=personne-du-tout")
    assert (answer.status_code, answer["Location"]) == (302, "/meetings/?actor=personne-du-tout")
    assert client.get("/meetings/as/painting/").status_code == 404
    assert client.post("/meetings/as/map/").status_code == 405


@pytest.mark.parametrize("name", NAMES)
def test_nothing_found_is_told(client: Client, name: str) -> None:
    page = picture(client, name)
    assert (drawn(page), "Rien à dessiner" in page) == ("", True)


def test_search_and_dossiers_lead_to_the_pictures(client: Client) -> None:
    actor = ActorFactory(name="Hakan Fidan", country="TR")
    met(actor, ActorFactory(), place=PlaceFactory(name="Ankara"))
    for address, query in (
        ("/meetings/?actor=hakan-fidan", "?actor=hakan-fidan"),
        ("/actors/hakan-fidan/", "?actor=hakan-fidan"),
        ("/countries/TR/", "?country=TR&amp;status=held"),
        ("/places/ankara/", "?city=ankara"),
    ):
        assert f'href="/meetings/as/network/{query}"' in client.get(address).content.decode()
    assert drawn(client.get("/actors/hakan-fidan/").content.decode())
