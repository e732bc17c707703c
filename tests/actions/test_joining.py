"""Reports of one meeting are joined; what contradicts is kept apart."""

from datetime import date

import pytest

from articles.actions.joining import place_report, refresh_meeting
from articles.enums import AnnotationStatus, MeetingKind, MeetingStatus
from articles.models import Actor, Meeting, MeetingReport
from tests.factories import ActorFactory, ArticleFactory, MeetingReportFactory, PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair() -> list[Actor]:
    return [ActorFactory(name="Anna Lindberg"), ActorFactory(name="Karim Benali")]


def report(actors: list[Actor], **values: object) -> MeetingReport:
    row: MeetingReport = MeetingReportFactory(meeting=None, actors=actors, **values)
    place_report(row)
    return row


def test_two_reports_of_one_day_are_one_meeting(pair: list[Actor]) -> None:
    first = report(pair, date_value="2023-11-06", place=PlaceFactory(name="Ankara"))
    second = report(pair, date_value="2023-11-06", place=None, duration=150)

    assert first.meeting == second.meeting
    meeting = Meeting.objects.get()
    assert (meeting.duration, meeting.place.name, meeting.starts_on) == (150, "Ankara", date(2023, 11, 6))
    assert {actor.name for actor in meeting.participants.all()} == {"Anna Lindberg", "Karim Benali"}


@pytest.mark.parametrize(
    "other",
    [
        {"date_value": "2023-11-08"},
        {"meeting_status": MeetingStatus.DENIED},
        {"kind": MeetingKind.CALL},
        {"date_value": "2023"},
    ],
)
def test_contradicting_report_is_another_meeting(pair: list[Actor], other: dict[str, str]) -> None:
    first = report(pair)
    second = report(pair, **other)

    assert first.meeting != second.meeting


def test_one_article_tells_of_two_meetings(pair: list[Actor]) -> None:
    article = ArticleFactory()
    first = report(pair, article=article, date_value="2023-11-06")
    second = report(pair, article=article, date_value="2023-11-06", kind=MeetingKind.MULTILATERAL)

    assert first.meeting != second.meeting


def test_announced_meeting_becomes_held(pair: list[Actor]) -> None:
    report(pair, article=ArticleFactory(published_on=date(2023, 11, 3)), meeting_status=MeetingStatus.PLANNED)
    report(pair, article=ArticleFactory(published_on=date(2023, 11, 7)), meeting_status=MeetingStatus.HELD)

    assert Meeting.objects.get().meeting_status == MeetingStatus.HELD


def test_decided_report_outranks_proposals(pair: list[Actor]) -> None:
    report(pair, duration=60)
    report(pair, duration=60)
    report(pair, duration=45, status=AnnotationStatus.CHANGED)

    assert Meeting.objects.get().duration == 45


def test_meeting_without_reports_goes_away(pair: list[Actor]) -> None:
    row = report(pair)
    meeting = row.meeting
    assert meeting is not None
    row.delete()

    refresh_meeting(meeting)

    assert not Meeting.objects.exists()


def test_report_without_date_joins_only_news_of_the_same_days(pair: list[Actor]) -> None:
    first = report(pair, date_value="2023-11-06", article=ArticleFactory(published_on=date(2023, 11, 6)))
    near = report(pair, date_value="", article=ArticleFactory(published_on=date(2023, 11, 8)))
    far = report(pair, date_value="", article=ArticleFactory(published_on=date(2024, 5, 1)))

    assert near.meeting == first.meeting
    assert far.meeting != first.meeting
