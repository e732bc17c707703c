"""Write the annotations of the whole collection as JSON lines."""

import os
from argparse import ArgumentParser
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.exporters.annotations import annotation_lines


class Command(BaseCommand):
    help = (
        "Writes one JSON line an article, sorted by id: text, spans, meetings and statements with what decided each. "
        "Rejected rows are left out."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--output", metavar="FILE", help="The file to write; standard output without it.")

    def handle(self, *args: Any, output: str | None = None, **options: Any) -> None:
        if output is None or output == "-":
            for line in annotation_lines():
                self.stdout.write(line)
            return
        self.write_file(Path(output))

    def write_file(self, path: Path) -> None:
        """Write beside the file and move into place, so that a broken export never replaces a good one."""
        try:
            with NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=path.parent, delete=False) as temporary:
                for line in annotation_lines():
                    temporary.write(line + "\n")
            Path(temporary.name).chmod(0o666 & ~current_umask())
            Path(temporary.name).replace(path)
        except OSError as error:
            raise CommandError(f"{path}: cannot be written: {error.strerror}", returncode=2) from error


def current_umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask
