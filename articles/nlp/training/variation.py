"""Other ways to write a training passage: the recogniser must lean on no newsroom's typography, nor on known names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from articles.nlp.training.passages import Edit, Labelled, Passage, rewrite

#: Blanks that wiki text leaves around links: before a comma or a closing bracket, after an elision or an opening one.
LOOSE_BLANKS = re.compile(r" +(?=[,.)\]](?:\s|$))|(?<=[(\[]) +|(?<=\b[dlDL][’']) +(?=\w)")
APOSTROPHES = {"'": "’", "’": "'"}
QUOTES = re.compile(r"« ?|[  ]?»")
VOWELS = "aeiouyàâäéèêëîïôöùûüÿœæ"


@dataclass(frozen=True, slots=True)
class Odds:
    """How often each change is made, from 0 to 1."""

    spacing: float = 0.0
    apostrophes: float = 0.0
    quotes: float = 0.0
    names: float = 0.0
    capitals: float = 0.0


class Varier:
    """Varies passages with its own random numbers: the same seed gives the same passages in the same order."""

    def __init__(self, odds: Odds, names: Mapping[str, Sequence[str]], seed: int) -> None:
        self.odds = odds
        self.names: defaultdict[tuple[str, bool, int], list[str]] = defaultdict(list)
        for label, written in names.items():
            for name in written:
                self.names[(label, *_kind(name))].append(name)
        self.random = Random(seed)  # noqa: S311 -- variety, no secrets

    def vary(self, passage: Passage) -> Passage:
        if self._wants(self.odds.spacing):
            passage = rewrite(passage, tightened(passage))
        if self.odds.names:
            passage = rewrite(passage, list(self._other_names(passage)))
        if self._wants(self.odds.quotes):
            passage = rewrite(passage, straightened(passage))
        if self._wants(self.odds.apostrophes):
            passage = turned(passage)
        if self._wants(self.odds.capitals):
            passage = capitals(passage)
        return passage

    def _wants(self, odds: float) -> bool:
        return self.random.random() < odds

    def _other_names(self, passage: Passage) -> Iterable[Edit]:
        for span in passage.spans:
            name = passage.text[span.start : span.end]
            others = self.names.get((span.label, *_kind(name)))
            if others and self._wants(self.odds.names):
                yield Edit(span.start, span.end, self.random.choice(others))


def _kind(name: str) -> tuple[bool, int]:
    """Names of a kind can stand for each other without breaking an elision or the rhythm of a sentence."""
    return name[:1].lower() in VOWELS, min(name.count(" "), 3)


def names_by_label(passages: Iterable[Passage]) -> dict[str, list[str]]:
    """Each name of the passages once, in order, by label; those not written like a name are left out."""
    found: dict[str, dict[str, None]] = {}
    for passage in passages:
        for span in passage.spans:
            name = passage.text[span.start : span.end]
            if name[:1].isupper():
                found.setdefault(span.label, {})[name] = None
    return {label: list(names) for label, names in found.items()}


def tightened(passage: Passage) -> list[Edit]:
    return [
        Edit(blank.start(), blank.end(), "")
        for blank in LOOSE_BLANKS.finditer(passage.text)
        if not any(_touches(blank.start(), blank.end(), span) for span in passage.spans)
    ]


def straightened(passage: Passage) -> list[Edit]:
    return [
        Edit(quote.start(), quote.end(), '"')
        for quote in QUOTES.finditer(passage.text)
        if not any(_touches(quote.start(), quote.end(), span) for span in passage.spans)
    ]


def _touches(start: int, end: int, span: Labelled) -> bool:
    return start < span.end and span.start < end


def turned(passage: Passage) -> Passage:
    """Straight apostrophes made curly, or curly ones straight."""
    old = "'" if passage.text.count("'") >= passage.text.count("’") else "’"
    return Passage(passage.text.replace(old, APOSTROPHES[old]), passage.spans)


def capitals(passage: Passage) -> Passage:
    """All in capitals, as in headings; left alone where a letter would turn into two."""
    text = passage.text.upper()
    return Passage(text, passage.spans) if len(text) == len(passage.text) else passage
