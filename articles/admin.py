"""A look into the tables for support; corrections go through the pages, which keep their history."""

from typing import TYPE_CHECKING, ClassVar

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from articles import models

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Model]  # Django's own class takes no parameter when it runs
else:
    ModelAdmin = admin.ModelAdmin


class ReadOnlyAdmin(ModelAdmin):
    """Shows rows; a change made here would pass by the decisions and their history."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(models.Article)
class ArticleAdmin(ReadOnlyAdmin):
    list_display = ("title", "source", "published_on", "imported_at")
    list_filter = ("source",)
    search_fields = ("title", "external_id")
    exclude = ("search_vector",)


@admin.register(models.Actor)
class ActorAdmin(ReadOnlyAdmin):
    list_display = ("name", "kind", "country", "slug")
    list_filter = ("kind",)
    search_fields = ("name", "slug")


@admin.register(models.ImportProblem)
class ImportProblemAdmin(ReadOnlyAdmin):
    list_display = ("file", "line", "field", "reason", "severity")
    list_filter = ("severity",)


@admin.register(models.Decision)
class DecisionAdmin(ReadOnlyAdmin):
    list_display = ("at", "by", "verb", "article")
    list_filter = ("verb",)


@admin.register(models.ApiToken)
class ApiTokenAdmin(ReadOnlyAdmin):
    """Tokens are made and revoked on their page; what is kept of them opens nothing."""

    list_display = ("name", "user", "scopes", "created_at", "expires_at", "last_used_at", "revoked_at")
    list_filter = ("user",)
    exclude = ("digest",)


@admin.register(models.Source)
class SourceAdmin(ModelAdmin):
    """Sources are settings: their names and the mark of illustrative ones may be corrected here."""

    list_display = ("name", "default_language", "is_illustrative")
    prepopulated_fields: ClassVar = {"slug": ["name"]}


admin.site.register([models.ImportBatch, models.PipelineRun, models.Place, models.Review], ReadOnlyAdmin)
