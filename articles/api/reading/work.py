"""What editors have before them: the work queue, articles in hand or left out, notes."""

from django.db.models import Prefetch
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from articles.api.answers.records import ArticleBrief
from articles.api.answers.work import HeldAnswer, NoteAnswer, ReplyAnswer, SkipAnswer
from articles.api.filters import PAGING, refuse_unknown, searched
from articles.api.operations import reading
from articles.api.pagination import By, PageAnswer, cut
from articles.api.reading.articles import DOUBTFUL, NEWEST, briefs
from articles.api.reading.desk import router
from articles.api.requests import ApiRequest, by
from articles.enums import QueueOrder, ReviewState, TokenScope
from articles.forms.queue import QueueForm
from articles.models import Article, Lease, Note, NoteReply, Skip
from articles.permissions import can_manage
from articles.queries.queue import free

ORDERS = {
    QueueOrder.DOUBT: DOUBTFUL,
    QueueOrder.NEWEST: NEWEST,
    QueueOrder.READ: (By("read_count", descending=True), *NEWEST),
}


@reading(
    router,
    "/queue",
    PageAnswer[ArticleBrief],
    summary=_("Articles that the queue would hand to the owner of the token, most needed first"),
    scope=TokenScope.READ,
    filters=QueueForm,
    paged=True,
)
def queue(request: ApiRequest) -> PageAnswer[ArticleBrief]:
    wanted = searched(request, QueueForm(request.GET)).spec()
    page = cut(request, free(wanted, by(request)), ORDERS[wanted.order])
    return PageAnswer(count=page.count, next=page.next, items=briefs(page, words=""))


@reading(
    router,
    "/queue/held",
    PageAnswer[HeldAnswer],
    summary=_("Articles in hand, and in whose"),
    scope=TokenScope.READ,
    paged=True,
)
def queue_held(request: ApiRequest) -> PageAnswer[HeldAnswer]:
    refuse_unknown(request, PAGING)
    leases = Lease.objects.live().exclude(article__review__state=ReviewState.REVIEWED)
    page = cut(request, leases, (By("since"), By("pk")))
    found = Lease.objects.select_related("article", "holder").defer("article__text").in_bulk(page.keys)
    items = [held_answer(found[key]) for key in page.keys if key in found]
    return PageAnswer(count=page.count, next=page.next, items=items)


def held_answer(lease: Lease) -> HeldAnswer:
    return HeldAnswer(
        article=lease.article_id,
        title=lease.article.title,
        holder=lease.holder.get_username(),
        since=lease.since,
        until=lease.until,
    )


@reading(
    router,
    "/queue/skips",
    PageAnswer[SkipAnswer],
    summary=_("What was left to others and is not reviewed, latest first: one's own; for managers, everybody's"),
    scope=TokenScope.READ,
    paged=True,
)
def queue_skips(request: ApiRequest) -> PageAnswer[SkipAnswer]:
    refuse_unknown(request, PAGING)
    skips = Skip.objects.exclude(article__review__state=ReviewState.REVIEWED)
    if not can_manage(by(request)):
        skips = skips.filter(by=by(request))
    page = cut(request, skips, (By("at", descending=True), By("pk", descending=True)))
    found = Skip.objects.select_related("article", "by").defer("article__text").in_bulk(page.keys)
    items = [skip_answer(found[key]) for key in page.keys if key in found]
    return PageAnswer(count=page.count, next=page.next, items=items)


def skip_answer(skip: Skip) -> SkipAnswer:
    return SkipAnswer(
        article=skip.article_id,
        title=skip.article.title,
        by=skip.by.get_username(),
        reason=str(skip.reason),
        words=skip.words,
        at=skip.at,
    )


@reading(
    router,
    "/articles/{int:pk}/notes",
    PageAnswer[NoteAnswer],
    summary=_("Notes of editors on the words of an article, as in the text"),
    scope=TokenScope.READ,
    paged=True,
)
def notes(request: ApiRequest, pk: int) -> PageAnswer[NoteAnswer]:
    refuse_unknown(request, PAGING)
    article = Article.objects.only("pk", "text").filter(pk=pk).first()
    if article is None:
        raise Http404
    page = cut(request, Note.objects.filter(article=article), (By("start"), By("pk")))
    replies = Prefetch("replies", NoteReply.objects.select_related("by"))
    found = Note.objects.select_related("by", "resolved_by").prefetch_related(replies).in_bulk(page.keys)
    items = [note_answer(found[key], article) for key in page.keys if key in found]
    return PageAnswer(count=page.count, next=page.next, items=items)


def note_answer(note: Note, article: Article) -> NoteAnswer:
    return NoteAnswer(
        id=note.pk,
        start=note.start,
        end=note.end,
        words=article.text[note.start : note.end],
        body=note.body,
        by=note.by.get_username(),
        at=note.at,
        resolved_by=note.resolved_by.get_username() if note.resolved_by else None,
        resolved_at=note.resolved_at,
        replies=[ReplyAnswer(by=each.by.get_username(), at=each.at, body=each.body) for each in note.replies.all()],
    )
