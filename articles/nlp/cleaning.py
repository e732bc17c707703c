"""The reading view of a stored text: its dirt put right, every offset mapped back."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from articles.nlp import cleaning_patterns as dirt
from articles.nlp.legible import readings
from articles.nlp.offsets import trimmed
from articles.nlp.types import Span

#: Start and end in the text at hand, and the characters to stand there instead.
Edit = tuple[int, int, str]
#: Dirt within dirt, such as a wrong decoding of an entity, takes a round each; nobody nests deeper.
ROUNDS = 8


@dataclass(frozen=True, slots=True)
class View:
    """A text as the pipeline reads it.

    `starts` and `ends` hold for each of its characters the bounds of what it was read from in the stored text;
    both are missing where every character stands where it stood. `masked` are passages of the view that nothing
    may be proposed in.
    """

    text: str
    stored: str
    starts: list[int] | None = None
    ends: list[int] | None = None
    masked: tuple[Span, ...] = ()

    @property
    def is_stored(self) -> bool:
        """Whether the stored text is read as it is."""
        return self.text is self.stored

    def to_stored(self, start: int, end: int) -> tuple[int, int]:
        """The stored characters that a span of the view was read from, without white space at the ends.

        An entity or a letter with its accent is taken whole; a span of nothing but white space comes out empty.
        """
        read = trimmed(self.text, start, end)
        if read is None:
            at = self.bounds(max(start, 0))[0]
            return at, at
        first, last = self.bounds(read.start)[0], self.bounds(read.end - 1)[1]
        span = trimmed(self.stored, first, last)
        return (span.start, span.end) if span else (first, first)

    def bounds(self, at: int) -> tuple[int, int]:
        """Start and end of what one character of the view was read from."""
        if at >= len(self.text):
            return len(self.stored), len(self.stored)
        return (at, at + 1) if self.starts is None or self.ends is None else (self.starts[at], self.ends[at])

    def to_view(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the view that were read from a span of the stored text, or from a part of it."""
        start = min(max(start, 0), len(self.stored))
        end = min(max(start, end), len(self.stored))
        if self.starts is None or self.ends is None:
            return start, end
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.starts, end))

    def is_masked(self, start: int, end: int) -> bool:
        """Whether a span of the view touches a passage that nothing may be proposed in."""
        at = bisect_right(self.masked, start, key=lambda span: span.end)
        return at < len(self.masked) and self.masked[at].start < end


def clean(text: str) -> View:
    """The reading view; of a text without dirt the text itself, at the cost of one search."""
    if not any(pattern.search(text) for pattern in dirt.SUSPECT):
        return View(text, text)
    reading = Reading(text)
    for _round in range(ROUNDS):
        before = reading.text
        for step in STEPS:
            step(reading)
        if reading.text == before:
            break
    return reading.view()


