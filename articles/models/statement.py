from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from articles.models.actor import Actor
from articles.models.annotation import Annotation, AnnotationQuerySet, annotation_constraints
from articles.models.article import Article
from articles.models.mention import Mention


class StatementSpans(models.Model):
    """The words that are said, that say so and that say to whom, by one annotator or as the collection has them."""

    quote_start = models.PositiveIntegerField()
    quote_end = models.PositiveIntegerField()
    cue_start = models.PositiveIntegerField(null=True, blank=True)
    cue_end = models.PositiveIntegerField(null=True, blank=True)
    # The words that say to whom.
    addressed_start = models.PositiveIntegerField(null=True, blank=True)
    addressed_end = models.PositiveIntegerField(null=True, blank=True)
    direct = models.BooleanField()

    class Meta:
        abstract = True


def statement_constraints(prefix: str) -> list[models.BaseConstraint]:
    """The rules of a statement's spans, named after the table."""
    return [
        models.CheckConstraint(condition=Q(quote_end__gt=F("quote_start")), name=f"{prefix}_quote_end_after_start"),
        models.CheckConstraint(
            condition=Q(cue_start=None, cue_end=None) | Q(cue_end__gt=F("cue_start")),
            name=f"{prefix}_cue_end_after_start",
        ),
        models.CheckConstraint(
            condition=Q(addressed_start=None, addressed_end=None) | Q(addressed_end__gt=F("addressed_start")),
            name=f"{prefix}_addressed_end_after_start",
        ),
    ]


class Statement(StatementSpans, Annotation):
    """Who is reported as saying what, and to whom: speaker, addressee, quote span, cue span, direct or indirect."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="statements")
    speaker = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="statements")
    speaker_mention = models.ForeignKey(
        Mention, null=True, blank=True, on_delete=models.SET_NULL, related_name="statements"
    )
    addressee = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="heard")
    addressee_mention = models.ForeignKey(Mention, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = AnnotationQuerySet["Statement"].as_manager()

    class Meta:
        ordering: ClassVar = ["article", "quote_start"]
        constraints: ClassVar = [
            *annotation_constraints("statement"),
            *statement_constraints("statement"),
        ]
