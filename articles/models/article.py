from datetime import date
from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from articles.enums import DateOrigin, ReviewState, ZoneKind
from articles.models.batch import ImportBatch
from articles.models.place import Place
from articles.models.run import PipelineRun
from articles.models.source import Source

#: PostgreSQL refuses a text-search vector over 1 MB; words past this many characters are not searched.
SEARCHED_CHARACTERS = 250_000


class ArticleQuerySet(models.QuerySet["Article"]):
    def published_between(self, start: date | None, end: date | None) -> "ArticleQuerySet":
        found = self
        if start is not None:
            found = found.filter(published_on__gte=start)
        if end is not None:
            found = found.filter(published_on__lte=end)
        return found

    def from_source(self, source: Source) -> "ArticleQuerySet":
        return self.filter(source=source)

    def in_state(self, state: ReviewState | str) -> "ArticleQuerySet":
        return self.filter(review__state=state)

    def newest_first(self) -> "ArticleQuerySet":
        return self.order_by("-published_on", "-id")

    def stale(self, version: str) -> "ArticleQuerySet":
        """Articles never pre-annotated, or pre-annotated by another version of the pipeline."""
        return self.exclude(run__version=version)


class Article(models.Model):
    """One text from one source. `text` is stored exactly as it came and never changes.

    All offsets into it are Unicode code points, end-exclusive.
    """

    external_id = models.CharField(
        _("identifier"), max_length=300, unique=True, help_text=_("The record's own id, or the file's stem.")
    )
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="articles")
    title = models.CharField(_("title"), max_length=500)
    language = models.CharField(_("language"), max_length=8, default="fr")
    url = models.URLField(_("address"), max_length=2000, blank=True)
    authors = models.JSONField(default=list, blank=True)

    # The text and what is needed to give back the very bytes it came from.
    text = models.TextField(_("text"))
    encoding = models.CharField(max_length=40, default="utf-8")
    digest = models.CharField(max_length=64, unique=True, help_text=_("SHA-256 of the text in UTF-8, hexadecimal."))

    published_on = models.DateField(_("date"), db_index=True)
    date_origin = models.CharField(max_length=10, choices=DateOrigin)
    dateline_place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.SET_NULL, related_name="datelined_articles"
    )

    # Provenance: which import brought it, which run pre-annotated it last.
    batch = models.ForeignKey(ImportBatch, null=True, blank=True, on_delete=models.SET_NULL, related_name="articles")
    file = models.CharField(max_length=1000, blank=True)
    line = models.PositiveIntegerField(null=True, blank=True)
    run = models.ForeignKey(PipelineRun, null=True, blank=True, on_delete=models.SET_NULL, related_name="articles")
    imported_at = models.DateTimeField(auto_now_add=True)
    #: When a run annotated it first, where that was later than the import knew; what it tells is as new as that.
    told_at = models.DateTimeField(null=True, blank=True)

    #: Words of the title; `SearchedArticle` has those of the text too.
    search_vector = models.GeneratedField(
        expression=Func("title", function="newsdesk_words"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-published_on", "-id"]
        verbose_name = _("article")
        indexes: ClassVar = [
            GinIndex(fields=["search_vector"], name="article_search"),
            models.Index(fields=["-published_on", "-id"], name="article_newest"),
            models.Index(fields=["-imported_at", "-id"], name="article_arrived"),
            models.Index(Coalesce("told_at", "imported_at").desc(), F("id").desc(), name="article_told"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(text=""), name="article_has_text"),
            models.CheckConstraint(
                condition=models.Q(date_origin__in=DateOrigin.values), name="article_date_origin_valid"
            ),
            models.CheckConstraint(
                condition=models.Q(digest__regex=r"^[0-9a-f]{64}$"), name="article_digest_is_sha256"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Zone(models.Model):
    """A part of an article by its function."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="zones")
    kind = models.CharField(max_length=12, choices=ZoneKind)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    run = models.ForeignKey(PipelineRun, on_delete=models.CASCADE, related_name="zones")

    class Meta:
        ordering: ClassVar = ["article", "start"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="zone_end_after_start"),
            models.CheckConstraint(condition=models.Q(kind__in=ZoneKind.values), name="zone_kind_valid"),
            models.UniqueConstraint(fields=["article", "start"], name="zone_one_per_start"),
        ]
