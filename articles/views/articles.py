from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles.actions.reads import count_read
from articles.exporters.formats import FORMATS
from articles.forms.articles import ArticleFilterForm
from articles.models import Article
from articles.permissions import can_edit
from articles.queries.article_page import article_page
from articles.queries.articles import article_rows, listed
from articles.search.articles import count_articles, search_articles
from articles.views.citing import cited_article
from newsdesk.htmx import HtmxHttpRequest, is_partial, render_page

PAGE_SIZE = 20


@login_not_required
@require_safe
def article_list(request: HtmxHttpRequest) -> HttpResponse:
    """Articles, newest first, narrowed by the filters in the address."""
    form = ArticleFilterForm(request.GET)
    context: dict[str, object] = {"form": form, "partial": is_partial(request)}
    if form.is_valid():
        wanted = form.search()
        pages = Paginator(listed(search_articles(wanted)), PAGE_SIZE)
        vars(pages)["count"] = count_articles(wanted)
        page = pages.get_page(request.GET.get("page"))
        context |= {"wanted": wanted, "page": page, "rows": article_rows(page, words=wanted.words)}
        context |= {"formats": FORMATS, "query": f"?{request.GET.urlencode()}" if request.GET else ""}
    return render_page(request, "articles/article_list.html", context, partial="results")


@login_not_required
@require_safe
def article_detail(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """One article; `?report=12` and `?statement=3` light up the words that prove that record."""
    articles = Article.objects.select_related("source", "dateline_place", "review", "run").defer("search_vector")
    article = get_object_or_404(articles, pk=pk)
    shown = [
        f"{letter}-{request.GET[name]}"
        for letter, name in (("r", "report"), ("s", "statement"), ("n", "note"))
        if request.GET.get(name)
    ]
    if request.method == "GET" and not request.htmx:
        count_read(article.pk)
    page = article_page(article, with_notes=can_edit(request.user))
    context: dict[str, object] = {"page": page, "shown": shown, "page_name": "reading", "formats": FORMATS}
    context["citation"] = cited_article(request, article)
    return render_page(request, "articles/article_detail.html", context)
