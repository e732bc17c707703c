"""What the front page shows."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch

from articles.enums import ActorKind
from articles.models import Actor, Article, Meeting, MeetingParticipant, MeetingReport
from articles.queries.articles import ArticleRow, article_rows, listed

ARTICLES = 8
MEETINGS = 7


@dataclass(frozen=True, slots=True)
class MeetingBrief:
    """A meeting in a line or two; `illustrative` where an example text tells of it."""

    meeting: Meeting
    participants: list[Actor]
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Desk:
    articles: list[ArticleRow]
    meetings: list[MeetingBrief]
    article_count: int
    meeting_count: int
    person_count: int


def desk() -> Desk:
    """The latest articles and meetings, and how much the collection holds."""
    return Desk(
        articles=article_rows(listed(Article.objects.newest_first())[:ARTICLES]),
        meetings=latest_meetings(MEETINGS),
        article_count=Article.objects.count(),
        meeting_count=Meeting.objects.live().count(),
        person_count=Actor.objects.current().filter(kind=ActorKind.PERSON).count(),
    )


def latest_meetings(number: int) -> list[MeetingBrief]:
    told_by = MeetingReport.objects.live().filter(meeting=OuterRef("pk"))
    found = (
        Meeting.objects.live()
        .newest_first()
        .select_related("place")
        .annotate(illustrative=Exists(told_by.filter(article__source__is_illustrative=True)))
        .prefetch_related(Prefetch("participations", MeetingParticipant.objects.select_related("actor")))
    )
    return [
        MeetingBrief(
            meeting=meeting,
            participants=[participation.actor for participation in meeting.participations.all()],
            illustrative=vars(meeting)["illustrative"],
        )
        for meeting in found[:number]
    ]
