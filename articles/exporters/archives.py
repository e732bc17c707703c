"""ZIP archives that are sent while they are made, in memory that does not grow with the number of their files.

What the end of an archive says of each file waits in a temporary file: the ZIP writer of Python keeps it all in
objects, which a hundred thousand articles would make felt.
"""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from struct import Struct
from tempfile import SpooledTemporaryFile
from typing import IO

File = tuple[str, str | bytes]

# The records of APPNOTE.TXT 6.3, each with its signature first.
LOCAL = Struct("<4s5H3L2H")
CENTRAL = Struct("<4s6H3L5H2L")
LARGE_OFFSET = Struct("<2HQ")
LARGE_END = Struct("<4sQ2H2L4Q")
LARGE_END_PLACE = Struct("<4sLQL")
END = Struct("<4s4H2LH")

#: The earliest day that the format knows: an archive of the same rows is the same to the byte.
NO_TIME, FIRST_DAY = 0, 1 << 5 | 1
UTF8_NAME, DEFLATED, LARGE = 0x800, 8, 45
UNIX, READABLE = 3 << 8 | LARGE, 0o644 << 16
#: What a field of two or four bytes says where the number is in a larger one.
FULL_2, FULL_4 = 0xFFFF, 0xFFFFFFFF
IN_MEMORY = 1 << 20


@dataclass(slots=True)
class Archive:
    """`position` counts the bytes given out so far; `directory` holds what is told of the files at the end."""

    directory: IO[bytes]
    position: int = 0
    number: int = 0

    def file(self, name: str, content: bytes) -> bytes:
        """The file as it stands in the archive."""
        packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        packed, path = packer.compress(content) + packer.flush(), name.encode()
        about = (UTF8_NAME, DEFLATED, NO_TIME, FIRST_DAY, zlib.crc32(content), len(packed), len(content), len(path))
        self.note(about, path)
        data = LOCAL.pack(b"PK\3\4", LARGE, *about, 0) + path + packed
        self.position += len(data)
        return data

    def note(self, about: tuple[int, ...], path: bytes) -> None:
        far = self.position >= FULL_4
        more = LARGE_OFFSET.pack(1, 8, self.position) if far else b""
        place = FULL_4 if far else self.position
        entry = CENTRAL.pack(b"PK\1\2", UNIX, LARGE, *about, len(more), 0, 0, 0, READABLE, place)
        self.directory.write(entry + path + more)
        self.number += 1

    def end(self) -> bytes:
        """What comes behind the directory."""
        size, place = self.directory.tell(), self.position
        large = b""
        if self.number >= FULL_2 or size >= FULL_4 or place >= FULL_4:
            large = LARGE_END.pack(b"PK\6\6", 44, UNIX, LARGE, 0, 0, self.number, self.number, size, place)
            large += LARGE_END_PLACE.pack(b"PK\6\7", 0, place + size, 1)
        number = min(self.number, FULL_2)
        return large + END.pack(b"PK\5\6", 0, 0, number, number, min(size, FULL_4), min(place, FULL_4), 0)


def zipped(files: Iterable[File]) -> Iterator[bytes]:
    """The archive piece by piece, one file in memory at a time; text is written as UTF-8."""
    with SpooledTemporaryFile(IN_MEMORY) as directory:
        archive = Archive(directory)
        for name, content in files:
            yield archive.file(name, content.encode() if isinstance(content, str) else content)
        yield from ended(archive)


def ended(archive: Archive) -> Iterator[bytes]:
    end = archive.end()
    archive.directory.seek(0)
    while piece := archive.directory.read(IN_MEMORY):
        yield piece
    yield end
