"""Pre-annotate articles and keep the proposals, replacing machine rows only where no person has decided."""

from collections.abc import Callable, Iterable, Iterator
from itertools import tee

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from articles.actions.identities import identities_for
from articles.actions.locks import lock_identities
from articles.actions.proposals import clear_proposals, store_mentions, store_zones
from articles.actions.reporting import store_meetings, store_statements
from articles.actions.resolution import resolve
from articles.enums import ReviewState
from articles.models import Article, PipelineRun, Review
from articles.nlp.pipeline import VERSION, build
from articles.nlp.types import Annotation
from articles.nlp.workers import annotate_all

#: Articles read from the database at a time.
CHUNK = 50


def annotate_articles(
    articles: QuerySet[Article], *, workers: int = 1, on_article: Callable[[Article], None] | None = None
) -> PipelineRun | None:
    """Pre-annotate articles under one new run; None where there are none. Each article is one transaction."""
    ids = list(articles.order_by("id").values_list("id", flat=True))
    if not ids:
        return None
    run = PipelineRun.objects.create(version=VERSION, pipeline=build(settings.SPACY_PIPELINE).pipeline)
    for article, annotation in annotated(ids, workers=workers):
        store_annotation(article, annotation, run=run)
        run.article_count += 1
        if on_article is not None:
            on_article(article)
    run.finished_at = timezone.now()
    run.save(update_fields=["finished_at", "article_count"])
    return run


def annotated(ids: list[int], *, workers: int) -> Iterator[tuple[Article, Annotation]]:
    """Each article with its annotation, reading only some way ahead."""
    for_texts, for_pairs = tee(read(ids))
    texts = ((article.text, article.published_on) for article in for_texts)
    annotations = annotate_all(texts, pipeline=settings.SPACY_PIPELINE, workers=workers)
    yield from zip(for_pairs, annotations, strict=True)


def read(ids: list[int]) -> Iterator[Article]:
    for start in range(0, len(ids), CHUNK):
        yield from Article.objects.defer("search_vector").filter(id__in=ids[start : start + CHUNK]).order_by("id")


@transaction.atomic
def store_annotation(article: Article, annotation: Annotation, *, run: PipelineRun) -> None:
    """Replace an article's undecided machine rows by these proposals; what a person decided stays as it is."""
    lock_identities()
    Article.objects.select_for_update().only("id").get(pk=article.pk)
    cleared = clear_proposals(article)
    store_zones(article, annotation.zones, run=run)
    known = identities_for(annotation.entities, here=frozenset(cleared.actors))
    resolved = resolve(annotation.entities, known)
    known.save()
    stored = store_mentions(article, annotation, resolved, run=run)
    store_meetings(article, annotation, stored, known, run=run)
    store_statements(article, annotation, stored, run=run)
    cleared.finish()
    article.run = run
    article.dateline_place = stored.dateline_place(annotation.dateline)
    article.save(update_fields=["run", "dateline_place"])
    mark_pre_annotated(article)


def mark_pre_annotated(article: Article) -> None:
    """A new article is pre-annotated now; one under review stays where it is."""
    review, _ = Review.objects.get_or_create(article=article)
    if review.state == ReviewState.NEW:
        review.state = ReviewState.PRE_ANNOTATED
        review.save(update_fields=["state", "changed_at"])


def waiting_articles(ids: Iterable[int] | None = None) -> QuerySet[Article]:
    """Articles no run has annotated yet."""
    waiting = Article.objects.filter(run=None)
    return waiting if ids is None else waiting.filter(id__in=ids)
