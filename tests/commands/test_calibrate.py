"""`manage.py calibrate` counts proposals against gold."""

import csv
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

TEXT = "Le ministre norvégien des Affaires étrangères Jan Moe a reçu Anna Lind à Oslo."


def test_table_counts_each_class(tmp_path: Path):
    gold = tmp_path / "gold.jsonl"
    start = TEXT.index("Jan Moe")
    spans = [{"start": start, "end": start + 7, "label": "PER", "text": "Jan Moe", "link": "jan-moe"}]
    record = {"id": "one", "date": "2024-05-06", "language": "fr", "source": "x", "text": TEXT, "spans": spans}
    gold.write_text(json.dumps(record | {"meetings": [], "statements": []}), encoding="utf-8")

    call_command("calibrate", gold, output=tmp_path / "table.csv")

    rows = {row["id"]: row for row in csv.DictReader((tmp_path / "table.csv").open(encoding="utf-8"))}
    assert (rows["PER"]["proposals"], rows["PER"]["right"]) == ("2", "1")
    assert (rows["ROLE"]["proposals"], rows["ROLE"]["right"]) == ("1", "0")
    assert list(rows) == sorted(rows)


def test_wrong_gold_is_named_and_nothing_written(tmp_path: Path):
    (tmp_path / "gold.jsonl").write_text('{"id": "one"}', encoding="utf-8")

    with pytest.raises(CommandError, match=r"gold\.jsonl.*line 1"):
        call_command("calibrate", tmp_path / "gold.jsonl", output=tmp_path / "table.csv")
    assert not (tmp_path / "table.csv").exists()
