"""What people did, action by action, and every row that each action changed, before and after."""

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F

from articles.enums import ActionVerb


class ActionQuerySet(models.QuerySet["Action"]):
    def newest_first(self) -> "ActionQuerySet":
        return self.order_by("-id")

    def standing(self) -> "ActionQuerySet":
        """Those whose changes were not taken back."""
        return self.filter(is_undone=False)

    def of_consequence(self) -> "ActionQuerySet":
        """Those that changed something."""
        return self.filter(change_count__gt=0)

    def first_hand(self) -> "ActionQuerySet":
        """Those that are no undoing or redoing of another."""
        return self.filter(undoes=None)

    def on_article(self, pk: int) -> "ActionQuerySet":
        return self.filter(articles__contains=[pk])

    def on_actor(self, pk: int) -> "ActionQuerySet":
        return self.filter(actors__contains=[pk])

    def on_meeting(self, pk: int) -> "ActionQuerySet":
        return self.filter(meetings__contains=[pk])


class Action(models.Model):
    """One thing that somebody did by one click, whatever it changed: the unit of undo and of retry."""

    #: Chosen by the browser where it sends one, so that a repeated request is known again.
    key = models.UUIDField(unique=True, default=uuid4)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="actions")
    at = models.DateTimeField(auto_now_add=True)
    #: A code of ActionVerb.
    verb = models.CharField(max_length=20)
    #: SHA-256 of the request, where the key came from outside: the same key with other content is refused.
    digest = models.CharField(max_length=64, blank=True)

    #: The action that this one takes back; taking back an undoing is a redoing.
    undoes = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="undoings")
    is_undone = models.BooleanField(default=False)

    # What it changed: keys, for the rows may be gone by now.
    articles = ArrayField(models.BigIntegerField(), default=list)
    actors = ArrayField(models.BigIntegerField(), default=list)
    meetings = ArrayField(models.BigIntegerField(), default=list)
    change_count = models.PositiveIntegerField(default=0)
    #: Reports with greater keys were not there yet.
    newest_report = models.BigIntegerField(default=0)

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-id"]
        indexes: ClassVar = [
            models.Index(F("by"), F("id").desc(), name="action_newest_by"),
            GinIndex(fields=["articles"], name="action_articles"),
            GinIndex(fields=["actors"], name="action_actors"),
            GinIndex(fields=["meetings"], name="action_meetings"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["undoes"], condition=models.Q(is_undone=False), name="action_undone_once_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return self.verb

    @property
    def label(self) -> str:
        """What was done, in words."""
        return str(ActionVerb(self.verb).label) if self.verb in ActionVerb.values else self.verb


class Change(models.Model):
    """One row of any table, before and after one statement of an action. Written by triggers only (migration 0015)."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="changes")
    table = models.CharField(max_length=63)
    row = models.BigIntegerField()
    #: All columns; empty before a row was there, and after it was taken away.
    before = models.JSONField(null=True, blank=True)
    after = models.JSONField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["table", "row"], name="change_row")]
