"""A small collection with something on every page, and the address of each page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.models import User
from django.urls import reverse

from articles.actions.double_reading import ask_double_reading, drop_reading_meeting, finish_reading, mark_words
from articles.actions.leasing import hold_article, skip_article
from articles.actions.notes import add_note, reply_to_note
from articles.actions.watching import Followed, follow, open_feed
from articles.enums import SkipReason
from articles.models import (
    Article,
    DoubleReading,
    ImportBatch,
    ImportProblem,
    Meeting,
    MeetingProposal,
    MergeProposal,
    PostEvidence,
    Reading,
    Watch,
    WatchList,
)
from articles.views.pictures import PICTURES
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

TEXT = (
    "ANKARA, 6 novembre (Agence) - Antony Blinken a rencontré Hakan Fidan à Ankara lundi.\n\n"
    "« Nous voulons une pause », a déclaré le secrétaire d'Etat américain. "
    "L'OTAN suit, les Européens aussi, au Moyen-Orient."
)
SPANS = (
    ("Antony Blinken", "PER"), ("Hakan Fidan", "PER"), ("Ankara", "GPE"), ("lundi", "DATE"), ("OTAN", "ORG"),
    ("secrétaire d'Etat américain", "ROLE"), ("Européens", "NORP"), ("Moyen-Orient", "LOC"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class World:
    article: Article
    meeting: Meeting
    #: Another meeting of the same people.
    alike: Meeting
    batch: ImportBatch
    #: One that the manager is asked for, and two finished ones that differ.
    reading: Reading
    double: DoubleReading
    editor: User
    manager: User


def world(editor: User, manager: User) -> World:
    people = [ActorFactory(name="Antony Blinken"), ActorFactory(name="Hakan Fidan")]
    batch = ImportBatch.objects.create(by=manager, imported=2, rejected=1)
    ImportProblem.objects.create(batch=batch, file="news.jsonl", line=3, field="date", reason="No date.")
    source = SourceFactory(name="Agence", is_illustrative=True)
    article = ArticleFactory(title="Blinken chez Fidan", text=TEXT, batch=batch, source=source)
    annotate(article, people)
    ReviewFactory(article=article)
    meeting = Meeting.objects.get()
    alike = MeetingFactory(actors=people, date_value="2023-11")
    MeetingReportFactory(article=ArticleFactory(batch=batch), meeting=alike, actors=people, sentence="Antony Blinken")
    MeetingProposal.objects.create(first=meeting, second=alike, score=0.7, reasons=["same_people", "dates_fit"])
    MergeProposal.objects.create(
        first=people[0], second=ActorFactory(name="Anthony Blinken"), score=0.8, reasons=["like_name"]
    )
    work(article, editor, manager)
    reading = ask_double_reading(
        ArticleFactory(), by=manager, readers=(manager, editor), with_links=True
    ).readings.all()[0]
    return World(article, meeting, alike, batch, reading, read_twice(article, editor, manager), editor, manager)


def read_twice(article: Article, editor: User, manager: User) -> DoubleReading:
    double = ask_double_reading(article, by=manager, readers=(editor, manager), prefilled=True, with_links=True)
    first, second = double.readings.all()
    mark_words(first, by=editor, start=0, end=6, label="GPE")
    drop_reading_meeting(first.meetings.all()[0], by=editor)
    for reading, reader in ((first, editor), (second, manager)):
        finish_reading(reading, by=reader)
    return double


def annotate(article: Article, people: list[object]) -> None:
    actors = dict(zip(("Antony Blinken", "Hakan Fidan"), people, strict=True))
    for number, (words, label) in enumerate(SPANS):
        actor = actors.get(words)
        mention = MentionFactory(
            article=article, text=words, label=label, actor=actor, confidence=0.6 if number % 3 else 0.97,
            status="accepted" if number == 1 else "proposed", place=PlaceFactory() if label == "GPE" else None,
        )  # fmt: skip
        if actor:
            PostEvidence.objects.create(post=PostFactory(actor=actor), mention=mention)
    report = MeetingReportFactory(article=article, actors=people, sentence="Antony Blinken a rencontré Hakan Fidan")
    Meeting.objects.filter(pk=report.meeting_id).update(kind="in_person")
    for person in people:
        report.meeting.participations.create(actor=person)
    StatementFactory(article=article, quote="Nous voulons une pause", speaker=people[0])


def work(article: Article, editor: User, manager: User) -> None:
    """What people left behind: notes, a search, articles held and left out."""
    note = add_note(article, by=editor, start=30, end=44, body="Which day?")
    reply_to_note(note, by=manager, body="Monday.")
    for user in (editor, manager):
        follow(Followed("/meetings/?q=rencontré", "rencontrés"), by=user)
        follow(
            Followed("/actors/antony-blinken/", "Antony Blinken", article.mentions.exclude(actor=None)[0].actor),
            by=user,
        )
        Watch.objects.filter(user=user).update(created_at=article.imported_at - timedelta(days=1))
        WatchList.objects.filter(user=user).update(seen_until=article.imported_at - timedelta(days=1))
        open_feed(by=user)
    hold_article(ReviewFactory(article__title="En main", state="in_review", editor=editor).article_id, by=editor)
    hold_article(ArticleFactory(title="Chez une autre").pk, by=manager)
    for user in (editor, manager):
        skip_article(ReviewFactory().article, by=user, reason=SkipReason.HARD, words="Turkish")


def addresses(made: World) -> Mapping[str, str]:
    """By the name of the URL; a name may come with what makes it another page."""
    return {**of_articles(made.article), **of_actors_and_places(), **of_records(made), **of_work(made)}


def of_articles(article: Article) -> Mapping[str, str]:
    pk = article.pk
    return {
        "article-list": reverse("article-list"),
        "article-list, filters wrong": reverse("article-list") + "?since=x",
        "article-list, nothing found": reverse("article-list") + "?q=zzzz",
        "article-detail": reverse("article-detail", args=[pk]),
        "article-history": reverse("article-history", args=[pk]),
        "article-as-of": reverse("article-as-of", args=[pk]) + "?as_of=2100-01-01",
        "alike-list": reverse("alike-list", args=[article.mentions.first().pk]),
        "article-annotate": reverse("article-annotate", args=[pk]),
        "article-annotate, a meeting in hand": reverse("article-annotate", args=[pk])
        + f"?report={article.meeting_reports.get().pk}",
        "mention-draft": reverse("mention-draft", args=[pk]) + "?start=0&end=6",
        "sure-list": reverse("sure-list", args=[pk]),
        "note-draft": reverse("note-draft", args=[pk, 30, 44]),
    }


def of_actors_and_places() -> Mapping[str, str]:
    actor = "antony-blinken"
    return {
        "actor-list": reverse("actor-list"),
        "actor-detail": reverse("actor-detail", args=[actor]),
        "who-was": reverse("who-was"),
        "who-was, answered": reverse("who-was") + "?post=ministre&country=TR",
        **{
            f"meeting-picture, {name}": reverse("meeting-picture", args=[name]) + f"?actor={actor}" for name in PICTURES
        },
        "country-list": reverse("country-list"),
        "country-detail": reverse("country-detail", args=["TR"]),
        "place-list": reverse("place-list"),
        "place-detail": reverse("place-detail", args=["ankara"]),
        "actor-edit": reverse("actor-edit", args=[actor]),
        "actor-history": reverse("actor-history", args=[actor]),
        "merge-proposals": reverse("merge-proposals"),
    }


def of_records(made: World) -> Mapping[str, str]:
    return {
        "meeting-list": reverse("meeting-list"),
        "meeting-history": reverse("meeting-history", args=[made.meeting.pk]),
        "meeting-detail": reverse("meeting-detail", args=[made.meeting.pk]),
        "meeting-join": reverse("meeting-join", args=[made.meeting.pk]),
        "meeting-join-with": reverse("meeting-join-with", args=[made.meeting.pk, made.alike.pk]),
        "meeting-joins": reverse("meeting-joins"),
        "statement-edit": reverse("statement-edit", args=[made.article.statements.get().pk]),
        "statement-list": reverse("statement-list"),
    }


def of_work(made: World) -> Mapping[str, str]:
    """What people come back to, and the pages around it."""
    return {
        "desk": reverse("desk"),
        "watch-news": reverse("watch-news"),
        "watch-news, all": reverse("watch-news") + "?all=1",
        "watches": reverse("watches"),
        "search": reverse("search", query={"q": "Blinken"}),
        "keyboard": reverse("keyboard"),
        "tokens": reverse("tokens"),
        "api-docs": reverse("api-docs"),
        "queue": reverse("queue"),
        "import-list": reverse("import-list"),
        "import-detail": reverse("import-detail", args=[made.batch.pk]),
        "readings": reverse("readings"),
        "reading": reverse("reading", args=[made.reading.pk]),
        "adjudication": reverse("adjudication", args=[made.double.pk]),
        "guide": reverse("guide"),
        "login": reverse("login"),
        "not found": "/nowhere/",
    }


#: What answers a GET with something other than a page of its own.
NO_PAGES = {
    "actor-suggestions",  # lines of a list
    "country-suggestions",
    "office-suggestions",
    "article-export",
    "article-text",  # the text pane alone
    "meeting-export",
    "one-article-export",
    "place-suggestions",
    "saved-searches",  # leads to what one follows
    "report-draft",  # leads to the annotation page, as do the next ones
    "statement-draft",
    "report-edit",  # leads to the annotation page
    "statement-export",
    "watch-feed",
}
