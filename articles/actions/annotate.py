"""Pre-annotate articles and keep the proposals, replacing machine rows only where no person has decided."""

import logging
from collections.abc import Callable, Iterable, Iterator
from itertools import tee

from django.conf import settings
from django.db import OperationalError
from django.db.models import QuerySet
from django.utils import timezone

from articles.actions.known_offices import give_known_offices
from articles.actions.regrouping import settle_people
from articles.actions.storing import Pair, store_annotation, store_annotations
from articles.models import Article, PipelineRun
from articles.nlp.pipeline import VERSION, build
from articles.nlp.workers import PORTION, Failure, annotate_all

__all__ = ["annotate_articles", "store_annotation", "waiting_articles"]

logger = logging.getLogger(__name__)

#: Articles read from the database at a time.
CHUNK = 50
#: Articles, and characters of text, stored in one transaction: editors wait for it, so it must be short. As many as are
#: annotated at a time, so that none waits for those of the next portion while the database has nothing to do.
TOGETHER = PORTION
CHARACTERS_TOGETHER = 200_000

OnArticle = Callable[[Article], None]
OnFailure = Callable[[Article, str], None]


def annotate_articles(
    articles: QuerySet[Article],
    *,
    workers: int = 1,
    on_article: OnArticle = lambda article: None,
    on_failure: OnFailure = lambda article, reason: None,
) -> PipelineRun | None:
    """Pre-annotate articles under one new run; None where there are none.

    Some articles make one transaction. One that cannot be annotated or stored is told to `on_failure` and left as
    it was; the others go on.
    """
    ids = list(articles.order_by("id").values_list("id", flat=True))
    if not ids:
        return None
    used = build(settings.SPACY_PIPELINE, settings.NER_COMPONENT).pipeline
    run = PipelineRun.objects.create(version=VERSION, pipeline=used)
    for chunk in chunks(annotated(ids, workers=workers, on_failure=on_failure)):
        for article in store_chunk(chunk, run=run, on_failure=on_failure):
            run.article_count += 1
            on_article(article)
    give_known_offices(run)
    settle_people(run)
    run.finished_at = timezone.now()
    run.save(update_fields=["finished_at", "article_count"])
    return run


def annotated(ids: list[int], *, workers: int, on_failure: OnFailure) -> Iterator[Pair]:
    """Each article with its annotation, reading only some way ahead."""
    for_texts, for_pairs = tee(read(ids))
    texts = ((article.text, article.published_on) for article in for_texts)
    annotations = annotate_all(
        texts, pipeline=settings.SPACY_PIPELINE, recogniser=settings.NER_COMPONENT, workers=workers
    )
    for article, annotation in zip(for_pairs, annotations, strict=True):
        if isinstance(annotation, Failure):
            on_failure(article, annotation.reason)
        else:
            yield article, annotation


def read(ids: list[int]) -> Iterator[Article]:
    """The articles with what annotating them needs; one that was deleted meanwhile is left out."""
    fields = ("text", "published_on", "file", "line", "external_id", "run", "dateline_place", "told_at")
    needed = Article.objects.only(*fields)
    for start in range(0, len(ids), CHUNK):
        yield from needed.filter(id__in=ids[start : start + CHUNK]).order_by("id")


def chunks(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    """What is stored in one transaction."""
    chunk: list[Pair] = []
    characters = 0
    for article, annotation in pairs:
        chunk.append((article, annotation))
        characters += len(article.text)
        if len(chunk) == TOGETHER or characters >= CHARACTERS_TOGETHER:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


def store_chunk(chunk: list[Pair], *, run: PipelineRun, on_failure: OnFailure) -> list[Article]:
    """Store articles together, or one by one where that fails, to find the one that cannot be."""
    try:
        return store_annotations(chunk, run=run)
    except Exception:  # whatever it is, it must not stop the others
        logger.info("Storing %d annotations together failed; trying one by one", len(chunk))
    return [article for pair in chunk for article in store_alone(pair, run=run, on_failure=on_failure)]


def store_alone(pair: Pair, *, run: PipelineRun, on_failure: OnFailure) -> list[Article]:
    try:
        return store_annotations([pair], run=run)
    except OperationalError:  # the database is gone: the next article would fare no better
        raise
    except Exception as error:
        logger.info("Storing the annotation of article %d failed", pair[0].pk, exc_info=True)
        on_failure(pair[0], f"{type(error).__name__}: {error}")
        return []


def waiting_articles(ids: Iterable[int] | None = None) -> QuerySet[Article]:
    """Articles no run has annotated yet."""
    waiting = Article.objects.filter(run=None)
    return waiting if ids is None else waiting.filter(id__in=ids)
