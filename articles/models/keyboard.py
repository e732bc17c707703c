from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.enums import KeysWork
from articles.keymap import keys_of


class Keyboard(models.Model):
    """Which keys somebody chose for the annotation page; commands without a choice keep their own."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="keyboard")
    keys = models.JSONField(default=dict, blank=True)
    work = models.CharField(_("Keys work"), max_length=10, choices=KeysWork, default=KeysWork.EVERYWHERE)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(work__in=KeysWork.values), name="keyboard_work_valid"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.work}"

    @cached_property
    def all_keys(self) -> dict[str, list[str]]:
        return keys_of(self.keys)
