from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SavedSearch(models.Model):
    """A search somebody wants to come back to: its name and its address within the desk."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches")
    name = models.CharField(_("name"), max_length=120)
    path = models.CharField(max_length=2000)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "name"], name="savedsearch_name_once_per_user"),
            models.CheckConstraint(condition=~Q(name=""), name="savedsearch_has_name"),
            models.CheckConstraint(condition=Q(path__regex=r"^/[^/\\]"), name="savedsearch_path_is_ours"),
        ]

    def __str__(self) -> str:
        return self.name
