"""Measures the pre-annotation against gold files; never touches the collection."""

import json
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.actions.scratch import people_of
from articles.importers import RawArticle
from articles.management.output import output_told
from articles.management.pipelines import pipeline_named
from articles.nlp.evaluation import listing
from articles.nlp.evaluation.across import across
from articles.nlp.evaluation.comparison import Comparison, RunError, compare, read_run
from articles.nlp.evaluation.floors import HEADER, FloorsError, floors_now, raised, read_floors, write_floors
from articles.nlp.evaluation.gold import LABELS, GoldError, GoldRecord, read_gold
from articles.nlp.evaluation.misses import KINDS
from articles.nlp.evaluation.report import Annotates, Report, evaluate
from articles.nlp.evaluation.scope import Scope, ScopeError, read_scope
from articles.nlp.evaluation.table import table
from articles.nlp.pipeline import build
from articles.nlp.types import Annotation

HELP = f"""\
Runs the current pipeline over gold texts and prints how well it does: in all, by file and by source.
People are compared within each article, with --across over all of them too. Nothing is written to the collection.

A filter of --errors is one or several of these with commas between:
  labels  {", ".join(LABELS)}
  kinds   {", ".join(KINDS)}
  groups  {", ".join(listing.GROUPS)}

Exit status: 0 measured, 1 a gold record is wrong, 2 wrong usage.
"""


class Command(BaseCommand):
    help = HELP
    requires_migrations_checks = False

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        return super().create_parser(prog_name, subcommand, formatter_class=RawDescriptionHelpFormatter, **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        add = parser.add_argument
        add("gold", nargs="*", type=Path, metavar="GOLD.jsonl", help="gold files, one article a line")
        add("--json", action="store_true", help="print the figures as one JSON object")
        add("--errors", nargs="?", const="", metavar="FILTER", help="list every miss in its text; with --json, too")
        add("--compare", type=Path, metavar="RUN.json", help="print what differs from a run kept by --json [--errors]")
        add("--across", action="store_true", help="compare people over all articles, in a throw-away collection")
        add("--floors", metavar="CORPUS", help="print the figures as floors for tests, under this corpus's name")
        add("--raise", type=Path, metavar="FLOORS.csv", dest="floors_file", help="write them there; a floor only rises")
        add("--labels", default="", metavar="LABEL,…", help="compare these labels only")
        add("--merge", default="", metavar="LABEL=LABEL,…", help="take one label for another on both sides (GPE=LOC)")
        add("--limit", type=int, metavar="N", help="take the first N articles of each file")
        add("--from-date", type=date.fromisoformat, metavar="YYYY-MM-DD", help="take articles of that day and later")

    def handle(self, *args: object, **options: Any) -> None:
        if options["floors_file"] and not options["floors"]:
            raise CommandError("--raise goes with --floors CORPUS.", returncode=2)
        paths, errors = files_and_filter(options["gold"], options["errors"])
        scope, earlier = wanted_scope(options), earlier_run(options["compare"])
        records = list(taken(read_all(paths), from_date=options["from_date"], limit=options["limit"]))
        report = measured(records, scope, with_across=options["across"])
        if errors is None and earlier is not None and "misses" in earlier:
            errors = str(earlier.get("miss_filter", ""))
        misses = None if errors is None else listing.chosen(report.misses, errors)
        found = as_json(report, errors, misses)
        comparison = None if earlier is None else compared(earlier, found, options["compare"])
        if options["json"]:
            told = {} if comparison is None else {"comparison": comparison.as_json()}
            self.write_lines([json.dumps({**found, **told}, ensure_ascii=False, indent=2)])
        elif options["floors"]:
            self.write_lines(floor_lines(options["floors"], found, options["floors_file"]))
        elif comparison is not None:
            self.write_lines(comparison.lines())
        else:
            self.write_lines(table(report) if misses is None else error_lines(misses))

    def write_lines(self, lines: Iterable[str]) -> None:
        with output_told():
            self.stdout.write("\n".join(lines))


class Keeping:
    """An annotator that keeps what it gave."""

    def __init__(self, annotator: Annotates) -> None:
        self.annotator = annotator
        self.kept: list[Annotation] = []

    def annotate(self, texts: Iterable[tuple[str, date]]) -> Iterator[Annotation]:
        for annotation in self.annotator.annotate(texts):
            self.kept.append(annotation)
            yield annotation


def measured(records: list[GoldRecord], scope: Scope, *, with_across: bool) -> Report:
    with pipeline_named():
        annotator = Keeping(build(settings.SPACY_PIPELINE, settings.NER_COMPONENT))
    report = evaluate(annotator, records, scope)
    if with_across:
        articles = [raw_article(record) for record in records]
        report.add_across(across(records, people_of(list(zip(articles, annotator.kept, strict=True)))))
    return report


def raw_article(record: GoldRecord) -> RawArticle:
    return RawArticle(
        text=record.text, file=record.file, id=record.id, published_on=record.date, source=record.source or record.file
    )


def as_json(report: Report, errors: str | None, misses: Sequence[listing.Placed] | None) -> dict[str, object]:
    found = {} if misses is None else {"miss_filter": errors, "misses": [miss.as_json() for miss in misses]}
    return {**report.as_json(), **found}


def floor_lines(corpus: str, found: dict[str, object], path: Path | None) -> list[str]:
    """The floors of a corpus; with a file, what was raised in it."""
    floors = list(floors_now(corpus, found))
    if path is None:
        return [",".join(HEADER), *(floor.row() for floor in floors)]
    try:
        kept = read_floors(path) if path.exists() else []
        now = raised(kept, floors)
        write_floors(path, now)
    except FloorsError as error:
        raise CommandError(f"--raise: {error}; nothing was written.", returncode=2) from error
    except OSError as error:
        raise CommandError(f"--raise: {path}: {error.strerror}", returncode=2) from error
    return [f"raised in {path}: {len(set(now) - set(kept))}"]


def error_lines(misses: Sequence[listing.Placed]) -> list[str]:
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


def wanted_scope(options: dict[str, Any]) -> Scope:
    try:
        return read_scope(options["labels"], options["merge"])
    except ScopeError as error:
        raise CommandError(f"--labels, --merge: {error}", returncode=2) from error


def earlier_run(path: Path | None) -> dict[str, object] | None:
    try:
        return None if path is None else read_run(path)
    except RunError as error:
        raise CommandError(f"--compare: {error}", returncode=2) from error


def compared(earlier: dict[str, object], found: dict[str, object], path: Path) -> Comparison:
    try:
        return compare(earlier, found)
    except RunError as error:
        raise CommandError(f"--compare: {path}: {error}", returncode=2) from error


def taken(records: Iterable[GoldRecord], *, from_date: date | None, limit: int | None) -> Iterator[GoldRecord]:
    """The articles of that day and later, of each file the first so many."""
    if limit is not None and limit < 1:
        raise CommandError("--limit must be at least 1.", returncode=2)
    seen: dict[str, int] = {}
    for record in records:
        if from_date is None or record.date >= from_date:
            seen[record.file] = seen.get(record.file, 0) + 1
            if limit is None or seen[record.file] <= limit:
                yield record


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
