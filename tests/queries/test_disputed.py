"""What the rows of meetings searched say of disagreements is what the reports show, whoever writes them."""

import json
from datetime import date, timedelta
from random import Random

import pytest
from django.db import connection
from django.test import Client

from articles.date_values import day_range
from articles.enums import Dispute, MeetingKind, MeetingStatus, PlaceKind
from articles.models import IndexedMeeting, Meeting, MeetingReport, Place
from articles.queries.disagreements import disagreements
from articles.queries.facets import count
from articles.queries.meeting_search import MeetingSearch, find_meetings
from tests.factories import ArticleFactory, MeetingFactory, MeetingReportFactory, PlaceFactory, SourceFactory

pytestmark = pytest.mark.django_db


def indexed() -> dict[int, set[str]]:
    fields = Dispute.values[1:]
    return {
        row.meeting_id: {name for place, name in enumerate(fields) if row.disputes >> place & 1}
        for row in IndexedMeeting.objects.all()
    }


def shown() -> dict[int, set[str]]:
    found: dict[int, list[MeetingReport]] = {}
    reports = MeetingReport.objects.exclude(status="rejected").select_related("article__source", "place")
    for report in reports.order_by("pk"):
        found.setdefault(report.meeting_id or 0, []).append(report)
    return {meeting: {each.name for each in disagreements(told)} for meeting, told in found.items()}


def day_told(random: Random) -> str:
    day = date(2023, 11, 1) + timedelta(days=random.randrange(4))
    later = day + timedelta(days=random.randrange(3))
    return random.choice(
        ["", "2023", "2023-11", f"{day}", f"{day}", f"{day}/{later}", "2023-11-01/2023-11-30", "2023-12"]
    )


def made_up(random: Random, *, meetings: int) -> None:
    places: list[Place] = [
        PlaceFactory(name=f"{kind} {country}{number}", kind=kind, country=country)
        for kind in PlaceKind.values
        for country in ("", "TR", "FR")
        for number in range(2)
    ]
    for _ in range(meetings):
        meeting = MeetingFactory()
        for _ in range(random.choice([1, 2, 2, 3, 4])):
            MeetingReportFactory(
                meeting=meeting,
                article=ArticleFactory(source=SourceFactory(name=f"Agence {random.randrange(3)}")),
                status=random.choice(["proposed", "proposed", "accepted", "rejected"]),
                kind=random.choice([MeetingKind.IN_PERSON, MeetingKind.IN_PERSON, MeetingKind.VISIT]),
                meeting_status=random.choice([MeetingStatus.HELD, MeetingStatus.PLANNED, MeetingStatus.CANCELLED]),
                place=random.choice([None, *places]),
                duration=random.choice([None, None, 60, 90]),
                date_value=day_told(random),
            )


def test_rows_say_what_the_reports_show() -> None:
    random = Random(11)  # noqa: S311 - repeatable
    made_up(random, meetings=250)

    assert indexed() == shown()
    told = [name for names in indexed().values() for name in names]
    assert {name for name in told if told.count(name) > 10} == set(Dispute.values[1:])


def test_rows_follow_what_is_changed() -> None:
    random = Random(12)  # noqa: S311 - repeatable
    made_up(random, meetings=30)

    for report in random.sample(list(MeetingReport.objects.all()), 20):
        report.date_value, report.duration = day_told(random), random.choice([None, 60, 90])
        report.save()
    assert indexed() == shown()

    for place in random.sample(list(Place.objects.all()), 6):
        place.kind, place.country = random.choice(PlaceKind.values), random.choice(["", "TR"])
        place.save()
    assert indexed() == shown()

    MeetingReport.objects.filter(kind=MeetingKind.VISIT).update(place=None, meeting_status=MeetingStatus.HELD)
    MeetingReport.objects.filter(duration=60).delete()
    assert indexed() == shown()


@pytest.mark.parametrize("value", ["2023", "2023-02", "2024-02", "2023-12-31", "2023/2024-03", "2023-11-06/2024"])
def test_days_of_a_value_are_the_same_in_the_database(value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT lower(newsdesk_days(%s)), upper(newsdesk_days(%s)) - 1", [value, value])
        assert cursor.fetchone() == day_range(value)


def two_reports(**second: object) -> Meeting:
    meeting: Meeting = MeetingFactory()
    MeetingReportFactory(meeting=meeting)
    MeetingReportFactory(meeting=meeting, article=ArticleFactory(), **second)
    return meeting


def test_search_finds_what_the_sources_disagree_about() -> None:
    day = two_reports(date_value="2023-11-07")
    kind = two_reports(kind=MeetingKind.VISIT)
    two_reports()

    assert set(find_meetings(MeetingSearch(disputed="any"))) == {day, kind}
    assert list(find_meetings(MeetingSearch(disputed="date"))) == [day]
    facets = [(each.value, each.count) for each in count(MeetingSearch()).facets["disputes"]]
    assert facets == [("any", 2), ("date", 1), ("kind", 1)]


def test_page_of_a_disputed_meeting_leads_to_all_of_them(client: Client) -> None:
    day = two_reports(date_value="2023-11-07")
    agreed = two_reports()

    page = client.get(f"/meetings/{day.pk}/").content.decode()
    assert '<a href="/meetings/?disagree=any">' in page
    assert "disagree=" not in client.get(f"/meetings/{agreed.pk}/").content.decode()
    assert client.get("/meetings/?disagree=any").context["page"].paginator.count == 1

    found = json.loads(client.get("/meetings/export.json?disagree=date").getvalue())
    assert [each["id"] for each in found["meetings"]] == [day.pk]
    told = client.get("/api/v1/meetings?disagree=date").json()
    assert [each["id"] for each in told["items"]] == [day.pk]
