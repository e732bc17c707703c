"""Dates and their values, read from left to right: `la veille` counts from the day last told."""

import re
from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc

from articles.nlp.calendar_fr import month_number, safe_date
from articles.nlp.components.dates.patterns import (
    BEFORE_YEAR,
    COUNTED,
    FUTURE_CUE,
    NOT_A_YEAR,
    OF,
    PAST_CUE,
    PATTERNS,
)
from articles.nlp.components.dates.readers import READERS, Told, read_day
from articles.nlp.components.dates.tense import tense_at
from articles.nlp.components.dates.values import DAY, iso
from articles.nlp.offsets import without_overlaps
from articles.nlp.types import Draft, MentionRecord, Span

ORIGIN = "newsdesk_dates"
#: How far to the left of a match its cue words are looked for.
WINDOW = 60
SHIFTS = {"before_yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "after_tomorrow": 2}
TOLD_SHIFTS = {"eve2": -2, "eve": -1, "morrow": 1, "morrow2": 2}


class DatesComponent:
    """Adds DATE mentions."""

    def __call__(self, doc: Doc) -> Doc:
        draft: Draft = doc._.draft
        draft.mentions = without_overlaps([*draft.mentions, *self.find(doc, draft)])
        return doc

    def find(self, doc: Doc, draft: Draft) -> Iterator[MentionRecord]:
        text = doc.text
        told = Told(draft.date, draft.date)
        metadata = next((zone.span for zone in draft.zones if zone.kind == "metadata"), Span(0, 0))
        for kind, match in scan(text, metadata.end):
            told.anchor = _section_year(text, kind, match, draft) or told.anchor
            if kind == "range" and not _consecutive(match):
                yield from self._two_days(match, told, doc)
                continue
            value = self._known_value(kind, match, told, doc)
            if value:
                _tell(told, kind, value)
                yield MentionRecord(
                    Span(match.start(), match.end()), "DATE", value=value, confidence=0.9, origin=ORIGIN
                )

    def _known_value(self, kind: str, match: re.Match[str], told: Told, doc: Doc) -> str:
        """Nothing where the calendar ends before the day."""
        try:
            return self._value(kind, match, told, doc)
        except (OverflowError, ValueError):
            return ""

    def _value(self, kind: str, match: re.Match[str], told: Told, doc: Doc) -> str:
        if kind in SHIFTS:
            return iso(told.article + DAY * SHIFTS[kind])
        if kind in TOLD_SHIFTS:
            return iso(told.last + DAY * TOLD_SHIFTS[kind])
        tense = _tense(doc, match)
        return READERS[kind]({k: v or "" for k, v in match.groupdict().items()}, told, tense)

    def _two_days(self, match: re.Match[str], told: Told, doc: Doc) -> Iterator[MentionRecord]:
        """`les 3 et 9 juin`: two days that do not follow each other are two dates."""
        groups = {k: v or "" for k, v in match.groupdict().items()}
        tense = _tense(doc, match)
        for first, last in (("d1", "d1"), ("d2", None)):
            day = {"d": groups[first], "m": groups["m2"], "y": groups["y2"], "w": "", "rel": ""}
            value = read_day(day, told, tense)
            end = match.end(last) if last else match.end()
            if value:
                yield MentionRecord(Span(match.start(first), end), "DATE", value=value, confidence=0.9, origin=ORIGIN)


COMBINED = re.compile(
    r"\d|\b(?:lun|mar|mer|jeu|ven|sam|dim|jan|f[ée]v|avr|mai|mi-|jui|ao|sep|oct|nov|d[ée]c"
    r"|auj|ce|hie|dem|ava|apr|vei|len|sur|sem|wee|fin|déb|moi|an|pre|deu|sec|tro|qua)",
    re.IGNORECASE,
)


def scan(text: str, start: int) -> Iterator[tuple[str, re.Match[str]]]:
    """Every date expression in order, the first pattern that fits at a place."""
    at = start
    while (candidate := COMBINED.search(text, at)) is not None:
        at = candidate.start()
        found = next(
            ((kind, m) for kind, pattern in PATTERNS if (m := pattern.match(text, at)) and _stands(kind, m)), None
        )
        if found is None:
            at = _next_place(text, candidate)
        else:
            yield found
            at = found[1].end()


def _next_place(text: str, candidate: re.Match[str]) -> int:
    """Past this run of digits or just past this letter."""
    end = candidate.start() + 1
    while text[candidate.start()].isdigit() and end < len(text) and text[end].isdigit():
        end += 1
    return end


def _stands(kind: str, match: re.Match[str]) -> bool:
    """Whether the words around leave the expression a date."""
    text, start, end = match.string, match.start(), match.end()
    before = text[max(0, start - WINDOW) : start]
    if kind == "year":
        return _is_year(text, end, before)
    if kind in TOLD_SHIFTS:
        return OF.match(text, end) is None
    if kind == "month":
        return (
            match["m"][0].islower() or bool(match["y"]) or (match["m"].isupper() is False and _line_start(text, start))
        )
    if kind == "weekend":
        return bool(match["this"] or match["rel"]) or match.group().lower().startswith("fin")
    if kind in {"trimester", "semester"}:
        return True
    return True


def _line_start(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in "\r\n"


def _is_year(text: str, end: int, before: str) -> bool:
    if COUNTED.match(text, end) or text[end : end + 1] in {"-", "/", "’", "'"}:
        return False
    return bool(BEFORE_YEAR.search(before)) or not NOT_A_YEAR.search(before)


def _consecutive(match: re.Match[str]) -> bool:
    if "et" not in match["sep"]:
        return True
    first, second = int(match["d1"].rstrip("er")), int(match["d2"].rstrip("er"))
    return second == first + 1 or bool(match["m1"])


def _section_year(text: str, kind: str, match: re.Match[str], draft: Draft) -> date | None:
    """A dated heading or a paragraph that begins with a full date sets the year for what follows it."""
    line = text.rfind("\n", 0, match.start()) + 1
    opening = text[line : match.start()].strip(' [(«“"\u00a0\r').lower()
    if opening not in {"", "le", "en", "du", "au"} or "y" not in match.re.groupindex or not match["y"]:
        return None
    if draft.dateline is not None and draft.dateline.span.overlaps(Span(match.start(), match.end())):
        return None
    groups = match.groupdict()
    month = month_number(groups["m"]) if groups.get("m") and not groups["m"].isdigit() else int(groups.get("m") or 1)
    day = int((groups.get("d") or "1").rstrip("er"))
    found = safe_date(int(match["y"]), month, day)
    return found if found is not None and abs(found - draft.date) > DAY * 31 else None


def _tell(told: Told, kind: str, value: str) -> None:
    """Only days move the day last told."""
    day = value.partition("/")[0]
    if len(day) == len("2023-11-06") and kind not in {"week", "trimester", "semester", "weekend"}:
        told.last = date.fromisoformat(value.rpartition("/")[2] if kind == "range" else day)


def _tense(doc: Doc, match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - WINDOW) : match.start()]
    if PAST_CUE.search(before):
        return "past"
    return "future" if FUTURE_CUE.search(before) else tense_at(doc, match.start(), match.end())
