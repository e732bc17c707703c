"""Finds the names of the vocabularies in a text, whatever its case, accents, hyphens and apostrophes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from articles.nlp.lexicons import Name, fold, names
from articles.nlp.types import Span

WORD = re.compile(r"\d+|[^\W\d_]+(?:\u0301[^\W\d_]*)*")
#: Between two words of one name: a blank, a hyphen, an apostrophe, or an apostrophe and a blank as some sites print.
JOINT = re.compile(r"[ \t\u00a0\u202f]|[-‐‑]|[’'ʼ][ \u00a0]?|\.[ ]?|\Z")
LEADING_ARTICLES = {"l", "le", "la", "les", "the"}


@dataclass(frozen=True, slots=True)
class Found:
    span: Span
    name: Name
    form: str


@dataclass(frozen=True, slots=True)
class Word:
    start: int
    end: int
    text: str
    folded: str


def split_words(text: str) -> list[Word]:
    return [Word(m.start(), m.end(), m.group(), fold(m.group())) for m in WORD.finditer(text)]


@cache
def _index() -> dict[str, list[tuple[tuple[str, ...], str, Name]]]:
    """Names by their first folded word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, Name]]] = {}
    for name in names():
        for form in name.forms:
            key = tuple(fold(m.group()) for m in WORD.finditer(form))
            found.setdefault(key[0], []).append((key, form, name))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def find_names(text: str) -> Iterator[Found]:
    """The longest names from left to right, without overlaps."""
    words = split_words(text)
    index = _index()
    at = 0
    while at < len(words):
        found = _match(text, words, at, index)
        if found is None:
            at += 1
        else:
            yield found[0]
            at += found[1]


def _match(
    text: str, words: list[Word], at: int, index: dict[str, list[tuple[tuple[str, ...], str, Name]]]
) -> tuple[Found, int] | None:
    for key, form, name in index.get(words[at].folded, ()):
        chunk = words[at : at + len(key)]
        if tuple(word.folded for word in chunk) != key or not _joined(text, chunk):
            continue
        if _case_fits(chunk, form, city=name.kind == "city"):
            return Found(Span(chunk[0].start, chunk[-1].end), name, form), len(key)
    return None


def _joined(text: str, chunk: list[Word]) -> bool:
    return all(JOINT.fullmatch(text[a.end : b.start]) for a, b in pairwise(chunk))


def _case_fits(chunk: list[Word], form: str, *, city: bool) -> bool:
    """Capitals where the name has them; short acronyms stay whole capitals; `OTAN` may be `Otan`."""
    shouted = all(word.text.isupper() for word in chunk)
    for word, written in zip(chunk, WORD.findall(form), strict=True):
        if written.isdigit():
            continue
        if written.isupper() and len(written) > 1 and not shouted:
            if len(written) <= 3 or not (word.text.istitle() or word.text == written):
                return False
        elif written[0].isupper() and not word.text[0].isupper() and (word is chunk[0] or len(chunk) <= 2):
            return city and word.folded in LEADING_ARTICLES and len(chunk) > 1 and chunk[1].text[0].isupper()
    return not (shouted and len(chunk) == 1 and len(form) <= 4 and not form.isupper() and form not in SHORT)


#: Short names that stand in capitals in datelines and headlines.
SHORT = {
    "Iran",
    "Irak",
    "Inde",
    "Mali",
    "Oman",
    "Togo",
    "Cuba",
    "Rome",
    "Kiev",
    "Doha",
    "Riga",
    "Oslo",
    "Bonn",
    "Alep",
    "Lima",
    "Bari",
    "Fès",
    "Gaza",
    "Laos",
    "Fidji",
    "Niger",
}
