"""The sample collection comes in whole, marked as illustrative, and only once."""

import io
import json

import pytest
from django.core.management import call_command

from articles.actions.sample import SAMPLE
from articles.models import Article, Source

pytestmark = pytest.mark.django_db


def load() -> str:
    out = io.StringIO()
    call_command("load_sample", "--no-annotate", stdout=out)
    return out.getvalue().rsplit(" ", 1)[0]


def test_sample_comes_in_once_with_the_titles_sources_and_dates_of_its_manifest() -> None:
    assert load() == "imported=30 duplicates=0 rejected=0"
    assert load() == "imported=0 duplicates=30 rejected=0"

    manifest = json.loads((SAMPLE / "manifest.json").read_text(encoding="utf-8"))
    expected = sorted((entry["id"], entry["title"], entry["source"], entry["date"]) for entry in manifest)
    rows = Article.objects.values_list("external_id", "title", "source__name", "published_on")
    assert sorted((*row[:3], row[3].isoformat()) for row in rows) == expected
    assert set(Source.objects.values_list("is_illustrative", flat=True)) == {True}


def test_sample_texts_are_those_of_the_files() -> None:
    load()

    for article in Article.objects.all():
        path = SAMPLE / "texts" / f"{article.external_id}.txt"
        assert article.text.encode(article.encoding) == path.read_bytes()
