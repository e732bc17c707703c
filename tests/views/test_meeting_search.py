import re
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import ActorFactory, MeetingFactory, MeetingReportFactory, PostFactory

pytestmark = pytest.mark.django_db


def shown(response) -> list[int]:
    return [int(pk) for pk in re.findall(r'href="/meetings/(\d+)/"', response.content.decode())]


def meeting_of(*names: str, **fields):
    meeting = MeetingFactory(actors=[ActorFactory(name=name) for name in names], **fields)
    MeetingReportFactory(meeting=meeting, sentence="Antony Blinken a rencontré Hakan Fidan à Ankara.")
    return meeting


def test_meeting_search_finds_by_name_without_accents(client: Client) -> None:
    wanted = meeting_of("Recep Tayyip Erdoğan", "Antony Blinken")
    meeting_of("Emmanuel Macron", "Olaf Scholz")

    response = client.get("/meetings/", {"actor": "erdogan"})

    assert shown(response) == [wanted.pk]
    assert "Antony Blinken a rencontré Hakan Fidan à Ankara." in response.content.decode()


@pytest.mark.parametrize("period", [{"from": "2023", "to": "2023"}, {"from": "11/2023"}, {"to": "6 novembre 2023"}])
def test_meeting_search_takes_periods_of_any_precision(client: Client, period: dict[str, str]) -> None:
    meeting = meeting_of("Antony Blinken", "Hakan Fidan")

    assert shown(client.get("/meetings/", period)) == [meeting.pk]
    assert shown(client.get("/meetings/", {"from": "2024"})) == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("written", ["6 novembre 2023", "novembre 2023", "November 6, 2023", "6 November 2023"])
def test_ends_of_a_period_are_read_in_both_languages(client: Client, language: str, written: str) -> None:
    meeting = meeting_of("Antony Blinken", "Hakan Fidan")

    for days, found in (
        ({"from": written, "to": written}, [meeting.pk]),
        ({"to": "1er mai 2023"}, []),
    ):
        assert shown(client.get("/meetings/", days, headers={"Accept-Language": language})) == found


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "post",
    [
        "ministre des Affaires étrangères, TR",
        "foreign minister, Turkey",
        "foreign minister, TR",
        "Foreign Minister",
        "Turkish foreign minister",
    ],
)
def test_post_may_be_an_english_one(client: Client, language: str, post: str) -> None:
    meeting = meeting_of("Hakan Fidan", date_value="2023-11-06")
    PostFactory(actor=meeting.participations.get().actor, since=date(2023, 11, 1), until=date(2023, 11, 30))
    meeting_of("Emmanuel Macron", date_value="2023-11-06")

    assert shown(client.get("/meetings/", {"post": post}, headers={"Accept-Language": language})) == [meeting.pk]


def test_meeting_search_of_a_period_tells_of_those_without_a_date(client: Client) -> None:
    blinken = ActorFactory(name="Antony Blinken")
    dated, undated = (MeetingFactory(actors=[blinken], date_value=value) for value in ("2023-11-06", ""))
    for meeting in (dated, undated):
        MeetingReportFactory(meeting=meeting)
    meeting_of("Emmanuel Macron", date_value="")

    page = client.get("/meetings/", {"actor": "Antony Blinken", "from": "2023", "kind": "in_person"})

    assert (shown(page), page.context["undated"].count) == ([dated.pk], 1)
    assert "1 autre rencontre de cette recherche est sans date" in page.content.decode()
    assert shown(client.get("/meetings/" + page.context["undated"].url)) == [undated.pk]
    assert client.get("/meetings/").context["undated"] is None


def test_meeting_search_finds_those_without_a_date(client: Client) -> None:
    meeting_of("Antony Blinken", "Hakan Fidan")
    undated = meeting_of("Emmanuel Macron", date_value="")

    page = client.get("/meetings/", {"period": "undated"})

    assert shown(page) == [undated.pk]
    assert [each.value for each in page.context["chosen"]] == ["sans date"]
    assert shown(client.get("/meetings/", {"period": "undated", "from": "2023-11-06"})) != [undated.pk]


def test_meeting_search_offers_those_who_may_be_meant(client: Client) -> None:
    ActorFactory(name="Hakan Fidan")
    ActorFactory(name="Mehmet Fidan")

    page = client.get("/meetings/", {"actor": "fidan"}).content.decode()

    assert re.findall(r'href="\?actor=([\w-]+)"', page) == ["hakan-fidan", "mehmet-fidan"]


