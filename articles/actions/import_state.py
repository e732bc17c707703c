"""One import under way: what was asked for, whom it tells, what it has counted so far."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from articles.actions.intake import Defaults
from articles.enums import ProblemSeverity
from articles.importers import ParseProblem, RawArticle
from articles.models import Article, ImportBatch, ImportProblem, Source

#: Problems kept in the database for one import; all are told while it runs.
PROBLEMS_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class ImportOptions:
    format: str = "auto"
    defaults: Defaults = field(default_factory=Defaults)
    dry_run: bool = False
    annotate: bool = True
    workers: int = 1
    #: A file that holds what came by standard input; its name means nothing to anybody.
    stdin: Path | None = None


@dataclass(frozen=True, slots=True)
class Listeners:
    """Whom an import tells how it goes."""

    problem: Callable[[ParseProblem, ProblemSeverity], None] = lambda problem, severity: None
    record: Callable[[], None] = lambda: None
    annotated: Callable[[Article], None] = lambda article: None


@dataclass(slots=True)
class Import:
    """One import under way: its counts, its batch (none in a dry run) and the articles to annotate."""

    options: ImportOptions
    listeners: Listeners
    batch: ImportBatch | None = None
    imported: int = 0
    duplicates: int = 0
    rejected: int = 0
    warnings: int = 0
    waiting: list[int] = field(default_factory=list)
    #: Texts met in a dry run, which stores none.
    digests: set[bytes] = field(default_factory=set)
    #: Sources met, by name.
    sources: dict[str, Source] = field(default_factory=dict)
    #: By an identifier that other texts have too, the number that the next of them gets.
    numbers: dict[str, int] = field(default_factory=dict)

    def reject(self, problem: ParseProblem) -> None:
        self.rejected += 1
        self.note(problem, ProblemSeverity.ERROR)

    def warn(self, raw: RawArticle, name: str, reason: str) -> None:
        self.warnings += 1
        self.note(ParseProblem(raw.file, reason, line=raw.line, field=name), ProblemSeverity.WARNING)

    def note(self, problem: ParseProblem, severity: ProblemSeverity) -> None:
        self.listeners.problem(problem, severity)
        if self.batch is not None and self.rejected + self.warnings <= PROBLEMS_KEPT:
            ImportProblem.objects.create(
                batch=self.batch,
                file=problem.file[-1000:],
                line=problem.line,
                field=problem.field[:100],
                reason=problem.reason.replace("\x00", "␀"),
                severity=severity,
            )
