import json
from dataclasses import replace
from pathlib import Path

import pytest
import spacy

from articles.nlp.component_folder import META, WEIGHTS
from articles.nlp.recogniser import attach, recogniser_of
from articles.nlp.training.config import Config, read_config
from articles.nlp.training.corpus import passages, read_corpus, split
from articles.nlp.training.fit import example, load_base, relabel
from articles.nlp.training.passages import Labelled, Passage
from articles.nlp.training.session import Outcome, train
from tests.nlp.training.news import write_base, write_corpus


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    base = write_base(tmp_path_factory.mktemp("base") / "fr_small")
    return replace(read_config(), base=str(base), seed=7, epochs=3, stop_share=0.1, test_share=0.2)


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
        "epochs": outcome.epochs,
        "scores": {"plain": outcome.plain.scores.figures(), "trained": outcome.trained.scores.figures()},
    }
    assert (meta["base"]["name"], meta["base"]["version"]) == ("fr_pipeline", "0.0.0")


def test_component_attaches_to_the_pipeline_it_was_trained_on(runs: list[tuple[Path, Outcome]], config: Config) -> None:
    nlp = load_base(config.base)
    assert attach(nlp, runs[0][0]) == f"{config.name} {config.version}"
    assert recogniser_of(nlp).labels == ("LOC", "ORG", "PER")


def test_relabelled_recogniser_knows_what_the_old_one_knew(tmp_path: Path, config: Config) -> None:
    nlp = load_base(config.base)
    texts = read_corpus(write_corpus(tmp_path / "news.jsonl"))
    relabel(nlp, ("LOC", "PER"), [example(nlp, line) for line in passages(texts, ("LOC", "PER"))])
    found = nlp("Léa Roux rentre à Lille avec le vent").ents
    assert recogniser_of(nlp).labels == ("LOC", "PER")
    assert [(name.text, name.label_) for name in found] == [("Léa Roux", "PER"), ("Lille", "LOC")]


def test_name_that_ends_within_a_token_teaches_nothing() -> None:
    passage = Passage("Awa vit à Dakar", (Labelled(0, 3, "PER"), Labelled(10, 13, "LOC")))
    reference = example(spacy.blank("fr"), passage).reference
    assert [(token.ent_iob_, token.ent_type_) for token in reference] == [("B", "PER"), ("O", ""), ("O", ""), ("", "")]
