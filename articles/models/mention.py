from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import IntegerRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from articles.enums import AnnotationStatus, LinkOrigin, MentionLabel
from articles.models.actor import Actor
from articles.models.annotation import Annotation, AnnotationQuerySet, annotation_constraints
from articles.models.article import Article
from articles.models.place import Place


class MentionQuerySet(AnnotationQuerySet["Mention"]):
    def in_order(self) -> "MentionQuerySet":
        return self.order_by("start")


class Mention(Annotation):
    """A labelled span of an article and the actor, place or date value it stands for."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="mentions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.CharField(max_length=1000, help_text=_("The words of the span, copied from the article."))
    label = models.CharField(max_length=4, choices=MentionLabel)

    # What it stands for. A figurative GPE has the state as its actor.
    actor = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="mentions")
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="mentions")
    value = models.CharField(
        max_length=30, blank=True, help_text=_("ISO 8601 date with the precision of the text, or start/end.")
    )
    country = models.CharField(max_length=2, blank=True, help_text=_("Country of a role, ISO 3166-1 alpha-2."))
    figurative = models.BooleanField(default=False)
    # How sure the machine is of the actor, given the words and the label, and what it leans on.
    link_confidence = models.FloatField(null=True, blank=True, help_text=_("Between 0 and 1."))
    link_origin = models.CharField(max_length=10, choices=LinkOrigin, blank=True)

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["article", "start"]
        indexes: ClassVar = [models.Index(fields=["actor", "article"], name="mention_actor_article")]
        constraints: ClassVar = [
            *annotation_constraints("mention"),
            models.CheckConstraint(
                condition=Q(end__gt=F("start")),
                name="mention_end_after_start",
                violation_error_message=_("A mention has at least one character."),
            ),
            models.CheckConstraint(condition=Q(label__in=MentionLabel.values), name="mention_label_valid"),
            models.CheckConstraint(
                condition=Q(value="") | Q(label=MentionLabel.DATE), name="mention_value_only_for_dates"
            ),
            models.CheckConstraint(
                condition=Q(value="") | Q(value__regex=r"^-?\d{4}(-\d\d(-\d\d)?)?(/-?\d{4}(-\d\d(-\d\d)?)?)?$"),
                name="mention_value_is_date",
            ),
            models.CheckConstraint(
                condition=Q(figurative=False) | Q(label__in=[MentionLabel.GPE, MentionLabel.LOC, MentionLabel.ORG]),
                name="mention_figurative_only_for_places",
            ),
            models.CheckConstraint(
                condition=Q(link_confidence=None) | Q(link_confidence__range=(0, 1)),
                name="mention_link_confidence_valid",
            ),
            models.CheckConstraint(
                condition=Q(link_origin__in=["", *LinkOrigin.values]), name="mention_link_origin_valid"
            ),
            ExclusionConstraint(
                name="mention_spans_do_not_overlap",
                expressions=[
                    ("article", RangeOperators.EQUAL),
                    (
                        Func(F("start"), F("end"), function="int4range", output_field=IntegerRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=~Q(status=AnnotationStatus.REJECTED),
                violation_error_message=_("Another mention already covers some of these words."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text} ({self.label})"

    @property
    def sureness(self) -> float | None:
        """Words and label are right, and so is the link, where the machine is not certain of it."""
        if self.confidence is None or self.link_confidence is None:
            return self.confidence
        return self.confidence * self.link_confidence
