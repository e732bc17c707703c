from typing import ClassVar

from django.conf import settings
from django.db import models

from articles.enums import ProblemSeverity


class ImportBatch(models.Model):
    """One import: what was asked for and how it ended."""

    paths = models.JSONField(default=list)
    options = models.JSONField(default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="import_batches"
    )
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    # Counts of records, as in the command's summary line.
    imported = models.PositiveIntegerField(default=0)
    duplicates = models.PositiveIntegerField(default=0)
    rejected = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["-started_at"]

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"


class ImportProblem(models.Model):
    """One record that did not go in, or went in with a remark: file, line, field and reason."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="problems")
    file = models.CharField(max_length=1000)
    line = models.PositiveIntegerField(null=True, blank=True)
    field = models.CharField(max_length=100, blank=True)
    reason = models.TextField()
    severity = models.CharField(max_length=10, choices=ProblemSeverity, default=ProblemSeverity.ERROR)

    class Meta:
        ordering: ClassVar = ["batch", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="problem_has_reason"),
            models.CheckConstraint(
                condition=models.Q(severity__in=ProblemSeverity.values), name="problem_severity_valid"
            ),
        ]

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {self.reason}"
