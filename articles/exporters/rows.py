"""What the exports of every search share: what they say of themselves, and rows as JSON and CSV."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

#: Spreadsheets take cells that begin so for formulas.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class About:
    """What an export says of itself: the search in words, its address, and where the desk is (`https://…`)."""

    title: str
    address: str
    site: str
    number: int


def decider(*, is_decided: bool) -> str:
    return "person" if is_decided else "machine"


def json_object(name: str, records: Iterable[dict[str, Any]], about: About) -> Iterator[str]:
    """One object; its records stand under `name`, one a line, so that it can be read while it comes."""
    head = {"title": about.title, "search": about.address, "count": about.number}
    yield f'{json.dumps(head, ensure_ascii=False)[:-1]}, "{name}": ['
    before = "\n"
    for each in records:
        yield before + json.dumps(each, ensure_ascii=False)
        before = ",\n"
    yield "\n]}\n"


def csv_line(cells: Iterable[Any]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow([harmless(cell) for cell in cells])
    return line.getvalue()


def harmless(cell: Any) -> Any:
    """Text that a spreadsheet would run as a formula, with an apostrophe before it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
