"""A large collection made up for measuring searches: articles, people, and meetings with their reports."""

from datetime import date, timedelta
from hashlib import sha256
from itertools import islice
from random import Random

from django.db import connection

from articles.actions.copying import copy_rows
from articles.enums import ActorKind, DateOrigin, MeetingKind, MeetingStatus
from articles.models import (
    Actor,
    Article,
    Meeting,
    MeetingParticipant,
    MeetingReport,
    PipelineRun,
    ReportParticipant,
    Review,
    Source,
)

PEOPLE = 3_000
FIRST_DAY = date(2015, 1, 1)
DAYS = 3_600
TOGETHER = 2_000
#: Words that the made-up texts are made of; a text has some of them, so that searches find many but not all.
WORDS = [
    "ministre",
    "affaires",
    "étrangères",
    "président",
    "gouvernement",
    "accord",
    "sommet",
    "frontière",
    "négociation",
    "visite",
    "conférence",
    "sanctions",
    "armée",
    "parlement",
    "budget",
    "énergie",
    "climat",
    "commerce",
    "presse",
    "délégation",
    "ambassadeur",
    "traité",
    "trêve",
    "otages",
]


def make_collection(articles: int) -> None:
    """That many articles, of which every second one reports a meeting of its own."""
    random = Random(articles)  # noqa: S311 - the same collection each time, no secret
    people = Actor.objects.bulk_create(
        Actor(slug=f"bench-{number}", kind=ActorKind.PERSON, name=f"Personne Numéro {number}")
        for number in range(PEOPLE)
    )
    run = PipelineRun.objects.create(version="bench", pipeline="bench")
    source = Source.objects.create(name="Bench", slug="bench")
    texts = (made_up(number, random) for number in range(articles))
    numbered = enumerate(texts)
    while portion := list(islice(numbered, TOGETHER)):
        rows = Article.objects.bulk_create(
            new_article(number, text, source=source, run=run) for number, text in portion
        )
        Review.objects.bulk_create(Review(article=row) for row in rows)
        add_meetings(rows[::2], people, random, run=run)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def made_up(number: int, random: Random) -> str:
    return f"Dépêche {number}. " + " ".join(random.choices(WORDS, k=40)) + "."


def new_article(number: int, text: str, *, source: Source, run: PipelineRun) -> Article:
    return Article(
        external_id=f"collection-{number}",
        source=source,
        title=f"Dépêche numéro {number}",
        text=text,
        digest=sha256(text.encode()).hexdigest(),
        published_on=FIRST_DAY + timedelta(days=number % DAYS),
        date_origin=DateOrigin.RECORD,
        run=run,
    )


def add_meetings(articles: list[Article], people: list[Actor], random: Random, *, run: PipelineRun) -> None:
    """One for each article, between two people or three; few people have many meetings, and many have few."""
    days = [article.published_on for article in articles]
    told = {"kind": MeetingKind.IN_PERSON, "meeting_status": MeetingStatus.HELD}
    meetings = [Meeting(**told, date_value=day.isoformat(), starts_on=day, ends_on=day) for day in days]
    copy_rows(meetings, keyed=True)
    reports = [
        MeetingReport(article=article, meeting=meeting, date_value=meeting.date_value, run=run, origin="bench", **told)
        for article, meeting in zip(articles, meetings, strict=True)
    ]
    copy_rows(reports, keyed=True)
    groups = [{some_person(people, random).pk for _ in range(random.randint(2, 3))} for _ in meetings]
    told_by = [
        (meeting, report, pk)
        for meeting, report, group in zip(meetings, reports, groups, strict=True)
        for pk in sorted(group)
    ]
    copy_rows(MeetingParticipant(meeting=meeting, actor_id=pk) for meeting, _, pk in told_by)
    copy_rows(ReportParticipant(report=report, actor_id=pk) for _, report, pk in told_by)


def some_person(people: list[Actor], random: Random) -> Actor:
    """The busiest is at about one meeting in twenty."""
    rank = int(50 * (random.paretovariate(1) - 1))
    return people[rank] if rank < len(people) else random.choice(people)
