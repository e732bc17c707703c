"""Gold files: one JSON object a line, checked field by field before anything is measured."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from articles.nlp.json_line import json_object
from articles.nlp.types import Span

LABELS = ("PER", "ROLE", "ORG", "GPE", "LOC", "NORP", "DATE")
KINDS = ("in_person", "call", "video", "multilateral", "visit")
#: What a record may be silent about; a layer whose key is absent is not measured.
LAYERS = frozenset({"links", "meetings", "statements"})
STATUSES = ("held", "planned", "cancelled", "denied")


class GoldError(ValueError):
    """A gold record that cannot be used: says which file, line and field."""

    def __init__(self, file: str, line: int, field: str, reason: str) -> None:
        super().__init__(f"{file}, line {line}, field {field}: {reason}")


@dataclass(frozen=True, slots=True)
class GoldSpan:
    span: Span
    label: str
    link: str


@dataclass(frozen=True, slots=True)
class GoldMeeting:
    participants: tuple[str, ...]
    kind: str
    status: str
    date: str
    place: str
    duration: int | None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """`quotes` are all places where the quoted words stand; usually one."""

    speaker: str
    quotes: tuple[Span, ...]
    direct: bool


@dataclass(frozen=True, slots=True)
class GoldRecord:
    """One gold article. `file` and `source` are what its figures are also told by; `layers` are those it annotates."""

    id: str
    text: str
    date: date
    spans: tuple[GoldSpan, ...]
    meetings: tuple[GoldMeeting, ...]
    statements: tuple[GoldStatement, ...]
    source: str = ""
    file: str = ""
    layers: frozenset[str] = LAYERS

    def has(self, layer: str) -> bool:
        return layer in self.layers


def slug(name: str) -> str:
    """Letters and digits in lower case, accents folded, the rest as hyphens: `Erdoğan` is `erdogan`."""
    folded = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("œ", "oe"))
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter)).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def read_gold(path: Path) -> Iterator[GoldRecord]:
    """The records of a gold file in order; the first wrong field ends the reading with a `GoldError`."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _Reader(path.name, number).record(line)


