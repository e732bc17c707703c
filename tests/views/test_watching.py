import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.actions.access import EXAMPLES, create_demonstration_editor
from articles.models import Actor, Watch, WatchList
from tests.actions.test_watching import told, watch
from tests.factories import ActorFactory, ArticleFactory, SourceFactory, StatementFactory

pytestmark = pytest.mark.django_db
#: Of the page with meetings and statements, whatever their number and that of the watches.
QUERIES = 20


@pytest.fixture
def desk(client: Client, reader: User) -> Client:
    cache.clear()
    client.force_login(reader)
    return client


@pytest.fixture
def blinken() -> Actor:
    return ActorFactory(name="Antony Blinken", country="US")


def page(client: Client, address: str = "/watch/") -> str:
    return client.get(address).content.decode()


def test_button_follows_and_stops_without_javascript(desk: Client, reader: User, blinken: Actor) -> None:
    address = "/actors/antony-blinken/"
    assert f'name="path" value="{address}"' in page(desk, address)

    followed = desk.post("/watch/follow/", {"path": address, "next": address})
    watch = Watch.objects.get()
    shown = page(desk, address)
    stopped = desk.post(f"/watch/list/{watch.pk}/stop/", {"next": address})

    assert (watch.user, watch.name, watch.actor) == (reader, "Antony Blinken", blinken)
    assert followed.headers["Location"] == stopped.headers["Location"] == address
    assert f'action="/watch/list/{watch.pk}/stop/"' in shown
    assert not Watch.objects.exists()


def test_button_is_swapped_by_htmx(desk: Client, blinken: Actor) -> None:
    headers = {"HX-Request": "true"}
    followed = desk.post("/watch/follow/", {"path": "/actors/antony-blinken/"}, headers=headers).content.decode()
    stop = f"/watch/list/{Watch.objects.get().pk}/stop/"
    stopped = desk.post(stop, headers=headers).content.decode()

    assert (followed.strip()[:5], stopped.strip()[:5]) == ("<form", "<form")
    assert stop in followed
    assert 'action="/watch/follow/"' in stopped


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/meetings/?actor=antony-blinken", "/actors/antony-blinken/"),
        ("/meetings/?actor=hakan-fidan&with=antony-blinken", "/meetings/?actor=antony-blinken&amp;with=hakan-fidan"),
        ("/meetings/?country=TR", "/meetings/?country=TR"),
        ("/meetings/?country=US&country2=TR", "/meetings/?country=TR&amp;country2=US"),
        ("/meetings/?actor=antony-blinken&kind=call&sort=sources", "/meetings/?actor=antony-blinken&amp;kind=call"),
        ("/statements/?speaker=antony-blinken", "/statements/?speaker=antony-blinken"),
        ("/articles/?q=otages&source=&page=1", "/articles/?q=otages"),
        ("/search/?q=otages&country=turquie&sort=date", "/search/?q=otages&amp;country=TR"),
    ],
)
def test_lists_offer_to_be_followed(desk: Client, blinken: Actor, address: str, path: str) -> None:
    ActorFactory(name="Hakan Fidan")

    assert f'name="path" value="{path}"' in page(desk, address)


def test_nobody_is_offered_to_follow_without_an_account(client: Client, blinken: Actor) -> None:
    assert "watch-follow" not in page(client, "/actors/antony-blinken/")
    assert 'name="path"' not in page(client, "/meetings/?country=TR")
    for address in ("/watch/", "/watch/list/"):
        assert client.get(address).headers["Location"].startswith("/login/")


def test_searches_need_a_name_and_old_addresses_lead_on(desk: Client) -> None:
    refused = desk.post("/watch/follow/", {"path": "/meetings/?q=otages"})

    assert "errorlist" in refused.content.decode()
    assert desk.get("/searches/").headers["Location"] == "/watch/list/"
    desk.post("/watch/follow/", {"path": "/meetings/?q=otages", "name": "Otages"})
    assert '<a href="/meetings/?q=otages">Otages</a>' in page(desk, "/watch/list/")


@pytest.mark.parametrize(
    "path",
    ["", "https://example.org/", "//example.org/meetings/", "/admin/", "javascript:1", "/meetings/../admin/",
     "/actors/nobody/", "/meetings/?actor=nobody&kind=call", "/meetings/?from=x", "/meetings/?actor=Personne du tout",
     "/meetings/?actor=%00&with=antony-blinken", "/meetings/?country=%00", "/meetings/?country=Nulle part",
     "/statements/?q=a&x=" + "é" * 1900, "/search/", "/search/?actor=nobody"],
)  # fmt: skip
def test_what_is_not_of_this_desk_is_not_followed(desk: Client, path: str) -> None:
    answer = desk.post("/watch/follow/", {"name": "Ailleurs", "path": path})

    assert (answer.status_code, Watch.objects.count()) == (200, 0)
    assert "errorlist" in answer.content.decode()


def test_nobody_is_sent_elsewhere_afterwards(desk: Client, blinken: Actor) -> None:
    for next_page in ("https://example.org/", "//example.org/", "javascript:1"):
        answer = desk.post("/watch/follow/", {"path": "/actors/antony-blinken/", "next": next_page})
        assert answer.headers["Location"] == "/watch/list/"


