"""Imports with their counts and their problems, for editors."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from ninja import Router

from articles.api.answers.rows import ImportAnswer, ImportDetail, ProblemRow
from articles.api.filters import PAGING, refuse_unknown
from articles.api.operations import reading
from articles.api.pagination import By, PageAnswer, cut
from articles.api.requests import ApiRequest
from articles.api.serialize import problem_answer
from articles.enums import TokenScope
from articles.models import Article, ImportBatch, ImportProblem
from articles.queries.imports import imports, proposals_of
from articles.queries.queue import states

router = Router(tags=["imports"])
LATEST = (By("started_at", descending=True), By("pk", descending=True))


@reading(
    router, "/imports", PageAnswer[ImportAnswer], summary=_("Imports, latest first"), scope=TokenScope.READ, paged=True
)
def import_batches(request: ApiRequest) -> PageAnswer[ImportAnswer]:
    refuse_unknown(request, PAGING)
    page = cut(request, ImportBatch.objects.all(), LATEST)
    found = imports().filter(pk__in=page.keys).in_bulk()
    items = [ImportAnswer.model_validate(import_fields(found[key])) for key in page.keys if key in found]
    return PageAnswer(count=page.count, next=page.next, items=items)


def import_fields(batch: ImportBatch) -> dict[str, object]:
    """What is told of an import that came from `imports`."""
    counted = vars(batch)
    return {
        "id": batch.pk,
        "by": batch.by.get_username() if batch.by else None,
        "started_at": batch.started_at,
        "finished_at": batch.finished_at,
        "imported": batch.imported,
        "duplicates": batch.duplicates,
        "rejected": batch.rejected,
        "articles": counted["article_count"],
        "reviewed": counted["reviewed_count"],
    }


@reading(
    router,
    "/imports/{int:pk}",
    ImportDetail,
    summary=_("One import: counts, options and how far the review has come"),
    scope=TokenScope.READ,
)
def import_batch(request: ApiRequest, pk: int) -> ImportDetail:
    refuse_unknown(request, ())
    batch = imports().filter(pk=pk).first()
    if batch is None:
        raise Http404
    proposals, reviews = proposals_of(batch), states(Article.objects.filter(batch=batch))
    return ImportDetail.model_validate(
        {
            **import_fields(batch),
            "paths": batch.paths,
            "options": batch.options,
            "states": {str(state.value): number for state, number in reviews},
            "proposals": proposals.total,
            "proposals_decided": proposals.decided,
            "problems": batch.problems.count(),
        }
    )


@reading(
    router,
    "/imports/{int:pk}/problems",
    PageAnswer[ProblemRow],
    summary=_("What an import could not take in, record by record"),
    scope=TokenScope.READ,
    paged=True,
)
def import_problems(request: ApiRequest, pk: int) -> PageAnswer[ProblemRow]:
    refuse_unknown(request, PAGING)
    if not ImportBatch.objects.filter(pk=pk).exists():
        raise Http404
    page = cut(request, ImportProblem.objects.filter(batch=pk), (By("pk"),))
    found = ImportProblem.objects.in_bulk(page.keys)
    return PageAnswer(count=page.count, next=page.next, items=[problem_answer(found[key]) for key in page.keys])
