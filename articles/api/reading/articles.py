"""Articles, and what is marked in them."""

from django.http import Http404
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from ninja import Router

from articles.api.answers.records import ArticleAnswer, ArticleBrief, RejectedAnswer, SourceAnswer, ZoneAnswer
from articles.api.answers.rows import MentionAnswer, Named, ReportAnswer, ReviewAnswer, StatementAnswer
from articles.api.filters import PAGING, refuse_unknown, searched
from articles.api.operations import reading
from articles.api.pagination import By, Cut, PageAnswer, cut
from articles.api.requests import ApiRequest
from articles.api.serialize import mention_answer, named, report_answer, review_answer, statement_answer
from articles.api.told import mention_told, readable, report_told, statement_told, text_of
from articles.enums import AnnotationStatus, TokenScope
from articles.forms.articles import ArticleFilterForm
from articles.models import Article, Source
from articles.queries.articles import ArticleRow, article_rows, listed, opening_words
from articles.queries.decidable import mentions_told, reports_told, statements_told
from articles.search.articles import search_articles
from articles.search.question import Question

router = Router(tags=["articles"])
NEWEST = (By("published_on", descending=True), By("pk", descending=True))
DOUBTFUL = (
    By("indexed__corrections", descending=True),
    By("indexed__published_on", descending=True),
    By("indexed__article_id", descending=True),
)


@reading(router, "/sources", PageAnswer[SourceAnswer], summary=_("Sources, by name"), paged=True)
def sources(request: ApiRequest) -> PageAnswer[SourceAnswer]:
    refuse_unknown(request, PAGING)
    page = cut(request, Source.objects.all(), (By("name"), By("pk")))
    found = Source.objects.in_bulk(page.keys)
    return PageAnswer(count=page.count, next=page.next, items=[source_answer(found[key]) for key in page.keys])


def source_answer(source: Source) -> SourceAnswer:
    return SourceAnswer(
        slug=source.slug,
        name=source.name,
        url=source.url or None,
        language=source.default_language,
        illustrative=source.is_illustrative,
    )


@reading(
    router,
    "/articles",
    PageAnswer[ArticleBrief],
    summary=_("Articles, with the filters of their page"),
    filters=ArticleFilterForm,
    paged=True,
)
def articles(request: ApiRequest) -> PageAnswer[ArticleBrief]:
    wanted = searched(request, ArticleFilterForm(request.GET)).search()
    found = search_articles(wanted)
    page = cut(request, found, DOUBTFUL if wanted.doubtful_first else NEWEST)
    return PageAnswer(count=page.count, next=page.next, items=briefs(page, words=wanted.words))


def briefs(page: Cut, *, words: str | Question) -> list[ArticleBrief]:
    found = {article.pk: article for article in listed(Article.objects.filter(pk__in=page.keys))}
    rows = article_rows((found[key] for key in page.keys if key in found), words=words)
    return [article_brief(row) for row in rows]


def article_brief(row: ArticleRow) -> ArticleBrief:
    article = row.article
    review = getattr(article, "review", None)
    return ArticleBrief(
        id=article.pk,
        external_id=article.external_id,
        page=reverse("article-detail", args=[article.pk]),
        title=article.title,
        source=Named(slug=article.source.slug, name=article.source.name),
        illustrative=article.source.is_illustrative,
        published_on=article.published_on,
        language=article.language,
        url=article.url or None,
        state=str(review.state) if review else None,
        meetings=row.meetings,
        corrections=row.corrections,
        opening=opening_words(article),
        highlight=row.snippet if isinstance(row.snippet, SafeString) else None,
    )


@reading(
    router,
    "/articles/{int:pk}",
    ArticleAnswer,
    summary=_("One article: text, mentions, meetings told, statements, review"),
)
def article(request: ApiRequest, pk: int) -> ArticleAnswer:
    refuse_unknown(request, ())
    related = ("source", "dateline_place", "review__editor", "run")
    found = Article.objects.select_related(*related).defer("search_vector").filter(pk=pk).first()
    if found is None:
        raise Http404
    return article_answer(found)


def article_answer(article: Article) -> ArticleAnswer:
    text = article.text
    return ArticleAnswer(
        id=article.pk,
        external_id=article.external_id,
        page=reverse("article-detail", args=[article.pk]),
        title=article.title,
        source=Named(slug=article.source.slug, name=article.source.name),
        illustrative=article.source.is_illustrative,
        published_on=article.published_on,
        date_origin=str(article.date_origin),
        language=article.language,
        url=article.url or None,
        authors=article.authors,
        imported_at=article.imported_at,
        import_id=article.batch_id,
        run=article.run.version if article.run else None,
        dateline_place=named(article.dateline_place),
        text=text,
        review=review_answer(article),
        zones=[ZoneAnswer(kind=str(each.kind), start=each.start, end=each.end) for each in article.zones.all()],
        mentions=[mention_answer(each) for each in mentions_told().live().filter(article=article)],
        reports=[report_answer(each, text) for each in reports_told().live().filter(article=article)],
        statements=[statement_answer(each, text) for each in statements_told().live().filter(article=article)],
    )


@reading(
    router,
    "/articles/{int:pk}/rejected",
    RejectedAnswer,
    summary=_("What was rejected in an article, for editors"),
    scope=TokenScope.READ,
)
def rejected(request: ApiRequest, pk: int) -> RejectedAnswer:
    refuse_unknown(request, ())
    text = text_of(pk)
    gone = {"article": pk, "status": AnnotationStatus.REJECTED}
    return RejectedAnswer(
        mentions=[mention_answer(each) for each in mentions_told().filter(**gone)],
        reports=[report_answer(each, text) for each in reports_told().filter(**gone)],
        statements=[statement_answer(each, text) for each in statements_told().filter(**gone)],
    )


@reading(router, "/articles/{int:pk}/review", ReviewAnswer, summary=_("How far the review of an article has come"))
def review(request: ApiRequest, pk: int) -> ReviewAnswer:
    refuse_unknown(request, ())
    found = Article.objects.select_related("review__editor").only("pk", "review").filter(pk=pk).first()
    if found is None:
        raise Http404
    return review_answer(found)


@reading(router, "/mentions/{int:pk}", MentionAnswer, summary=_("One mention"))
def mention(request: ApiRequest, pk: int) -> MentionAnswer:
    refuse_unknown(request, ())
    answer = mention_told(request, pk)
    readable(request, answer)
    return answer


@reading(router, "/reports/{int:pk}", ReportAnswer, summary=_("What one article says of a meeting"))
def report(request: ApiRequest, pk: int) -> ReportAnswer:
    refuse_unknown(request, ())
    answer = report_told(request, pk)
    readable(request, answer)
    return answer


@reading(router, "/statements/{int:pk}", StatementAnswer, summary=_("One statement"))
def statement(request: ApiRequest, pk: int) -> StatementAnswer:
    refuse_unknown(request, ())
    answer = statement_told(request, pk)
    readable(request, answer)
    return answer
