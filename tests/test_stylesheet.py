"""The one style sheet: all parts in their order, kept for good under the address of its content."""

import gzip

import pytest
from django.test import Client

from newsdesk.stylesheet import FOLDER, parts, style_sheet


def test_every_file_is_a_part_once_and_paper_comes_last() -> None:
    found = [str(path.relative_to(FOLDER)) for path in parts()]

    assert sorted(found) == sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.css"))
    assert (found[:3], found[-1]) == (["tokens.css", "base.css", "layout.css"], "print.css")


def test_sheet_holds_all_rules_and_no_comments() -> None:
    text = style_sheet().text

    assert text.count("{") == text.count("}") == sum(path.read_text().count("{") for path in parts()) + 1
    assert "/*" not in text
    assert "@media print {\n@page" in text


@pytest.mark.django_db
def test_sheet_is_small_and_kept_under_its_present_address_only(client: Client) -> None:
    digest = style_sheet().digest

    kept = client.get(f"/style/{digest}.css", headers={"Accept-Encoding": "gzip"})
    former = client.get("/style/former.css")

    assert kept.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert gzip.decompress(kept.content) == former.content == style_sheet().text.encode()
    assert former.headers["Cache-Control"] == "no-cache"
    assert len(kept.content) < 20_000
