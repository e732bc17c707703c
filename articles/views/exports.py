"""Annotations of articles in the formats of other tools."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponseBadRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.exporters.annotations import exported
from articles.exporters.feeds import articles_as_atom
from articles.exporters.formats import FORMATS
from articles.exporters.rows import About
from articles.forms.articles import ArticleFilterForm
from articles.models import Article
from articles.models.article import ArticleQuerySet
from articles.search.articles import count_articles, search_articles
from newsdesk.htmx import HtmxHttpRequest

#: A feed holds the articles that came last; whoever follows it has the others already.
IN_FEED = 100


@login_not_required
@require_safe
def article_export(request: HtmxHttpRequest, form: str) -> HttpResponseBase:
    """All articles that the filters in the address find, as they are read from the database."""
    asked = ArticleFilterForm(request.GET)
    if form not in FORMATS and form != "atom":
        raise Http404
    if not asked.is_valid():
        return HttpResponseBadRequest(asked.errors.as_text(), content_type="text/plain; charset=utf-8")
    wanted = asked.search()
    about = about_list(request, number=count_articles(wanted))
    if form == "atom":
        newest = search_articles(wanted).newest_first().select_related("source").defer("text", "search_vector")
        return StreamingHttpResponse(
            articles_as_atom(newest[:IN_FEED], about), content_type="application/atom+xml; charset=utf-8"
        )
    return taken_along(search_articles(wanted), form, about, "articles")


@login_not_required
@require_safe
def one_article_export(request: HtmxHttpRequest, pk: int, form: str) -> HttpResponseBase:
    """The annotations of one article."""
    article = get_object_or_404(Article.objects.only("pk", "title"), pk=pk)
    if form not in FORMATS:
        raise Http404
    about = About(article.title, request.build_absolute_uri(reverse("article-detail", args=[pk])), site(request), 1)
    return taken_along(Article.objects.filter(pk=pk), form, about, f"article-{pk}")


def taken_along(articles: ArticleQuerySet, form: str, about: About, name: str) -> StreamingHttpResponse:
    chosen = FORMATS[form]
    answer = StreamingHttpResponse(chosen.write(exported(articles), about), content_type=chosen.content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{chosen.suffix}"'
    return answer


def about_list(request: HtmxHttpRequest, *, number: int) -> About:
    query = request.GET.urlencode()
    address = request.build_absolute_uri(reverse("article-list") + (f"?{query}" if query else ""))
    return About(_("Articles"), address, site(request), number)


def site(request: HtmxHttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")
