import pytest
from django.test import Client

from tests.factories import ActorFactory, ArticleFactory, MeetingFactory, MeetingReportFactory, StatementFactory

pytestmark = pytest.mark.django_db


def test_actor_page_shows_meetings_counterparts_and_statements(client: Client) -> None:
    actor = ActorFactory(name="Hakan Fidan", names=["H. Fidan"])
    other = ActorFactory(name="Antony Blinken")
    meeting = MeetingFactory(actors=[actor, other])
    MeetingReportFactory(meeting=meeting)
    statement = StatementFactory(
        speaker=actor, article=ArticleFactory(text="« Nous continuons », a dit M. Fidan."), quote="Nous continuons"
    )

    page = client.get("/actors/hakan-fidan/").content.decode()

    assert f'href="/meetings/{meeting.pk}/"' in page
    assert 'href="/meetings/?actor=hakan-fidan&amp;with=antony-blinken"' in page
    assert "<q>Nous continuons</q>" in page
    assert f"/articles/{statement.article_id}/?statement={statement.pk}#s-{statement.pk}" in page
    assert "H. Fidan" in page


def test_merged_actor_redirects_to_the_last_target(client: Client) -> None:
    target = ActorFactory(slug="target")
    middle = ActorFactory(slug="middle", merged_into=target)
    ActorFactory(slug="old", merged_into=middle)

    response = client.get("/actors/old/")

    assert (response.status_code, response["Location"]) == (301, "/actors/target/")


def test_unknown_actor_is_not_found(client: Client) -> None:
    assert client.get("/actors/personne/").status_code == 404
