"""Mentions for Label Studio: tasks with what persons decided as annotations and the machine's proposals as predictions.

The project needs a `Labels` tag called `label` over a `Text` tag called `text` that shows `$text`. Offsets are code
points.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from statistics import mean
from typing import Any

from articles.exporters.annotations import about_article
from articles.exporters.provenance import in_words, provenance
from articles.models import Article, Mention


def label_studio_tasks(articles: Iterable[Article]) -> Iterator[str]:
    """One array; its tasks stand one a line."""
    before = "[\n"
    for article in articles:
        yield before + json.dumps(task(article), ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def task(article: Article) -> dict[str, Any]:
    mentions = list(article.mentions.all())
    decided = [mention for mention in mentions if mention.is_decided]
    proposed = sorted((mention for mention in mentions if not mention.is_decided), key=version_of)
    return {
        "data": {**about_article(article), "text": article.text},
        "annotations": [{"result": [region(mention) for mention in decided]}] if decided else [],
        "predictions": [prediction(version, list(rows)) for version, rows in groupby(proposed, version_of)],
    }


def version_of(mention: Mention) -> str:
    return provenance(mention)["machine"] or ""


def prediction(version: str, rows: list[Mention]) -> dict[str, Any]:
    """`score` is the mean sureness of the proposals, where it is known."""
    known = [row.sureness for row in rows if row.sureness is not None]
    score = {"score": round(mean(known), 4)} if known else {}
    return {"model_version": version, **score, "result": [region(row) for row in rows]}


def region(mention: Mention) -> dict[str, Any]:
    stands_for = mention.actor or mention.place
    notes = [in_words(mention), *([stands_for.slug] if stands_for else []), *([mention.value] if mention.value else [])]
    value = {"start": mention.start, "end": mention.end, "text": mention.text, "labels": [mention.label]}
    return {
        "id": f"m{mention.pk}",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": value,
        "meta": {"text": notes},
    }
