"""Plain text: one file is one article, its id the file's stem."""

from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from articles.importers.base import Limits, ParseProblem, RawArticle
from articles.importers.encodings import decode, is_binary
from articles.importers.provenance import shown, too_large, unreadable, written_on

#: How structured formats begin; such a file is not one article's text.
MARKUP_STARTS = ("{", "[", "<", "%PDF")


class PlainTextImporter:
    name = "text"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def can_parse(self, head: bytes) -> bool:
        # The head may end within a character: less its last bytes it is whole, or no text at all.
        attempts = (decode(head[: len(head) - cut]) for cut in range(4))
        decoded = next((found for found in attempts if found is not None), None)
        if decoded is None or is_binary(decoded.text):
            return False
        return bool(decoded.text.strip()) and not decoded.text.lstrip().startswith(MARKUP_STARTS)

    def parse(self, path: Path, *, limits: Limits) -> Iterator[RawArticle | ParseProblem]:
        try:
            if path.stat().st_size > limits.max_bytes:
                yield ParseProblem(shown(path), too_large(limits), field="text")
            else:
                yield self._record(path)
        except OSError as error:
            yield unreadable(path, error)

    def _record(self, path: Path) -> RawArticle | ParseProblem:
        raw = path.read_bytes()
        if not raw.strip():
            return ParseProblem(shown(path), _("The file is empty."), field="text")
        decoded = decode(raw)
        if decoded is None:
            return ParseProblem(shown(path), _("The bytes are no text in a known encoding."), field="text")
        if decoded.text.count("\x00") == 1:
            return ParseProblem(shown(path), _("Holds the character NUL, which is not text."), field="text")
        if is_binary(decoded.text):
            return ParseProblem(shown(path), _("The file is binary, not text."), field="text")
        if not decoded.text.strip():
            return ParseProblem(shown(path), _("The file has no words."), field="text")
        return RawArticle(
            text=decoded.text,
            file=shown(path),
            id=shown(Path(path.stem)),
            encoding=decoded.encoding,
            file_date=written_on(path),
        )
