from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.enums import ReviewState
from articles.models.article import Article


class Review(models.Model):
    """Where an article stands on its way through the desk."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="review")
    state = models.CharField(_("review"), max_length=14, choices=ReviewState, default=ReviewState.NEW, db_index=True)
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="reviews"
    )
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(state__in=ReviewState.values), name="review_state_valid"),
            models.CheckConstraint(
                condition=~models.Q(state=ReviewState.REVIEWED) | models.Q(editor__isnull=False),
                name="review_done_by_someone",
            ),
        ]
