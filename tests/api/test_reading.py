"""What programs read is what the pages show."""

import json
import re
from itertools import count

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.actions.mentions import accept_mention
from articles.models import Actor, Article
from tests.api.conftest import API, MakeProgram, World
from tests.factories import ActorFactory, ArticleFactory, MeetingFactory, MeetingReportFactory, MentionFactory

NUMBERS = count()


def items(client: Client, path: str) -> list[dict[str, object]]:
    return list(client.get(API + path).json()["items"])


@pytest.mark.parametrize(
    "query", ["", "?actor=antony-blinken", "?actor=Blinken+et+Fidan&place=Ankara", "?country=TR&kind=call", "?q=lundi"]
)
def test_meetings_are_those_of_the_page_and_of_its_export(client: Client, world: World, query: str) -> None:
    page = client.get(f"/meetings/{query}", follow=True).context
    exported = json.loads(b"".join(client.get(f"/meetings/export.json{query}").streaming_content))  # type: ignore[attr-defined]
    found = client.get(f"{API}/meetings{query}").json()
    assert [each["id"] for each in found["items"]] == [card.meeting.pk for card in page["cards"]]
    assert found["count"] == page["page"].paginator.count == exported["count"]
    for ours, theirs in zip(found["items"], exported["meetings"], strict=True):
        told = {**ours, "participants": ours["participants"], "reports": []}
        assert told == {**theirs, "reports": []}
        for each, other in zip(ours["reports"], theirs["reports"], strict=True):
            assert {name: each[name] for name in each.keys() - {"id", "article_id"}} == other


@pytest.mark.parametrize("query", ["", "?speaker=antony-blinken", "?q=pause&direct=yes", "?direct=no"])
def test_statements_are_those_of_the_page_and_of_its_export(client: Client, world: World, query: str) -> None:
    page = client.get(f"/statements/{query}").context
    exported = json.loads(b"".join(client.get(f"/statements/export.json{query}").streaming_content))  # type: ignore[attr-defined]
    found = client.get(f"{API}/statements{query}").json()
    assert found["count"] == page["page"].paginator.count
    extra = {"article_id", "before", "after"}
    assert [{name: each[name] for name in each.keys() - extra} for each in found["items"]] == exported["statements"]


@pytest.mark.parametrize("query", ["", "?q=Ankara", "?actor=fidan", "?state=pre_annotated", "?sort=doubt", "?q=absent"])
def test_articles_are_those_of_the_page(client: Client, world: World, query: str) -> None:
    page = client.get(f"/articles/{query}").context
    found = client.get(f"{API}/articles{query}").json()
    assert [(each["id"], each["meetings"]) for each in found["items"]] == [
        (row.article.pk, row.meetings) for row in page["rows"]
    ]
    assert found["count"] == page["page"].paginator.count


@pytest.mark.parametrize("query", ["", "?q=blinken", "?kind=person&country=TR", "?letter=h"])
def test_actors_are_those_of_the_page(client: Client, world: World, query: str) -> None:
    page = client.get(f"/actors/{query}").context["page"]
    told = [(each["slug"], each["post"], each["meetings"]) for each in items(client, f"/actors{query}")]
    assert told == [(actor.slug, actor.latest_post, actor.meeting_count) for actor in page]


def test_facets_are_the_counts_beside_the_meetings(client: Client, world: World) -> None:
    groups = client.get("/meetings/").context["groups"]
    facets = client.get(f"{API}/meetings/facets").json()["facets"]
    shown = [[(line.name, line.count) for line in group.lines] for group in groups]
    told = [[(each["name"], each["count"]) for each in found if each["count"]] for found in facets.values()]
    assert sorted(shown) == sorted(each for each in told if each)


def test_article_tells_its_annotation_with_offsets_into_its_text(client: Client, world: World) -> None:
    found = client.get(f"{API}/articles/{world.article.pk}").json()
    assert [found["text"][each["start"] : each["end"]] for each in found["mentions"]] == [
        "Antony Blinken", "Hakan Fidan", "Ankara",
    ]  # fmt: skip
    assert [each["text"] for each in found["mentions"]] == ["Antony Blinken", "Hakan Fidan", "Ankara"]
    assert found["statements"][0]["words"] == "Nous voulons une pause"
    assert [each["slug"] for each in found["reports"][0]["participants"]] == ["antony-blinken", "hakan-fidan"]
    assert found["review"] == {"state": "pre_annotated", "editor": None, "left": 5} | {
        "changed_at": found["review"]["changed_at"]
    }


