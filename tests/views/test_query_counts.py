"""No page asks more of the database for fifty rows than for one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.actions.double_reading import ask_double_reading, finish_reading, mark_words
from articles.actions.leasing import hold_article, skip_article
from articles.actions.mentions import change_mention
from articles.actions.notes import add_note, reply_to_note
from articles.actions.reports import accept_report
from articles.actions.tokens import make_token
from articles.actions.watching import follow
from articles.enums import SkipReason
from articles.forms.watching import WatchForm
from articles.models import (
    Actor,
    Article,
    ImportBatch,
    ImportProblem,
    Meeting,
    MeetingProposal,
    MergeProposal,
    PostEvidence,
)
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingFactory,
    MeetingReportFactory,
    MentionFactory,
    PlaceFactory,
    PostFactory,
    ReviewFactory,
    SourceFactory,
    StatementFactory,
)

pytestmark = pytest.mark.django_db
MANY = 50
CODES = ("FR", "DE", "IT", "ES", "PT", "GB", "IE", "NL", "BE", "LU", "CH", "AT", "PL", "CZ", "SK", "HU", "RO", "BG")
WORDS = " ".join(f"Mot{number:02}" for number in range(MANY))


@dataclass(frozen=True)
class Desk:
    editor: User
    manager: User


#: Makes the n-th row and tells what stands in the addresses of the pages that show it.
Add = Callable[[int], dict[str, object]]
Make = Callable[[Desk], Add]


def paper(number: int = 0) -> Article:
    """An article with words enough for fifty marks of everything, of a source of its own."""
    text = f"{WORDS} {uuid4()}"
    article: Article = ArticleFactory(text=text, source=SourceFactory(name=f"Agence {number}"))
    ReviewFactory(article=article)
    return article


def word(number: int) -> str:
    return f"Mot{number:02}"


def told_of(article: Article, number: int, actors: list[Actor], **values: object) -> Meeting:
    """A meeting with all that a page shows of one."""
    meeting: Meeting = MeetingFactory(actors=actors, place=PlaceFactory(name=f"Ville {number}"))
    MeetingReportFactory(article=article, meeting=meeting, actors=actors, sentence=word(number), **values)
    return meeting


def pair(number: int) -> list[Actor]:
    return [ActorFactory(name=f"Anna {number}", country="TR"), ActorFactory(name=f"Karl {number}", country="FR")]


def collection(desk: Desk) -> Add:
    """Articles with a meeting and a statement each, all of one diplomat."""
    known = ActorFactory(name="Hakan Fidan", country="TR")
    ankara = PlaceFactory()

    def add(number: int) -> dict[str, object]:
        article, actors = paper(number), [known, ActorFactory(name=f"Karl {number}", country="FR")]
        meeting = MeetingFactory(actors=actors, place=ankara)
        MeetingReportFactory(article=article, meeting=meeting, actors=actors, sentence=word(number), place=ankara)
        mention = MentionFactory(article=article, text=word(number), actor=known, place=ankara)
        post = PostFactory(actor=known, title=f"ministre {number}", since=date(2023, 1, 1), until=date(2023, 12, 1))
        PostEvidence.objects.create(post=post, mention=mention)
        StatementFactory(article=article, quote=word(number), speaker=known, addressee=actors[1])
        change_mention(mention, by=desk.editor, version=mention.version, label="ROLE")
        return {}

    return add


def one_meeting(desk: Desk) -> Add:
    """Told of by many articles."""
    actors = pair(0)
    meeting = MeetingFactory(actors=actors)

    def add(number: int) -> dict[str, object]:
        values = {"meeting": meeting, "actors": actors, "sentence": word(number), "place": PlaceFactory()}
        report = MeetingReportFactory(article=paper(number), **values)
        accept_report(report, by=desk.editor, version=report.version)
        return {"meeting": report.meeting_id}

    return add


def one_article(desk: Desk) -> Add:
    """With many of everything."""
    article = paper()

    def add(number: int) -> dict[str, object]:
        one, other = pair(number)
        place = PlaceFactory(name=f"Ville {number}")
        mention = MentionFactory(article=article, text=word(number), actor=one, place=place)
        change_mention(mention, by=desk.editor, version=mention.version, label="ROLE")
        told_of(article, number, [one, other])
        StatementFactory(article=article, quote=word(number), speaker=one, addressee=other)
        note = add_note(article, by=desk.editor, start=6 * number, end=6 * number + 5, body="Vraiment ?")
        reply_to_note(note, by=desk.manager, body="Oui.")
        return {"article": article.pk}

    return add


def alike(desk: Desk) -> Add:
    mention = MentionFactory()

    def add(number: int) -> dict[str, object]:
        MentionFactory(article=ArticleFactory(source=SourceFactory(name=f"Agence {number}")), actor=ActorFactory())
        return {"mention": mention.pk}

    return add


def holders(desk: Desk) -> Add:
    def add(number: int) -> dict[str, object]:
        post = PostFactory(since=date(2023, 1, 1), until=date(2023, 12, 1), actor__country=CODES[number % len(CODES)])
        article = ArticleFactory(source=SourceFactory(name=f"Agence {number}"))
        PostEvidence.objects.create(post=post, mention=MentionFactory(article=article, actor=post.actor))
        return {}

    return add


def queue(desk: Desk) -> Add:
    def add(number: int) -> dict[str, object]:
        source = SourceFactory(name=f"Agence {number}")
        made = [ArticleFactory(source=source, batch=ImportBatch.objects.create(by=desk.editor)) for _each in range(4)]
        for article in made:
            ReviewFactory(article=article, state="in_review", editor=desk.editor)
            MentionFactory(article=article)
        hold_article(made[0].pk, by=desk.editor)
        hold_article(made[1].pk, by=desk.manager)
        skip_article(made[2], by=desk.manager, reason=SkipReason.OTHER, words="Trop long")
        return {}

    return add


def imports(desk: Desk) -> Add:
    def add(number: int) -> dict[str, object]:
        ArticleFactory(batch=ImportBatch.objects.create(by=User.objects.create_user(f"importer{number}")))
        return {}

    return add


def one_import(desk: Desk) -> Add:
    batch = ImportBatch.objects.create(by=desk.editor)

    def add(number: int) -> dict[str, object]:
        MentionFactory(article=ReviewFactory(article__batch=batch).article)
        ImportProblem.objects.create(batch=batch, file="a.jsonl", line=number, reason="text: leer")
        return {"batch": batch.pk}

    return add


def merges(desk: Desk) -> Add:
    def add(number: int) -> dict[str, object]:
        first, second = pair(number)
        for actor in (first, second):
            PostFactory(actor=actor)
            MentionFactory(actor=actor)
        MergeProposal.objects.create(first=first, second=second, score=0.5, reasons=["same_country"])
        return {}

    return add


def joins(desk: Desk) -> Add:
    def add(number: int) -> dict[str, object]:
        actors = pair(number)
        first, second = (told_of(paper(number), number, actors) for _each in range(2))
        MeetingProposal.objects.create(first=first, second=second, score=0.5, reasons=[])
        return {}

    return add


def readings(desk: Desk) -> Add:
    def add(number: int) -> dict[str, object]:
        article = ArticleFactory(source=SourceFactory(name=f"Agence {number}"))
        double = ask_double_reading(article, by=desk.manager, readers=(desk.editor, desk.manager), with_links=True)
        for reading in double.readings.all():
            mark_words(reading, by=reading.reader, start=0, end=14, label="PER", actor=ActorFactory())
            finish_reading(reading, by=reading.reader)
        return {}

    return add


def one_reading(desk: Desk) -> Add:
    double = ask_double_reading(paper(), by=desk.manager, readers=(desk.editor, desk.manager), with_links=True)

    def add(number: int) -> dict[str, object]:
        reading = double.readings.get(reader=desk.manager)
        place = {"start": 6 * number, "end": 6 * number + 5}
        mark_words(reading, by=desk.manager, label="PER", actor=ActorFactory(), **place)
        return {"reading": reading.pk}

    return add


def tokens(desk: Desk) -> Add:
    def add(number: int) -> dict[str, object]:
        make_token(f"Veille {number}", ["read"], by=desk.manager)
        make_token(f"Veille {number}", ["read"], by=User.objects.create_user(f"reader{number}"))
        return {}

    return add


def watches(desk: Desk) -> Add:
    def add(number: int) -> dict[str, object]:
        for path in (f"/actors/{ActorFactory().slug}/", f"/meetings/?q=mot{number}"):
            form = WatchForm({"path": path, "name": f"Veille {number}"})
            assert form.is_valid()
            follow(form.followed(), by=desk.manager)
        return {}

    return add


#: What makes the rows, and the pages that show them.
PAGES: dict[str, tuple[Make, list[str]]] = {
    "collection": (
        collection,
        [
            *("/", "/articles/", "/articles/?sort=doubt", "/meetings/", "/meetings/?actor=hakan-fidan", "/statements/"),
            *("/search/?q=mot00", "/actors/", "/places/", "/actors/hakan-fidan/", "/actors/hakan-fidan/edit/"),
            *("/actors/hakan-fidan/history/", "/places/ankara/", "/countries/TR/"),
        ],
    ),
    "article": (
        one_article,
        [
            *("/articles/{article}/", "/articles/{article}/annotate/", "/articles/{article}/history/"),
            *("/articles/{article}/sure/", "/articles/{article}/as-of/?as_of=2100-01-01"),
        ],
    ),
    "meeting": (one_meeting, ["/meetings/{meeting}/", "/meetings/{meeting}/history/"]),
    "alike": (alike, ["/mentions/{mention}/alike/?scope=collection&act=accept"]),
    "office": (holders, ["/offices/?post=ministre des Affaires étrangères&on=2023-06-01", "/countries/"]),
    "queue": (queue, ["/queue/"]),
    "imports": (imports, ["/imports/"]),
    "import": (one_import, ["/imports/{batch}/"]),
    "merges": (merges, ["/actors/merges/"]),
    "joins": (joins, ["/meetings/joins/"]),
    "readings": (readings, ["/readings/"]),
    "reading": (one_reading, ["/readings/{reading}/"]),
    "tokens": (tokens, ["/settings/tokens/"]),
    "watches": (watches, ["/watch/list/", "/watch/"]),
}


@pytest.mark.parametrize("rows", PAGES)
def test_pages_ask_as_many_queries_for_fifty_rows_as_for_one(
    client: Client, editor: User, manager: User, rows: str
) -> None:
    client.force_login(manager)
    make, addresses = PAGES[rows]
    add = make(Desk(editor, manager))
    told = add(0)
    few = {each: asked(client, each.format(**told)) for each in addresses}
    for number in range(1, MANY):
        told = add(number)

    assert {each: asked(client, each.format(**told)) for each in addresses} == few


def asked(client: Client, address: str) -> int:
    """How often a page asks the database, once it knows what it remembers."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    assert response.status_code == 200, address
    return len(queries)
