"""The words of a search that are a date: `Blinken novembre 2023` asks for Blinken in a period.

French and English are read alike, whatever the language of the page. Only plain words are: nothing in quotation marks,
excluded, exact or between alternatives. Where two dates stand apart, neither is taken for the period.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.conf import settings
from django.utils import timezone
from django.utils.dates import MONTHS, MONTHS_3, MONTHS_AP
from django.utils.translation import override

from articles.date_values import day_range, value_of
from articles.search.parsing import EITHER, ELIDED, ITEM
from articles.validators import name_key

#: No article is older; and a year further ahead than the next is rather part of a name: `Agenda 2030`.
OLDEST, AHEAD = 1900, 1
#: A number behind one of these is a number.
NUMBERING = (
    r"(?<!\bresolution )(?<!\bresolutions )(?<!\bloi )(?<!\blaw )(?<!\bagenda )(?<!\bno )(?<!\bnumero )(?<!\bnumber )"
)
#: What leads into a date goes with it.
LEADING = r"(?:(?:en|in|le|on|the|du|de|d|of|au|mois|month|annee|year|courant|during|pendant|from|entre|between) )*"
JOINED = r" (?:a|au|et|to|and|until|jusqu en|jusqu au) "
ONE = (
    r"(?:(?P<iso{n}>\d{{4}}-\d\d?(?:-\d\d?)?)|(?P<figures{n}>(?:\d\d?[/.])?\d\d?[/.]\d{{4}})"
    r"|(?:(?:(?P<day{n}>\d\d?)(?:er|st|nd|rd|th)? (?:of )?)?(?P<month{n}>{months})"
    r"(?: (?P<late{n}>\d\d?)(?:st|nd|rd|th)?(?= \d{{4}}\b))?(?: (?P<year{n}>\d{{4}}))?)"
    r"|(?P<only{n}>\d{{4}})|(?P<bare{n}>\d\d?)(?:er|st|nd|rd|th)?)"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A search with a period in its words: the `words` that tell it, what is left of the text, and the days."""

    words: str
    rest: str
    #: The text with those words as a phrase, which is looked for as it stands.
    literally: str
    start: date
    end: date

    @property
    def ends(self) -> tuple[str, str]:
        """The period as two values of a date, as short as they can be told."""
        whole = value_of(self.start, self.end)
        return (whole, whole) if "/" not in whole else (self.start.isoformat(), self.end.isoformat())


@dataclass(frozen=True, slots=True)
class Word:
    key: str
    start: int
    end: int


def dated(text: str) -> Dated | None:
    """The one period that the plain words of a text tell, if they do."""
    found = [each for run in runs(text) for each in dates_in(run)]
    if len(found) != 1:
        return None
    place, (start, end) = found[0]
    words, date_itself = (text[first : place.end].rstrip(",") for first in (place.start, place.core))
    rest = " ".join(f"{text[: place.start]} {text[place.end :]}".split()).strip(" ,")
    literally = " ".join(f"{text[: place.core]}“{date_itself}”{text[place.end :]}".split())
    return Dated(words, rest, literally, start, end)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a date stands in the text, and where it begins without what leads into it."""

    start: int
    core: int
    end: int


def runs(text: str) -> Iterator[list[Word]]:
    """Plain words beside each other; of a search with alternatives none."""
    items = [item for item in ITEM.finditer(text) if item["phrase"] or item["word"]]
    if any(EITHER.fullmatch(item.group()) for item in items):
        return
    run: list[Word] = []
    for item in items:
        if item["sign"] or item["exact"] or not item["word"]:
            yield run
            run = []
        else:
            run.append(Word(key_of(item["word"]), *item.span("word")))
    yield run


def key_of(word: str) -> str:
    """Dates in figures keep their signs; of two years with a dash between, the dash is a word."""
    bare = word.strip(",.;:()")
    if re.fullmatch(r"\d+(?:[-/.]\d+)+", bare):
        return f"{bare[:4]} a {bare[5:]}" if re.fullmatch(r"\d{4}[-/]\d{4}", bare) else bare
    if bare in {"-", "–", "—"}:
        return "a"
    return name_key(ELIDED.sub(lambda elided: f"{elided.group()} ", bare.replace("–", " a "), count=1))


def dates_in(run: list[Word]) -> Iterator[tuple[Place, tuple[date, date]]]:
    """Where each date stands, and its days."""
    line, places = "", []
    for word in run:
        places.append((len(line), word))
        line += word.key + " "
    for found in grammar().finditer(line):
        days = days_of(found)
        if days:
            inside = [(at, word) for at, word in places if found.start() <= at < found.end()]
            core = next(word for at, word in inside if at + len(word.key) > found.start("core"))
            yield Place(inside[0][1].start, core.start, inside[-1][1].end), days


@cache
def grammar() -> re.Pattern[str]:
    months = "|".join(sorted(month_numbers(), key=len, reverse=True))
    first, last = ONE.format(n=1, months=months), ONE.format(n=2, months=months)
    return re.compile(rf"\b{NUMBERING}{LEADING}(?P<core>{first})(?:{JOINED}{last})?(?= )")


@cache
def month_numbers() -> dict[str, int]:
    """Names of months and their abbreviations in every language of the desk; what may be two months is neither."""
    found: dict[str, set[int]] = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            for names in (MONTHS, MONTHS_3, MONTHS_AP):
                for number, name in names.items():
                    found.setdefault(name_key(str(name)), set()).add(int(number))
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1 and len(name) > 2}


def days_of(found: re.Match[str]) -> tuple[date, date] | None:
    """From the first day to the last; nothing where it is no date, or one that no article can be of."""
    last = value_told(found, 2, None)
    first = value_told(found, 1, last)
    values = [value for value in (first, last) if value]
    if first is None or (last is None and joined(found)):
        return None
    try:
        start, end = day_range("/".join(values))
    except ValueError:
        return None
    return (start, end) if start.year >= OLDEST and end.year <= timezone.localdate().year + AHEAD else None


def joined(found: re.Match[str]) -> bool:
    return any(found[f"{name}2"] for name in ("iso", "figures", "month", "only", "bare"))


def value_told(found: re.Match[str], number: int, later: str | None) -> str | None:
    """The value of one date; what it leaves out, the later one says."""
    part = {
        name: found[f"{name}{number}"] for name in ("iso", "figures", "day", "month", "late", "year", "only", "bare")
    }
    if part["iso"]:
        return "-".join(f"{int(each):02}" for each in part["iso"].split("-"))
    if part["figures"]:
        return "-".join(f"{int(each):02}" for each in re.split("[/.]", part["figures"])[::-1])
    known = (later or "").split("-")
    if part["only"]:
        return str(part["only"])
    year = part["year"] or known[0]
    if not year:
        return None
    if part["month"]:
        day = part["day"] or part["late"]
        return f"{year}-{month_numbers()[part['month']]:02}" + (f"-{int(day):02}" if day else "")
    return f"{year}-{known[1]}-{int(part['bare']):02}" if len(known) == 3 else None
