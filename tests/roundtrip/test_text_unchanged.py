"""Whatever text goes in comes out: file → import → export."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.actions.importing import ImportOptions, import_paths
from articles.exporters.annotations import annotation_lines, exported
from articles.models import Article

pytestmark = pytest.mark.django_db
PIECES = [
    "\r\n",
    "\n",
    "\r",
    "e\u0301",
    "\u202f",
    "\u00a0",
    "👩🏽\u200d🚀",
    "🇹🇷",
    "\u2028",
    "\ufeff",
    "\t",
    "« à »",
    "ﷺ",
    "  ",
]
PRINTED = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30)
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), PRINTED), min_size=1, max_size=12).map("".join)
PROPERTY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def has_words(text: str) -> bool:
    """A file of nothing but a byte order mark and blanks is no article."""
    return bool(text.removeprefix("\ufeff").strip())


def round_trip(name: str, content: bytes) -> tuple[Article, str]:
    Article.objects.all().delete()
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        import_paths([path], options=ImportOptions(annotate=False))
    [line] = annotation_lines(exported(Article.objects.all()))
    return Article.objects.defer(None).get(), json.loads(line)["text"]


@PROPERTY
@given(TEXTS.filter(has_words))
def test_text_file_comes_out_byte_for_byte(text: str) -> None:
    content = text.encode()

    article, exported = round_trip("a.txt", content)

    assert exported.encode(article.encoding) == content


@PROPERTY
@given(TEXTS.filter(str.strip))
def test_json_line_comes_out_unchanged(text: str) -> None:
    _article, exported = round_trip("a.jsonl", json.dumps({"text": text}).encode())

    assert exported == text
