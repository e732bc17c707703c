"""Measures the pre-annotation against gold files; never touches the collection."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.nlp.evaluation.gold import GoldError, GoldRecord, read_gold
from articles.nlp.evaluation.report import evaluate
from articles.nlp.pipeline import build


class Command(BaseCommand):
    help = (
        "Runs the current pipeline over gold texts and prints how well it does. "
        "People are compared within each article; nothing is written to the collection. "
        "Exit status: 0 measured, 1 a gold record is wrong, 2 wrong usage."
    )
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD.jsonl", help="gold files, one article a line")
        parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")

    def handle(self, *args: object, **options: object) -> None:
        paths = options["gold"]
        report = evaluate(build(settings.SPACY_PIPELINE), read_all(paths if isinstance(paths, list) else []))
        if options["json"]:
            self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(report.lines()))


def read_all(paths: list[Path]) -> list[GoldRecord]:
    """All records of all files, or a `CommandError` that says what is wrong where."""
    records: list[GoldRecord] = []
    for path in paths:
        try:
            records += read_gold(path)
        except GoldError as error:
            raise CommandError(str(error), returncode=1) from error
        except UnicodeDecodeError as error:
            raise CommandError(f"{path}: is not UTF-8: {error}", returncode=1) from error
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}", returncode=2) from error
    return records
