"""Archives that Python's own reader reads back, also those past the limits of the first form of the format."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from articles.exporters.archives import FULL_4, Archive, ended, zipped


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    path = tmp_path / "some.zip"
    files = [("é/œuvre 😀.txt", "Où ?\r\n😀"), ("empty", ""), ("bytes.bin", bytes(range(256)) * 300)]

    path.write_bytes(b"".join(zipped(files)))

    with ZipFile(path) as archive:
        assert archive.testzip() is None
        told = [(name, archive.read(name)) for name in archive.namelist()]
    assert told == [(name, data.encode() if isinstance(data, str) else data) for name, data in files]


def test_an_archive_may_be_empty(tmp_path: Path) -> None:
    path = tmp_path / "none.zip"
    path.write_bytes(b"".join(zipped([])))

    assert ZipFile(path).namelist() == []


def test_more_files_than_two_bytes_count(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    with path.open("wb") as stream:
        stream.writelines(zipped((f"{number}.txt", f"n° {number}") for number in range(70_000)))

    with ZipFile(path) as archive:
        assert len(archive.namelist()) == 70_000
        assert archive.read("69999.txt").decode() == "n° 69999"


@pytest.mark.parametrize("start", [FULL_4 - 1, FULL_4, 5 << 30])
def test_files_further_in_than_four_bytes_tell(tmp_path: Path, start: int) -> None:
    """The bytes before are a hole in the file, which takes no room."""
    path, archive = tmp_path / "large.zip", Archive(BytesIO(), position=start)
    with path.open("wb") as stream:
        stream.seek(start)
        stream.write(archive.file("one.txt", b"1") + archive.file("two.txt", b"2"))
        stream.writelines(ended(archive))

    with ZipFile(path) as read:
        assert [read.read(name) for name in read.namelist()] == [b"1", b"2"]
