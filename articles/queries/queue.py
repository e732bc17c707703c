"""The work queue: what awaits review, in the order of need, and who holds what."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.models import User
from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles.enums import AnnotationStatus, QueueOrder, ReviewState
from articles.models import (
    Article,
    ArticleRead,
    ImportBatch,
    Lease,
    MeetingReport,
    Mention,
    Review,
    Skip,
    Source,
    Statement,
)
from articles.models.article import ArticleQuerySet
from articles.queries.progress import Progress
from articles.queries.rows import made, rows_of, selection
from articles.queries.sureness import least_sure_first

#: Days whose reads count for the order of need.
READ_DAYS = 30


@dataclass(frozen=True, slots=True)
class QueueSpec:
    """Which part of the queue somebody works on, in which order."""

    order: QueueOrder = QueueOrder.DOUBT
    source: Source | None = None
    batch: ImportBatch | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """An article in somebody's hands."""

    lease: Lease
    progress: Progress


def waiting(wanted: QueueSpec) -> ArticleQuerySet:
    """All that awaits review in this part of the collection, most needed first."""
    found = Article.objects.exclude(review__state=ReviewState.REVIEWED)
    if wanted.source is not None:
        found = found.from_source(wanted.source)
    if wanted.batch is not None:
        found = found.filter(batch=wanted.batch)
    if wanted.order == QueueOrder.NEWEST:
        return found.newest_first()
    if wanted.order == QueueOrder.READ:
        return with_reads(found).order_by(F("read_count").desc(), "-published_on", "-id")
    return least_sure_first(found)


def with_reads(articles: ArticleQuerySet) -> ArticleQuerySet:
    """Articles with `read_count`: how often their page was opened in the last weeks."""
    since = timezone.localdate() - timedelta(days=READ_DAYS)
    reads = ArticleRead.objects.filter(article=OuterRef("pk"), day__gte=since).order_by().values("article")
    total = Subquery(reads.annotate(total=Sum("count")).values("total"), output_field=IntegerField())
    return articles.annotate(read_count=Coalesce(total, 0))


def free(wanted: QueueSpec, user: User) -> ArticleQuerySet:
    """What the queue may hand to this person: held by nobody, and not left out by this person."""
    held = Lease.objects.live().filter(article=OuterRef("pk"))
    left_out = Skip.objects.filter(article=OuterRef("pk"), by=user)
    return waiting(wanted).filter(~Exists(held), ~Exists(left_out))


def held_by(user: User) -> list[Held]:
    """The articles this person holds and has not finished, the longest held first."""
    leases = list(
        Lease.objects.live()
        .filter(holder=user)
        .exclude(article__review__state=ReviewState.REVIEWED)
        .select_related("article__source", "article__review")
        .defer("article__text", "article__search_vector")
    )
    found = progress_by_article([lease.article_id for lease in leases])
    return [Held(lease, found[lease.article_id]) for lease in leases]


def started_by(user: User) -> ArticleQuerySet:
    """Articles whose review this person moved on last and did not finish, without those in hand."""
    held = Lease.objects.live().filter(article=OuterRef("pk"), holder=user)
    states = (ReviewState.IN_REVIEW, ReviewState.REOPENED)
    found = Article.objects.filter(review__editor=user, review__state__in=states).filter(~Exists(held))
    return found.select_related("source", "review").defer("text", "search_vector").order_by("-review__changed_at")


def held_by_others(user: User) -> list[Lease]:
    leases = Lease.objects.live().exclude(holder=user).select_related("article", "holder")
    return list(leases.defer("article__text", "article__search_vector"))


def progress_by_article(articles: Iterable[int]) -> dict[int, Progress]:
    """Proposals of every kind, decided and in all, for each of these articles."""
    keys = list(articles)
    decided, total = Counter[int](), Counter[int]()
    for model in (Mention, MeetingReport, Statement):
        rows = model._default_manager.filter(article__in=keys).order_by().values("article_id")
        counts = rows.annotate(total=Count("pk"), open=Count("pk", filter=Q(status=AnnotationStatus.PROPOSED)))
        for row in counts:
            total[row["article_id"]] += row["total"]
            decided[row["article_id"]] += row["total"] - row["open"]
    return {key: Progress(decided=decided[key], total=total[key], doubtful=0) for key in keys}


def skips_of(user: User) -> list[Skip]:
    """What this person left to others and nobody has finished since."""
    skips = Skip.objects.filter(by=user).exclude(article__review__state=ReviewState.REVIEWED)
    return list(skips.select_related("article").defer("article__text", "article__search_vector"))


def all_skips() -> list[Skip]:
    """What was left out by anybody and is not reviewed, for managers."""
    skips = Skip.objects.exclude(article__review__state=ReviewState.REVIEWED)
    return list(skips.select_related("article", "by").defer("article__text", "article__search_vector")[:200])


def states(articles: ArticleQuerySet) -> list[tuple[ReviewState, int]]:
    """How many of these articles stand where."""
    counted = Review.objects.filter(article__in=articles.order_by().values("pk")).order_by().values("state")
    found = {row["state"]: row["number"] for row in counted.annotate(number=Count("pk"))}
    return [(state, found.get(state.value, 0)) for state in ReviewState]


def lease_of(article_id: int) -> Lease | None:
    """Who holds the article now."""
    rows = rows_of(f"{selection(Lease)} WHERE article_id = %s AND until > %s", [article_id, timezone.now()])
    return made(Lease, rows[0]) if rows else None


def oldest_held(user: User) -> Article | None:
    lease = Lease.objects.live().filter(holder=user).exclude(article__review__state=ReviewState.REVIEWED)
    return Article.objects.filter(lease__in=lease).order_by(F("lease__since")).only("pk", "title").first()
