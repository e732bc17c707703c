"""Trains the recogniser of names on an annotated corpus and prints what that brought."""

import logging
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.nlp.training.config import DEFAULT, Config, ConfigError, read_config
from articles.nlp.training.corpus import CorpusError, Parts, read_corpus, split
from articles.nlp.training.scoring import Scores
from articles.nlp.training.session import Outcome, extent, train


class Command(BaseCommand):
    help = (
        "Trains the recogniser of people, places and organisations on CORPUS.jsonl, a text with its spans a line, and "
        "writes the component that the setting NER_COMPONENT names. The latest texts are held back and measure the "
        "component beside the plain model. The same seed and corpus give the same scores. "
        "Exit status: 0 trained, 1 the corpus is wrong, 2 wrong usage."
    )
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("corpus", type=Path, metavar="CORPUS.jsonl", help="texts with PER, LOC and ORG spans")
        parser.add_argument("--output", type=Path, help="folder of the component (ner in the data directory)")
        parser.add_argument("--config", type=Path, default=DEFAULT, help="TOML file; docs/training.md explains it")
        parser.add_argument("--seed", type=int, help="another seed than the configuration's")
        parser.add_argument("--epochs", type=int, help="another number of epochs at most")

    def handle(self, *args: Any, **options: Any) -> None:
        config = configured(options["config"], options["seed"], options["epochs"])
        parts = read_parts(options["corpus"], config)
        output: Path = options["output"] or settings.DATA_DIR / "ner"
        self.stdout.write("\n".join(told_parts(parts)))
        show_progress()
        outcome = trained(parts, config, options["corpus"].name, output)
        self.stdout.write("\n".join(told_outcome(outcome)))
        self.stdout.write(f"written to {output}; set NER_COMPONENT={output} to use it")


def configured(path: Path, seed: int | None, epochs: int | None) -> Config:
    try:
        config = read_config(path)
    except ConfigError as error:
        raise CommandError(str(error), returncode=2) from error
    if epochs is not None and epochs < 1:
        raise CommandError("--epochs must be at least 1.", returncode=2)
    if seed is not None and not 0 <= seed < 2**32:
        raise CommandError("--seed must be a whole number from 0 to 4294967295.", returncode=2)
    return replace(
        config, seed=config.seed if seed is None else seed, epochs=config.epochs if epochs is None else epochs
    )


def read_parts(path: Path, config: Config) -> Parts:
    try:
        return split(read_corpus(path), config.labels, config.stop_share, config.test_share)
    except CorpusError as error:
        raise CommandError(str(error), returncode=1) from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{path}: is not UTF-8: {error}", returncode=1) from error
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}", returncode=2) from error


def show_progress() -> None:
    """The score after each epoch goes to the error stream, so that the result can be piped."""
    progress = logging.getLogger("articles.nlp.training")
    progress.setLevel(logging.INFO)
    if not progress.handlers:
        progress.addHandler(logging.StreamHandler(sys.stderr))
    progress.propagate = False


def trained(parts: Parts, config: Config, corpus: str, output: Path) -> Outcome:
    try:
        return train(parts, config, corpus, output)
    except OSError as error:
        raise CommandError(str(error), returncode=2) from error


def told_parts(parts: Parts) -> Iterator[str]:
    for name, texts in parts.by_name().items():
        told = extent(texts)
        yield f"{name:<6} {told['texts']:>5} texts from {told['from']} to {told['to']}"


def told_outcome(outcome: Outcome) -> Iterator[str]:
    yield "scores on the test part, which training never saw:"
    yield from told_scores("plain", outcome.plain.scores)
    yield from told_scores("trained", outcome.trained.scores)
    yield f"reading the test part: plain {outcome.plain.seconds:.1f} s, trained {outcome.trained.seconds:.1f} s"
    yield f"fitted in {outcome.seconds:.0f} s, epoch {outcome.epochs} kept, {outcome.size / 1e6:.1f} MB"


def told_scores(name: str, scores: Scores) -> Iterator[str]:
    for label, figures in scores.figures().items():
        yield (
            f"{name:<8} {label:<6} P {figures['precision']:.4f}  R {figures['recall']:.4f}  "
            f"F1 {figures['f1']:.4f}  of {figures['gold']}"
        )
