"""What an article's record leaves out: its date, its source and its title, found in the text."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.enums import DateOrigin
from articles.importers.base import RawArticle
from articles.nlp.cleaning import clean
from articles.nlp.dateline import find_dateline, metadata_prefix
from articles.nlp.types import DatelineRecord, Span

EARLIEST = date(1800, 1, 1)
#: A date further ahead than this is a slip.
DAYS_AHEAD = 366
LONGEST_TITLE = 500
#: A title made of a sentence is cut here, at a blank.
SHORT_TITLE = 120
#: A first line up to this length without a full stop, with text below it, is a headline.
HEADLINE = 160
BYLINE = re.compile(r"(par|de notre|propos recueillis)\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=\w{3}[.!?…»])\s+(?=[^a-zà-ÿ])")
LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the options of an import say about every record that is silent."""

    source: str = ""
    language: str = "fr"
    day: date | None = None


class BadDateError(ValueError):
    """The date found cannot be that of an article."""


def read_dateline(raw: RawArticle) -> DatelineRecord | None:
    """The dateline as it reads, without entities or odd blanks; its span is one of the text as it came."""
    view = clean(raw.text)
    found = find_dateline(view.text, reference=raw.file_date or timezone.localdate())
    return replace(found, span=Span(*view.to_stored(found.span.start, found.span.end))) if found else None


def published_on(raw: RawArticle, dateline: DatelineRecord | None, defaults: Defaults) -> tuple[date, DateOrigin]:
    """The article's date: from the record, the option, the dateline with the metadata's year, the file."""
    candidates = (
        (raw.published_on, DateOrigin.RECORD),
        (defaults.day, DateOrigin.OPTION),
        (dateline.date if dateline else None, DateOrigin.DATELINE),
        (month_of_metadata(raw.text), DateOrigin.DATELINE),
        (raw.file_date, DateOrigin.FILE),
    )
    for day, origin in candidates:
        if day is not None:
            return plausible(day), origin
    return timezone.localdate(), DateOrigin.FILE


def plausible(day: date) -> date:
    latest = timezone.localdate() + timedelta(days=DAYS_AHEAD)
    if not EARLIEST <= day <= latest:
        reason = _("%(day)s is not between %(earliest)s and %(latest)s.")
        raise BadDateError(reason % {"day": day, "earliest": EARLIEST, "latest": latest})
    return day


def month_of_metadata(text: str) -> date | None:
    """The first of the month that a metadata prefix names, where no dateline gives the day."""
    prefix = metadata_prefix(text)
    if prefix is None or prefix[2] is None:
        return None
    _span, year, month = prefix
    if not 1 <= year <= 9999:
        raise BadDateError(_("The metadata gives the year %(year)d.") % {"year": year})
    return date(year, month or 1, 1)


def source_name(raw: RawArticle, dateline: DatelineRecord | None, defaults: Defaults) -> str:
    agency = dateline.agency if dateline else ""
    return (raw.source.strip() or defaults.source or agency or _("Unknown source"))[:200]


def title_of(raw: RawArticle, dateline: DatelineRecord | None) -> str:
    """The record's title, else a headline above the text, else the first sentence; never the dateline."""
    if raw.title.strip():
        return shortened(raw.title, LONGEST_TITLE)
    prefix = metadata_prefix(raw.text)
    start = prefix[0].end if prefix else 0
    headline = headline_at(raw.text, start, dateline)
    if headline:
        return headline
    if dateline is not None:
        start = max(start, dateline.span.end)
    return shortened(SENTENCE_END.split(first_paragraph(raw.text, start), maxsplit=1)[0], SHORT_TITLE)


def headline_at(text: str, start: int, dateline: DatelineRecord | None) -> str:
    first = LINE.search(text, start)
    if first is None or LINE.search(text, first.end()) is None:
        return ""
    line = " ".join(first.group().split())
    holds_dateline = dateline is not None and dateline.span.start < first.end()
    ends_sentence = line.endswith((".", ":", ";", ",")) and not line.endswith("...")
    fits = 3 < len(line) <= HEADLINE and not ends_sentence and not BYLINE.match(line)
    return line if fits and not holds_dateline else ""


def first_paragraph(text: str, start: int) -> str:
    """The first line that is no by-line."""
    for line in LINE.finditer(text, start):
        words = line.group().strip(" \t\u00a0–—-")
        if words and not (BYLINE.match(words) and len(words) < HEADLINE):
            return words
    return text[start:].strip() or text.strip()


def shortened(words: str, limit: int) -> str:
    """The words on one line, cut at a blank where they are too long."""
    line = " ".join(words.split())
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:–—-") + "…"
