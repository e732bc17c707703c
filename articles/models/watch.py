"""What people follow, and how far they have looked."""

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.actor import Actor


def new_token() -> str:
    """256 bits of chance: nobody guesses the address of a feed."""
    return secrets.token_urlsafe(32)


class WatchQuerySet(models.QuerySet["Watch"]):
    def running(self) -> "WatchQuerySet":
        return self.filter(is_paused=False)

    def in_order(self) -> "WatchQuerySet":
        """As their owner put them; new ones come last."""
        return self.order_by("position", "pk")

    def with_actors(self) -> "WatchQuerySet":
        return self.select_related("actor__merged_into", "other__merged_into")


class Watch(models.Model):
    """Something a person follows: an actor, a pair, a country, or any search, under its one address within the desk.

    Actors are kept by key beside the address, so that one who is merged into another stays followed, and undoing the
    merge leaves no trace. Where neither actor nor country is set, the search at the address is what is followed.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="watches")
    name = models.CharField(_("name"), max_length=300)
    path = models.CharField(max_length=2000)
    created_at = models.DateTimeField(auto_now_add=True)

    # What is followed, unless it is a search.
    actor = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    other = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    country = models.CharField(max_length=2, blank=True)
    other_country = models.CharField(max_length=2, blank=True)

    # How its owner has arranged it.
    is_paused = models.BooleanField(default=False)
    position = models.PositiveIntegerField(default=0)

    objects = WatchQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "path"], name="watch_once_per_user"),
            models.CheckConstraint(condition=~Q(name=""), name="watch_has_name"),
            models.CheckConstraint(condition=Q(path__regex=r"^/[^/\\]"), name="watch_path_is_ours"),
        ]

    def __str__(self) -> str:
        return self.name


class WatchList(models.Model):
    """How far somebody has looked at what the watches bring; see `actions.watching.look`."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="watch_list")
    #: What came until then is seen, and no longer new.
    seen_until = models.DateTimeField()
    #: The last look at the page; what came until then is no longer counted beside its name.
    looked_at = models.DateTimeField()
    #: The unguessable part of the address of the private feed; empty where there is none.
    token = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 -- unique where there is one

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(seen_until__lte=models.F("looked_at")), name="watchlist_looks_forward"),
        ]


class FormerMeeting(models.Model):
    """What was told of a meeting until a moment. Written by triggers only (migration of the watches), never changed."""

    #: No foreign key: the meeting may be gone, and come back.
    meeting = models.BigIntegerField()
    until = models.DateTimeField()
    status = models.CharField(max_length=10)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    place = models.BigIntegerField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["meeting", "until"], name="formermeeting_until")]
