"""JSON lines: fields, and lines that cannot be used."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from articles.importers import IMPORTERS, Limits, ParseProblem, RawArticle


def parse(path: Path, *, limit: int = 10_000) -> list[RawArticle | ParseProblem]:
    return list(IMPORTERS["jsonl"].parse(path, limits=Limits(max_bytes=limit)))


def test_record_gives_all_its_fields(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    record = {
        "id": 17,
        "text": "Texte\r\n",
        "title": "Titre",
        "date": "2023-11-06T22:10:00+03:00",
        "source": "Agence",
        "url": "https://example.org/17",
        "language": "fr",
        "authors": ["Anna Lindberg"],
        "unknown": {"kept": "out"},
    }
    path.write_text("\n" + json.dumps(record) + "\n", encoding="utf-8-sig")

    [found] = parse(path)

    assert isinstance(found, RawArticle)
    assert replace(found, file_date=None) == RawArticle(
        text="Texte\r\n",
        file=str(path),
        line=2,
        id="17",
        title="Titre",
        published_on=date(2023, 11, 6),
        source="Agence",
        url="https://example.org/17",
        language="fr",
        authors=("Anna Lindberg",),
    )


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (b'{"text": "cut in ha', ""),
        (b'["text"]', ""),
        (b'"text"', ""),
        (b'{"text": "caf\xe9"}', ""),
        (b"[" * 5_000, ""),
        (b'{"id": "1"}', "text"),
        (b'{"text": null}', "text"),
        (b'{"text": ""}', "text"),
        (b'{"text": " \\n"}', "text"),
        (b'{"text": 12}', "text"),
        (b'{"text": "a\\u0000b"}', "text"),
        (b'{"text": "\\ud83d"}', "text"),
        (b'{"text": "a", "text": "b"}', "text"),
        (b'{"text": "a", "\\u0000": 1, "\\u0000": 2}', "␀"),
        (b'{"text": "a", "\\ud83d": 1, "\\ud83d": 2}', "?"),
        (b'{"text": "a", "date": "hier"}', "date"),
        (b'{"text": "a", "date": "2023-02-30"}', "date"),
        (b'{"text": "a", "date": 20230203}', "date"),
        (b'{"text": "a", "authors": {"name": "x"}}', "authors"),
        (b'{"text": "a", "authors": [1]}', "authors"),
        (b'{"text": "a", "language": "fran\\u00e7ais"}', "language"),
        (b'{"text": "a", "id": ["x"]}', "id"),
        (b'{"text": "a", "id": true}', "id"),
    ],
)
def test_bad_line_is_a_problem_and_the_next_is_read(tmp_path: Path, line: bytes, field: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(line + b'\n{"text": "Suite"}')

    problem, record = parse(path)

    assert isinstance(problem, ParseProblem)
    assert (problem.file, problem.line, problem.field) == (str(path), 1, field)
    assert problem.reason
    assert isinstance(record, RawArticle)
    assert (record.text, record.line) == ("Suite", 2)


def test_limit_holds_for_each_line_not_for_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    short = json.dumps({"text": "x" * 50})
    path.write_text("\n".join([short, short, json.dumps({"text": "y" * 500}), short]), encoding="utf-8")

    found = parse(path, limit=len(short))

    assert [type(item).__name__ for item in found] == ["RawArticle", "RawArticle", "ParseProblem", "RawArticle"]
    assert [item.line for item in found] == [1, 2, 3, 4]


def test_empty_file_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n\n")

    [problem] = parse(path)

    assert isinstance(problem, ParseProblem)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b'{"text": "a}', "caractère 10 "),
        (b'{"text": "caf\xe9"}', "octet 14 "),
        (b'{"text": 12}', "un nombre"),
        (b'{"text": true}', "vrai ou faux"),
        (b'{"text": ["a"]}', "une liste"),
        (b'{"text": {"a": 1}}', "un objet"),
        (b'{"id": ' + b"1" * 5_000 + b"}", "chiffres"),
    ],
)
def test_a_problem_says_where_and_in_words_of_people(tmp_path: Path, line: bytes, told: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(line)

    [problem] = parse(path)

    assert isinstance(problem, ParseProblem)
    assert told in problem.reason


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_file_in_utf_16_is_one_problem(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('\ufeff{"text": "a"}\n{"text": "b"}\n'.encode(encoding))

    [problem] = parse(path)

    assert isinstance(problem, ParseProblem)
    assert "UTF-16" in problem.reason