@pytest.mark.parametrize(
    "query", [{"actor": "personne"}, {"place": "Nullepart"}, {"from": "hier"}, {"from": "2024", "to": "2023"}]
)
def test_meeting_search_says_what_to_do_about_bad_input(client: Client, query: dict[str, str]) -> None:
    meeting_of("Antony Blinken", "Hakan Fidan")

    response = client.get("/meetings/", query)

    assert response.status_code == 200
    assert shown(response) == []
    assert 'class="errorlist"' in response.content.decode()
    assert 'href="/actors/"' in response.content.decode()


def test_meeting_search_answers_htmx_with_the_results_alone(client: Client) -> None:
    meeting = meeting_of("Antony Blinken", "Hakan Fidan")

    response = client.get("/meetings/", {"actor": "blinken"}, headers={"HX-Request": "true"})

    assert shown(response) == [meeting.pk]
    assert "<html" not in response.content.decode()
    assert "HX-Request" in response.headers["Vary"]


def test_meeting_search_restored_from_history_is_a_whole_page(client: Client) -> None:
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}

    assert "<html" in client.get("/meetings/", headers=headers).content.decode()


def test_meeting_search_refuses_to_be_posted_to(client: Client) -> None:
    assert client.post("/meetings/").status_code == 405


@pytest.mark.parametrize("item_count", [1, 15])
def test_meeting_search_asks_as_many_queries_for_any_number(
    client: Client, item_count: int, django_assert_num_queries
) -> None:
    for number in range(item_count):
        meeting_of(f"Diplomate A{number}", f"Diplomate B{number}")

    with django_assert_num_queries(5):
        response = client.get("/meetings/")

    assert len(shown(response)) == item_count


@pytest.mark.django_db
def test_search_that_finds_nothing_says_what_to_do(client: Client) -> None:
    actor = ActorFactory(name="Anna Lindberg")
    MeetingReportFactory(meeting=MeetingFactory(actors=[actor]), actors=[actor])

    page = client.get("/meetings/?actor=anna-lindberg&from=1900&to=1901").content.decode()

    assert "Aucune rencontre ne répond à cette recherche." in page


def test_meeting_search_has_one_address(client: Client) -> None:
    meeting_of("Antony Blinken", "Hakan Fidan", kind="call")

    assert client.get("/meetings/?kind=call&actor=").headers["Location"] == "/meetings/?kind=call"
    answer = client.get("/meetings/?kind=call&actor=blinken&unknown=1", headers={"HX-Request": "true"})
    assert answer.headers["HX-Push-Url"] == "/meetings/?actor=antony-blinken&kind=call"
    page = client.get("/meetings/?kind=call&actor=blinken").content.decode()
    assert '<link rel="canonical" href="/meetings/?actor=antony-blinken&amp;kind=call">' in page
    assert '<option value="call" selected>' in page


@pytest.mark.parametrize("typed", ["Blinken et Fidan", "fidan & blinken", "Antony Blinken – Hakan Fidan"])
def test_meeting_search_takes_two_names_in_one_field(client: Client, typed: str) -> None:
    wanted = meeting_of("Antony Blinken", "Hakan Fidan")
    meeting_of("Olaf Scholz", "Emmanuel Macron")

    assert shown(client.get("/meetings/", {"actor": typed})) == [wanted.pk]


def test_meeting_search_by_a_country_takes_its_name_whole(client: Client) -> None:
    wanted = MeetingFactory(actors=[ActorFactory(country="BA"), ActorFactory()])
    MeetingReportFactory(meeting=wanted)

    assert shown(client.get("/meetings/", {"actor": "Bosnie-Herzégovine"})) == [wanted.pk]


def test_meeting_search_shortcuts_count_from_today(client: Client) -> None:
    today = timezone.localdate()
    wanted = meeting_of("Ana Lindt", "Ben Torr", date_value=today.isoformat(), starts_on=today, ends_on=today)
    meeting_of("Ana Lindt 2", "Ben Torr 2")

    for period in ("today", "week", "month", "year"):
        assert shown(client.get("/meetings/", {"period": period})) == [wanted.pk]


def test_meeting_search_goes_through_pages(client: Client) -> None:
    for number in range(17):
        meeting_of(f"Nom A{number}", f"Nom B{number}", kind="call")

    first, last = client.get("/meetings/?kind=call"), client.get("/meetings/?kind=call&page=9")

    assert 'href="?kind=call&amp;page=2" rel="next"' in first.content.decode()
    assert (len(shown(first)), len(shown(last))) == (15, 2)
    assert 'href="?kind=call&amp;page=1" rel="prev"' in last.content.decode()
