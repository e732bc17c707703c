"""The sample collection: illustrative texts with the outlets, titles and dates of a manifest."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from django.utils.text import slugify

from articles.actions.importing import Import, ImportOptions, import_records
from articles.importers import IMPORTERS, Limits, ParseProblem, RawArticle
from articles.models import Source

SAMPLE = Path(__file__).resolve().parent.parent / "sample"


def load_sample(*, annotate: bool = True) -> Import:
    """Import the sample; its sources are marked as illustrative before the first text is in."""
    manifest = json.loads((SAMPLE / "manifest.json").read_text(encoding="utf-8"))
    for name in sorted({entry["source"] for entry in manifest}):
        Source.objects.update_or_create(name=name, defaults={"slug": slugify(name), "is_illustrative": True})
    return import_records(sample_records(manifest), options=ImportOptions(annotate=annotate), paths=["sample"])


def sample_records(manifest: list[dict[str, str]]) -> Iterator[RawArticle | ParseProblem]:
    for entry in manifest:
        path = SAMPLE / "texts" / f"{entry['id']}.txt"
        for record in IMPORTERS["text"].parse(path, limits=Limits()):
            if isinstance(record, ParseProblem):
                yield record
            else:
                day = date.fromisoformat(entry["date"])
                file = f"sample/texts/{path.name}"
                yield replace(record, title=entry["title"], source=entry["source"], published_on=day, file=file)
