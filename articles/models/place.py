from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from articles.enums import PlaceKind
from articles.gazetteer import Point, coordinates


class Place(models.Model):
    """A country, city or region; coordinates in WGS 84 degrees where they were entered."""

    slug = models.SlugField(max_length=200, unique=True, help_text=_("ISO 3166-1 code for a country."))
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(max_length=10, choices=PlaceKind)
    country = models.CharField(_("country"), max_length=2, blank=True, help_text=_("ISO 3166-1 alpha-2 code."))
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = [Lower(Func(F("name"), function="unaccent")), "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(kind__in=PlaceKind.values), name="place_kind_valid"),
            models.CheckConstraint(
                condition=models.Q(latitude=None, longitude=None)
                | models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="place_coordinates_valid",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def point(self) -> Point | None:
        """Where it is: as it was entered, else as the gazetteer has it."""
        if self.latitude is not None and self.longitude is not None:
            return self.latitude, self.longitude
        return coordinates().get(self.slug)


class PlaceName(models.Model):
    """One of a place's names; `key` is the form that searches compare (see validators.name_key)."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["place", "name"], name="placename_once_per_place"),
        ]
        indexes: ClassVar = [GinIndex(fields=["key"], opclasses=["gin_trgm_ops"], name="placename_key_trgm")]

    def __str__(self) -> str:
        return self.name
