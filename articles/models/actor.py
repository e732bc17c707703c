from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.enums import ActorKind
from articles.names import lookup_keys
from articles.validators import name_key

#: Of a name, and of its key: letters such as œ make a key longer than its name.
LONGEST_NAME = 300
#: Told of no article, but known of its bearer (see `actions.known_offices`).
LISTED = "Id of the office in the vocabulary of leaders"


class ActorQuerySet(models.QuerySet["Actor"]):
    def current(self) -> "ActorQuerySet":
        """Actors that were not merged into another."""
        return self.filter(merged_into=None)


class Actor(models.Model):
    """A person, a state or an organisation: one identity in the whole collection."""

    slug = models.SlugField(max_length=200, unique=True, help_text=_("ISO 3166-1 code for a state."))
    kind = models.CharField(max_length=12, choices=ActorKind)
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    country = models.CharField(_("country"), max_length=2, blank=True, help_text=_("ISO 3166-1 alpha-2 code."))
    country_listed = models.CharField(
        max_length=120, default="", db_default="", blank=True, help_text=LISTED + " that tells the country; else empty."
    )
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ActorQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(kind__in=ActorKind.values), name="actor_kind_valid"),
            models.CheckConstraint(condition=~models.Q(name=""), name="actor_has_name"),
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")), name="actor_not_merged_into_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ActorName(models.Model):
    """One name an actor goes by; `key` is the form that searches compare (see validators.name_key)."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=LONGEST_NAME)
    key = models.CharField(max_length=LONGEST_NAME)
    tokens = ArrayField(
        models.CharField(max_length=100),
        default=list,
        help_text=_("Folded words, for comparing transliterations (see names.lookup_keys)."),
    )

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["actor", "name"], name="actorname_once_per_actor"),
            models.CheckConstraint(condition=~models.Q(name=""), name="actorname_not_empty"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["key"], name="actorname_key"),
            GinIndex(fields=["key"], opclasses=["gin_trgm_ops"], name="actorname_key_trgm"),
            GinIndex(fields=["tokens"], name="actorname_tokens"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep what searches compare in step with the name."""
        self.key, self.tokens = name_key(self.name)[:LONGEST_NAME], lookup_keys(self.name)
        super().save(*args, **kwargs)
