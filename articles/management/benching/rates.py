"""Articles a second: spaCy alone, the pre-annotation alone, and an import with pre-annotation, on the same texts."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

import psutil
import spacy
from django.conf import settings
from django.core.management.base import CommandError
from spacy.language import Language

from articles.actions.importing import ImportOptions, Listeners, import_paths
from articles.management.benching.clock import seconds
from articles.models import Article
from articles.nlp.pipeline import Annotator, build

#: The plain model, whatever the desk is set to use.
YARDSTICK = "fr_core_news_md"
MEGABYTE = 1_000_000


@dataclass(slots=True)
class Memory:
    """What this process holds after each article, in bytes."""

    held: list[int] = field(default_factory=list)
    process: psutil.Process = field(default_factory=psutil.Process)

    def note(self, article: Article) -> None:
        self.held.append(self.process.memory_info().rss)

    def peak(self, start: float, end: float) -> float:
        """The most held in a part of the import, in megabytes."""
        count = len(self.held)
        return max(self.held[int(start * count) : max(int(end * count), 1)], default=0) / MEGABYTE


@dataclass(slots=True)
class Rates:
    """Articles a second of each repetition, one after the other on the same texts."""

    spacy: list[float] = field(default_factory=list)
    annotation: list[float] = field(default_factory=list)
    imports: list[float] = field(default_factory=list)
    memory: Memory = field(default_factory=Memory)

    def ratio(self, rates: Sequence[float]) -> float:
        """The median of the repetitions' ratios to spaCy."""
        return median(ours / theirs for ours, theirs in zip(rates, self.spacy, strict=True))


def measure_rates(records: Sequence[dict[str, str]], *, repetitions: int) -> Rates:
    """Cut the records into that many parts and measure each part all three ways; one part to warm up."""
    plain, annotator, rates = spacy.load(YARDSTICK), build(settings.SPACY_PIPELINE, settings.NER_COMPONENT), Rates()
    size = len(records) // (repetitions + 1)
    for number in range(repetitions + 1):
        part = records[number * size : (number + 1) * size]
        measured = [
            seconds(partial(run_spacy, part, plain)),
            seconds(partial(run_annotation, part, annotator)),
            seconds(partial(run_import, part, rates.memory)),
        ]
        if number:
            for kept, taken in zip((rates.spacy, rates.annotation, rates.imports), measured, strict=True):
                kept.append(len(part) / taken)
    return rates


def run_spacy(records: Sequence[dict[str, str]], plain: Language) -> None:
    for _doc in plain.pipe(record["text"] for record in records):
        pass


def run_annotation(records: Sequence[dict[str, str]], annotator: Annotator) -> None:
    for _annotation in annotator.annotate((record["text"], date.fromisoformat(record["date"])) for record in records):
        pass


def run_import(records: Sequence[dict[str, str]], memory: Memory) -> None:
    """The import of a file, committed like any other."""
    with tempfile.TemporaryDirectory(prefix="newsdesk-bench-") as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
        done = import_paths([path], options=ImportOptions(), listeners=Listeners(annotated=memory.note))
    if done.imported != len(records) or done.warnings:
        raise CommandError(f"Only {done.imported} of {len(records)} articles went in, {done.warnings} with a warning.")
