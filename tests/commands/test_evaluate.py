"""`manage.py evaluate`: figures to stdout, clear refusals, nothing written."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.models import Actor, Article, ImportBatch, Mention, PipelineRun

GOLD = {
    "id": "a",
    "date": "2024-05-06",
    "source": "Dépêche",
    "text": "Anna Lind aime les ponts de Paris.",
    "spans": [{"start": 0, "end": 9, "label": "PER", "text": "Anna Lind", "link": "anna-lind"}],
    "meetings": [],
    "statements": [],
}
LATER = {**GOLD, "id": "b", "date": "2024-05-08", "text": "Anna Lind aime les rues de Paris."}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write(tmp_path / "gold.jsonl", GOLD)


def write(path: Path, *records: dict[str, object]) -> Path:
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    return path


def evaluate(*arguments: object) -> str:
    out = io.StringIO()
    call_command("evaluate", *map(str, arguments), stdout=out)
    return out.getvalue()


def figures(*arguments: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(evaluate("--json", *arguments))
    return found


def test_evaluate_prints_figures_that_programs_can_read(gold: Path) -> None:
    found = figures(gold)

    assert found["articles"] == 1
    assert found["labels"]["PER"]["gold"] == 1
    assert set(found) == {
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
    lines = evaluate(gold).splitlines()

    assert lines[0].split() == ["precision", "recall", "F1", "gold", "found"]
    assert [line.split("  ")[0] for line in lines[1:12]] == [
        *("PER", "ROLE", "ORG", "GPE", "LOC", "NORP", "DATE"),
        *("all mentions", "meetings", "statements", "person B³"),
    ]
    assert [line.split(":")[0] for line in lines[13:20]] == [
        "edits per 100 gold mentions",
        "date values right",
        "meeting fields right",
        "statement speakers right",
        "articles",
        "links right where the mention is",
        "confidence is off by (expected calibration error)",
    ]
    assert lines[21].split() == ["errors", "missing", "spurious", "label", "boundary", "both"]
    assert lines[25].split() == ["GPE", "0", "1", "0", "0", "0"]


def test_evaluate_tells_several_files_and_sources_apart(gold: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other.jsonl", {**LATER, "source": "Fil"})

    lines = evaluate(gold, other).splitlines()

    headers = [index for index, line in enumerate(lines) if line.startswith("by ")]
    named = [[line.split()[0] for line in lines[index : index + 3]] for index in headers]
    assert named == [["by", "gold.jsonl", "other.jsonl"], ["by", "Dépêche", "Fil"]]


def test_evaluate_tells_files_of_one_name_apart(gold: Path, tmp_path: Path) -> None:
    (tmp_path / "later").mkdir()
    other = write(tmp_path / "later" / "gold.jsonl", LATER)

    assert list(figures(gold, other)["files"]) == [str(gold), str(other)]


def test_evaluate_lists_misses_in_their_text(gold: Path) -> None:
    lines = evaluate("--errors", gold).splitlines()

    assert lines[0] == "[words of the gold] {words proposed}"
    assert lines[1].startswith("spurious GPE       a, line 1, 28-33: proposed GPE “Paris” (newsdesk_lexicon+model ")
    assert lines[2:] == ["    Anna Lind aime les ponts de {Paris}.", "misses: 1"]


def test_evaluate_lists_only_the_misses_asked_for(gold: Path) -> None:
    assert figures("--errors", "PER,missing", gold)["misses"] == []
    assert [miss["proposed"] for miss in figures("--errors", "GPE", gold)["misses"]] == ["GPE “Paris”"]


def test_evaluate_takes_the_articles_asked_for(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", GOLD, LATER)

    assert [figures(gold, *limits)["articles"] for limits in ([], ["--limit", 1], ["--from-date", "2024-05-07"])] == [
        *(2, 1, 1)
    ]


def test_evaluate_compares_labels_asked_for_and_merged(tmp_path: Path) -> None:
    place = {"start": 28, "end": 33, "label": "LOC"}
    gold = write(tmp_path / "gold.jsonl", {**GOLD, "spans": [place]})

    found = figures(gold, "--labels", "LOC", "--merge", "GPE=LOC")

    assert found["micro"] == {"precision": 1, "recall": 1, "f1": 1, "gold": 1, "predicted": 1, "right": 1}


def test_evaluate_compares_with_an_earlier_run(gold: Path, tmp_path: Path) -> None:
    earlier = figures("--errors", gold)
    earlier["micro"]["f1"] = 0.1
    earlier["misses"][0]["proposed"] = "GPE “Pari”"
    kept = tmp_path / "a.json"
    kept.write_text(json.dumps(earlier), encoding="utf-8")

    told = evaluate(gold, "--compare", kept).splitlines()
    comparison = figures(gold, "--compare", kept)["comparison"]

    assert told[0].split() == ["micro.f1", "0.100", "→", "0.667", "+0.567"]
    assert [line for line in told if line.startswith(("fixed", "new"))] == ["fixed: 1", "new: 1"]
    assert list(comparison["figures"]) == ["micro.f1"]
    assert [miss["proposed"] for miss in comparison["fixed"] + comparison["new"]] == ["GPE “Pari”", "GPE “Paris”"]


@pytest.mark.parametrize(
    ("content", "message"),
    [("{}", "is no run of evaluate"), ('{"micro": {}, "scope": {"gold": "x"}}', "the earlier run measured other gold")],
)
def test_evaluate_refuses_to_compare_with_another_thing(gold: Path, tmp_path: Path, content: str, message: str) -> None:
    other = tmp_path / "a.json"
    other.write_text(content, encoding="utf-8")

    with pytest.raises(CommandError, match=rf"--compare: .*a\.json: {message}") as caught:
        evaluate(gold, "--compare", other)

    assert caught.value.returncode == 2


def test_evaluate_prints_and_raises_floors(gold: Path, tmp_path: Path) -> None:
    kept = tmp_path / "floors.csv"
    kept.write_text("corpus,figure,rule,value\nx,labels.PER.f1,at least,0.5\nx,dates.right,at least,0.9\n")

    printed = evaluate(gold, "--floors", "x").splitlines()
    evaluate(gold, "--floors", "x", "--raise", kept)

    assert printed[:3] == ["corpus,figure,rule,value", "x,labels.PER.f1,at least,0.99", "x,labels.GPE.f1,at least,0"]
    assert kept.read_text().splitlines()[:3] == [*printed[:2], "x,dates.right,at least,0.9"]


@pytest.mark.django_db
def test_evaluate_compares_people_across_articles_and_leaves_the_collection_alone(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", GOLD, LATER)

    found = figures(gold, "--across")
    lines = evaluate(gold, "--across").splitlines()

    assert found["person_linking_across"] == {"precision": 1, "recall": 1, "f1": 1, "people": 1, "identities": 1}
    assert "person B³ across articles: 1.000, 1.000, 1.000 (1 people, 1 identities)" in lines
    models = (Article, Actor, Mention, PipelineRun, ImportBatch)
    assert [model.objects.count() for model in models] == [0, 0, 0, 0, 0]


def test_evaluate_needs_no_database_without_across(gold: Path) -> None:
    """The test has no access to one: reading or writing it would fail."""
    assert evaluate(gold)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Which gold files"),
        (("--errors", "PERSON"), "Which gold files"),
        (("gold.jsonl", "--errors", "PERSON"), "--errors: PERSON is no label or kind of miss"),
        (("gold.jsonl", "--labels", "PERSON"), "--labels, --merge: PERSON is no label"),
        (("gold.jsonl", "--limit", "0"), "--limit must be at least 1"),
        (("absent.jsonl",), "No such file"),
        (("gold.jsonl", "--compare", "absent.json"), "No such file"),
        (("gold.jsonl", "--raise", "floors.csv"), "--raise goes with --floors"),
        (("gold.jsonl", "--floors", "x", "--raise", "absent/floors.csv"), "No such file"),
        (("gold.jsonl", "--floors", "x", "--raise", "gold.jsonl"), r"gold\.jsonl, line 1: must be corpus,"),
    ],
)
def test_evaluate_refuses_wrong_usage_with_status_2(
    gold: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(gold.parent)

    with pytest.raises(CommandError, match=message) as caught:
        evaluate(*arguments)

    assert caught.value.returncode == 2


def test_evaluate_refuses_a_wrong_record_with_status_1(gold: Path) -> None:
    gold.write_text('{"id": "a"}', encoding="utf-8")

    with pytest.raises(CommandError, match=r"gold\.jsonl, line 1, field text: is missing") as caught:
        evaluate(gold)

    assert caught.value.returncode == 1
