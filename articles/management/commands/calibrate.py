"""Measures how often each class of proposal is right, and writes the table the pipeline tells its confidence by."""

import csv
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.management.commands.evaluate import read_all
from articles.management.pipelines import pipeline_named
from articles.nlp.confidence import Proposal, evidence, kind_of, link_evidence, link_kind, measured
from articles.nlp.evaluation.gold import GoldRecord
from articles.nlp.evaluation.matching import match
from articles.nlp.lexicons import DATA
from articles.nlp.pipeline import build
from articles.nlp.types import Annotation, MentionRecord

TABLE = DATA / "confidence.csv"


class Command(BaseCommand):
    help = (
        "Runs the pipeline over gold texts that nothing was made by, counts for each class of proposal how many are "
        "right, and writes the shares. Exit status: 0 written, 1 a gold record is wrong, 2 wrong usage."
    )
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD.jsonl", help="gold files, one article a line")
        parser.add_argument("--output", type=Path, default=TABLE, help="where to write (the pipeline's own table)")

    def handle(self, *args: object, **options: Any) -> None:
        records = read_all(options["gold"])
        with pipeline_named():
            annotator = build(settings.SPACY_PIPELINE, settings.NER_COMPONENT)
        found = annotator.uncalibrated((record.text, record.date) for record in records)
        table = measured(pair for record, one in zip(records, found, strict=True) for pair in outcomes(record, one))
        try:
            with options["output"].open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(("id", "proposals", "right", "confidence"))
                for name, (tally, share) in table.items():
                    writer.writerow((name, tally.proposals, tally.right, f"{share:.3f}"))
        except OSError as error:
            raise CommandError(f"{options['output']}: {error.strerror}", returncode=2) from error
        self.stdout.write(f"articles={len(records)} classes={len(table)} written to {options['output']}")


def outcomes(record: GoldRecord, annotation: Annotation) -> Iterator[tuple[str, str, bool]]:
    """Kind and class of every proposal for an article, and whether the gold says the same."""
    for proposal, right in proposals(record, annotation):
        yield kind_of(proposal), evidence(proposal), right
    for mention, right in links(record, annotation):
        yield link_kind(mention), link_evidence(mention), right


def proposals(record: GoldRecord, annotation: Annotation) -> Iterator[tuple[Proposal, bool]]:
    matched = match(record, annotation)
    for pair in matched.mentions:
        if pair.mention is not None:
            yield pair.mention, pair.outcome == "right"
    if record.has("meetings"):
        met = {index for _, index in matched.meetings}
        yield from ((meeting, index in met) for index, meeting in enumerate(annotation.meetings))
    if record.has("statements"):
        said = {index for _, index in matched.statements}
        yield from ((statement, index in said) for index, statement in enumerate(annotation.statements))


def links(record: GoldRecord, annotation: Annotation) -> Iterator[tuple[MentionRecord, bool]]:
    """Mentions of people whose link is told with a certainty: is it the person of the identity's other mentions?"""
    gold = {(span.span, span.label): span.link for span in record.spans if span.link}
    named = [(one, gold.get((one.span, one.label))) for one in annotation.mentions if one.label == "PER"]
    for mention, link in named:
        if mention.link_confidence is None or link is None:
            continue
        others = Counter(
            other_link
            for other, other_link in named
            if other_link and other.entity == mention.entity and other is not mention
        )
        if others:
            yield mention, others.most_common(1)[0][0] == link
