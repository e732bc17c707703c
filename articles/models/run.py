from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class PipelineRun(models.Model):
    """One version of the pre-annotation over some articles; every machine row points to its run."""

    version = models.CharField(max_length=100, db_index=True)
    pipeline = models.CharField(max_length=100, help_text=_("Name and version of the spaCy pipeline."))
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    article_count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["-started_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(finished_at=None) | models.Q(finished_at__gte=models.F("started_at")),
                name="run_finishes_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version} ({self.pipeline})"
