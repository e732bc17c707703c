from functools import reduce
from operator import or_
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.enums import DecisionVerb
from articles.models.article import Article
from articles.models.meeting import MeetingReport
from articles.models.mention import Mention
from articles.models.review import Review
from articles.models.statement import Statement

TARGETS = ("mention", "report", "statement", "review")


def exactly_one(fields: tuple[str, ...]) -> Q:
    """Condition: one of the nullable fields is set and the others are empty."""
    alternatives = [Q(**{f"{other}__isnull": other != field for other in fields}) for field in fields]
    return reduce(or_, alternatives)


class Decision(models.Model):
    """What a person did to one row, when, and how the row stood before and after. Append-only."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="decisions")
    at = models.DateTimeField(auto_now_add=True, db_index=True)
    verb = models.CharField(max_length=10, choices=DecisionVerb)
    #: Decisions taken by one click share it, so that they can be undone together.
    action = models.UUIDField(db_index=True)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="decisions")

    # Exactly one of these is set. A row whose adding was undone is gone, and what was decided on it stays.
    mention = models.ForeignKey(
        Mention, null=True, blank=True, on_delete=models.RESTRICT, db_constraint=False, related_name="decisions"
    )
    report = models.ForeignKey(
        MeetingReport, null=True, blank=True, on_delete=models.RESTRICT, db_constraint=False, related_name="decisions"
    )
    statement = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.RESTRICT, db_constraint=False, related_name="decisions"
    )
    review = models.ForeignKey(
        Review, null=True, blank=True, on_delete=models.RESTRICT, db_constraint=False, related_name="decisions"
    )

    # The row's fields; before is empty for an added row.
    before = models.JSONField(null=True, blank=True)
    after = models.JSONField()

    class Meta:
        ordering: ClassVar = ["-at", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(verb__in=DecisionVerb.values), name="decision_verb_valid"),
            models.CheckConstraint(
                condition=exactly_one(TARGETS),
                name="decision_has_one_target",
            ),
        ]
