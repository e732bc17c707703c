"""Plain text files in the encodings newsrooms have, and files that are no text."""

from datetime import datetime
from pathlib import Path

import pytest

from articles.importers import IMPORTERS, Limits, ParseProblem, RawArticle

FRENCH = "Le président a été reçu à Genève « hier soir » — une première depuis l’été, dit-on.\r\n"


def parse(path: Path, *, limit: int = 10_000) -> RawArticle | ParseProblem:
    [record] = IMPORTERS["text"].parse(path, limits=Limits(max_bytes=limit))
    return record


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("cp1252", "cp1252"),
        ("mac_roman", "mac_roman"),
        ("cp850", "cp850"),
    ],
)
def test_text_is_read_in_its_encoding(tmp_path: Path, written: str, stored: str) -> None:
    text = FRENCH if written != "cp850" else "Le président a été reçu à Genève hier, à l'été.\n"
    path = tmp_path / "depeche.txt"
    path.write_bytes(text.encode(written))

    record = parse(path)

    day = datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()
    assert record == RawArticle(text=text, file=str(path), id="depeche", encoding=stored, file_date=day)


def test_latin_1_is_read_as_its_superset(tmp_path: Path) -> None:
    path = tmp_path / "ancien.txt"
    path.write_bytes("L'été à Genève, déjà.".encode("latin-1"))

    record = parse(path)

    assert isinstance(record, RawArticle)
    assert (record.text, record.encoding) == ("L'été à Genève, déjà.", "cp1252")


def test_big_endian_utf_16_gives_its_bytes_back(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xfe\xff" + "Été à Genève".encode("utf-16-be"))

    record = parse(path)

    assert isinstance(record, RawArticle)
    assert record.text.encode(record.encoding) == path.read_bytes()


@pytest.mark.parametrize(
    "content",
    [b"", b" \r\n\t", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"texte\x00coup\xc3\xa9", bytes(range(1, 32)) * 4],
)
def test_file_without_text_is_a_problem(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)

    record = parse(path)

    assert isinstance(record, ParseProblem)
    assert (record.file, record.line, record.field) == (str(path), None, "text")
    assert record.reason


def test_large_file_is_a_problem_and_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(10**12)  # takes no room on disk, and no machine could read it

    record = parse(path)

    assert isinstance(record, ParseProblem)
    assert record.field == "text"
    assert "10000" in record.reason.replace("\u202f", "").replace("\u00a0", "")


def test_missing_file_is_a_problem(tmp_path: Path) -> None:
    assert isinstance(parse(tmp_path / "absent.txt"), ParseProblem)


def test_one_nul_in_a_text_is_called_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Le ministre\0 a parlé.".encode())

    [problem] = IMPORTERS["text"].parse(path, limits=Limits())

    assert isinstance(problem, ParseProblem)
    assert (problem.field, "NUL" in problem.reason) == ("text", True)
