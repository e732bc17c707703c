"""Meetings that may be one, and what people said of reports: that they tell of one meeting, or of two."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.enums import JoinVerb
from articles.models.article import Article
from articles.models.meeting import Meeting, MeetingReport


class MeetingProposalQuerySet(models.QuerySet["MeetingProposal"]):
    def best_first(self) -> "MeetingProposalQuerySet":
        return self.order_by("-score", "id")


class MeetingProposal(models.Model):
    """Two meetings that may be one, with what speaks for it. What was decided is a MeetingVerdict."""

    #: The one with the smaller key, so that a pair is proposed once.
    first = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField(_("score"), help_text=_("Between 0 and 1."))
    #: Codes of JoinReason, those that speak for it first.
    reasons = models.JSONField(default=list)

    objects = MeetingProposalQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-score", "id"]
        indexes: ClassVar = [models.Index(F("score").desc(), F("id"), name="meetingproposal_best")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["first", "second"], name="meetingproposal_once_per_pair"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="meetingproposal_pair_in_order"),
            models.CheckConstraint(condition=Q(score__range=(0, 1)), name="meetingproposal_score_valid"),
        ]


class MeetingVerdict(models.Model):
    """That a person said some reports tell of the same meeting as others, or of another one. Holds for good.

    Undoing brings back the rows it changed, which are kept whole.
    """

    verb = models.CharField(max_length=10, choices=JoinVerb)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    #: The meetings of the two sides; of those that were joined, the second is gone.
    first_key = models.BigIntegerField()
    second_key = models.BigIntegerField(db_index=True)
    #: The score of the proposal it answers, and its reasons; empty where nobody had asked.
    score = models.FloatField(null=True, blank=True)
    reasons = models.JSONField(default=list)
    #: The rows of the meetings before, and a digest of how they stood after.
    before = models.JSONField(default=dict)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-at", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(verb__in=JoinVerb.values), name="meetingverdict_verb_valid"),
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="meetingverdict_undone_by_somebody",
            ),
        ]


class VerdictReport(models.Model):
    """A report that a verdict speaks of, with what finds it again when a run writes it anew."""

    verdict = models.ForeignKey(MeetingVerdict, on_delete=models.CASCADE, related_name="told")
    is_second = models.BooleanField()
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    report = models.ForeignKey(MeetingReport, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    #: The first proving sentence; none where both are 0.
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    #: Keys of the participants.
    actors = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar = ["id"]
