"""Who holds which office of state, for people whom an article names without saying what they are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from articles.nlp.lexicons import fold, rows

#: Somebody is still called by an office for so many months after it ended.
GRACE = 2
FEMININE = ("présidente", "première", "chancelière", "cheffe", "directrice", "vice-présidente", "reine")


@dataclass(frozen=True, slots=True)
class Leader:
    """Months are counted from the year 0; `until` is open for who is in office; `id` is that of the vocabulary."""

    id: str
    title: str
    country: str
    since: int
    until: int | None

    def holds(self, day: date) -> bool:
        month = day.year * 12 + day.month
        return self.since <= month and (self.until is None or month <= self.until + GRACE)

    def surely_holds(self, day: date) -> bool:
        """Whether the office is held that whole month: of the first and the last, the vocabulary knows no day."""
        month = day.year * 12 + day.month
        return self.since < month and (self.until is None or month < self.until)

    def has_begun(self, day: date) -> bool:
        return self.since <= day.year * 12 + day.month

    @property
    def is_woman(self) -> bool:
        return self.title.lower().startswith(FEMININE)


@cache
def _leaders() -> dict[str, tuple[Leader, ...]]:
    """Folded name to the offices of whoever bears it."""
    found: defaultdict[str, tuple[Leader, ...]] = defaultdict(tuple)
    for row in rows("leaders"):
        leader = _leader(row)
        for name in {fold(name) for name in (row["name"], *row["forms"].split("|")) if name}:
            found[name] += (leader,)
    return dict(found)


@cache
def _names() -> dict[str, str]:
    """Every folded form to the name that the vocabulary gives whoever bears it."""
    return {
        fold(form): row["name"] for row in rows("leaders") for form in (row["name"], *row["forms"].split("|")) if form
    }


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody of the vocabulary: full names in all spellings, surnames that mean nobody else, and every office."""

    names: frozenset[str]
    alone: frozenset[str]
    offices: tuple[Leader, ...]


@cache
def bearers() -> tuple[Bearer, ...]:
    """Everybody in the vocabulary, the offices of each in the order they were held."""
    told: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows("leaders"):
        told[row["name"]].append(row)
    return tuple(
        Bearer(
            frozenset({name, *(form for row in same for form in row["forms"].split("|") if " " in form)}),
            frozenset(form for row in same for form in row["alone"].split("|") if form),
            tuple(sorted(map(_leader, same), key=lambda leader: leader.since)),
        )
        for name, same in told.items()
    )


def known_as(names: Iterable[str]) -> str:
    """The name in the vocabulary of whoever is called by one of those; empty where nobody is."""
    return next((found for name in names if (found := _names().get(fold(name), ""))), "")


def _leader(row: dict[str, str]) -> Leader:
    return Leader(row["id"], row["title"], row["country"], _months(row["since"]), _until(row["until"]))


def _months(written: str) -> int:
    year, month = written.split("-")
    return int(year) * 12 + int(month)


def _until(written: str) -> int | None:
    return _months(written) if written else None


def offices_of(names: Iterable[str]) -> Iterator[Leader]:
    """Every office in the vocabulary of whoever bears one of the names."""
    for leaders in {fold(name): _leaders().get(fold(name), ()) for name in names}.values():
        yield from leaders
