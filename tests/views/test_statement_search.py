import csv
import io
import json
import re

import pytest
from django.test import Client

from articles.models import Statement
from tests.factories import ActorFactory, ArticleFactory, MeetingFactory, SourceFactory, StatementFactory

pytestmark = pytest.mark.django_db
TEXT = "😀 À Rome, la ministre a dit : «\u00a0Nous signons\nles accords & <b>.\u00a0» Puis elle est partie pour Bari."


def said(name: str, words: str = "Nous signons\nles accords & <b>.", **fields) -> Statement:
    actor = ActorFactory(name=name) if name else None
    return StatementFactory(
        article=ArticleFactory(text=f"{TEXT} {name} {Statement.objects.count()}", **fields.pop("article", {})),
        speaker=actor,
        quote=words,
        **fields,
    )


def shown(response) -> list[int]:
    return [int(pk) for pk in re.findall(r"\?statement=(\d+)#s-", response.content.decode())]


def test_statement_search_finds_by_speaker_words_and_manner(client: Client) -> None:
    wanted = said("Ana Lindt", direct=True)
    said("Ben Torr", direct=True)
    said("", words="elle est partie", direct=False)

    assert shown(client.get("/statements/", {"speaker": "lindt"})) == [wanted.pk]
    assert shown(client.get("/statements/", {"q": "accord", "speaker": "ana"})) == [wanted.pk]
    assert shown(client.get("/statements/", {"q": "Rome"})) == []
    assert len(shown(client.get("/statements/", {"q": "ACCORD"}))) == 2
    assert len(shown(client.get("/statements/", {"direct": "no"}))) == 1


def test_statement_search_finds_by_addressee_and_names_her(client: Client) -> None:
    heard, silent = ActorFactory(name="Eva Sund", country="NO"), ActorFactory(name="Otto Berg")
    wanted = said("Ana Lindt", addressee=heard)
    said("Ben Torr", addressee=silent)

    response = client.get("/statements/", {"addressee": "sund"})
    told = json.loads(b"".join(client.get("/statements/export.json?addressee=NO").streaming_content))

    assert shown(response) == [wanted.pk]
    assert '<a href="/actors/eva-sund/">Eva Sund</a>' in response.content.decode()
    assert [(one["id"], one["addressee_slug"]) for one in told["statements"]] == [(wanted.pk, "eva-sund")]


def test_statement_search_by_addressee_follows_changes_and_mergers(client: Client) -> None:
    first, second = ActorFactory(name="Eva Sund"), ActorFactory(name="Eva Sundt")
    statement = said("Ana Lindt")
    Statement.objects.filter(pk=statement.pk).update(addressee=first)
    first.merged_into = second
    first.save()

    assert shown(client.get("/statements/", {"addressee": second.slug})) == [statement.pk]


def test_statement_search_by_country_source_and_period(client: Client) -> None:
    actor = ActorFactory(country="TR")
    wanted = StatementFactory(speaker=actor, article=ArticleFactory(source=SourceFactory(name="Une autre")))
    StatementFactory(article=ArticleFactory(published_on="2020-01-01"))

    for query in ({"speaker": "Turquie"}, {"source": "une-autre"}, {"from": "2023"}):
        assert shown(client.get("/statements/", query)) == [wanted.pk]


def test_statement_stands_in_its_context_escaped(client: Client) -> None:
    said("Ana Lindt")

    page = client.get("/statements/").content.decode()

    assert "la ministre a dit : « </span><mark" in page
    assert "Nous signons les accords &amp; &lt;b&gt;.</mark><span" in page
    assert " » Puis elle est partie" in page


def test_statement_search_leaves_out_rejected_ones_and_follows_mergers(client: Client) -> None:
    statement = said("Ana Lindt")
    said("Ana Lindt Deux", status="rejected")
    target = ActorFactory(name="Anna Lindt Trois")
    actor = statement.speaker
    actor.merged_into = target
    actor.save()

    assert shown(client.get("/statements/", {"speaker": target.slug})) == [statement.pk]
    statement.delete()
    assert shown(client.get("/statements/")) == []


def test_statement_counts_are_what_their_links_find(client: Client) -> None:
    for number in range(6):
        said(
            f"Nom {number % 3} Long {number}",
            direct=number % 2 == 0,
            article={"published_on": f"202{number % 4}-05-05"},
        )
    page = client.get("/statements/", {"from": "2020", "to": "2022"}).content.decode()
    lines = re.findall(r'<td><a href="(\?[^"]*)"[^>]*>[^<]*</a></td>\s*<td>(\d+)</td>', page)

    assert len(lines) > 8
    for link, number in lines:
        assert len(shown(client.get(f"/statements/{link.replace('&amp;', '&')}"))) == int(number), link


def test_statement_exports_hold_what_is_found(client: Client) -> None:
    wanted = said("Ana Lindt", status="accepted")
    said("Ben Torr")

    told = json.loads(b"".join(client.get("/statements/export.json?speaker=ana").streaming_content))
    rows = list(csv.DictReader(io.StringIO(b"".join(client.get("/statements/export.csv").streaming_content).decode())))

    assert [(one["id"], one["words"], one["decided_by"]) for one in told["statements"]] == [
        (wanted.pk, "Nous signons les accords & <b>.", "person")
    ]
    assert {row["decided_by"] for row in rows} == {"person", "machine"}
    assert client.get("/statements/export.csv?speaker=personne").status_code == 400
    assert client.get("/statements/export.ics").status_code == 404


@pytest.mark.parametrize("query", [{"speaker": "personne"}, {"from": "hier"}, {"from": "2024", "to": "2023"}])
def test_statement_search_says_what_to_do_about_bad_input(client: Client, query: dict[str, str]) -> None:
    said("Ana Lindt")

    response = client.get("/statements/", query)

    assert (response.status_code, shown(response)) == (200, [])
    assert 'class="errorlist"' in response.content.decode()


def test_statement_search_offers_those_who_may_be_meant(client: Client) -> None:
    for name in ("Ana Fidan", "Ben Fidan"):
        MeetingFactory(actors=[ActorFactory(name=name)])

    page = client.get("/statements/", {"speaker": "fidan"}).content.decode()

    assert re.findall(r'href="\?speaker=([\w-]+)"', page) == ["ana-fidan", "ben-fidan"]


def test_statement_search_has_one_address(client: Client) -> None:
    said("Ana Lindt")

    assert client.get("/statements/?q=accord&speaker=&source=").headers["Location"] == "/statements/?q=accord"
    answer = client.get("/statements/?q=accord&speaker=ana", headers={"HX-Request": "true"})
    assert answer.headers["HX-Push-Url"] == "/statements/?speaker=ana-lindt&q=accord"
    assert "<html" not in answer.content.decode()
    assert client.post("/statements/").status_code == 405


@pytest.mark.parametrize("item_count", [1, 20])
def test_statement_search_asks_as_many_queries_for_any_number(
    client: Client, item_count: int, django_assert_num_queries
) -> None:
    for number in range(item_count):
        said(f"Nom {number}")

    with django_assert_num_queries(4):
        assert len(shown(client.get("/statements/"))) == item_count
