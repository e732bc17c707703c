"""Mentions for doccano: JSON lines for a sequence labelling project, with spans in its `label` column."""

import json
from collections.abc import Iterable, Iterator

from articles.exporters.annotations import about_article, named
from articles.exporters.provenance import provenance
from articles.models import Article, Mention


def doccano_lines(articles: Iterable[Article]) -> Iterator[str]:
    """What doccano has no place for (`mentions`: links, values, who decided) it keeps as metadata of the text."""
    for article in articles:
        mentions = list(article.mentions.all())
        record = {
            "text": article.text,
            "label": [[mention.start, mention.end, mention.label] for mention in mentions],
            **about_article(article),
            "mentions": [details(mention) for mention in mentions],
        }
        yield json.dumps(record, ensure_ascii=False) + "\n"


def details(mention: Mention) -> dict[str, object]:
    """One for each label, in the same order."""
    return {
        "actor": named(mention.actor),
        "place": named(mention.place),
        "value": mention.value or None,
        "status": mention.status,
        "origin": mention.origin,
        **provenance(mention),
    }
