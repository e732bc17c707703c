"""Where words begin and end in a text, for selecting them and for moving the boundaries of a mention."""

import re

from articles.nlp.cleaning import clean

#: Letters, digits and combining marks, joined by hyphens; an elided article (« l’ », « qu’ ») is a word of its own.
ELISION = r"(?:[ldjtnmscLDJTNMSC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu)['’]"
LETTERS = r"[\w\u0300-\u036f]+"
WORD = re.compile(rf"{ELISION}(?=\w)|{LETTERS}(?:[-‐‑'’]{LETTERS})*")
#: No word is longer; how far to look around a boundary.
WINDOW = 300


def moved(text: str, start: int, end: int, *, edge: str, step: int) -> tuple[int, int]:
    """The span with one edge (`start` or `end`) one word to the left (-1) or right (1), if there is one."""
    found = words_around(text, start, end)
    if edge == "start":
        starts = [first for first, _last in found if first < end]
        return next_to(starts, start, step), end
    ends = [last for _first, last in found if last > start]
    return start, next_to(ends, end, step)


def words_around(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Words as they read: `Union` is one in `l&rsquo;Union`, `rsquo` is none."""
    view = clean(text)
    low, high = view.to_view(max(0, start - WINDOW), end + WINDOW)
    return [view.to_stored(low + word.start(), low + word.end()) for word in WORD.finditer(view.text[low:high])]


def next_to(places: list[int], here: int, step: int) -> int:
    if step < 0:
        return max((place for place in places if place < here), default=here)
    return min((place for place in places if place > here), default=here)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    span = text[start:end]
    return start + len(span) - len(span.lstrip()), end - len(span) + len(span.rstrip())


def occurrence(text: str, words: str, number: int) -> tuple[int, int] | None:
    """Where the words stand for the `number`-th time; runs of white space in the text count as one space."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    if not pattern:
        return None
    found = list(re.finditer(pattern, text))
    return found[number - 1].span() if 0 < number <= len(found) else None
