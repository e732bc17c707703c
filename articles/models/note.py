from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article

#: Characters of a note or a reply.
LONGEST_NOTE = 4000


class NoteQuerySet(models.QuerySet["Note"]):
    def open(self) -> "NoteQuerySet":
        return self.filter(resolved_at=None)


class Note(models.Model):
    """What an editor remarks on some words of an article. The text never changes, so neither does the place."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="notes")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    body = models.TextField(_("note"), max_length=LONGEST_NOTE)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notes")
    at = models.DateTimeField(auto_now_add=True)
    #: Of the last reply too: a note that was answered is no longer as its writer left it.
    changed_at = models.DateTimeField(auto_now=True)
    # Set together once somebody says that nothing is left to do.
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    resolved_at = models.DateTimeField(null=True, blank=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["article", "start", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="note_end_after_start"),
            models.CheckConstraint(condition=~Q(body=""), name="note_has_words"),
            models.CheckConstraint(
                condition=Q(resolved_at=None, resolved_by=None)
                | Q(resolved_at__isnull=False, resolved_by__isnull=False),
                name="note_resolved_by_someone",
            ),
        ]

    @property
    def words(self) -> str:
        """The words of the article that the note is about."""
        return self.article.text[self.start : self.end]


class NoteReply(models.Model):
    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="replies")
    body = models.TextField(_("reply"), max_length=LONGEST_NOTE)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["note", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(body=""), name="reply_has_words"),
        ]
