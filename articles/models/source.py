from typing import ClassVar

from django.db import models
from django.db.models import F, Func
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class Source(models.Model):
    """An outlet or feed that articles come from."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    slug = models.SlugField(max_length=200, unique=True)
    url = models.URLField(_("address"), blank=True)
    default_language = models.CharField(_("language"), max_length=8, default="fr")
    is_illustrative = models.BooleanField(
        _("illustrative"),
        default=False,
        help_text=_("Its texts are examples, not reports; every page and export says so."),
    )

    class Meta:
        ordering: ClassVar = [Lower(Func(F("name"), function="unaccent")), "pk"]
        verbose_name = _("source")
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(name=""), name="source_has_name"),
        ]

    def __str__(self) -> str:
        return self.name
