"""Measures the pre-annotation against gold files; never touches the collection."""

import json
from argparse import ArgumentParser
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.nlp.evaluation import listing
from articles.nlp.evaluation.gold import LABELS, GoldError, GoldRecord, read_gold
from articles.nlp.evaluation.misses import KINDS
from articles.nlp.evaluation.report import Report, evaluate
from articles.nlp.evaluation.table import table
from articles.nlp.pipeline import build


class Command(BaseCommand):
    help = (
        "Runs the current pipeline over gold texts and prints how well it does: in all, by file and by source. "
        "People are compared within each article; nothing is written to the collection. "
        "Exit status: 0 measured, 1 a gold record is wrong, 2 wrong usage."
    )
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("gold", nargs="*", type=Path, metavar="GOLD.jsonl", help="gold files, one article a line")
        parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
        parser.add_argument(
            "--errors",
            nargs="?",
            const="",
            metavar="FILTER",
            help="list every miss in its text instead of the figures, or with --json too; a filter is labels "
            f"({', '.join(LABELS)}), kinds ({', '.join(KINDS)}) or groups ({', '.join(listing.GROUPS)}), with commas",
        )

    def handle(self, *args: object, **options: Any) -> None:
        paths, errors = files_and_filter(options["gold"], options["errors"])
        report = evaluate(build(settings.SPACY_PIPELINE), read_all(paths))
        misses = None if errors is None else listing.chosen(report.misses, errors)
        if options["json"]:
            self.stdout.write(json.dumps(as_json(report, misses), ensure_ascii=False, indent=2))
        else:
            self.write_lines(table(report) if misses is None else error_lines(misses))

    def write_lines(self, lines: Iterable[str]) -> None:
        self.stdout.write("\n".join(lines))


def as_json(report: Report, misses: list[listing.Placed] | None) -> dict[str, object]:
    found = {} if misses is None else {"misses": [miss.as_json() for miss in misses]}
    return {**report.as_json(), **found}


def error_lines(misses: list[listing.Placed]) -> list[str]:
    return [listing.LEGEND, *listing.lines(misses), f"misses: {len(misses)}"]


def files_and_filter(paths: list[Path], errors: str | None) -> tuple[list[Path], str | None]:
    """The gold files and the filter of misses; a file after a bare `--errors` is no filter."""
    if errors and Path(errors).suffix and Path(errors).is_file():
        paths, errors = [Path(errors), *paths], ""
    if not paths:
        raise CommandError("Which gold files? Name at least one.", returncode=2)
    try:
        listing.read_filter(errors or "")
    except listing.FilterError as error:
        raise CommandError(f"--errors: {error}", returncode=2) from error
    return paths, errors


def read_all(paths: list[Path]) -> list[GoldRecord]:
    """All records of all files, or a `CommandError` that says what is wrong where."""
    names = [path.name for path in paths]
    records: list[GoldRecord] = []
    for path in paths:
        try:
            found = list(read_gold(path))
        except GoldError as error:
            raise CommandError(str(error), returncode=1) from error
        except UnicodeDecodeError as error:
            raise CommandError(f"{path}: is not UTF-8: {error}", returncode=1) from error
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}", returncode=2) from error
        unique = path.name if names.count(path.name) == 1 else str(path)
        records += [replace(record, file=unique) for record in found]
    return records
