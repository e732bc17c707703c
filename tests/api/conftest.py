"""Programs with tokens of each role, and a small collection with something of everything."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.actions.tokens import make_token
from articles.enums import TokenScope
from articles.models import (
    Actor,
    Article,
    ImportBatch,
    ImportProblem,
    Meeting,
    MeetingProposal,
    MeetingReport,
    Mention,
    MergeProposal,
    PlaceName,
    PostEvidence,
    Statement,
)
from articles.permissions import may_use
from articles.validators import name_key
from tests.factories import (
    ActorFactory,
    ArticleFactory,
    MeetingReportFactory,
    MentionFactory,
    PlaceFactory,
    PostFactory,
    ReviewFactory,
    StatementFactory,
)

API = "/api/v1"
TEXT = (
    "ANKARA, 6 novembre (Agence) - Antony Blinken a rencontré Hakan Fidan à Ankara lundi.\n\n"
    "« Nous voulons une pause », a déclaré Antony Blinken à Hakan Fidan."
)
MakeProgram = Callable[..., Client]


@dataclass(frozen=True, slots=True)
class World:
    article: Article
    mention: Mention
    report: MeetingReport
    statement: Statement
    people: list[Actor]
    meeting: Meeting
    batch: ImportBatch


@pytest.fixture
def program() -> MakeProgram:
    """A client that shows a token of this person; with all scopes that the person may give, or those named."""

    def make(user: User, *scopes: str) -> Client:
        wanted = scopes or [scope for scope in TokenScope.values if may_use(user, scope)]
        return Client(headers={"Authorization": f"Bearer {make_token('test', wanted, by=user)[1]}"})

    return make


@pytest.fixture
def asking(client: Client, program: MakeProgram, request: pytest.FixtureRequest) -> MakeProgram:
    """A program of the person in this role with these scopes, or anybody."""

    def make(role: str, *scopes: str) -> Client:
        return client if role == "nobody" else program(request.getfixturevalue(role), *scopes)

    return make


@pytest.fixture
def world(db: None, manager: User) -> World:
    """One article that tells everything, a second meeting like its own, and an import."""
    batch = ImportBatch.objects.create(by=manager, paths=["a.jsonl"], options={"annotate": True}, imported=1)
    ImportProblem.objects.create(batch=batch, file="a.jsonl", line=2, field="text", reason="Is empty.")
    article = ArticleFactory(text=TEXT, batch=batch, title="Rencontre à Ankara")
    ReviewFactory(article=article, state="pre_annotated")
    people = [
        ActorFactory(name="Antony Blinken", names=["Blinken"], country="US"),
        ActorFactory(name="Hakan Fidan", country="TR"),
    ]
    place = PlaceFactory(name="Ankara")
    PlaceName.objects.create(place=place, name="Ankara", key=name_key("Ankara"))
    mention = MentionFactory(article=article, actor=people[0])
    MentionFactory(article=article, text="Hakan Fidan", actor=people[1])
    MentionFactory(article=article, text="Ankara", label="GPE", place=place)
    MentionFactory(article=article, text="lundi", label="DATE", value="2023-11-06", status="rejected")
    PostEvidence.objects.create(
        post=PostFactory(actor=people[1], since=date(2023, 11, 6), until=date(2023, 11, 6)), mention=mention
    )
    report = told(article, people, place)
    other = told(ArticleFactory(text=TEXT + " Suite."), people, place)
    proposal = sorted([report.meeting, other.meeting], key=lambda meeting: meeting.pk)
    MeetingProposal.objects.create(first=proposal[0], second=proposal[1], score=0.7, reasons=["same_people"])
    first, second = sorted([people[0], ActorFactory(name="A. Blinken")], key=lambda actor: actor.pk)
    MergeProposal.objects.create(first=first, second=second, score=0.8, reasons=["initials"])
    statement = StatementFactory(article=article, quote="Nous voulons une pause", speaker=people[0])
    return World(article, mention, report, statement, people, report.meeting, batch)


def told(article: Article, people: list[Actor], place: object) -> MeetingReport:
    report = MeetingReportFactory(
        article=article, actors=people, sentence="Antony Blinken a rencontré Hakan Fidan", meeting__place=place
    )
    for person in people:
        report.meeting.participations.create(actor=person)
    return report