def test_meeting_tells_each_account_with_its_words(client: Client, world: World) -> None:
    found = client.get(f"{API}/meetings/{world.meeting.pk}").json()
    assert [(each["article"], each["sentences"]) for each in found["accounts"]] == [
        (world.article.pk, ["Antony Blinken a rencontré Hakan Fidan"])
    ]
    assert len(found["may_be_one_with"]) == 1


def test_actor_tells_posts_with_the_words_that_show_them(client: Client, world: World) -> None:
    found = client.get(f"{API}/actors/hakan-fidan").json()
    assert [(post["title"], post["evidence"][0]["words"]) for post in found["posts"]] == [
        ("ministre des Affaires étrangères", "Antony Blinken")
    ]
    assert (found["meetings"], [each["value"] for each in found["counterparts"]]) == (2, ["antony-blinken"])


def test_merged_actor_leads_to_the_one_it_became(client: Client, world: World) -> None:
    ActorFactory(name="Blinken A", merged_into=Actor.objects.get(slug="antony-blinken"))
    response = client.get(f"{API}/actors/blinken-a")
    assert (response.status_code, response.headers["Location"]) == (301, f"{API}/actors/antony-blinken")


def test_history_tells_what_the_page_tells(program: MakeProgram, editor: User, world: World) -> None:
    accept_mention(world.mention, by=editor, version=1)
    [entry] = items(program(editor), f"/articles/{world.article.pk}/history")
    assert (entry["by"], entry["verb"], entry["undone"]) == ("editor", "accept", False)
    [change] = [each for each in entry["changes"] if each["decision"]]  # type: ignore[attr-defined]
    assert change["differences"] == [{"name": "décision", "before": "proposé", "after": "accepté"}]


@pytest.mark.parametrize("item_count", [1, 3])
def test_lists_ask_the_same_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, world: World, item_count: int
) -> None:
    for number in range(item_count):
        MentionFactory(article=ArticleFactory(text=f"Antony Blinken {number}"))
    with django_assert_num_queries(3):
        client.get(f"{API}/articles")


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/articles?since=x", ["since"]),
        ("/articles?source=nowhere", ["source"]),
        ("/articles?sinse=2023-01-01", ["sinse"]),
        ("/articles?limit=0", ["limit"]),
        ("/articles?limit=101", ["limit"]),
        ("/articles?cursor=x", ["cursor"]),
        ("/actors?kind=x", ["kind"]),
        ("/actors?country=Atlantide", ["country"]),
        ("/meetings?from=2024&to=2023", ["to"]),
        ("/statements?direct=maybe&period=never", ["period", "direct"]),
        ("/places?words=Ankara", ["words"]),
    ],
)
def test_what_cannot_be_looked_for_is_told_field_by_field(
    client: Client, db: None, path: str, fields: list[str]
) -> None:
    response = client.get(API + path)
    told = response.json()
    assert (response.status_code, response.headers["Content-Type"]) == (422, "application/problem+json")
    assert [each["field"] for each in told["errors"]] == fields
    assert all(each["message"] for each in told["errors"])


def test_a_name_of_several_comes_back_with_the_choice(client: Client, db: None) -> None:
    for number in (1, 2):
        ActorFactory(name=f"Dupont {number}")
    told = client.get(f"{API}/meetings?actor=Dupont").json()
    assert [each["slug"] for each in told["choices"]["actor"]] == ["dupont-1", "dupont-2"]


def walk(client: Client, path: str) -> list[object]:
    """The keys of a list, page after page; every page brings in more rows before the next is asked for."""
    keys: list[object] = []
    following: str | None = API + path
    while following:
        page = client.get(following).json()
        keys += [each.get("id") or each["slug"] for each in page["items"]]
        following = page["next"] if len(keys) < 50 else None
        number = next(NUMBERS)
        ArticleFactory(text=f"Texte nouveau {number}", published_on="2024-06-01")
        ActorFactory(name=f"Aaa {number}")
        if len(keys) < 4:
            MentionFactory(article=ArticleFactory(text=f"Antony Blinken {number}", published_on="2022-01-01"))
    return keys


@pytest.mark.parametrize("path", ["/articles?limit=2", "/articles?sort=doubt&limit=2", "/articles?q=Texte&limit=1"])
def test_walk_over_articles_gives_each_once_whatever_comes_in(client: Client, db: None, path: str) -> None:
    for number, day in enumerate((1, 1, 2, 3, 3, 3, 5)):
        ArticleFactory(published_on=f"2023-11-{day:02}", text=f"Texte {number}")
    there = set(Article.objects.values_list("pk", flat=True))
    whole = [row["id"] for row in items(client, re.sub(r"limit=\d", "limit=100", path))]
    keys = walk(client, path)
    assert [key for key in keys if key in there] == whole
    assert len(set(keys)) == len(keys)


