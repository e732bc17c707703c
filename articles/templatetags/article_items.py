"""An article of a list, written at once: templates take long over many small pieces, and a page has twenty of them."""

from collections.abc import Iterator
from functools import cache, lru_cache
from html import escape

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from articles.models import Article
from articles.nlp.legible import legible
from articles.queries.articles import ArticleRow
from articles.queries.listed_articles import FoundArticle, FoundRow
from articles.templatetags.dates import day, place_name
from articles.templatetags.ui import page_address, unbroken

register = template.Library()


@register.simple_tag
def article_item(row: ArticleRow | FoundRow, *, show_state: bool = False) -> SafeString:
    """One article in a list; `show_state` tells how far its review is."""
    article = row.article
    title = escape(unbroken(legible(article.title)))
    parts = (
        f'<article class="item"><p class="eyebrow">{" ".join(origin(article))}</p>',
        f'<h3><a href="{page_address("article-detail", article.pk)}">{title}</a></h3>',
        f'<p class="snippet">{conditional_escape(row.snippet)}</p>',
        f'<p class="facts muted">{" ".join(facts(row, show_state=show_state))}</p></article>',
    )
    return mark_safe("\n".join(parts))  # noqa: S308 -- each part is escaped


def origin(article: Article | FoundArticle) -> Iterator[str]:
    """Who published it, when and from where."""
    told = day(article.published_on)
    yield f'{escape(article.source.name)} · <time datetime="{article.published_on.isoformat()}">{escape(told)}</time>'
    if article.dateline_place:
        yield f"· {escape(place_name(article.dateline_place))}"
    if article.source.is_illustrative:
        yield illustrative(get_language())


@cache
def illustrative(_language: str | None) -> str:
    hint = escape(_("Written as an example; not a report of real events."))
    return f'<span class="chip illustrative" title="{hint}">{escape(_("illustrative text"))}</span>'


def facts(row: ArticleRow | FoundRow, *, show_state: bool) -> Iterator[str]:
    if row.meetings:
        yield meetings(get_language(), row.meetings)
    if show_state and row.corrections:
        yield corrections(get_language(), row.corrections)
    if show_state and row.state:
        yield f"<span>{escape(row.state)}</span>"


@lru_cache(maxsize=1000)
def meetings(_language: str | None, number: int) -> str:
    told = ngettext("%(number)s meeting", "%(number)s meetings", number) % {"number": number}
    return f"<span>{escape(told)}</span>"


@lru_cache(maxsize=1000)
def corrections(_language: str | None, number: int) -> str:
    hint = escape(_("how many of its proposals will need a correction, on average"))
    told = ngettext("≈ %(number)s correction", "≈ %(number)s corrections", number) % {"number": number}
    return f'<span title="{hint}">{escape(told)}</span>'
