"""A meeting as pages show it: who met, where, when, and who says so."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import F, OuterRef, Prefetch, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Substr

from articles.enums import EvidenceField, PartTaken
from articles.models import (
    Actor,
    Evidence,
    Meeting,
    MeetingParticipant,
    MeetingReport,
    Post,
    ReportParticipant,
)
from articles.models.meeting import MeetingQuerySet
from articles.queries.disagreements import Disagreement, disagreements
from articles.validators import name_key

#: An office counts as held so long before and after the days that show somebody in it (migration 0007 says the same).
POST_REACH = timedelta(days=30)
#: The evidence whose words a list shows.
SHOWN = (EvidenceField.SENTENCE, EvidenceField.TOPIC)


def with_details(meetings: MeetingQuerySet) -> MeetingQuerySet:
    """Meetings with all that a list shows of them, in a fixed number of queries."""
    return with_reports(meetings, reports_with_words(quoted_evidence().filter(field__in=SHOWN)))


def with_accounts(meetings: MeetingQuerySet) -> MeetingQuerySet:
    """Meetings with all that a list shows, and whom each of their reports names."""
    people = ReportParticipant.objects.select_related("actor", "post")
    reports = reports_with_words(quoted_evidence()).prefetch_related(Prefetch("participants", people))
    return with_reports(meetings, reports)


def with_reports(meetings: MeetingQuerySet, reports: QuerySet[MeetingReport]) -> MeetingQuerySet:
    return meetings.select_related("place").prefetch_related(
        Prefetch("participations", people_with_posts()), Prefetch("reports", reports)
    )


def people_with_posts() -> QuerySet[MeetingParticipant]:
    """Participants with the `title` of the post told, else of the one the collection shows them in around these days.

    Of several, the one seen last.
    """
    held = Post.objects.filter(
        actor=OuterRef("actor"),
        since__lte=OuterRef("meeting__ends_on") + POST_REACH,
        until__gte=OuterRef("meeting__starts_on") - POST_REACH,
    ).order_by("-until", "pk")
    title = Coalesce("post__title", Subquery(held.values("title")[:1]), Value(""))
    return MeetingParticipant.objects.select_related("actor__merged_into").annotate(title=title)


def reports_with_words(evidence: QuerySet[Evidence]) -> QuerySet[MeetingReport]:
    """Reports that were not rejected, with this evidence; the article's text stays in the database."""
    return (
        MeetingReport.objects.live()
        .select_related("article__source", "place")
        .defer("article__text", "article__search_vector")
        .prefetch_related(Prefetch("evidence", evidence))
        .order_by("article__source__is_illustrative", "article__published_on", "pk")
    )


def quoted_evidence() -> QuerySet[Evidence]:
    """Evidence with the words themselves as `words`."""
    cut = Substr("report__article__text", F("start") + 1, F("end") - F("start"))
    return Evidence.objects.annotate(words=cut).order_by("start")


@dataclass(frozen=True)
class Participant:
    """`part` says whether it receives the others or is received."""

    actor: Actor
    post: str
    part: str = ""


@dataclass(frozen=True)
class Quote:
    """The words that prove a meeting, and where they stand."""

    words: str
    report: MeetingReport


@dataclass(frozen=True)
class MeetingCard:
    """A meeting as a list shows it."""

    meeting: Meeting
    participants: tuple[Participant, ...]
    reports: tuple[MeetingReport, ...]
    sources: int
    quote: Quote | None
    disagreements: tuple[Disagreement, ...] = field(default=())
    #: In the words of the articles.
    topics: tuple[str, ...] = ()

    @property
    def is_illustrative(self) -> bool:
        return any(report.article.source.is_illustrative for report in self.reports)

    @property
    def hosts(self) -> list[Participant]:
        return [one for one in self.participants if one.part == PartTaken.HOST]

    @property
    def visitors(self) -> list[Participant]:
        return [one for one in self.participants if one.part == PartTaken.VISITOR]

    @property
    def is_decided(self) -> bool:
        """Whether a person has confirmed at least one of its reports."""
        return any(report.is_decided for report in self.reports)


def meeting_card(meeting: Meeting) -> MeetingCard:
    """Sum up a meeting that `with_details` fetched."""
    reports = tuple(meeting.reports.all())
    return MeetingCard(
        meeting=meeting,
        participants=participants_of(meeting),
        reports=reports,
        sources=len({report.article.source_id for report in reports}),
        quote=best_quote(reports, meeting.meeting_status),
        disagreements=disagreements(reports),
        topics=topics_of(reports),
    )


def topics_of(reports: Iterable[MeetingReport]) -> tuple[str, ...]:
    """What was talked about, each once however many articles say so, in the words of the first."""
    found: dict[str, str] = {}
    for report in reports:
        for evidence in report.evidence.all():
            if evidence.field == EvidenceField.TOPIC:
                words = words_of(evidence)
                found.setdefault(name_key(words), words)
    return tuple(found.values())


def participants_of(meeting: Meeting) -> tuple[Participant, ...]:
    found: dict[int, Participant] = {}
    for row in meeting.participations.all():
        actor = row.actor.merged_into or row.actor
        found.setdefault(actor.pk, Participant(actor, vars(row)["title"], row.part))
    return tuple(found.values())


def best_quote(reports: tuple[MeetingReport, ...], status: str) -> Quote | None:
    """The first proving sentence of the report to trust most: decided by a person, of this status, then surest."""

    def doubt(report: MeetingReport) -> tuple[bool, bool, float]:
        return (not report.is_decided, report.meeting_status != status, -(report.confidence or 0))

    ranked = sorted(reports, key=doubt)
    for report in ranked:
        for evidence in report.evidence.all():
            if evidence.field == EvidenceField.SENTENCE:
                return Quote(words_of(evidence), report)
    return None


def words_of(evidence: Evidence) -> str:
    return " ".join(str(getattr(evidence, "words", "")).split())
