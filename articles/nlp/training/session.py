"""A whole training session: fit, write the component, measure it as it was written beside the plain model."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language

from articles.nlp.recogniser import attach, save
from articles.nlp.training.config import Config
from articles.nlp.training.corpus import Parts, TrainingText
from articles.nlp.training.fit import fit, load_base
from articles.nlp.training.scoring import Scores, score


@dataclass(frozen=True, slots=True)
class Measured:
    scores: Scores
    seconds: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """`epochs` are those whose weights were kept; `seconds` is the time of the fitting."""

    plain: Measured
    trained: Measured
    epochs: int
    seconds: float
    size: int


def train(parts: Parts, config: Config, corpus: str, output: Path) -> Outcome:
    output.mkdir(parents=True, exist_ok=True)
    plain = measure(load_base(config.base), parts.test, config.labels)
    fitted = fit(parts, config)
    meta = record(parts, config, corpus, fitted.best + 1)
    save(fitted.nlp, output, meta)
    nlp = load_base(config.base)
    attach(nlp, output)
    trained = measure(nlp, parts.test, config.labels)
    scores = {"plain": plain.scores.figures(), "trained": trained.scores.figures()}
    save(fitted.nlp, output, {**meta, "scores": scores})
    size = sum(path.stat().st_size for path in output.iterdir())
    return Outcome(plain, trained, fitted.best + 1, fitted.seconds, size)


def measure(nlp: Language, texts: list[TrainingText], labels: tuple[str, ...]) -> Measured:
    started = time.perf_counter()
    scores = score(nlp, texts, labels)
    return Measured(scores, time.perf_counter() - started)


def record(parts: Parts, config: Config, corpus: str, epochs: int) -> dict[str, Any]:
    """What is needed to make the component again."""
    return {
        "name": config.name,
        "version": config.version,
        "corpus": {"file": corpus, "parts": {name: extent(texts) for name, texts in parts.by_name().items()}},
        "seed": config.seed,
        "epochs": epochs,
    }


def extent(texts: list[TrainingText]) -> dict[str, Any]:
    return {"texts": len(texts), "from": texts[0].date.isoformat(), "to": texts[-1].date.isoformat()}
