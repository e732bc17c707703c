"""Two people annotate one article independently. What they mark stays here until a manager compares it."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import IntegerRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from articles.enums import MentionLabel, Taken
from articles.models.actor import Actor
from articles.models.article import Article
from articles.models.meeting import MeetingFields, MeetingReport, meeting_constraints
from articles.models.mention import Mention
from articles.models.place import Place
from articles.models.statement import Statement, StatementSpans, statement_constraints


class DoubleReadingQuerySet(models.QuerySet["DoubleReading"]):
    def open(self) -> "DoubleReadingQuerySet":
        return self.filter(closed_at=None)


class DoubleReading(models.Model):
    """That a manager asked two people to annotate an article, each without seeing the other."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="double_readings")
    prefilled = models.BooleanField(
        _("start from the machine's proposals"), help_text=_("Otherwise from the bare text.")
    )
    with_statements = models.BooleanField(_("statements too"), default=False)
    with_links = models.BooleanField(_("links too: whom or what each mention means"), default=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    # Set together when the readings were adjudicated.
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = DoubleReadingQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-asked_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["article"], condition=Q(closed_at=None), name="doublereading_one_open_per_article"
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None) | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="doublereading_closed_by_someone",
            ),
        ]


class Reading(models.Model):
    """One of the two; only its reader sees it until both are finished."""

    double = models.ForeignKey(DoubleReading, on_delete=models.CASCADE, related_name="readings")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="readings")
    place = models.PositiveSmallIntegerField(help_text="1 or 2.")
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["double", "place"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(place__in=[1, 2]), name="reading_is_one_of_two"),
            models.UniqueConstraint(fields=["double", "place"], name="reading_once_per_place"),
            models.UniqueConstraint(fields=["double", "reader"], name="reading_by_two_people"),
        ]


class ReadingMention(models.Model):
    """A span that one reader marked, and whom or what it means where links are read."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="mentions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    label = models.CharField(max_length=4, choices=MentionLabel)
    actor = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["reading", "start"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="readingmention_end_after_start"),
            models.CheckConstraint(condition=Q(label__in=MentionLabel.values), name="readingmention_label_valid"),
            ExclusionConstraint(
                name="readingmention_spans_do_not_overlap",
                expressions=[
                    ("reading", RangeOperators.EQUAL),
                    (
                        Func(F("start"), F("end"), function="int4range", output_field=IntegerRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]


class ReadingMeeting(MeetingFields):
    """A meeting that one reader found told, with the words that say so."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="meetings")
    participants = models.ManyToManyField(Actor, related_name="+")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["reading", "start", "pk"]
        constraints: ClassVar = [
            *meeting_constraints("readingmeeting"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="readingmeeting_end_after_start"),
        ]


class ReadingStatement(StatementSpans):
    """What one reader found somebody reported as saying."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="statements")
    speaker = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    addressee = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["reading", "quote_start", "pk"]
        constraints: ClassVar = statement_constraints("readingstatement")


class Ruling(models.Model):
    """What the adjudicator took for some words, from which reading, and the row it became. Append-only."""

    double = models.ForeignKey(DoubleReading, on_delete=models.CASCADE, related_name="rulings")
    taken = models.CharField(max_length=8, choices=Taken)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    label = models.CharField(max_length=4, choices=MentionLabel, blank=True)
    of_link = models.BooleanField(default=False, help_text=_("Of what the mention means, not of its words and label."))
    mention = models.ForeignKey(Mention, null=True, blank=True, on_delete=models.SET_NULL, related_name="rulings")
    report = models.ForeignKey(MeetingReport, null=True, blank=True, on_delete=models.SET_NULL, related_name="rulings")
    statement = models.ForeignKey(Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="rulings")

    class Meta:
        ordering: ClassVar = ["double", "start", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(taken__in=Taken.values), name="ruling_taken_valid"),
        ]
