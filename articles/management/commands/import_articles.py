"""Import articles from files, folders or standard input."""

import sys
import tempfile
import time
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.actions.importing import STDIN, Import, ImportOptions, Listeners, import_paths
from articles.actions.intake import Defaults
from articles.enums import ProblemSeverity
from articles.importers import IMPORTERS, ParseProblem
from articles.importers.fields import language
from articles.management.output import steps


def iso_day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ArgumentTypeError(f"{value!r} is not a date like 2023-11-06") from None


def language_code(value: str) -> str:
    try:
        return language(value) or Defaults().language
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def positive(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise ArgumentTypeError(f"{value!r} is not a whole number from 1")
    return int(value)


class Command(BaseCommand):
    help = (
        "Imports articles and pre-annotates them. A .txt file is one article, its id the file's stem; a JSON line has "
        "text and may have id, title, date, source, url, language and authors. Texts already in are counted as "
        "duplicates, so that an import can be stopped and run again. Each bad record is named on standard error as "
        "file:line: field: reason. The last line printed counts imported, duplicates and rejected. "
        "Exit status: 0 all well, 1 some records rejected, 2 wrong usage."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH", help="A file, a folder (read with its folders) or -.")
        parser.add_argument("--format", default="auto", choices=["auto", *sorted(IMPORTERS)])
        parser.add_argument("--source", default="", metavar="NAME", help="Source of records that name none.")
        parser.add_argument(
            "--language", type=language_code, default="fr", help="Language of records that name none (fr)."
        )
        parser.add_argument("--date", type=iso_day, metavar="YYYY-MM-DD", help="Date of records that give none.")
        parser.add_argument("--workers", type=positive, default=1, metavar="N", help="Processes that annotate (1).")
        parser.add_argument("--dry-run", action="store_true", help="Read and check everything, write nothing.")
        parser.add_argument("--no-annotate", action="store_true", help="Leave pre-annotation to annotate_articles.")

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()
        with readable(options["paths"]) as (paths, stdin):
            done = self.run(paths, chosen(options, stdin))
        self.stdout.write(
            f"imported={done.imported} duplicates={done.duplicates} rejected={done.rejected} "
            f"seconds={time.monotonic() - started:.1f}"
        )
        if done.rejected:
            self.stdout.flush()
            raise SystemExit(1)

    def run(self, paths: list[Path], options: ImportOptions) -> Import:
        with (
            tqdm(unit=" records", desc="import", disable=None) as read,
            tqdm(unit=" articles", desc="annotate", disable=None if options.annotate else True) as annotated,
        ):
            listeners = Listeners(problem=self.tell, record=steps(read), annotated=steps(annotated))
            return import_paths(paths, options=options, listeners=listeners)

    def tell(self, problem: ParseProblem, severity: ProblemSeverity) -> None:
        where = problem.file if problem.line is None else f"{problem.file}:{problem.line}"
        parts = [part for part in (where, problem.field, problem.reason) if part]
        style = self.style.ERROR if severity == ProblemSeverity.ERROR else self.style.WARNING
        self.stderr.write(": ".join(parts), style)


def chosen(options: dict[str, Any], stdin: Path | None) -> ImportOptions:
    return ImportOptions(
        format=options["format"],
        defaults=Defaults(source=options["source"], language=options["language"], day=options["date"]),
        dry_run=options["dry_run"],
        annotate=not options["no_annotate"] and not options["dry_run"],
        workers=options["workers"],
        stdin=stdin,
    )


@contextmanager
def readable(names: list[str]) -> Iterator[tuple[list[Path], Path | None]]:
    """The paths, all of which exist, and the one that holds what came by standard input."""
    missing = [name for name in names if name != STDIN and not Path(name).exists()]
    if missing:
        raise CommandError(f"No such file or folder: {', '.join(missing)}; nothing was imported.", returncode=2)
    with tempfile.TemporaryDirectory(prefix="newsdesk-") as folder:
        stdin = standard_input(Path(folder)) if STDIN in names else None
        yield [stdin if stdin and name == STDIN else Path(name) for name in names], stdin


def standard_input(folder: Path) -> Path:
    path = folder / "stdin"
    with path.open("wb") as stream:
        while block := sys.stdin.buffer.read(1 << 20):
            stream.write(block)
    return path