def test_watches_of_others_are_not_there(desk: Client, editor: User, blinken: Actor) -> None:
    theirs = watch(editor, "/actors/antony-blinken/")
    told([blinken])

    assert "Antony Blinken" not in page(desk, "/watch/list/") + page(desk)
    for verb in ("stop", "pause", "resume", "move"):
        assert desk.post(f"/watch/list/{theirs.pk}/{verb}/").status_code == 404
        assert desk.get(f"/watch/list/{theirs.pk}/{verb}/").status_code == 405
    assert Watch.objects.get() == theirs


def test_what_is_new_is_counted_beside_the_name_until_it_was_looked_at(
    desk: Client, reader: User, blinken: Actor
) -> None:
    watch(reader, "/actors/antony-blinken/")
    assert "unseen" not in page(desk, "/guide/")
    told([blinken])
    told([blinken])

    assert '<span class="unseen" title="pas encore vu">2</span>' in page(desk, "/guide/")
    first = page(desk)
    assert first.count('class="meeting"') == 2
    assert page(desk).count('class="meeting"') == 2
    assert "unseen" not in page(desk, "/guide/")
    until = WatchList.objects.get().looked_at.isoformat()
    desk.post("/watch/seen/", {"until": until})
    assert page(desk).count('class="meeting"') == 0
    assert page(desk, "/watch/?all=1").count('class="meeting"') == 2


def test_many_are_counted_as_more_than_ninety_nine(desk: Client, reader: User, blinken: Actor) -> None:
    watch(reader, "/actors/antony-blinken/")
    article = ArticleFactory(text="x" * 300)
    for number in range(101):
        StatementFactory(article=article, speaker=blinken, quote_start=number, quote_end=number + 1)
    assert "99+" in page(desk, "/guide/")
    assert page(desk).count('class="meeting"') == 30
    assert page(desk, "/watch/?page=4").count('class="meeting"') == 11
    assert desk.get("/watch/?page=x").status_code == desk.get("/watch/?page=99999999999").status_code == 200


def test_page_says_what_changed_and_for_whom(desk: Client, reader: User, blinken: Actor) -> None:
    meeting = told([blinken])
    watch(reader, "/actors/antony-blinken/")
    type(meeting).objects.filter(pk=meeting.pk).update(meeting_status="cancelled")

    shown = page(desk)

    assert "<del>tenue</del> → <ins>annulée</ins>" in shown
    assert '<a href="/actors/antony-blinken/">Antony Blinken</a>' in shown


@pytest.mark.parametrize(("things", "watches"), [(1, 1), (12, 1), (12, 40)])
def test_queries_do_not_grow(
    desk: Client, reader: User, things: int, watches: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    watch(reader, "/meetings/?q=rencontré", "mots")
    watch(reader, "/meetings/?country=TR")
    people = [ActorFactory(country="TR") for _ in range(watches)]
    for actor in people:
        watch(reader, f"/actors/{actor.slug}/")
    for number in range(things):
        meeting = told([people[number % watches]], source=f"Agence {number}")
        StatementFactory(article=meeting.reports.get().article, speaker=people[number % watches])
    page(desk)

    with django_assert_num_queries(QUERIES):
        page(desk)


def test_feed_is_for_whoever_has_its_address(desk: Client, reader: User, blinken: Actor) -> None:
    watch(reader, "/actors/antony-blinken/")
    meeting = told([blinken], source="Agence <A&B>")
    desk.post("/watch/feed/open/")
    address = f"/watch/feed/{WatchList.objects.get().token}.atom"
    assert address in page(desk, "/watch/list/")

    anybody = Client()
    answer = anybody.get(address)
    feed = b"".join(answer.streaming_content).decode()

    assert f"<id>http://testserver/meetings/{meeting.pk}/</id>" in feed
    assert "Agence &lt;A&amp;B&gt;" in feed
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in answer.headers["Cache-Control"]
    desk.post("/watch/feed/open/")
    assert anybody.get(address).status_code == 404
    renewed = f"/watch/feed/{WatchList.objects.get().token}.atom"
    assert anybody.get(renewed).status_code == 200
    User.objects.filter(pk=reader.pk).update(is_active=False)
    assert anybody.get(renewed).status_code == 404
    for nobodys in ("None", "%00", "a b"):
        assert anybody.get(f"/watch/feed/{nobodys}.atom").status_code == 404


def test_watches_are_paused_moved_and_resumed_by_plain_forms(desk: Client, reader: User, blinken: Actor) -> None:
    first = watch(reader, "/actors/antony-blinken/")
    second = watch(reader, "/meetings/?country=TR")

    desk.post(f"/watch/list/{first.pk}/pause/")
    desk.post(f"/watch/list/{second.pk}/move/", {"way": "up"})

    assert "en pause" in page(desk, "/watch/list/")
    assert [each.pk for each in Watch.objects.in_order()] == [second.pk, first.pk]
    desk.post(f"/watch/list/{first.pk}/resume/")
    assert not Watch.objects.filter(is_paused=True).exists()


def test_demonstration_has_something_new(client: Client) -> None:
    people = [ActorFactory(slug=slug, name=slug.replace("-", " ").title()) for slug in EXAMPLES]
    SourceFactory()
    told(people)

    create_demonstration_editor()
    client.force_login(User.objects.get(username="demo"))

    assert page(client).count('class="meeting"') == 1
    assert Watch.objects.count() == 3
