"""What the page of one article shows beside its text."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Prefetch

from articles.enums import ActorKind, EvidenceField, MentionLabel, PartTaken
from articles.models import (
    Actor,
    Article,
    MeetingReport,
    Mention,
    Note,
    Post,
    PostEvidence,
    ReportParticipant,
    Statement,
    Zone,
)
from articles.queries.evidence import EvidenceSpan, report_spans, statement_spans
from articles.queries.neighbours import Neighbours, neighbours_of
from articles.queries.notes import note_spans, notes_on


@dataclass(frozen=True, slots=True)
class LabelCount:
    label: MentionLabel
    number: int


@dataclass(slots=True)
class ActorHere:
    """An actor of the article: how often it is mentioned, and the posts the article gives it."""

    actor: Actor
    mentions: int = 0
    first: int = 0
    posts: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ReportHere:
    """What the article tells of a meeting, in the words that say so."""

    report: MeetingReport
    participants: list[ReportParticipant]
    quotes: list[str]
    topics: list[str]

    @property
    def hosts(self) -> list[ReportParticipant]:
        return [one for one in self.participants if one.part == PartTaken.HOST]

    @property
    def visitors(self) -> list[ReportParticipant]:
        return [one for one in self.participants if one.part == PartTaken.VISITOR]


@dataclass(frozen=True, slots=True)
class StatementHere:
    statement: Statement
    quote: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    article: Article
    zones: list[Zone]
    mentions: list[Mention]
    evidence: list[EvidenceSpan]
    labels: list[LabelCount]
    people: list[ActorHere]
    bodies: list[ActorHere]
    reports: list[ReportHere]
    statements: list[StatementHere]
    #: For editors; empty for others.
    notes: list[Note]
    neighbours: Neighbours


def article_page(article: Article, *, with_notes: bool = False) -> ArticlePage:
    mentions = list(article.mentions.live().order_by("start").select_related("actor", "place"))
    reports = live_reports(article)
    statements = list(
        article.statements.live()
        .select_related("speaker", "speaker_mention", "addressee", "decided_by")
        .order_by("quote_start")
    )
    actors = actors_here(article, mentions)
    notes = notes_on(article) if with_notes else []
    numbers = Counter(mention.label for mention in mentions)
    return ArticlePage(
        article=article,
        zones=list(article.zones.order_by("start")),
        mentions=mentions,
        evidence=[*report_spans(reports), *statement_spans(statements), *note_spans(notes)],
        labels=[LabelCount(label, numbers[label]) for label in MentionLabel if numbers[label]],
        people=[each for each in actors if each.actor.kind == ActorKind.PERSON],
        bodies=[each for each in actors if each.actor.kind != ActorKind.PERSON],
        reports=[report_here(article, report) for report in reports],
        statements=[StatementHere(each, article.text[each.quote_start : each.quote_end]) for each in statements],
        notes=notes,
        neighbours=neighbours_of(article),
    )


def live_reports(article: Article) -> list[MeetingReport]:
    people = ReportParticipant.objects.select_related("actor")
    found = article.meeting_reports.live().select_related("place", "decided_by")
    return list(found.order_by("pk").prefetch_related("evidence", Prefetch("participants", people)))


def actors_here(article: Article, mentions: Iterable[Mention]) -> list[ActorHere]:
    """Actors in the order of how often the article names them, then of their first mention."""
    found: dict[int, ActorHere] = {}
    for mention in mentions:
        if mention.actor is not None:
            here = found.setdefault(mention.actor.pk, ActorHere(mention.actor, first=mention.start))
            here.mentions += 1
    shown_here = PostEvidence.objects.filter(mention__in=article.mentions.live(), post=OuterRef("pk"))
    for post in Post.objects.filter(Exists(shown_here), actor__in=found).order_by("pk"):
        found[post.actor_id].posts.append(post.title)
    return sorted(found.values(), key=lambda here: (-here.mentions, here.first))


def report_here(article: Article, report: MeetingReport) -> ReportHere:
    """The quotes are the sentences; where none is marked, whatever spans there are."""
    spans = list(report.evidence.all())
    sentences = [piece for piece in spans if piece.field == EvidenceField.SENTENCE] or spans
    quotes = [article.text[piece.start : piece.end] for piece in sentences]
    topics = [article.text[piece.start : piece.end] for piece in spans if piece.field == EvidenceField.TOPIC]
    return ReportHere(report, list(report.participants.all()), list(dict.fromkeys(quotes)), topics)
