"""Which files a folder gives, and how their format is told."""

import os
from pathlib import Path

import pytest

from articles.importers.base import Found, ParseProblem
from articles.importers.files import find


def test_folder_gives_its_files_by_name_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Texte.")

    found = [item.path.relative_to(tmp_path) for item in find(tmp_path) if isinstance(item, Found)]

    assert found == [Path("a.txt"), Path("b.txt"), Path("sub/c.txt")]


@pytest.mark.parametrize(
    ("name", "content", "format_name"),
    [
        ("a.txt", b'{"text": "by its suffix"}', "text"),
        ("a.JSONL", b"no matter what", "jsonl"),
        ("a", b'{"text": "by its head"}', "jsonl"),
        ("a.article", "Une dépêche.".encode(), "text"),
        ("a.article", "Une dépêche.".encode("cp1252"), "text"),
        ("a.article", ("x" * 8191 + "é").encode(), "text"),
    ],
)
def test_format_is_told_by_suffix_then_head(tmp_path: Path, name: str, content: bytes, format_name: str) -> None:
    (tmp_path / name).write_bytes(content)

    [found] = find(tmp_path)

    assert isinstance(found, Found)
    assert found.importer.name == format_name


@pytest.mark.parametrize("content", [b"", b"\x7fELF\x00\x01", b"<html><body>", b"{\n", b"%PDF-1.7\n"])
def test_file_in_no_known_format_is_a_problem(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.bin").write_bytes(content)

    [problem] = find(tmp_path)

    assert isinstance(problem, ParseProblem)
    assert problem.file == str(tmp_path / "a.bin")


def test_named_format_is_taken_at_its_word(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"\x00")

    [found] = find(tmp_path, format_name="text")

    assert isinstance(found, Found)
    assert found.importer.name == "text"


def test_folder_that_cannot_be_listed_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Texte.")
    (tmp_path / "closed").mkdir()
    listing = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return listing(path)

    monkeypatch.setattr("os.scandir", scandir)

    found, problem = find(tmp_path)

    assert isinstance(found, Found)
    assert isinstance(problem, ParseProblem)
    assert problem.file == str(tmp_path / "closed")
