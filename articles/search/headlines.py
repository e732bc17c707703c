"""The words of an article around what was searched, safe to show."""

import re
from collections.abc import Iterable

from django.contrib.postgres.search import SearchHeadline
from django.db.models.functions import Left
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles.models import Article
from articles.models.article import SEARCHED_CHARACTERS
from articles.nlp.legible import legible
from articles.search.articles import CONFIG, words_query

# PostgreSQL puts these private characters around each hit. They become tags only after the text is escaped.
OPEN, CLOSE = "\ue0f1", "\ue0f2"
HIT = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")


def headlines(articles: Iterable[int], words: str) -> dict[int, SafeString]:
    """Article id to its best fragments, with the words found in <mark>."""
    found = Article.objects.filter(pk__in=list(articles)).annotate(
        headline=SearchHeadline(
            Left("text", SEARCHED_CHARACTERS),
            words_query(words),
            config=CONFIG,
            start_sel=OPEN,
            stop_sel=CLOSE,
            max_fragments=2,
            max_words=28,
            min_words=12,
            fragment_delimiter=" … ",
        )
    )
    return {pk: marked(headline) for pk, headline in found.values_list("pk", "headline")}


def marked(headline: str) -> SafeString:
    """Escape the text as it reads, then turn the markers around hits into <mark>; stray markers go."""
    html = HIT.sub(r"<mark>\1</mark>", str(escape(" ".join(legible(headline).split()))))
    return mark_safe(html.replace(OPEN, "").replace(CLOSE, ""))  # noqa: S308 -- escaped above, tags are ours
