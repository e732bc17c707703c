"""An editor finds the meeting that is the same, sees what the two would be, joins them, and takes it back."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.actions.joining import place_report
from articles.models import Meeting, MeetingProposal, MeetingReport, MeetingVerdict
from tests.factories import ActorFactory, ArticleFactory, MeetingReportFactory, PlaceFactory, SourceFactory

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def told(day: str, *people: str, **values: object) -> MeetingReport:
    """A report of a meeting of its own: nobody would take two of them for one."""
    actors = [ActorFactory(name=name, slug=name.lower().replace(" ", "-")) for name in people]
    article = ArticleFactory(published_on=date(2024, 5, 7), source=SourceFactory(name=f"Agence {people[-1]}"))
    report: MeetingReport = MeetingReportFactory(
        meeting=None, actors=actors, date_value=day, article=article, place=PlaceFactory(name="Oslo"), **values
    )
    place_report(report)
    return report


@pytest.fixture
def two() -> list[Meeting]:
    first = told("2024-05-06", "Anna Lind", "Karl Moe")
    second = told("2024-05-20", "Anna Lind Deux", "Eva Sund", kind="multilateral")
    far = told("2020-01-01", "Otto Berg", "Ida Holm")
    assert not MeetingProposal.objects.exists()
    meetings = []
    for report in (first, second, far):
        assert report.meeting is not None
        meetings.append(report.meeting)
    return meetings


def test_search_shows_meetings_near_the_day_and_then_those_asked_for(desk: Client, two: list[Meeting]) -> None:
    first, second, far = two
    asked = desk.get(f"/meetings/{first.pk}/join/", {"actor": "Eva Sund"}).content.decode()
    other = desk.get(f"/meetings/{first.pk}/join/", {"from": "2020", "to": "2020"}).content.decode()

    assert f"/meetings/{first.pk}/join/{second.pk}/" in asked
    assert f"/meetings/{first.pk}/join/{far.pk}/" not in asked
    assert f"/meetings/{first.pk}/join/{far.pk}/" in other
    assert f"/meetings/{first.pk}/join/{first.pk}/" not in asked + other


def test_preview_tells_what_they_would_be_and_writes_nothing(desk: Client, two: list[Meeting]) -> None:
    first, second, _ = two

    page = desk.get(f"/meetings/{first.pk}/join/{second.pk}/").content.decode()

    together = page.partition('id="together"')[2]
    assert all(name in together for name in ("Anna Lind", "Karl Moe", "Anna Lind Deux", "Eva Sund", "Oslo"))
    assert (Meeting.objects.count(), MeetingVerdict.objects.count()) == (3, 0)


def test_join_is_done_shown_and_undone(desk: Client, two: list[Meeting]) -> None:
    first, second, _ = two

    response = desk.post(f"/meetings/{first.pk}/join/{second.pk}/", {"here": first.pk})
    verdict = MeetingVerdict.objects.get()
    kept = Meeting.objects.get(pk__in=[first.pk, second.pk])
    page, people = desk.get(response.headers["Location"]).content.decode(), kept.participants.count()
    desk.post(f"/meetings/verdicts/{verdict.pk}/undo/", {"here": kept.pk})

    assert response.headers["Location"] == f"/meetings/{kept.pk}/"
    assert f"/meetings/verdicts/{verdict.pk}/undo/" in page
    assert (verdict.verb, verdict.score, people) == ("together", None, 4)
    assert set(Meeting.objects.filter(pk__in=[first.pk, second.pk])) == {first, second}


def test_meetings_that_are_gone_or_the_same_are_not_joined(desk: Client, two: list[Meeting]) -> None:
    first = two[0]

    assert desk.get(f"/meetings/{first.pk}/join/{first.pk}/").status_code == 404
    assert desk.get(f"/meetings/{first.pk}/join/987654/").status_code == 404
    assert desk.post(f"/meetings/{first.pk}/join/{first.pk}/", headers=HTMX).status_code == 409
    assert desk.post(f"/meetings/{first.pk}/join/987654/", headers=HTMX).status_code == 409
    assert desk.get("/meetings/987654/join/").status_code == 404
    assert not MeetingVerdict.objects.exists()


def test_only_editors_join(client: Client, reader: User, two: list[Meeting]) -> None:
    first, second, _ = two
    for address in (f"/meetings/{first.pk}/join/", f"/meetings/{first.pk}/join/{second.pk}/"):
        client.logout()
        assert client.get(address).status_code == 302
        client.force_login(reader)
        assert client.get(address).status_code == 403
    assert client.post(f"/meetings/{first.pk}/join/{second.pk}/").status_code == 403
    assert f"/meetings/{first.pk}/join/" not in client.get(f"/meetings/{first.pk}/").content.decode()


def test_annotation_page_asks_about_likely_joins_beside_the_meeting(desk: Client) -> None:
    pair = ("Anna Lind", "Karl Moe")
    first = told("2024-05-06", *pair)
    actors = [row.actor for row in first.participants.all()]
    article = ArticleFactory(published_on=date(2024, 5, 8), source=SourceFactory(name="Agence Sud"))
    second = MeetingReportFactory(
        meeting=None, actors=actors, date_value="2024-05-07", article=article, place=PlaceFactory(name="Oslo")
    )
    place_report(second)
    proposal = MeetingProposal.objects.get()

    page = desk.get(f"/articles/{article.pk}/annotate/").content.decode()
    card = page.partition(f'id="report-{second.pk}"')[2]
    response = desk.post(f"/meetings/joins/{proposal.pk}/accept/", {"here": second.meeting_id, "article": article.pk})

    assert f'id="join-{proposal.pk}"' in card
    assert f"/meetings/{first.meeting_id}/" in card
    assert f'<input type="hidden" name="article" value="{article.pk}">' in card
    assert response.headers["Location"] == f"/articles/{article.pk}/annotate/"
    assert Meeting.objects.get().reports.count() == 2
