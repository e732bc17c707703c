"""What became of an import: its counts, its problems, how far the review of its articles has come."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from articles.enums import AnnotationStatus, ReviewState
from articles.models import Article, ImportBatch, ImportProblem, MeetingReport, Mention, Review, Statement
from articles.queries.progress import Progress
from articles.queries.queue import states

PAGE = 100


@dataclass(frozen=True, slots=True)
class ImportPage:
    batch: ImportBatch
    problems: Page[ImportProblem]
    states: list[tuple[str, int]]
    articles: Progress
    proposals: Progress


def imports() -> QuerySet[ImportBatch]:
    """All imports, the latest first, with `article_count` and `reviewed_count`."""
    reviewed = Q(articles__review__state=ReviewState.REVIEWED)
    counted = ImportBatch.objects.annotate(
        article_count=Count("articles"), reviewed_count=Count("articles", filter=reviewed)
    )
    return counted.select_related("by").order_by("-started_at", "-pk")


def import_page(batch: ImportBatch, number: str | None) -> ImportPage:
    found = states(Article.objects.filter(batch=batch))
    reviewed = dict(found)[ReviewState.REVIEWED]
    return ImportPage(
        batch=batch,
        problems=Paginator(batch.problems.order_by("pk"), PAGE).get_page(number),
        states=[(str(state.label), number) for state, number in found],
        articles=Progress(decided=reviewed, total=sum(number for _state, number in found), doubtful=0),
        proposals=proposals_of(batch),
    )


def proposals_of(batch: ImportBatch) -> Progress:
    """Proposals of every kind in the articles of the import."""
    decided = total = 0
    for model in (Mention, MeetingReport, Statement):
        rows = model._default_manager.filter(article__batch=batch)
        counts = rows.aggregate(total=Count("pk"), open=Count("pk", filter=Q(status=AnnotationStatus.PROPOSED)))
        total += counts["total"]
        decided += counts["total"] - counts["open"]
    return Progress(decided=decided, total=total, doubtful=0)


def open_imports() -> QuerySet[ImportBatch]:
    """Imports with articles that await review, for the choice in the queue."""
    waiting = Review.objects.exclude(state=ReviewState.REVIEWED).exclude(article__batch=None)
    return ImportBatch.objects.filter(pk__in=waiting.values("article__batch")).order_by("-started_at")
