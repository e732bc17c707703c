from typing import TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.enums import DECIDED, AnnotationStatus
from articles.models.run import PipelineRun

Row = TypeVar("Row", bound="Annotation")

#: A proposal that is less likely to be right than this is pointed out as doubtful.
DOUBTFUL_BELOW = 0.8


class AnnotationQuerySet(models.QuerySet[Row]):
    def live(self) -> "AnnotationQuerySet[Row]":
        """All that was not rejected."""
        return self.exclude(status=AnnotationStatus.REJECTED)

    def undecided(self) -> "AnnotationQuerySet[Row]":
        """Machine rows no person has decided on: the only ones a new run may replace."""
        return self.filter(status=AnnotationStatus.PROPOSED)

    def decided(self) -> "AnnotationQuerySet[Row]":
        return self.filter(status__in=DECIDED)


class Annotation(models.Model):
    """What every row has that a machine proposes and a person decides on.

    The row holds the present state; each decision keeps the state before and after it
    (see Decision), so that a machine's proposal is never lost by a correction.
    """

    status = models.CharField(max_length=10, choices=AnnotationStatus, default=AnnotationStatus.PROPOSED)
    run = models.ForeignKey(PipelineRun, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    confidence = models.FloatField(null=True, blank=True, help_text=_("Between 0 and 1."))
    origin = models.CharField(max_length=60, help_text=_("The component that proposed it, or « person »."))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    #: Counts changes; an edit that names an older version is stale.
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    @property
    def is_decided(self) -> bool:
        return self.status in DECIDED

    @property
    def is_live(self) -> bool:
        return self.status != AnnotationStatus.REJECTED

    @property
    def sureness(self) -> float | None:
        """How likely the proposal can be accepted as it stands; None where nothing was measured."""
        return self.confidence

    @property
    def is_doubtful(self) -> bool:
        """Whether the proposal awaits a decision and is likelier than others to need a correction."""
        sure = self.sureness
        return self.status == AnnotationStatus.PROPOSED and sure is not None and sure < DOUBTFUL_BELOW


def annotation_constraints(prefix: str) -> list[models.BaseConstraint]:
    """The rules every annotation table obeys, named after the table."""
    return [
        models.CheckConstraint(condition=Q(status__in=AnnotationStatus.values), name=f"{prefix}_status_valid"),
        models.CheckConstraint(
            condition=Q(run__isnull=False) | Q(status__in=[AnnotationStatus.ADDED, AnnotationStatus.REJECTED]),
            name=f"{prefix}_machine_row_has_run",
        ),
        models.CheckConstraint(
            condition=Q(status=AnnotationStatus.PROPOSED, decided_at=None)
            | (~Q(status=AnnotationStatus.PROPOSED) & Q(decided_at__isnull=False)),
            name=f"{prefix}_decision_is_dated",
        ),
        models.CheckConstraint(
            condition=Q(confidence=None) | Q(confidence__range=(0, 1)), name=f"{prefix}_confidence_valid"
        ),
    ]