def test_walk_over_actors_gives_each_once_whatever_comes_in(client: Client, db: None) -> None:
    for name in ("Élise Zed", "elise zed", "Ömer", "Omar", "abdel", "Zoé"):
        ActorFactory(name=name, slug=f"actor-{Actor.objects.count()}")
    whole = [row["slug"] for row in items(client, "/actors?limit=100")]
    keys = walk(client, "/actors?limit=2")
    assert [key for key in keys if key in whole] == whole


def test_walk_over_meetings_passes_from_dated_to_undated_ones(client: Client, db: None) -> None:
    for day in ("2023-11-06", "", "2023-11-06", "", "2023"):
        meeting = MeetingFactory(date_value=day)
        MeetingReportFactory(article=ArticleFactory(), meeting=meeting)
    whole = [row["id"] for row in items(client, "/meetings?limit=100")]
    assert len(whole) == 5
    for path in ("/meetings?limit=1", "/meetings?limit=2&sort=sources"):
        assert walk(client, path) == whole


def test_cursor_is_of_one_search_only(client: Client, db: None) -> None:
    for _each in range(3):
        ArticleFactory()
    cursor = client.get(f"{API}/articles?limit=1").json()["next"].partition("cursor=")[2]
    assert client.get(f"{API}/articles?limit=2&cursor={cursor}").status_code == 200
    assert client.get(f"{API}/articles?q=Texte&cursor={cursor}").status_code == 422
    assert client.get(f"{API}/actors?cursor={cursor}").status_code == 422


@pytest.mark.parametrize("path", ["/articles", "/articles/{article}", "/mentions/{mention}", "/meetings?limit=1"])
def test_what_the_caller_has_already_is_not_sent_again(client: Client, world: World, path: str) -> None:
    address = API + path.format(article=world.article.pk, mention=world.mention.pk)
    first = client.get(address)
    etag = first.headers["ETag"]
    for known in (etag, f"W/{etag}", f'"other", {etag}'):
        again = client.get(address, headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", etag)
    world.mention.actor.name = "Tony Blinken"
    world.mention.actor.save()
    world.article.title = "Autre titre"
    world.article.save()
    changed = client.get(address, headers={"If-None-Match": etag})
    assert (changed.status_code, changed.headers["ETag"] == etag) == (200, False)


def test_etag_of_a_row_begins_with_its_version(client: Client, editor: User, world: World) -> None:
    accept_mention(world.mention, by=editor, version=1)
    assert client.get(f"{API}/mentions/{world.mention.pk}").headers["ETag"].startswith('"2-')


def test_head_answers_like_get(client: Client, world: World) -> None:
    get, head = client.get(f"{API}/articles"), client.head(f"{API}/articles")
    assert (head.status_code, head.content, head.headers["ETag"]) == (200, b"", get.headers["ETag"])


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("get", "/nowhere", 404),
        ("get", "/", 404),
        ("get", "/articles/999", 404),
        ("get", "/articles/99999999999999999999999", 404),
        ("get", "/articles/x", 404),
        ("get", "/actors/nobody", 404),
        ("get", "/meetings/999", 404),
        ("get", "/mentions/99999999999999999999999", 404),
        ("post", "/articles", 405),
        ("delete", "/articles/1", 405),
        ("options", "/articles", 405),
    ],
)
def test_problems_have_one_form(client: Client, db: None, method: str, path: str, status: int) -> None:
    response = getattr(client, method)(API + path)
    told = response.json()
    assert (response.status_code, response.headers["Content-Type"]) == (status, "application/problem+json")
    assert (told["type"], told["status"], sorted(told)) == (
        "about:blank",
        status,
        ["detail", "status", "title", "type"],
    )
    if status == 405:
        assert response.headers["Allow"] == "GET, HEAD"


def test_a_fault_of_the_desk_tells_nothing_of_its_insides(
    client: Client, world: World, monkeypatch: pytest.MonkeyPatch, settings: object
) -> None:
    settings.DEBUG = True  # type: ignore[attr-defined]

    def broken(*args: object) -> None:
        raise RuntimeError("secret insides")

    monkeypatch.setattr("articles.api.reading.articles.search_articles", broken)
    response = client.get(f"{API}/articles")
    assert (response.status_code, response.headers["Content-Type"]) == (500, "application/problem+json")
    assert "secret" not in response.text
    assert "Traceback" not in response.text


def test_answers_come_in_the_language_asked_for(client: Client, db: None) -> None:
    details = {client.get(f"{API}/x", headers={"Accept-Language": code}).json()["detail"] for code in ("fr", "en")}
    assert len(details) == 2
