"""Imports: JSON lines through the importer of the command, with its summary and its problems."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel

from articles.actions.importing import Import, Listeners, import_records
from articles.api.answers.rows import ProblemRow
from articles.api.filters import searched
from articles.api.operations import writing
from articles.api.problems import Problem, too_large
from articles.api.reading.imports import router
from articles.api.requests import ApiRequest, by
from articles.enums import ProblemSeverity, TokenScope
from articles.forms.importing import ImportForm
from articles.importers import IMPORTERS, Limits, ParseProblem, RawArticle

LINES = ("application/x-ndjson", "application/jsonl")
FORMAT = "jsonl"
#: How the body is named in messages and in the list of imports.
BODY = "API"
#: Problems that the answer tells; all are kept with the import.
TOLD = 1000
BLOCK = 1 << 16


class ImportedAnswer(BaseModel):
    """As the last line of the command says it; `import_id` is null where it was only checked."""

    import_id: int | None
    imported: int
    duplicates: int
    rejected: int
    warnings: int
    problems: list[ProblemRow]


@writing(
    router,
    "/imports",
    ImportedAnswer,
    summary=_("Import articles, one JSON object a line"),
    scope=TokenScope.IMPORT,
    media=LINES,
    filters=ImportForm,
)
def import_lines(request: ApiRequest) -> ImportedAnswer:
    """Importing the same again changes nothing, so that a request may be sent once more."""
    options = searched(request, ImportForm(request.GET), paged=False).options(format_name=FORMAT)
    problems: list[ProblemRow] = []

    def tell(problem: ParseProblem, severity: ProblemSeverity) -> None:
        if len(problems) < TOLD:
            problems.append(
                ProblemRow(
                    file=problem.file,
                    line=problem.line,
                    field=problem.field,
                    reason=problem.reason,
                    severity=severity.value,
                )
            )

    with tempfile.TemporaryDirectory(prefix="newsdesk-") as folder:
        path = kept(request, Path(folder) / "body")
        listeners = Listeners(problem=tell)
        done = import_records(records(path), options=options, paths=[BODY], by=by(request), listeners=listeners)
    return imported_answer(done, problems)


def imported_answer(done: Import, problems: list[ProblemRow]) -> ImportedAnswer:
    return ImportedAnswer(
        import_id=done.batch.pk if done.batch else None,
        imported=done.imported,
        duplicates=done.duplicates,
        rejected=done.rejected,
        warnings=done.warnings,
        problems=problems,
    )


def kept(request: ApiRequest, path: Path) -> Path:
    """The body in a file, block by block: it may be larger than what is kept in memory."""
    limit, size = settings.API_IMPORT_MAX_BYTES, 0
    if int(request.headers.get("Content-Length") or 0) > limit:
        raise too_large(limit)
    with path.open("wb") as stream:
        while block := request.read(BLOCK):
            size += len(block)
            if size > limit:
                raise too_large(limit)
            stream.write(block)
    if not size:
        raise Problem(400, gettext("The body is empty."))
    return path


def records(path: Path) -> Iterator[RawArticle | ParseProblem]:
    for item in IMPORTERS[FORMAT].parse(path, limits=Limits(max_bytes=settings.IMPORT_MAX_BYTES)):
        yield replace(item, file=BODY)