class Reading:
    """A view in the making."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.stored = text
        self.starts: list[int] | None = None
        self.ends: list[int] | None = None
        self.masked: list[tuple[int, int]] = []

    def rewrite(self, edits: Iterable[Edit]) -> None:
        """Apply edits that come in order and do not overlap; what an edit writes was read from all it replaces."""
        changes = list(edits)
        if not changes:
            return
        if any(not len(new) == end - start == 1 for start, end, new in changes):
            self._move(changes)
        parts: list[str] = []
        at = 0
        for start, end, new in changes:
            parts += (self.text[at:start], new)
            at = end
        self.text = "".join([*parts, self.text[at:]])

    def _move(self, edits: list[Edit]) -> None:
        length = len(self.text)
        starts = list(range(length)) if self.starts is None else self.starts
        ends = list(range(1, length + 1)) if self.ends is None else self.ends
        moved_starts: list[int] = []
        moved_ends: list[int] = []
        at = 0
        for start, end, new in edits:
            moved_starts += starts[at:start]
            moved_ends += ends[at:start]
            first = starts[start] if start < length else len(self.stored)
            last = ends[end - 1] if start < end else first
            # Both letters of a ligature are read from all that either of them is.
            for letter in range(len(moved_starts) - 1, -1, -1):
                if start == end or moved_starts[letter] != first or moved_ends[letter] == first:
                    break
                moved_ends[letter] = max(moved_ends[letter], last)
            moved_starts += [first] * len(new)
            moved_ends += [last] * len(new)
            at = end
        self.starts, self.ends = moved_starts + starts[at:], moved_ends + ends[at:]

    def mask(self, start: int, end: int) -> None:
        """Close a passage to proposals; kept by its place in the stored text, as later edits may move it."""
        view = View(self.text, self.stored, self.starts, self.ends)
        self.masked.append((view.bounds(start)[0], view.bounds(end - 1)[1]))

    def view(self) -> View:
        if self.text == self.stored:
            return View(self.stored, self.stored)
        unmasked = View(self.text, self.stored, self.starts, self.ends)
        masked: list[Span] = []
        for span in sorted(Span(*unmasked.to_view(*found)) for found in self.masked):
            last = masked.pop() if masked and span.start <= masked[-1].end else span
            masked.append(Span(last.start, max(last.end, span.end)))
        return replace(unmasked, masked=tuple(masked))

    def substitute(self, pattern: re.Pattern[str], meaning: Callable[[str], str]) -> None:
        self.rewrite((found.start(), found.end(), meaning(found[0])) for found in pattern.finditer(self.text))


def decode(reading: Reading) -> None:
    """Entity references and letters read with the wrong table."""
    reading.rewrite(readings(reading.text))


def drop_tags(reading: Reading) -> None:
    """A tag that ends a line is read as a line break."""
    if "<" in reading.text:
        found = dirt.TAG.finditer(reading.text)
        reading.rewrite((tag.start(), tag.end(), "\n" if tag["line"] else "") for tag in found)


def level_letters(reading: Reading) -> None:
    """One code point, the usual one, for each letter and blank."""
    reading.substitute(dirt.STYLED, lambda letter: unicodedata.normalize("NFKC", letter))
    reading.substitute(dirt.UNSEEN, lambda _: "")
    reading.rewrite(composed(reading.text))
    reading.rewrite(lookalikes(reading.text))
    reading.substitute(dirt.BLANK, lambda _: " ")
    reading.substitute(dirt.LONG_LINE, lambda _: " ")
    reading.substitute(dirt.SPACES, lambda _: " ")
    reading.substitute(dirt.LOOSE_STOP, lambda _: "")


def composed(text: str) -> Iterator[Edit]:
    for found in dirt.ACCENTS.finditer(text):
        start = found.start() - 1
        if (
            start >= 0
            and (letter := unicodedata.normalize("NFC", text[start : found.end()])) != text[start : found.end()]
        ):
            yield start, found.end(), letter


def lookalikes(text: str) -> Iterator[Edit]:
    """Letters of another script that stand in a word for Latin ones; the word has no other such letters."""
    for found in dirt.LOOKALIKE.finditer(text):
        start, end = found.span()
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        if not dirt.OTHER.match(before) and (dirt.LATIN.match(before) or dirt.LATIN.match(after)):
            yield from ((at, at + 1, text[at].translate(dirt.LOOKALIKES)) for at in range(start, end))


def mend_marks(reading: Reading) -> None:
    """Apostrophes and quotation marks."""
    reading.substitute(dirt.WRONG_APOSTROPHE, lambda _: "’")
    reading.rewrite(lost_apostrophes(reading.text))
    reading.rewrite(loose_apostrophes(reading.text))
    reading.rewrite(doubled_marks(reading.text))
    reading.rewrite(lost_quotes(reading.text))


def lost_apostrophes(text: str) -> Iterator[Edit]:
    """Where a vowel follows an article or a pronoun that has lost its own."""
    for found in dirt.LOST_APOSTROPHE.finditer(text):
        if elided(text, found.start()) and not in_address(text, found.start()):
            yield found.start(), found.end(), "’"


def elided(text: str, end: int) -> bool:
    return dirt.ELIDED.search(text[max(0, end - dirt.LONGEST_ELIDED) : end]) is not None


def loose_apostrophes(text: str) -> Iterator[Edit]:
    for found in dirt.LOOSE_APOSTROPHE.finditer(text):
        start = found.start() if found["after"] else found.start() - 1
        if elided(text, start):
            yield *(found.span("after") if found["after"] else (start, start + 1)), ""


def doubled_marks(text: str) -> Iterator[Edit]:
    """Two characters of a keyboard that stand for a quotation mark."""
    for found in dirt.DOUBLED_MARK.finditer(text):
        mark = {"`": "“", "<": "«", ">": "»"}.get(found["mark"])
        opening = text[found.start() - 1 : found.start()].strip(" \n(") == "" and text[found.end() :][:1].isalnum()
        yield found.start(), found.end(), mark or ("“" if opening else "”")


def lost_quotes(text: str) -> Iterator[Edit]:
    for found in dirt.LOST_QUOTES.finditer(text):
        yield found.start(), found.start() + 1, "“"
        yield found.end() - 1, found.end(), "”"


def part_sentences(reading: Reading) -> None:
    """A blank where a sentence begins at the point of the one before."""
    ends = (found.end() for found in dirt.GLUED.finditer(reading.text))
    reading.rewrite([(end, end, " ") for end in ends if not in_address(reading.text, end)])


def in_address(text: str, at: int) -> bool:
    """Whether the characters around, up to the next blanks, are an address of the net."""
    before = text[max(0, at - dirt.LONGEST_ADDRESS) : at]
    after = text[at : at + dirt.LONGEST_ADDRESS]
    word = (before.split()[-1:] if before[-1:].strip() else []) + (after.split()[:1] if after[:1].strip() else [])
    return dirt.ADDRESS.search("".join(word)) is not None


def mask(reading: Reading) -> None:
    """What is no name gives way, one for one, to what cannot be read as one: other scripts, addresses, hashtags."""
    veil(
        reading, (found.span() for found in dirt.PASSAGE.finditer(reading.text) if not dirt.SYMBOL.fullmatch(found[0]))
    )
    if dirt.LINK_SIGN.search(reading.text):
        veil(reading, (found.span() for found in dirt.LINK.finditer(reading.text)))
    if "#" in reading.text or "@" in reading.text:
        veil(reading, (found.span("tags") for found in dirt.HASHTAGS.finditer(reading.text)))


def veil(reading: Reading, passages: Iterable[tuple[int, int]]) -> None:
    edits: list[Edit] = []
    for start, end in passages:
        reading.mask(start, end)
        edits += ((at, at + 1, dirt.PLACEHOLDER) for at in range(start, end) if is_letter(reading.text[at]))
    reading.rewrite(edits)


def is_letter(char: str) -> bool:
    """A letter, a figure or an accent on one."""
    return char.isalnum() or unicodedata.category(char)[0] == "M"


STEPS = (decode, drop_tags, level_letters, mend_marks, part_sentences, mask)
