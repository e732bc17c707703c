"""What every importer gives back. An importer turns bytes into records and knows no models."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One record as its file has it; nothing is guessed, empty means that the record is silent.

    `text.encode(encoding)` gives back the very bytes of a text file. `file_date` is the day the file was
    written, the last resort for an article without a date.
    """

    text: str
    file: str
    line: int | None = None
    id: str = ""
    title: str = ""
    published_on: date | None = None
    source: str = ""
    url: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    encoding: str = "utf-8"
    file_date: date | None = None


@dataclass(frozen=True, slots=True)
class ParseProblem:
    """A record that cannot go in: where it stands, which field is wrong, and what to do about it."""

    file: str
    reason: str
    line: int | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds an importer keeps to; a record past them is a problem, read no further than needed."""

    max_bytes: int = 2_000_000


class Importer(Protocol):
    """One format."""

    name: str
    suffixes: tuple[str, ...]

    def can_parse(self, head: bytes) -> bool:
        """Whether the first bytes of a file look like this format."""
        ...

    def parse(self, path: Path, *, limits: Limits) -> Iterator[RawArticle | ParseProblem]:
        """The records of a file in order, bad ones as problems."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """A file to import and the format it was told or found to have."""

    path: Path
    importer: Importer = field(repr=False)
