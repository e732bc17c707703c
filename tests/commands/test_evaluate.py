"""`manage.py evaluate`: figures to stdout, clear refusals, nothing written."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Actor, Article, PipelineRun

GOLD = {
    "id": "a",
    "date": "2024-05-06",
    "text": "Anna Lind est arrivée à Paris.",
    "spans": [{"start": 0, "end": 9, "label": "PER", "text": "Anna Lind", "link": "anna-lind"}],
    "meetings": [],
    "statements": [],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD), encoding="utf-8")
    return path


def test_evaluate_prints_figures_that_programs_can_read(gold: Path) -> None:
    out = io.StringIO()

    call_command("evaluate", str(gold), "--json", stdout=out)

    figures = json.loads(out.getvalue())
    assert figures["articles"] == 1
    assert figures["labels"]["PER"]["gold"] == 1
    assert set(figures) == {
        "articles",
        "labels",
        "micro",
        "errors",
        "confusion",
        "edits",
        "person_linking",
        "links",
        "dates",
        "meetings",
        "statements",
        "calibration",
        "files",
        "sources",
        "scope",
    }


def test_evaluate_prints_a_table_for_people(gold: Path) -> None:
    out = io.StringIO()

    call_command("evaluate", str(gold), stdout=out)

    lines = out.getvalue().splitlines()
    assert lines[0].split() == ["precision", "recall", "F1", "gold", "found"]
    assert [line.split("  ")[0] for line in lines[1:12]] == [
        *("PER", "ROLE", "ORG", "GPE", "LOC", "NORP", "DATE"),
        *("all mentions", "meetings", "statements", "person B³"),
    ]


@pytest.mark.django_db
def test_evaluate_leaves_the_collection_alone(gold: Path) -> None:
    call_command("evaluate", str(gold), stdout=io.StringIO())

    assert (Article.objects.count(), Actor.objects.count(), PipelineRun.objects.count()) == (0, 0, 0)


def test_evaluate_refuses_a_wrong_record_with_status_1(gold: Path) -> None:
    gold.write_text('{"id": "a"}', encoding="utf-8")

    with pytest.raises(CommandError, match=r"gold\.jsonl, line 1, field text: is missing") as caught:
        call_command("evaluate", str(gold))

    assert caught.value.returncode == 1


def test_evaluate_refuses_a_missing_file_with_status_2(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file") as caught:
        call_command("evaluate", str(tmp_path / "absent.jsonl"))

    assert caught.value.returncode == 2
