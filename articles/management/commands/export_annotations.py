"""Write the annotations of the whole collection, as JSON lines or in the format of another tool."""

import os
import secrets
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.exporters.annotations import exported
from articles.exporters.formats import FORMATS
from articles.exporters.rows import About
from articles.management.output import output_told
from articles.models import Article


class Command(BaseCommand):
    help = (
        "Writes one JSON line an article, sorted by id: text, spans, meetings and statements with what decided each; "
        "or another format. Rejected rows are left out."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--output", metavar="FILE", help="The file to write; standard output without it.")
        parser.add_argument("--format", choices=sorted(FORMATS), default="jsonl", help="jsonl without it.")
        parser.add_argument(
            "--site", metavar="ADDRESS", default="", help="Where the desk is (https://…), for formats with addresses."
        )

    def handle(self, *args: Any, output: str | None = None, **options: Any) -> None:
        pieces = self.pieces(options["format"], options["site"].rstrip("/"))
        if output is None or output == "-":
            self.write_out(pieces)
            return
        self.write_file(Path(output), pieces)

    def pieces(self, form: str, site: str) -> Iterator[bytes]:
        about = About("newsdesk", f"{site}/articles/", site, number=0)
        for piece in FORMATS[form].write(exported(Article.objects.all()), about):
            yield piece.encode() if isinstance(piece, str) else piece

    def write_out(self, pieces: Iterator[bytes]) -> None:
        """Bytes where standard output takes them; what a caller put in its place may take text only."""
        raw = getattr(self.stdout, "buffer", None)
        with output_told():
            for piece in pieces:
                if raw is not None:
                    raw.write(piece)
                else:
                    self.stdout.write(piece.decode(), ending="")

    def write_file(self, path: Path, pieces: Iterator[bytes]) -> None:
        target = Path(os.path.realpath(path))  # a link stays one
        try:
            if target.exists() and not target.is_file():  # a device or a pipe is written to, never replaced
                with target.open("wb") as stream:
                    stream.writelines(pieces)
            else:
                replace_file(target, pieces)
        except OSError as error:
            raise CommandError(f"{path}: cannot be written: {error.strerror}", returncode=2) from error


def replace_file(path: Path, pieces: Iterator[bytes]) -> None:
    """Write beside the file and move into place: a broken export replaces no good one and leaves nothing behind."""
    beside = path.parent / f".newsdesk-{secrets.token_hex(4)}"
    try:
        with beside.open("xb") as stream:
            stream.writelines(pieces)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
