"""Write the annotations of some articles in one transaction, as if one after the other."""

from collections.abc import Iterable, Iterator, Sequence

from django.db import transaction
from django.utils import timezone

from articles.actions.clearing import Cleared, clear_proposals, with_rows
from articles.actions.copying import update_rows
from articles.actions.holders import link_offices
from articles.actions.identities import identities_for
from articles.actions.indexing import indexed_once
from articles.actions.locks import lock_articles, lock_identities
from articles.actions.proposals import Kept, Stored, kept_rows, propose_mentions, store_mentions
from articles.actions.reporting import propose_meetings, store_meetings, store_statements
from articles.actions.resolution import resolve
from articles.enums import ReviewState
from articles.models import Article, PipelineRun, Review
from articles.nlp.types import Annotation

Pair = tuple[Article, Annotation]


@transaction.atomic
def store_annotation(article: Article, annotation: Annotation, *, run: PipelineRun) -> None:
    """Replace an article's undecided machine rows by these proposals; what a person decided stays as it is."""
    store_annotations([(article, annotation)], run=run)


@transaction.atomic
def store_annotations(pairs: Sequence[Pair], *, run: PipelineRun) -> list[Article]:
    """Store several annotations, all or none; gives back the articles that are still there.

    Each article finds the actors and meetings of those before it, as if it came alone.
    """
    lock_identities()
    there = lock_articles([article.pk for article, _ in pairs])
    pairs = [(article, annotation) for article, annotation in pairs if article.pk in there]
    with indexed_once():
        for group in groups(pairs, with_rows(there)):
            store_group(group, run=run)
        mark_annotated([article for article, _ in pairs], run=run)
    return [article for article, _ in pairs]


def groups(pairs: Iterable[Pair], again: set[int]) -> Iterator[tuple[list[Pair], bool]]:
    """Articles without rows together; one with rows alone, for those are cleared just before they are written anew."""
    fresh: list[Pair] = []
    for pair in pairs:
        if pair[0].pk not in again:
            fresh.append(pair)
            continue
        if fresh:
            yield fresh, False
        fresh = []
        yield [pair], True
    if fresh:
        yield fresh, False


def store_group(group: tuple[list[Pair], bool], *, run: PipelineRun) -> None:
    pairs, again = group
    cleared: Cleared | None = None
    kept = Kept()
    if again:
        cleared = clear_proposals(pairs[0][0])
        kept = kept_rows(pairs[0][0])
    here = frozenset(cleared.actors) if cleared else frozenset()
    known = identities_for([entity for _, annotation in pairs for entity in annotation.entities], here=here)
    texts, proposals = [], []
    for article, annotation in pairs:
        stored = Stored(article, annotation, resolve(annotation.entities, known), kept)
        propose_mentions(stored, known, run=run)
        proposals += propose_meetings(stored, known)
        texts.append(stored)
    known.save()
    link_offices(texts)
    store_mentions(texts, run=run)
    store_meetings(proposals, run=run, cleared=cleared.meetings if cleared else None)
    store_statements(texts, run=run)
    if cleared is not None:
        cleared.finish()
    for stored in texts:
        stored.article.dateline_place = stored.dateline_place()


def mark_annotated(articles: Sequence[Article], *, run: PipelineRun) -> None:
    """New articles are pre-annotated now; those under review stay where they are."""
    now = timezone.now()
    for article in articles:
        if article.run_id is None:
            article.told_at = now
        article.run = run
    update_rows(articles, ["run", "dateline_place", "told_at"])
    reviews = Review.objects.filter(article__in=articles)
    known = set(reviews.values_list("article_id", flat=True))
    reviews.filter(state=ReviewState.NEW).update(state=ReviewState.PRE_ANNOTATED, changed_at=timezone.now())
    Review.objects.bulk_create(
        Review(article=article, state=ReviewState.PRE_ANNOTATED) for article in articles if article.pk not in known
    )
