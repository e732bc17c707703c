"""What each part of an article is for: metadata, headline, dateline, body, sub-headings, caption, by-line, credits."""

from collections.abc import Iterator

from spacy.tokens import Doc

from articles.nlp.components.zones.patterns import (
    BYLINE,
    CAPTION,
    CAPTION_DATE,
    CONTRIBUTED,
    CREDITS,
    ENDS_SENTENCE,
    ENTRY,
    LETTER,
    LINE,
    LONE_NAME,
    OFFICE,
    PROSE,
    QUOTED_CAPITALS,
    SIGN_OFF,
)
from articles.nlp.dateline import find_dateline, metadata_prefix
from articles.nlp.doc_text import text_of
from articles.nlp.offsets import trimmed
from articles.nlp.types import DatelineRecord, Draft, Span, ZoneRecord

#: Longer lines are paragraphs even without a final point.
HEADING_LENGTH = 110
#: A by-line or credits stand in the last lines; names elsewhere are names.
TAIL_LINES = 3


class ZonesComponent:
    """Writes `draft.zones` and `draft.dateline`."""

    def __call__(self, doc: Doc) -> Doc:
        draft: Draft = doc._.draft
        text = text_of(doc)
        draft.dateline = find_dateline(text, reference=draft.date)
        draft.zones = sorted(find_zones(text, draft.dateline), key=lambda zone: zone.span)
        return doc


def find_zones(text: str, dateline: DatelineRecord | None) -> Iterator[ZoneRecord]:
    """The zones of a text; every filled line is in one."""
    prefix = metadata_prefix(text)
    if prefix is not None:
        yield ZoneRecord(prefix[0], "metadata")
    lines = _lines(text, prefix[0].end if prefix else 0)
    for number, line in enumerate(lines):
        if dateline is not None and line.overlaps(dateline.span):
            yield from _dateline_zones(text, line, dateline)
        else:
            yield ZoneRecord(line, _kind(text, lines, number, dateline))


def _lines(text: str, start: int) -> list[Span]:
    spans = (trimmed(text, found.start(), found.end()) for found in LINE.finditer(text, start))
    return [span for span in spans if span is not None]


def _dateline_zones(text: str, line: Span, dateline: DatelineRecord) -> Iterator[ZoneRecord]:
    if BYLINE.match(text, line.start, line.end):
        yield ZoneRecord(line, "byline")
        return
    yield ZoneRecord(dateline.span, "dateline")
    rest = trimmed(text, dateline.span.end, line.end)
    if rest is not None:
        yield ZoneRecord(rest, "body")


def _kind(text: str, lines: list[Span], number: int, dateline: DatelineRecord | None) -> str:
    line = lines[number]
    words = text[line.start : line.end]
    last = number >= len(lines) - TAIL_LINES and number > 0
    if _is_credits(words, last):
        return "credits"
    if BYLINE.match(words) or (last and _is_signature(words)):
        return "byline"
    if number == 0 and len(lines) > 1 and _heading(words):
        return "headline"
    if CAPTION.search(words) and CAPTION_DATE.search(words):
        return "caption"
    if _heading(words) and number < len(lines) - 1 and (dateline is None or line.start > dateline.span.end):
        return "subheading"
    return "body"


def _is_credits(words: str, last: bool) -> bool:
    """Names of those who made the article; a sentence that happens to begin with `Avec` is none."""
    if last and (SIGN_OFF.fullmatch(words) or CONTRIBUTED.search(words)):
        return True
    if CREDITS.match(words) is None:
        return False
    return words.startswith("(") or (last and PROSE.search(words) is None)


def _is_signature(words: str) -> bool:
    return not words.isupper() and OFFICE.match(words) is None and LONE_NAME.fullmatch(words) is not None


def _heading(words: str) -> bool:
    if len(words) > HEADING_LENGTH or ENTRY.match(words) or not LETTER.search(words):
        return False
    return ENDS_SENTENCE.search(words) is None or QUOTED_CAPITALS.match(words) is not None
