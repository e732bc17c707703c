from typing import ClassVar

from django.db import models
from django.db.models import F
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from articles.models.actor import LISTED, Actor
from articles.models.mention import Mention


class Post(models.Model):
    """An office an actor held, as far as the collection shows it.

    `since` and `until` are the first and the last date the collection shows the actor in office;
    they are not the dates of appointment and leaving.
    """

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="posts")
    title = models.CharField(_("title"), max_length=300)
    key = models.CharField(max_length=300, help_text=_("Office without its country and gender, for comparing."))
    country = models.CharField(_("country"), max_length=2, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["actor", "-until", "title"]
        indexes: ClassVar = [models.Index(F("key"), Length("title"), F("title"), name="post_shortest_title")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["actor", "key", "country"], name="post_once_per_actor"),
            models.CheckConstraint(
                condition=models.Q(since=None) | models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="post_until_not_before_since",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class PostEvidenceQuerySet(models.QuerySet["PostEvidence"]):
    def told(self) -> "PostEvidenceQuerySet":
        """Of which the words of an article speak, or a person."""
        return self.filter(listed="")

    def from_the_list(self) -> "PostEvidenceQuerySet":
        """Of which the vocabulary speaks; the words only name the holder."""
        return self.exclude(listed="")


class PostEvidence(models.Model):
    """A mention that shows an actor in a post."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="evidence")
    mention = models.ForeignKey(Mention, on_delete=models.CASCADE, related_name="post_evidence")
    listed = models.CharField(
        max_length=120, default="", db_default="", blank=True, help_text=LISTED + ", if the words only name the holder."
    )

    objects = PostEvidenceQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["post", "mention"], name="postevidence_once"),
        ]
