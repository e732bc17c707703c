"""ZIP archives that are sent while they are made."""

import io
from collections.abc import Iterable, Iterator
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: The earliest time that the format knows: an archive of the same rows is the same to the byte.
NO_TIME = (1980, 1, 1, 0, 0, 0)
File = tuple[str, str | bytes]


class Pipe(io.RawIOBase):
    """A file one can only write to; what was written is taken out again."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        self.written.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        data = b"".join(self.written)
        self.written.clear()
        return data


def zipped(files: Iterable[File]) -> Iterator[bytes]:
    """The archive piece by piece, one file in memory at a time; text is written as UTF-8."""
    pipe = Pipe()
    with ZipFile(pipe, "w", ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = ZipInfo(name, NO_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
            yield pipe.taken()
    yield pipe.taken()
