"""What programs read of the search, the dossiers, what is followed and the work of editors is what the pages show."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.actions.leasing import hold_article, skip_article
from articles.actions.notes import add_note, reply_to_note, resolve_note
from articles.actions.watching import pause
from articles.enums import SkipReason
from articles.models import Article, Watch
from tests.actions.test_watching import told, watch
from tests.api.conftest import API, MakeProgram, World
from tests.factories import ActorFactory, ArticleFactory, PlaceFactory, ReviewFactory


def pages(client: Client, path: str) -> list[list[dict[str, object]]]:
    found, address = [], API + path
    while address:
        answer = client.get(address).json()
        found.append(answer["items"])
        address = answer["next"]
    return found


@pytest.mark.parametrize("query", ["q=Blinken", "q=Ankara&country=TR", "q=pause&sort=date", "actor=fidan", "label=GPE"])
def test_search_finds_what_the_page_shows(client: Client, world: World, query: str) -> None:
    page = client.get(f"/search/?{query}", follow=True).context
    found = client.get(f"{API}/search?{query}").json()
    elsewhere = found["elsewhere"]

    assert [each["id"] for each in found["items"]] == [row.article.pk for row in page["rows"]]
    assert found["count"] == page["page"].paginator.count
    for kind in ("meetings", "statements", "actors", "places"):
        shown = page.get(kind)
        assert (elsewhere[kind] and elsewhere[kind]["count"]) == (shown and shown.count)
    if elsewhere["meetings"]:
        assert client.get(elsewhere["meetings"]["address"]).json()["count"] == elsewhere["meetings"]["count"]
    facets = client.get(f"{API}/search/facets?{query}").json()
    assert facets["count"] == found["count"]


def test_pages_of_a_search_hold_each_article_once_as_others_come_in(client: Client, db: None) -> None:
    articles = [
        ArticleFactory(text="otages " * (1 + number % 3) + f"n{number}", published_on=date(2023, 1, 1 + number))
        for number in range(7)
    ]
    first = client.get(f"{API}/search?q=otages&limit=3").json()
    ArticleFactory(text="otages otages otages", title="Les otages", published_on=date(2024, 1, 1))
    second = client.get(first["next"]).json()
    third = client.get(second["next"]).json()

    found = [each["id"] for page in (first, second, third) for each in page["items"]]
    assert (sorted(found), len(found)) == (sorted(article.pk for article in articles), 7)
    assert (third["next"], second["elsewhere"]) == (None, None)
    assert client.get(f"{API}/search?q=Ankara&cursor=" + first["next"].partition("cursor=")[2]).status_code == 422


def test_dossiers_tell_what_their_pages_show(client: Client, world: World) -> None:
    page = client.get("/actors/antony-blinken/").context
    told_of = client.get(f"{API}/actors/antony-blinken/dossier").json()
    assert [each["id"] for each in told_of["latest_meetings"]] == [card.meeting.pk for card in page["cards"]]
    assert [each["id"] for each in told_of["latest_statements"]] == [each.pk for each in page["statements"]]
    assert [each["id"] for each in told_of["latest_articles"]] == [each.pk for each in page["articles"]]
    assert [each["name"] for each in told_of["names_seen"]] == [each.name for each in page["seen"]]
    assert [each["value"] for each in told_of["places"]] == [each.value for each in page["places"]] == ["ankara"]
    assert sum(each["number"] for each in told_of["days"]) == told_of["meetings"] == page["counts"].total

    page = client.get("/places/ankara/").context
    told_of = client.get(f"{API}/places/ankara/dossier").json()
    assert told_of["meetings"] == page["counts"].total
    assert [(each["value"], each["count"]) for each in told_of["people"]] == [
        (each.value, each.count) for each in page["people"]
    ]

    page = client.get("/countries/TR/").context
    told_of = client.get(f"{API}/countries/TR").json()
    assert (told_of["name"], told_of["people"]) == ("Turquie", page["people_count"])
    assert [(each["title"], each["holders"][0]["holder"]["slug"]) for each in told_of["offices"]] == [
        ("ministre des Affaires étrangères", "hakan-fidan")
    ]
    assert [each["code"] for each in client.get(f"{API}/countries").json()["items"]] == [
        row.code for row in client.get("/countries/").context["rows"]
    ]


def test_a_merged_actor_leads_to_the_dossier_of_the_other(client: Client, world: World) -> None:
    ActorFactory(name="Blinken Antony", merged_into=world.people[0])
    answer = client.get(f"{API}/actors/blinken-antony/dossier")
    assert (answer.status_code, answer["Location"]) == (301, f"{API}/actors/antony-blinken/dossier")


def test_offices_tell_who_held_them(client: Client, world: World) -> None:
    found = client.get(f"{API}/offices?post=foreign minister&country=TR&on=2023").json()
    assert [(each["holder"]["name"], each["standing"]) for each in found["holders"]] == [("Hakan Fidan", "within")]
    assert found["holders"][0]["evidence"][0]["article"] == world.article.pk
    assert client.get(f"{API}/offices?post=ministre&on=hier").json()["errors"][0]["field"] == "on"
    assert client.get(f"{API}/offices").status_code == 422


def test_places_come_from_a_to_z_with_how_many_met_there(client: Client, world: World) -> None:
    for name in ("Évian", "Esquel", "erevan", "Zagreb"):
        PlaceFactory(name=name)
    found = [each for page in pages(client, "/places?limit=2") for each in page]
    assert [(each["slug"], each["meetings"]) for each in found] == [
        ("ankara", 2), ("erevan", 0), ("esquel", 0), ("evian", 0), ("zagreb", 0)
    ]  # fmt: skip
    assert [each["slug"] for each in client.get(f"{API}/places?letter=e&kind=city").json()["items"]] == [
        "erevan", "esquel", "evian"
    ]  # fmt: skip
    assert found[0]["page"] == "/places/ankara/"


def test_watches_and_their_news_are_the_owners(world: World, program: MakeProgram, reader: User, editor: User) -> None:
    actor = world.people[0]
    mine = watch(reader, f"/actors/{actor.slug}/")
    search = watch(reader, "/search/?q=otages", "otages")
    watch(editor, "/meetings/?country=TR")
    pause(search, by=reader)
    meetings = [told([actor]) for _ in range(3)]
    client = program(reader, "read")

    answers = client.get(f"{API}/watches").json()["items"]
    assert [(each["id"], each["address"], each["paused"]) for each in answers] == [
        (mine.pk, "/actors/antony-blinken/", False),
        (search.pk, "/search/?q=otages", True),
    ]
    assert [each["slug"] for each in answers[0]["actors"]] == [actor.slug]
    news = pages(client, "/watches/news?limit=2")
    assert [len(page) for page in news] == [2, 1]
    assert [each["meeting"]["id"] for page in news for each in page] == [each.pk for each in reversed(meetings)]  # type: ignore[index]
    assert [each["watches"] for page in news for each in page] == [[mine.pk]] * 3
    again = client.get(f"{API}/watches/news").json()
    assert again["count"] == 3  # looking marked nothing as seen
    assert client.get(f"{API}/watches/news?all=1").json()["count"] > 3
    assert program(editor, "read").get(f"{API}/watches").json()["count"] == Watch.objects.filter(user=editor).count()


def test_notes_and_the_queue_are_what_editors_see(
    world: World, program: MakeProgram, editor: User, manager: User
) -> None:
    note = add_note(world.article, by=editor, start=0, end=6, body="Où ?")
    reply_to_note(note, by=manager, body="Là.")
    resolve_note(note, by=manager)
    skipped, held = ReviewFactory().article, ArticleFactory(title="En main")
    skip_article(skipped, by=editor, reason=SkipReason.HARD, words="turc")
    hold_article(held.pk, by=manager)
    client = program(editor, "read")

    (told_of,) = client.get(f"{API}/articles/{world.article.pk}/notes").json()["items"]
    assert (told_of["words"], told_of["body"], told_of["resolved_by"]) == ("ANKARA", "Où ?", manager.get_username())
    assert [each["body"] for each in told_of["replies"]] == ["Là."]
    for order in ("doubt", "read", "newest"):
        queued = [each["id"] for page in pages(client, f"/queue?order={order}&limit=1") for each in page]
        assert set(queued) == set(Article.objects.values_list("pk", flat=True)) - {skipped.pk, held.pk}
    assert [each["title"] for each in client.get(f"{API}/queue/held").json()["items"]] == ["En main"]
    (left,) = client.get(f"{API}/queue/skips").json()["items"]
    assert (left["article"], left["reason"], left["words"]) == (skipped.pk, "hard", "turc")
    assert client.get(f"{API}/queue?source=nowhere").status_code == 422
