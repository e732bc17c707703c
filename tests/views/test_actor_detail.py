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
    StatementFactory,
)

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


def test_names_and_posts_lead_to_the_words_that_show_them(client: Client) -> None:
    actor = ActorFactory(name="Hakan Fidan", country="TR")
    article = ArticleFactory(text="Le ministre Hakan Fidan parle.", published_on=date(2023, 11, 6))
    name = MentionFactory(article=article, text="Hakan Fidan", actor=actor)
    role = MentionFactory(article=article, text="ministre", label="ROLE", actor=actor)
    post = PostFactory(actor=actor, title="ministre", since=date(2023, 11, 6), until=date(2023, 11, 6))
    PostEvidence.objects.create(post=post, mention=role)

    response = client.get("/actors/hakan-fidan/")
    page = response.content.decode()

    assert [(seen.name, seen.number) for seen in response.context["seen"]] == [("Hakan Fidan", 1)]
    for mention in (name, role):
        assert f'href="/articles/{article.pk}/?mention={mention.pk}#m-{mention.pk}"' in page
    assert 'href="/countries/TR/"' in page


def test_who_speaks_of_an_actor_names_it_inside_the_quotation(client: Client) -> None:
    actor, speaker = ActorFactory(name="Hakan Fidan"), ActorFactory(name="Antony Blinken")
    article = ArticleFactory(text="« Merci à Hakan Fidan », dit Blinken. Hakan Fidan écoute. « Rien de plus », dit Y.")
    MentionFactory(article=article, text="Hakan Fidan", actor=actor)
    outside = article.text.index("Hakan Fidan écoute")
    MentionFactory(article=article, text="Hakan Fidan", actor=actor, start=outside)
    StatementFactory(article=article, quote="Merci à Hakan Fidan", speaker=speaker)
    StatementFactory(article=article, quote="Rien de plus", speaker=ActorFactory(name="Y"))

    voices = client.get("/actors/hakan-fidan/").context["voices"]

    assert [(voice.speaker, voice.number) for voice in voices] == [(speaker, 1)]


def test_every_count_of_the_dossier_is_what_its_link_finds(client: Client) -> None:
    actor = ActorFactory(name="Hakan Fidan", country="TR")
    for number in range(4):
        other = ActorFactory(name=f"Autre {number}", country="FR" if number % 2 else "US")
        meeting = MeetingFactory(actors=[actor, other], place=PlaceFactory(name=f"Ville {number % 2}"))
        MeetingReportFactory(meeting=meeting)
        MentionFactory(text="Hakan Fidan", actor=actor)

    html = client.get("/actors/hakan-fidan/").content.decode().partition("<aside")[2]
    found = re.findall(r'<td><a href="(/(?:meetings|articles)/\?[^"]+)"[^>]*>[^<]+</a></td><td>(\d+)</td>', html)
    found += re.findall(r'<td><a href="(/meetings/\?[^"]+)"[^>]*>(\d+)</a></td>', html)

    assert len(found) == 4 + 2 + 1 + 2
    for address, number in found:
        page = client.get(address.replace("&amp;", "&")).context["page"]
        assert (address, page.paginator.count) == (address, int(number))


@pytest.mark.parametrize("rows", [1, 50])
def test_dossier_takes_as_many_queries_for_one_meeting_as_for_fifty(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    actor = ActorFactory(name="Hakan Fidan", country="TR")
    for number in range(rows):
        meeting = MeetingFactory(actors=[actor, ActorFactory(name=f"Autre {number}")], place=PlaceFactory())
        report = MeetingReportFactory(meeting=meeting, sentence="Antony Blinken a rencontré Hakan Fidan")
        mention = MentionFactory(article=report.article, text="Hakan Fidan", actor=actor)
        post = PostFactory(actor=actor, title=f"ministre {number}", since=date(2023, 1, 1), until=date(2023, 1, 1))
        PostEvidence.objects.create(post=post, mention=mention)
        StatementFactory(article=report.article, speaker=actor)
    with django_assert_num_queries(17):
        client.get("/actors/hakan-fidan/")


def test_office_and_country_that_only_the_list_tells_say_so(client: Client) -> None:
    actor = ActorFactory(name="Vladimir Poutine", country="RU", country_listed="vladimir-poutine-ru-2012-05")
    article = ArticleFactory(text="Vladimir Poutine parle, dit le ministre.")
    name = MentionFactory(article=article, text="Vladimir Poutine", actor=actor)
    post = PostFactory(actor=actor, title="président", country="RU")
    PostEvidence.objects.create(post=post, mention=name, listed="vladimir-poutine-ru-2012-05")

    page = client.get("/actors/vladimir-poutine/", headers={"Accept-Language": "en"}).content.decode()
    assert page.count("from the list of office holders") == 2

    told = client.get("/api/v1/actors/vladimir-poutine").json()
    assert told["country_listed"] == "vladimir-poutine-ru-2012-05"
    assert told["posts"][0]["evidence"][0]["listed"] == "vladimir-poutine-ru-2012-05"


def test_office_and_country_that_an_article_tells_name_no_list(client: Client) -> None:
    actor = ActorFactory(name="Hakan Fidan", country="TR")
    mention = MentionFactory(article=ArticleFactory(text="Le ministre Hakan Fidan."), text="ministre", label="ROLE")
    PostEvidence.objects.create(post=PostFactory(actor=actor, title="ministre"), mention=mention)

    page = client.get("/actors/hakan-fidan/", headers={"Accept-Language": "en"}).content.decode()

    assert "minister" in page
    assert "from the list of office holders" not in page


def test_words_that_tell_an_office_go_before_those_that_only_name_the_holder(client: Client) -> None:
    actor = ActorFactory(name="Vladimir Poutine", country="RU")
    post = PostFactory(actor=actor, title="président", country="RU")
    for number, listed in enumerate(("vladimir-poutine-ru-2012-05", "", "vladimir-poutine-ru-2012-05"), 1):
        article = ArticleFactory(text=f"Vladimir Poutine, président. {number}", published_on=date(2018, number, 1))
        words = "Vladimir Poutine" if listed else "président"
        mention = MentionFactory(article=article, text=words, label="PER" if listed else "ROLE")
        PostEvidence.objects.create(post=post, mention=mention, listed=listed)

    [told] = client.get("/api/v1/actors/vladimir-poutine").json()["posts"]

    assert ([proof["words"] for proof in told["evidence"]], told["shown"]) == (["président"], 3)
