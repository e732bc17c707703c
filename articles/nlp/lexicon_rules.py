"""What each vocabulary file must hold: every breach with its file, line and field."""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from articles.nlp.lexicons import DATA, LexiconError, fold

README = "README.md"


@dataclass(frozen=True, slots=True)
class Breach:
    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}, {self.field}: {self.message}"


Rule = Callable[[str], str]


def _filled(value: str) -> str:
    return "" if value else "must not be empty"


def _one_of(*values: str) -> Rule:
    return lambda value: "" if value in values else f"{value!r} is none of {', '.join(map(repr, values))}"


def _matches(pattern: str, what: str) -> Rule:
    return lambda value: "" if re.fullmatch(pattern, value) else f"{value!r} is not {what}"


def _folded(value: str) -> str:
    return "" if value == fold(value) else f"{value!r} must be folded: {fold(value)!r}"


COUNTRY = _matches(r"(?:[A-Z]{2})?", "an ISO 3166-1 alpha-2 code or empty")
NEEDS = _one_of("", "context")
SHARE = _matches(r"0(?:\.\d+)?|1(?:\.0+)?", "a number from 0 to 1")
COUNT = _matches(r"\d+", "a whole number")
MEETING = _one_of("call", "in_person", "multilateral", "video", "visit")
CONJUGATED = "ending present presents imperfect future past pasts participle"
#: The columns of the files that need more than an order, and what each value must be.
RULES: dict[str, dict[str, Rule]] = {
    "acting_verbs": {"lemma": _filled},
    "bodies": {"word": _filled},
    "body_stops": {"word": _filled, "kind": _one_of("adjective", "complement", "link", "spelt")},
    "cities": {"name": _filled, "country": _matches(r"[A-Z]{2}", "an ISO 3166-1 alpha-2 code"), "needs": NEEDS},
    "common_words": {"word": _folded},
    "confidence": {"proposals": COUNT, "right": COUNT, "confidence": SHARE},
    "conjugations": dict.fromkeys(CONJUGATED.split(), _filled),
    "countries": {"id": _matches(r"[A-Z]{2}", "an ISO 3166-1 alpha-2 code"), "name": _filled},
    "hosting_verbs": {"lemma": _filled, "sense": _one_of("receives")},
    "meeting_locutions": {"lemma": _filled, "words": _filled, "frame": _filled, "kind": MEETING},
    "meeting_nouns": {"noun": _filled, "kind": MEETING, "frame": _filled},
    "meeting_verbs": {"lemma": _filled, "frame": _filled, "kind": MEETING},
    "not_names": {"word": _folded},
    "organisation_heads": {
        "word": _filled,
        "kind": _one_of("name", "absolute", "press", "small", "seat", "ministry"),
    },
    "organisations": {"name": _filled, "country": COUNTRY, "needs": NEEDS},
    "peoples": {"name": _filled, "adjective": _filled},
    "place_heads": {"word": _filled, "take": _one_of("whole", "always", "joined", "bare")},
    "portfolios": {"word": _filled, "kind": _one_of("noun", "adjective")},
    "regions": {"label": _one_of("GPE", "LOC"), "name": _filled, "country": COUNTRY, "needs": NEEDS},
    "reporting_verbs": {"lemma": _filled, "takes": _filled, "told": _one_of("", "to", "object", "object|to")},
    "roles": {"name": _filled},
    "topic_cues": {
        "cue": _filled,
        "kind": _one_of("verb", "participle", "phrase"),
        "link": _one_of("", "de", "sur", "à"),
    },
}
#: Files whose `lemma` is conjugated.
VERBS = ("acting_verbs", "hosting_verbs", "meeting_locutions", "meeting_verbs", "reporting_verbs")


def breaches(folder: Path = DATA) -> Iterator[Breach]:
    """Every breach of every file of a language's folder, in the order of the files."""
    for name in sorted(RULES):
        if not (folder / f"{name}.csv").is_file():
            yield Breach(f"{name}.csv", 1, "file", "is missing")
    for path in sorted(folder.glob("*.csv")):
        yield from _file_breaches(path)
    yield from _capitals(folder)
    yield from _verbs(folder)


def require_order(folder: Path = DATA) -> None:
    """Raises a `LexiconError` that tells the first breach."""
    breach = next(breaches(folder), None)
    if breach is not None:
        raise LexiconError(str(breach))


def undescribed(folder: Path = DATA) -> list[str]:
    """The files whose source and terms the README beside the folder does not tell."""
    described = (folder.parent / README).read_text(encoding="utf-8")
    return [path.name for path in sorted(folder.glob("*.csv")) if f"{folder.name}/{path.name}`" not in described]


def _file_breaches(path: Path) -> Iterator[Breach]:
    try:
        lines = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    except UnicodeDecodeError as error:
        yield Breach(path.name, 1, "file", f"is not UTF-8: {error}")
        return
    header = lines[0] if lines else []
    missing = [column for column in ("id", *RULES.get(path.stem, {})) if column not in header]
    if missing or header[:1] != ["id"]:
        yield Breach(path.name, 1, "header", f"needs the columns {', '.join(missing or ['id'])}, id first")
        return
    before = ""
    for number, cells in enumerate(lines[1:], start=2):
        yield from _row_breaches(path, number, header, cells, before)
        before = cells[0] if cells else before


def _row_breaches(path: Path, number: int, header: list[str], cells: list[str], before: str) -> Iterator[Breach]:
    if len(cells) != len(header):
        yield Breach(path.name, number, "row", f"has {len(cells)} fields, the header {len(header)}")
        return
    row = dict(zip(header, cells, strict=True))
    if not row["id"] or row["id"] <= before:
        message = "must not be empty" if not row["id"] else f"{row['id']!r} must come after {before!r}, once"
        yield Breach(path.name, number, "id", message)
    for field, value in row.items():
        parts = value.split("|")
        if any(part != part.strip() for part in parts) or (len(parts) > 1 and not all(parts)):
            yield Breach(path.name, number, field, f"{value!r} has stray blanks or an empty form")
        message = RULES.get(path.stem, {}).get(field, _anything)(value)
        if message:
            yield Breach(path.name, number, field, message)


def _anything(value: str) -> str:
    return ""


def _capitals(folder: Path) -> Iterator[Breach]:
    """A country's capitals are among the cities."""
    cities, countries = folder / "cities.csv", folder / "countries.csv"
    if not (cities.is_file() and countries.is_file()):
        return
    known = {line.split(",", 1)[0] for line in _lines(cities)}
    for number, row in enumerate(csv.DictReader(_lines(countries)), start=2):
        for city in (row.get("capital") or "").split("|"):
            if city and city not in known:
                yield Breach("countries.csv", number, "capital", f"{city!r} is no id of cities.csv")


def _verbs(folder: Path) -> Iterator[Breach]:
    """A verb ends like one whose forms are known."""
    models = folder / "conjugations.csv"
    if not models.is_file():
        return
    endings = tuple(row["ending"] for row in csv.DictReader(_lines(models)) if row.get("ending"))
    for name in VERBS:
        path = folder / f"{name}.csv"
        for number, row in enumerate(csv.DictReader(_lines(path)) if path.is_file() else (), start=2):
            if not (row.get("lemma") or "").endswith(endings):
                yield Breach(path.name, number, "lemma", f"{row.get('lemma')!r} ends like none of conjugations.csv")


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").splitlines()
