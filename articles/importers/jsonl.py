"""JSON lines: one object a line, one article an object."""

import codecs
import json
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from articles.importers.base import Limits, ParseProblem, RawArticle
from articles.importers.fields import (
    Field,
    FieldError,
    article_text,
    day,
    identifier,
    language,
    names,
    read_fields,
    readable,
    words,
)
from articles.importers.provenance import shown, too_large, unreadable, written_on

FIELDS = (
    Field("text", "text", article_text),
    Field("id", "id", identifier),
    Field("title", "title", words()),
    Field("date", "published_on", day),
    Field("source", "source", words(200)),
    Field("url", "url", words()),
    Field("language", "language", language),
    Field("authors", "authors", names),
)
BYTE_ORDER_MARK = codecs.BOM_UTF8
WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SKIPPED_AT_ONCE = 1 << 20


class JsonLinesImporter:
    name = "jsonl"
    suffixes: tuple[str, ...] = (".jsonl", ".ndjson")

    def can_parse(self, head: bytes) -> bool:
        start = head.removeprefix(BYTE_ORDER_MARK).lstrip()
        return start.startswith(b"{") and start[1:].lstrip(b" \t").startswith((b'"', b"}"))

    def parse(self, path: Path, *, limits: Limits) -> Iterator[RawArticle | ParseProblem]:
        try:
            with path.open("rb") as stream:
                yield from self._records(path, stream, limits)
        except OSError as error:
            yield unreadable(path, error)

    def _records(self, path: Path, stream: BufferedReader, limits: Limits) -> Iterator[RawArticle | ParseProblem]:
        base = RawArticle(text="", file=shown(path), file_date=written_on(path))
        if stream.peek(2)[:2] in WIDE_MARKS:
            yield ParseProblem(base.file, _("The file is in UTF-16; JSON lines have to be in UTF-8."))
            return
        filled = False
        for number, raw in _lines(stream, limits.max_bytes):
            if raw is None:
                yield ParseProblem(base.file, too_large(limits), line=number)
            elif raw.strip():
                yield _record(raw, base, number)
            else:
                continue
            filled = True
        if not filled:
            yield ParseProblem(base.file, _("The file is empty."), field="text")


def _lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines of a file with their numbers; nothing in the place of a line over the limit, which is not kept."""
    number = 0
    while raw := stream.readline(limit + 1):
        number += 1
        if number == 1:
            raw = raw.removeprefix(BYTE_ORDER_MARK)
        if len(raw.rstrip(b"\r\n")) <= limit and (raw.endswith(b"\n") or len(raw) <= limit):
            yield number, raw
            continue
        while raw and not raw.endswith(b"\n"):
            raw = stream.readline(SKIPPED_AT_ONCE)
        yield number, None


def _record(raw: bytes, base: RawArticle, line: int) -> RawArticle | ParseProblem:
    try:
        record = json.loads(raw.decode("utf-8"), object_pairs_hook=_without_doubles)
        if not isinstance(record, dict):
            raise FieldError("", _("Is not a JSON object."))
        found = read_fields(FIELDS, record)
        if "text" not in found:
            raise FieldError("text", _("Is missing."))
    except FieldError as error:
        return ParseProblem(base.file, str(error), line=line, field=error.field)
    except UnicodeDecodeError as error:
        reason = _("Is not in UTF-8: see byte %(at)d of the line.") % {"at": error.start + 1}
        return ParseProblem(base.file, reason, line=line)
    except json.JSONDecodeError as error:
        reason = _("Is not JSON, or is cut short: see character %(at)d of the line.") % {"at": error.pos + 1}
        return ParseProblem(base.file, reason, line=line)
    except (ValueError, RecursionError):
        return ParseProblem(base.file, _("Is nested too deeply, or holds a number of too many digits."), line=line)
    return RawArticle(**found, file=base.file, file_date=base.file_date, line=line)


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    record = dict(pairs)
    if len(record) < len(pairs):
        keys = [key for key, _value in pairs]
        double = next(key for key in keys if keys.count(key) > 1)
        raise FieldError(readable(double[:100]), _("Stands twice in the record."))
    return record