class _Reader:
    """Reads one line, remembering where it stands for the messages."""

    def __init__(self, file: str, line: int) -> None:
        self.file = file
        self.line = line

    def wrong(self, field: str, reason: str) -> GoldError:
        return GoldError(self.file, self.line, field, reason)

    def value(self, data: dict[str, Any], name: str, kind: type, path: str = "") -> Any:
        field = f"{path}{name}"
        if name not in data:
            raise self.wrong(field, "is missing")
        found = data[name]
        if not isinstance(found, kind) or (kind is int and isinstance(found, bool)):
            raise self.wrong(field, f"must be {kind.__name__}, is {type(found).__name__}")
        return found

    def choice(self, data: dict[str, Any], name: str, allowed: tuple[str, ...], path: str) -> str:
        found: str = self.value(data, name, str, path)
        if found not in allowed:
            raise self.wrong(f"{path}{name}", f"must be one of {', '.join(allowed)}, is {found!r}")
        return found

    def record(self, line: str) -> GoldRecord:
        try:
            data = json_object(line)
        except ValueError as error:
            raise self.wrong("-", str(error)) from error
        text = self.value(data, "text", str)
        if "\x00" in text:
            raise self.wrong("text", "holds the character NUL, which is not text")
        return GoldRecord(
            id=self.value(data, "id", str),
            text=text,
            date=self.day(data),
            spans=tuple(self.span(item, text, path) for item, path in self.items(data, "spans")),
            meetings=tuple(self.meeting(item, text, path) for item, path in self.items(data, "meetings")),
            statements=tuple(self.statement(item, text, path) for item, path in self.items(data, "statements")),
            source=self.optional(data, "source", str) or "",
            file=self.file,
            layers=frozenset(_linked(data) | (LAYERS & data.keys())),
        )

    def optional(self, data: dict[str, Any], name: str, kind: type, path: str = "") -> Any:
        """The value, or nothing where the key is absent or null."""
        return None if data.get(name) is None else self.value(data, name, kind, path)

    def day(self, data: dict[str, Any]) -> date:
        try:
            return date.fromisoformat(self.value(data, "date", str))
        except ValueError as error:
            if isinstance(error, GoldError):
                raise
            raise self.wrong("date", f"is not a date like 2023-11-06: {data['date']!r}") from error

    def items(self, data: dict[str, Any], name: str) -> Iterator[tuple[dict[str, Any], str]]:
        for index, item in enumerate(self.value(data, name, list) if name in data or name == "spans" else []):
            if not isinstance(item, dict):
                raise self.wrong(f"{name}[{index}]", "must be an object")
            yield item, f"{name}[{index}]."

    def span(self, item: dict[str, Any], text: str, path: str) -> GoldSpan:
        start, end = self.value(item, "start", int, path), self.value(item, "end", int, path)
        if not 0 <= start < end <= len(text):
            raise self.wrong(f"{path}end", f"{start}-{end} does not lie within the text of {len(text)} characters")
        if self.optional(item, "text", str, path) not in {None, text[start:end]}:
            raise self.wrong(f"{path}text", f"is {item['text']!r}, but the article has {text[start:end]!r} there")
        label = self.choice(item, "label", LABELS, path)
        return GoldSpan(Span(start, end), label, self.optional(item, "link", str, path) or "")

    def meeting(self, item: dict[str, Any], text: str, path: str) -> GoldMeeting:
        participants = self.value(item, "participants", list, path)
        if not participants or not all(isinstance(name, str) and name for name in participants):
            raise self.wrong(f"{path}participants", "must name at least one participant")
        return GoldMeeting(
            participants=tuple(participants),
            kind=self.choice(item, "kind", KINDS, path),
            status=self.choice(item, "status", STATUSES, path),
            date=self.optional(item, "date", str, path) or "",
            place=self.optional(item, "place", str, path) or "",
            duration=self.optional(item, "duration", int, path),
            evidence=_evidence(item.get("evidence"), text),
        )

    def statement(self, item: dict[str, Any], text: str, path: str) -> GoldStatement:
        return GoldStatement(
            speaker=self.optional(item, "speaker", str, path) or "",
            quotes=self.places(item, text, path),
            direct=self.value(item, "direct", bool, path),
        )

    def places(self, item: dict[str, Any], text: str, path: str) -> tuple[Span, ...]:
        quote = item.get("quote")
        if isinstance(quote, list) and len(quote) == 2 and all(isinstance(place, int) for place in quote):
            if not 0 <= quote[0] < quote[1] <= len(text):
                raise self.wrong(f"{path}quote", f"{quote} does not lie within the text of {len(text)} characters")
            return (Span(*quote),)
        words: str = self.value(item, "quote", str, path).strip()
        found = tuple(Span(match.start(), match.end()) for match in re.finditer(re.escape(words), text))
        if not words or not found:
            raise self.wrong(f"{path}quote", f"does not stand in the text: {words!r}")
        return found


def _linked(data: dict[str, Any]) -> set[str]:
    """`links` where some span has the key, or there is no span that could."""
    spans = data["spans"]
    return {"links"} if not spans or any("link" in item for item in spans) else set()


def _evidence(found: object, text: str) -> tuple[Span, ...]:
    """Where the words stand that tell of a meeting; they are shown, not measured: what is not found is left out."""
    spans: list[Span] = []
    for item in found if isinstance(found, list) else []:
        if isinstance(item, str) and item and (start := text.find(item)) >= 0:
            spans.append(Span(start, start + len(item)))
        elif isinstance(item, list) and len(item) == 2 and all(isinstance(place, int) for place in item):
            spans.append(Span(*item))
    return tuple(spans)
