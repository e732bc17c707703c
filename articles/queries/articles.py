"""What the list of articles shows of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Substr

from articles.enums import AnnotationStatus, ZoneKind
from articles.models import Article, MeetingReport, Zone
from articles.models.article import ArticleQuerySet
from articles.queries.sureness import with_expected_corrections
from articles.search.headlines import headlines
from articles.search.question import Question

#: Characters of an article's opening shown in a list.
OPENING = 260


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article in a list; `snippet` is HTML where words were searched, plain text otherwise."""

    article: Article
    snippet: str
    meetings: int
    state: str
    #: How many of its undecided proposals will need a correction, on average.
    corrections: int


def listed(articles: ArticleQuerySet) -> ArticleQuerySet:
    """The same articles with what a list shows, and without the long columns."""
    body = Zone.objects.filter(article=OuterRef("pk"), kind=ZoneKind.BODY).order_by("start")
    reports = (
        MeetingReport.objects.filter(article=OuterRef("pk"))
        .order_by()
        .values("article")
        .annotate(number=Count("pk", filter=~Q(status=AnnotationStatus.REJECTED)))
    )
    return (
        with_expected_corrections(articles)
        .select_related("source", "review", "dateline_place")
        .defer("text", "search_vector")
        .annotate(
            opening=Substr("text", Coalesce(Subquery(body.values("start")[:1]), 0) + 1, OPENING),
            meeting_count=Coalesce(Subquery(reports.values("number"), output_field=IntegerField()), 0),
        )
    )


def article_rows(articles: Iterable[Article], *, words: str | Question = "") -> list[ArticleRow]:
    """Rows for articles that came from `listed`."""
    found = list(articles)
    hits = headlines([article.pk for article in found], words) if words and found else {}
    return [
        ArticleRow(
            article=article,
            snippet=hits.get(article.pk) or opening_words(article),
            meetings=vars(article)["meeting_count"],
            state=article.review.get_state_display() if hasattr(article, "review") else "",
            corrections=round(vars(article)["expected_corrections"]),
        )
        for article in found
    ]


def opening_words(article: Article) -> str:
    return opening_of(vars(article)["opening"], article.title)


def opening_of(body: str, title: str) -> str:
    """The first words of the body, ending at a word."""
    opening = body[:OPENING]
    words = " ".join(opening.split())
    if len(opening) == OPENING:
        words = words.rpartition(" ")[0] + "\u00a0…"
    return words.removeprefix(" ".join(title.split())).lstrip()
