"""A piece of text with its labelled names, and how to change the one without losing the other."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LINES = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Labelled:
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters from start to end give way to others; edits do not overlap."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    text: str
    spans: tuple[Labelled, ...]


def lines(passage: Passage) -> Iterator[Passage]:
    """The passage line by line; a name that runs over a line end is left out."""
    for line in LINES.finditer(passage.text):
        start, end = line.span()
        yield Passage(
            line.group(),
            tuple(Labelled(s.start - start, s.end - start, s.label) for s in passage.spans if inside(s, start, end)),
        )


def inside(span: Labelled, start: int, end: int) -> bool:
    return start <= span.start and span.end <= end


def rewrite(passage: Passage, edits: Iterable[Edit]) -> Passage:
    """The passage after the edits. An edit lies outside the names, within one, or replaces one."""
    text, done, shifts = "", 0, []
    for edit in sorted(edits, key=lambda edit: edit.start):
        text += passage.text[done : edit.start] + edit.text
        done = edit.end
        shifts.append((edit.end, len(edit.text) - (edit.end - edit.start)))

    def moved(position: int) -> int:
        return position + sum(shift for end, shift in shifts if end <= position)

    return Passage(
        text + passage.text[done:],
        tuple(Labelled(moved(s.start), moved(s.end), s.label) for s in passage.spans),
    )
