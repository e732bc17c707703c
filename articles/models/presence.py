from typing import ClassVar

from django.conf import settings
from django.db import models

from articles.models.article import Article


class Presence(models.Model):
    """Somebody has the annotation page of an article open; the page says so again every few seconds."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["article", "user"], name="presence_once_per_article"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.article_id}"
