from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.enums import AnnotationStatus, EvidenceField, MeetingKind, MeetingStatus, PartTaken
from articles.models.actor import Actor
from articles.models.annotation import Annotation, AnnotationQuerySet, annotation_constraints
from articles.models.article import Article
from articles.models.mention import Mention
from articles.models.place import Place
from articles.models.post import Post

DATE_VALUE = r"^\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?$"


class MeetingFields(models.Model):
    """What is told of an encounter, by one article or by all of them."""

    kind = models.CharField(_("kind"), max_length=12, choices=MeetingKind)
    meeting_status = models.CharField(_("status"), max_length=10, choices=MeetingStatus)
    date_value = models.CharField(
        _("date"),
        max_length=30,
        blank=True,
        help_text=_("ISO 8601 with the precision of the text: 2023, 2023-11, 2023-11-06, or start/end."),
    )
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    duration = models.PositiveIntegerField(_("duration"), null=True, blank=True, help_text=_("In minutes."))

    class Meta:
        abstract = True


def meeting_constraints(prefix: str) -> list[models.BaseConstraint]:
    """The rules a meeting and a report of it obey, named after the table."""
    return [
        models.CheckConstraint(condition=Q(kind__in=MeetingKind.values), name=f"{prefix}_kind_valid"),
        models.CheckConstraint(
            condition=Q(meeting_status__in=MeetingStatus.values), name=f"{prefix}_meeting_status_valid"
        ),
        models.CheckConstraint(
            condition=Q(date_value="") | Q(date_value__regex=DATE_VALUE), name=f"{prefix}_date_valid"
        ),
        models.CheckConstraint(condition=Q(duration=None) | Q(duration__gt=0), name=f"{prefix}_duration_positive"),
    ]


class Participation(models.Model):
    """That an actor took part in an encounter, as one article tells or as all of them do together."""

    part = models.CharField(_("part"), max_length=10, choices=PartTaken, blank=True)

    class Meta:
        abstract = True


def part_constraint(prefix: str) -> models.BaseConstraint:
    return models.CheckConstraint(condition=Q(part__in=["", *PartTaken.values]), name=f"{prefix}_part_valid")


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def live(self) -> "MeetingQuerySet":
        """Meetings that at least one report, not rejected, tells of."""
        reports = MeetingReport.objects.filter(meeting=models.OuterRef("pk")).exclude(status=AnnotationStatus.REJECTED)
        return self.filter(models.Exists(reports))

    def between(self, start: date | None, end: date | None) -> "MeetingQuerySet":
        """Meetings whose days, as far as they are told, overlap the period."""
        found = self
        if start is not None:
            found = found.filter(ends_on__gte=start)
        if end is not None:
            found = found.filter(starts_on__lte=end)
        return found

    def newest_first(self) -> "MeetingQuerySet":
        return self.order_by(F("starts_on").desc(nulls_last=True), "-id")


class Meeting(MeetingFields):
    """One encounter with n participants; its fields sum up what its reports say."""

    # First and last day the date value allows, for filters and sorting; empty where no date is told.
    starts_on = models.DateField(null=True, blank=True, db_index=True)
    ends_on = models.DateField(null=True, blank=True)
    participants = models.ManyToManyField(Actor, through="MeetingParticipant", related_name="meetings")

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = [F("starts_on").desc(nulls_last=True), "-id"]
        indexes: ClassVar = [models.Index(F("starts_on").desc(nulls_last=True), F("id").desc(), name="meeting_newest")]
        constraints: ClassVar = [
            *meeting_constraints("meeting"),
            models.CheckConstraint(
                condition=Q(starts_on=None, ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="meeting_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(date_value="", starts_on=None) | (~Q(date_value="") & Q(starts_on__isnull=False)),
                name="meeting_days_follow_date_value",
            ),
        ]


class MeetingParticipant(Participation):
    """An actor at a meeting, with the post held that day."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="participations")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="participations")
    post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "actor"], name="participant_once_per_meeting"),
            part_constraint("meetingparticipant"),
        ]


class MeetingReport(MeetingFields, Annotation):
    """What one article says of one meeting, with the evidence span of each field."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="meeting_reports")
    meeting = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="reports")

    objects = AnnotationQuerySet["MeetingReport"].as_manager()

    class Meta:
        ordering: ClassVar = ["article", "id"]
        constraints: ClassVar = [
            *meeting_constraints("meetingreport"),
            *annotation_constraints("meetingreport"),
        ]


class ReportParticipant(Participation):
    """An actor an article names as taking part, by which mention and with which post."""

    report = models.ForeignKey(MeetingReport, on_delete=models.CASCADE, related_name="participants")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    mention = models.ForeignKey(Mention, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "actor"], name="participant_once_per_report"),
            part_constraint("reportparticipant"),
        ]


class Evidence(models.Model):
    """The words of an article that prove one field of a meeting report."""

    report = models.ForeignKey(MeetingReport, on_delete=models.CASCADE, related_name="evidence")
    field = models.CharField(max_length=12, choices=EvidenceField)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["report", "start"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="evidence_end_after_start"),
            models.CheckConstraint(condition=Q(field__in=EvidenceField.values), name="evidence_field_valid"),
            models.UniqueConstraint(fields=["report", "field", "start", "end"], name="evidence_once"),
        ]
