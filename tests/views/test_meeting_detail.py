import re

import pytest
from django.test import Client

from articles.enums import AnnotationStatus
from tests.factories import ActorFactory, ArticleFactory, MeetingFactory, MeetingReportFactory

pytestmark = pytest.mark.django_db


def test_meeting_page_quotes_each_live_report_and_links_to_its_words(client: Client) -> None:
    meeting = MeetingFactory(actors=[ActorFactory(name="Antony Blinken"), ActorFactory(name="Hakan Fidan")])
    report = MeetingReportFactory(meeting=meeting, sentence="Antony Blinken a rencontré Hakan Fidan à Ankara.")
    rejected = MeetingReportFactory(meeting=meeting, status=AnnotationStatus.REJECTED)

    page = client.get(f"/meetings/{meeting.pk}/").content.decode()

    assert "Antony Blinken a rencontré Hakan Fidan à Ankara." in page
    assert f"/articles/{report.article_id}/?report={report.pk}#r-{report.pk}" in page
    assert f"report={rejected.pk}" not in page


def test_meeting_without_live_report_is_not_found(client: Client) -> None:
    rejected = MeetingReportFactory(status=AnnotationStatus.REJECTED)

    assert client.get(f"/meetings/{rejected.meeting_id}/").status_code == 404


def test_meeting_page_tells_how_sure_reports_without_a_decision_are(client: Client) -> None:
    meeting = MeetingFactory()
    MeetingReportFactory(meeting=meeting, confidence=0.62)
    MeetingReportFactory(meeting=meeting, confidence=0.31, status=AnnotationStatus.ACCEPTED)

    page = client.get(f"/meetings/{meeting.pk}/", headers={"Accept-Language": "en"}).content.decode()

    assert re.findall(r'<rect class="level" width="(\d+)%"', page) == ["62"]


def test_meeting_page_tells_who_received_whom_and_what_about_with_the_words(client: Client) -> None:
    people = [ActorFactory(name="Anna Lind"), ActorFactory(name="Bert Moe")]
    meeting = MeetingFactory(actors=people)
    article = ArticleFactory(text="Anna Lind a reçu Bert Moe pour parler de la pêche.")
    report = MeetingReportFactory(meeting=meeting, article=article, actors=people, sentence=article.text)
    for field, words in (("host", "a reçu"), ("topic", "la pêche")):
        start = article.text.index(words)
        report.evidence.create(field=field, start=start, end=start + len(words))
    for rows in (report.participants, meeting.participations):
        rows.filter(actor=people[0]).update(part="host")

    page = client.get(f"/meetings/{meeting.pk}/", headers={"Accept-Language": "en"}).content.decode()
    found = client.get("/meetings/", {"q": "pêche"}, headers={"Accept-Language": "en"}).content.decode()

    assert page.count("<dt>Host</dt><dd>Anna Lind") == 2
    assert '<dt>Host</dt><dd>Anna Lind <q class="evidence">a reçu</q></dd>' in page
    assert page.count('<dt>Topics</dt><dd><q class="evidence">la pêche</q></dd>') == 2
    assert '<span>Topics: <q class="evidence">la pêche</q></span>' in found
