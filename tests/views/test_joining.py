"""The page of meetings that may be one, and what the page of a meeting shows of that."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.actions.joining import place_report
from articles.models import Actor, Meeting, MeetingProposal, MeetingReport, MeetingVerdict
from tests.factories import ActorFactory, ArticleFactory, MeetingReportFactory, PlaceFactory, SourceFactory

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
PAGE = "/meetings/joins/"


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def told(actors: list[Actor], day: str, source: str, written: date, **values: object) -> MeetingReport:
    article = ArticleFactory(published_on=written, source=SourceFactory(name=source))
    sentence = "Antony Blinken a rencontré Hakan Fidan à Ankara."
    report: MeetingReport = MeetingReportFactory(
        meeting=None,
        actors=actors,
        date_value=day,
        article=article,
        place=PlaceFactory(name="Oslo"),
        sentence=sentence,
        **values,
    )
    place_report(report)
    return report


def proposed(number: int = 0) -> MeetingProposal:
    """Two days told for one talk in Oslo."""
    pair = [ActorFactory(name=f"Anna Lind {number}"), ActorFactory(name=f"Karim Benali {number}")]
    told(pair, "2024-05-06", "Agence Nord", date(2024, 5, 7))
    second = told(pair, "2024-05-07", "Agence Sud", date(2024, 5, 8))
    return MeetingProposal.objects.get(second=second.meeting)


def test_page_shows_both_meetings_with_reasons_words_and_buttons(desk: Client) -> None:
    proposal = proposed()

    html = desk.get(PAGE, headers={"Accept-Language": "en"}).content.decode()

    for piece in (
        f'href="/meetings/{proposal.first_id}/"',
        f'href="/meetings/{proposal.second_id}/"',
        f'action="{PAGE}{proposal.pk}/accept/"',
        f'action="{PAGE}{proposal.pk}/refuse/"',
        "Agence Nord",
        "Agence Sud",
        "Antony Blinken a rencontré Hakan Fidan à Ankara.",
    ):
        assert piece in html


def test_page_asks_as_many_queries_for_many_proposals(desk: Client, django_assert_max_num_queries) -> None:
    for number in range(6):
        proposed(number)
    with django_assert_max_num_queries(22):
        desk.get(PAGE)


def test_page_sends_strangers_to_the_login_and_refuses_readers(client: Client, reader: User) -> None:
    proposal = proposed()
    assert client.get(PAGE).headers["Location"] == f"{reverse('login')}?next={PAGE}"
    client.force_login(reader)
    report = MeetingReport.objects.first()
    assert report is not None
    assert client.get(PAGE).status_code == 403
    for address in (f"{PAGE}{proposal.pk}/accept/", f"{PAGE}{proposal.pk}/refuse/"):
        assert client.post(address).status_code == 403
    assert client.post(f"/reports/{report.pk}/separate/", {"meeting": report.meeting_id}).status_code == 403
    assert not MeetingVerdict.objects.exists()


def test_one_button_joins_and_the_old_address_leads_to_the_meeting(desk: Client) -> None:
    proposal = proposed()

    response = desk.post(f"{PAGE}{proposal.pk}/accept/")

    verdict = MeetingVerdict.objects.get()
    assert response.headers["Location"] == PAGE
    assert desk.get(f"/meetings/{verdict.second_key}/").headers["Location"] == f"/meetings/{verdict.first_key}/"
    html = desk.get(f"/meetings/{verdict.first_key}/").content.decode()
    assert "Agence Nord" in html
    assert "Agence Sud" in html
    assert f'action="/meetings/verdicts/{verdict.pk}/undo/"' in html


def test_join_and_undo_by_htmx_answer_with_the_pair_alone(desk: Client) -> None:
    proposal = proposed()
    done = desk.post(f"{PAGE}{proposal.pk}/accept/", headers=HTMX).content.decode()
    verdict = MeetingVerdict.objects.get()

    assert "<html" not in done
    assert f'action="/meetings/verdicts/{verdict.pk}/undo/"' in done
    assert desk.post(f"/meetings/verdicts/{verdict.pk}/undo/", headers=HTMX).status_code == 200
    assert (Meeting.objects.count(), MeetingProposal.objects.count()) == (2, 1)


def test_refused_pair_is_gone_until_that_is_undone(desk: Client) -> None:
    proposal = proposed()
    desk.post(f"{PAGE}{proposal.pk}/refuse/", headers=HTMX)
    assert f'id="join-{proposal.pk}"' not in desk.get(PAGE).content.decode()

    desk.post(f"/meetings/verdicts/{MeetingVerdict.objects.get().pk}/undo/")
    assert f'id="join-{proposal.pk}"' in desk.get(PAGE).content.decode()


def test_second_decision_is_refused_with_the_reason(desk: Client) -> None:
    proposal = proposed()
    desk.post(f"{PAGE}{proposal.pk}/refuse/")

    response = desk.post(f"{PAGE}{proposal.pk}/accept/", headers=HTMX)

    assert (response.status_code, 'role="alert"' in response.content.decode()) == (409, True)


def test_meeting_page_says_what_it_may_be_the_same_as(desk: Client) -> None:
    proposal = proposed()

    html = desk.get(f"/meetings/{proposal.first_id}/").content.decode()
    assert f'id="join-{proposal.pk}"' in html
    assert f'action="{PAGE}{proposal.pk}/accept/"' in html

    desk.logout()
    html = desk.get(f"/meetings/{proposal.first_id}/").content.decode()
    assert f'href="/meetings/{proposal.second_id}/"' in html
    assert f'action="{PAGE}{proposal.pk}/accept/"' not in html


def test_report_is_separated_from_its_meeting_page_and_brought_back(desk: Client) -> None:
    pair = [ActorFactory(name="Anna Lind"), ActorFactory(name="Karim Benali")]
    told(pair, "2024-05-06", "Agence Nord", date(2024, 5, 7))
    report = told(pair, "2024-05-06", "Agence Sud", date(2024, 5, 7))
    meeting = Meeting.objects.get()
    page = f"/meetings/{meeting.pk}/"
    assert f'action="/reports/{report.pk}/separate/"' in desk.get(page).content.decode()

    response = desk.post(f"/reports/{report.pk}/separate/", {"meeting": meeting.pk, "here": meeting.pk})
    assert (response.headers["Location"], Meeting.objects.count()) == (page, 2)
    assert f'action="/reports/{report.pk}/separate/"' not in desk.get(page).content.decode()

    again = desk.post(f"/reports/{report.pk}/separate/", {"meeting": meeting.pk}, headers=HTMX)
    assert again.status_code == 409
    assert desk.post(f"/reports/{report.pk}/separate/", {"meeting": "x"}).status_code == 400
    desk.post(f"/meetings/verdicts/{MeetingVerdict.objects.get().pk}/undo/", {"here": meeting.pk})
    assert list(Meeting.objects.all()) == [meeting]


def test_meeting_page_tells_the_plan_and_what_came_of_it_and_where_sources_disagree(client: Client) -> None:
    pair = [ActorFactory(name="Anna Lind"), ActorFactory(name="Karim Benali")]
    told(pair, "2024-05-06", "Agence Nord", date(2024, 5, 3), meeting_status="planned")
    told(pair, "2024-05-06", "Agence Sud", date(2024, 5, 7), duration=60)
    told(pair, "2024-05-06", "Agence Ouest", date(2024, 5, 7), duration=45)

    html = client.get(f"/meetings/{Meeting.objects.get().pk}/", headers={"Accept-Language": "fr"}).content.decode()

    stages = html[html.index('class="plain stages"') :]
    assert stages.index("Agence Nord") < stages.index("Agence Sud")
    assert 'class="tag planned"' in stages
    panel = html[: html.index('class="plain stages"')]
    assert "45" in panel
    assert "tag planned" not in panel
