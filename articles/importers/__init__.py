"""The formats the desk reads, in one registry.

To add a format: a module with an importer of the shape of `base.Importer`, one line here, sample files
with their expected records under tests/data, and a line in the help of `import_articles`.
"""

from collections.abc import Iterator
from pathlib import Path

from articles.importers.base import Found, Importer, Limits, ParseProblem, RawArticle
from articles.importers.jsonl import JsonLinesImporter
from articles.importers.plain_text import PlainTextImporter

#: Tried in this order where a file's name does not tell; plain text takes what no other format claims.
IMPORTERS: dict[str, Importer] = {
    "jsonl": JsonLinesImporter(),
    "text": PlainTextImporter(),
}

#: How much of a file is looked at to tell its format.
HEAD_BYTES = 8192

__all__ = ["IMPORTERS", "Found", "Importer", "Limits", "ParseProblem", "RawArticle", "detect", "parse"]


def detect(path: Path, head: bytes) -> Importer | None:
    """The importer for a file, by its suffix, else by its first bytes."""
    by_suffix = [importer for importer in IMPORTERS.values() if path.suffix.lower() in importer.suffixes]
    by_head = (importer for importer in IMPORTERS.values() if importer.can_parse(head))
    return by_suffix[0] if by_suffix else next(by_head, None)


def parse(found: Found, *, limits: Limits) -> Iterator[RawArticle | ParseProblem]:
    return found.importer.parse(found.path, limits=limits)
