"""Finds the names of the vocabularies in a text, whatever its case, accents, hyphens and apostrophes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from articles.nlp.lexicons import Name, fold, names
from articles.nlp.types import Span

WORD = re.compile(r"\d+|[^\W\d_]+(?:\u0301[^\W\d_]*)*")
#: Between two words of one name: a blank, a hyphen, an apostrophe, or an apostrophe and a blank as some sites print.
JOINT = re.compile(r"[ \t\u00a0\u202f]|[-‐‑]|[’'ʼ][ \u00a0]?|\.[ ]?|\+|\Z")
LEADING_ARTICLES = {"l", "le", "la", "les", "the"}
#: Cities stand without an article: `la Douma` votes, `Douma` is bombed.
WITH_ARTICLE = re.compile(r"(?:(?<!\w)(?:l[ea]|du|au)[ \u00a0]|(?<!\w)l[’'])\Z", re.IGNORECASE)
#: The rest of an Arabic name: `Aïn el-Tiné` is not `Ain`.
GOES_ON = re.compile(r"[ \u00a0-](?:[eaAE]l|[eE][srtdzn]|ech|ech-)[-‐‑](?=[^\W\d_])")
#: How many texts' names are kept: the roles, the entities and the links of one article ask in turn.
KEPT_TEXTS = 8


@dataclass(frozen=True, slots=True)
class Found:
    span: Span
    name: Name
    form: str


class Word(NamedTuple):
    start: int
    end: int
    text: str

    @property
    def folded(self) -> str:
        return folded(self.text)


@dataclass(frozen=True, slots=True)
class Entry:
    """One written form of a name: its words folded, and as written."""

    key: tuple[str, ...]
    form: str
    parts: tuple[str, ...]
    name: Name


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    return fold(word)


@lru_cache(maxsize=KEPT_TEXTS)
def split_words(text: str) -> tuple[Word, ...]:
    return tuple(Word(m.start(), m.end(), m.group()) for m in WORD.finditer(text))


@cache
def _index() -> dict[str, dict[str, list[Entry]]]:
    """Forms by their first and second folded word, the second empty where there is none; longest first."""
    found: dict[str, dict[str, list[Entry]]] = {}
    for name in names():
        for form in name.forms:
            parts = tuple(WORD.findall(form))
            key = tuple(fold(part) for part in parts)
            second = key[1] if len(key) > 1 else ""
            found.setdefault(key[0], {}).setdefault(second, []).append(Entry(key, form, parts, name))
    for seconds in found.values():
        for entries in seconds.values():
            entries.sort(key=lambda entry: -len(entry.key))
    return found


@cache
def _lower_openings() -> frozenset[str]:
    """First words that names begin with in lower case, and the articles that may be so, with and without accents."""
    entries = (entry for seconds in _index().values() for same in seconds.values() for entry in same)
    found = {entry.parts[0] for entry in entries if entry.parts[0][0].islower()} | LEADING_ARTICLES
    return frozenset(found | {fold(word) for word in found})


@lru_cache(maxsize=KEPT_TEXTS)
def find_names(text: str) -> tuple[Found, ...]:
    """The longest names from left to right, without overlaps."""
    words = split_words(text)
    lower, firsts = _lower_openings(), _index()
    found: list[Found] = []
    free = 0
    for at, word in enumerate(words):
        if at < free or (word.text[0].islower() and word.text not in lower):
            continue
        seconds = firsts.get(folded(word.text))
        match = _match(text, words, at, seconds) if seconds is not None else None
        if match is not None:
            found.append(match[0])
            free = at + match[1]
    return tuple(found)


@lru_cache(maxsize=KEPT_TEXTS)
def names_at(text: str) -> dict[int, Found]:
    """The names of a text by where they start."""
    return {found.span.start: found for found in find_names(text)}


def _match(text: str, words: tuple[Word, ...], at: int, seconds: dict[str, list[Entry]]) -> tuple[Found, int] | None:
    """The longest form that stands there; of forms that differ in accents only, the one written so."""
    longer = _best(text, words, at, seconds.get(folded(words[at + 1].text), ())) if at + 1 < len(words) else None
    return longer or _best(text, words, at, seconds.get("", ()))


def _best(text: str, words: tuple[Word, ...], at: int, entries: Iterable[Entry]) -> tuple[Found, int] | None:
    best: tuple[Found, int] | None = None
    for entry in entries:
        size = len(entry.key)
        if best is not None and size < best[1]:
            break
        chunk = words[at : at + size]
        if len(chunk) < size or any(folded(w.text) != k for w, k in zip(chunk[2:], entry.key[2:], strict=True)):
            continue
        if not _joined(text, chunk) or not _case_fits(chunk, entry) or GOES_ON.match(text, chunk[-1].end):
            continue
        exact = text[chunk[0].start : chunk[-1].end].casefold() == entry.form.casefold()
        if best is None or exact:
            best = Found(Span(chunk[0].start, chunk[-1].end), entry.name, entry.form), size
        if exact and not (entry.name.kind == "city" and _with_article(text, chunk[0].start)):
            break
    return best


def _with_article(text: str, at: int) -> bool:
    return WITH_ARTICLE.search(text[max(0, at - 4) : at]) is not None


def _joined(text: str, chunk: tuple[Word, ...]) -> bool:
    return len(chunk) == 1 or all(JOINT.fullmatch(text, a.end, b.start) for a, b in pairwise(chunk))


def _case_fits(chunk: tuple[Word, ...], entry: Entry) -> bool:
    """Capitals where the name has them; short acronyms stay whole capitals; `OTAN` may be `Otan`."""
    shouted = all(word.text.isupper() for word in chunk)
    for word, written in zip(chunk, entry.parts, strict=True):
        if written.isdigit():
            continue
        if written.isupper() and len(written) > 1 and not shouted:
            if word.text != written and (len(written) <= 3 or not word.text.istitle()):
                return False
        elif written[0].isupper() and not word.text[0].isupper() and (word is chunk[0] or len(chunk) <= 2):
            first = entry.name.kind == "city" and word.folded in LEADING_ARTICLES
            return first and len(chunk) > 1 and chunk[1].text[0].isupper()
    form = entry.form
    return not (shouted and len(chunk) == 1 and len(form) <= 4 and not form.isupper() and form not in _short_places())


@cache
def _short_places() -> frozenset[str]:
    """Names of at most four letters that stand in capitals in datelines and headlines: `IRAN`, `ROME`, `GAZA`."""
    return frozenset(form for name in names() if name.label in {"GPE", "LOC"} for form in name.forms if len(form) <= 4)
