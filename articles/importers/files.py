"""Which files a path stands for, and which importer reads each."""

import os
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from articles.importers import HEAD_BYTES, IMPORTERS, detect
from articles.importers.base import Found, ParseProblem
from articles.importers.provenance import shown, unreadable


def files_of(path: Path) -> Iterator[Path]:
    """The file itself, or the files in a folder and below in the order of their names, without hidden ones.

    Folders that cannot be listed come last, as if they were files.
    """
    if not path.is_dir():
        yield path
        return
    closed: list[Path] = []
    for folder, subfolders, names in os.walk(path, onerror=lambda error: closed.append(Path(error.filename))):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(folder) / name
    yield from closed


def find(path: Path, *, format_name: str = "auto") -> Iterator[Found | ParseProblem]:
    """The files of a path with their importers; a file in no known format is a problem."""
    for file in files_of(path):
        if not os.path.isfile(file):  # noqa: PTH113 -- Path.is_file raises where the folder may not be entered
            yield ParseProblem(shown(file), _("This is not a regular file."))
        elif format_name != "auto":
            yield Found(file, IMPORTERS[format_name])
        else:
            yield _detected(file)


def _detected(file: Path) -> Found | ParseProblem:
    try:
        with file.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
    except OSError as error:
        return unreadable(file, error)
    importer = detect(file, head)
    if importer is not None:
        return Found(file, importer)
    if not head:
        return ParseProblem(shown(file), _("The file is empty."), field="text")
    suffixes = ", ".join(suffix for each in IMPORTERS.values() for suffix in each.suffixes)
    return ParseProblem(shown(file), _("The file is in no format the desk reads (%(known)s).") % {"known": suffixes})
