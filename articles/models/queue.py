"""The work queue: who holds an article, who left one out and why, and how often each is read."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import SkipReason
from articles.models.article import Article


class LeaseQuerySet(models.QuerySet["Lease"]):
    def live(self, now: datetime | None = None) -> "LeaseQuerySet":
        """Those that have not run out."""
        return self.filter(until__gt=now or timezone.now())


class Lease(models.Model):
    """An article held for one editor until a moment; whoever goes on working on it has it renewed.

    It keeps the queue from handing one article to two people. It locks nothing: everybody may still correct anything.
    """

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="lease")
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="leases")
    since = models.DateTimeField()
    until = models.DateTimeField(db_index=True)

    objects = LeaseQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["since", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until__gte=models.F("since")), name="lease_ends_after_start"),
        ]


class Skip(models.Model):
    """An editor does not want an article from the queue, for a reason; others still get it."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="skips")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="skips")
    reason = models.CharField(_("reason"), max_length=10, choices=SkipReason)
    words = models.CharField(_("in your words"), max_length=300, blank=True)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["-at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["article", "by"], name="skip_once_per_editor"),
            models.CheckConstraint(condition=Q(reason__in=SkipReason.values), name="skip_reason_valid"),
        ]


class ArticleRead(models.Model):
    """How often the page of an article was opened on a day. A number, and nothing about who opened it."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="reads")
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["article", "day"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["article", "day"], name="read_count_once_a_day"),
        ]
