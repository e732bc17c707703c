"""The one style sheet of all pages: the files of `static/css` put together, under an address that tells its content.

There is nothing to build and nothing to forget (docs/decisions/0014): it is put together when it is first asked for,
and again after a change where DEBUG is on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

FOLDER = Path(settings.BASE_DIR) / "static" / "css"
#: In this order, lists of meetings being on many pages; then what belongs to some pages, by the name of the file; then
#: what is for paper.
FIRST = ("tokens.css", "base.css", "layout.css", "components/*.css", "meetings.css")
PAPER = "print.css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class StyleSheet:
    text: str
    digest: str


def style_sheet() -> StyleSheet:
    if not settings.DEBUG:
        return put_together(all_parts(), 0)
    paths = tuple(parts())
    return put_together(paths, max(path.stat().st_mtime_ns for path in paths))


@cache
def all_parts() -> tuple[Path, ...]:
    """Remembered, as every page asks for the address."""
    return tuple(parts())


def parts() -> Iterator[Path]:
    """The files in the order they take effect."""
    first = [path for pattern in FIRST for path in sorted(FOLDER.glob(pattern))]
    yield from first
    yield from sorted(set(FOLDER.glob("*.css")) - {*first, FOLDER / PAPER})
    yield FOLDER / PAPER


@cache
def put_together(paths: tuple[Path, ...], changed: int) -> StyleSheet:
    """All of it without comments and indents; `changed` is when a file last was."""
    texts = [path.read_text(encoding="utf-8") for path in paths]
    texts[-1] = f"@media print {{\n{texts[-1]}}}\n"
    text = re.sub(r"\s*\n\s*", "\n", COMMENT.sub("", "\n".join(texts))).strip() + "\n"
    return StyleSheet(text, sha256(text.encode()).hexdigest()[:12])


@login_not_required
@require_safe
def serve(request: HttpRequest, digest: str) -> HttpResponse:
    """Kept by browsers for good; under a former address, as a page kept open asks for it, not kept."""
    sheet = style_sheet()
    response = HttpResponse(sheet.text, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable" if digest == sheet.digest else "no-cache"
    return response
