"""Dates and their values, read from left to right: `la veille` counts from the day last told."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from spacy.tokens import Doc

from articles.nlp.calendar_fr import month_number
from articles.nlp.components.dates.anniversaries import remembered_year
from articles.nlp.components.dates.cues import WINDOW, tense_of
from articles.nlp.components.dates.diaries import Diary
from articles.nlp.components.dates.readers import TENSED, Groups, Told, number_of, read
from articles.nlp.components.dates.scan import BETWEEN, lowered, scan
from articles.nlp.components.dates.values import DAY, first_day
from articles.nlp.doc_text import text_of
from articles.nlp.offsets import without_overlaps
from articles.nlp.types import Draft, MentionRecord, Span

ORIGIN = "newsdesk_dates"
#: How often a date of a kind is right, span and value.
CONFIDENCE = 0.98
LESS_SURE = "bare_day bare_range eve morrow eve2 morrow2 season old_month weekend this_month years months"
CONFIDENCE_OF = {
    "year": 0.95,
    "weekday": 0.96,
    "month": 0.96,
    "range": 0.96,
    **dict.fromkeys(LESS_SURE.split(), 0.9),
}
#: A dateline may be older than the article by this much and still be the day that weekdays count from.
DATELINE_LAG = DAY * 3
#: A month counts for the days told within so many characters.
MONTH_HOLDS = 300
#: A dated heading further off than this sets the year for what follows it.
SECTION_LAG = DAY * 31
SENTENCE_END = re.compile(r"[.!?]\s|\n")
#: The weekday beside a day of a range.
WEEKDAY_OF = {"d1": "w1", "d2": "w2"}
PARTS = "w w1 w2 d m y y3 rel this week d0 d1 d3 m1 y1 d2 m2 y2 n unit sep season"
#: Every part that a reader may ask for, empty where the pattern has none.
EMPTY = dict.fromkeys(PARTS.split(), "")


class DatesComponent:
    """Adds DATE mentions."""

    def __call__(self, doc: Doc) -> Doc:
        draft: Draft = doc._.draft
        draft.mentions = without_overlaps([*draft.mentions, *find_dates(text_of(doc), draft)])
        return doc


def find_dates(text: str, draft: Draft) -> Iterator[MentionRecord]:
    """The DATE mentions of a text whose zones and dateline are known."""
    day = _article_day(draft)
    told, low = Told(day, day, day, day), lowered(text)
    start = next((zone.span.end for zone in draft.zones if zone.kind == "metadata"), 0)
    diary = Diary(text)
    for kind, match in scan(text, low, start):
        told.anchor = _section_year(low, kind, match, draft) or told.anchor
        if match.start() - told.month_at > MONTH_HOLDS and told.anchor is None:
            told.month = day
        groups = {**EMPTY, **match.groupdict("")}
        undated = kind in TENSED and not (groups["y"] or groups["y2"] or groups["rel"])
        heads = diary.heads(kind, match)
        tense = "future" if heads else tense_of(kind, match, text) if undated else ""
        told.entry = None if heads else diary.day
        told.at = match.start()
        if told.week is not None and SENTENCE_END.search(low, told.week_at, match.start()):
            told.week = None
        for span, value in _readings(kind, match, groups, told, tense):
            if heads:
                diary.turn(value)
            yield MentionRecord(
                span, "DATE", value=value, confidence=CONFIDENCE_OF.get(kind, CONFIDENCE), origin=ORIGIN
            )


def _article_day(draft: Draft) -> date:
    """The day that relative dates count from: the dateline's where it is close to the article's."""
    told = draft.dateline.date if draft.dateline else None
    return told if told and abs(draft.date - told) <= DATELINE_LAG else draft.date


def _readings(kind: str, match: re.Match[str], groups: Groups, told: Told, tense: str) -> Iterator[tuple[Span, str]]:
    """One span and value; one for each day of `les 3 et 9 juin`."""
    if kind in {"range", "days"} and not _is_range(match, groups):
        yield from _single_days(match, groups, told, tense)
        return
    if kind == "day":
        before = match.string[max(0, match.start() - WINDOW) : match.start()]
        groups["y"] = groups["y"] or remembered_year(match, before, told.article.year)
    value = read(kind, groups, told, tense)
    if value:
        _tell(told, kind, value, match.end())
        yield Span(match.start(), match.end()), value


def _is_range(match: re.Match[str], groups: Groups) -> bool:
    """Days that do not follow each other are dates of their own, unless they stand after `entre`."""
    joint = groups["sep"].split()[:1]
    if joint not in (["et"], ["ou"], ["puis"]):
        return True
    if BETWEEN.search(match.string, max(0, match.start() - WINDOW), match.start()):
        return True
    days = [number_of(groups[name]) for name in ("d0", "d1", "d3", "d2") if groups[name]]
    follows = all(after == before + 1 for before, after in pairwise(days))
    return joint == ["et"] and follows and not groups["w2"] and not groups["m1"] and " le " not in groups["sep"] + " "


def _single_days(match: re.Match[str], groups: Groups, told: Told, tense: str) -> Iterator[tuple[Span, str]]:
    for name in ("d0", "d1", "d3", "d2"):
        if not groups[name]:
            continue
        own = name == "d1" and bool(groups["m1"])
        parts = {"d": groups[name], "m": groups["m1" if own else "m2"], "y": groups["y2"]}
        if own:
            parts["y"] = groups["y1"] or (groups["y2"] if _in_order(groups) else "")
        value = read("day", {**EMPTY, **parts}, told, tense)
        end = match.end() if name == "d2" else match.end("m1" if own else name)
        if value:
            _tell(told, "day", value, match.end())
            weekday = WEEKDAY_OF.get(name, "")
            start = match.start(weekday) if weekday and groups[weekday] else match.start(name)
            yield Span(start, end), value


def _in_order(groups: Groups) -> bool:
    """`le 12 mai et le 15 décembre 2015` are days of one year; `le 3 mai et le 1er janvier 2020` are not."""
    return month_number(groups["m1"]) <= month_number(groups["m2"])


def _section_year(low: str, kind: str, match: re.Match[str], draft: Draft) -> date | None:
    """A dated heading or a paragraph that begins with a full date sets the year for what follows it."""
    if kind not in {"iso", "numeric", "day", "month", "year", "range"} or not match["y2" if kind == "range" else "y"]:
        return None
    line = low.rfind("\n", 0, match.start()) + 1
    opening = low[line : match.start()].strip(' [(«“"\u00a0\r>•-')
    if opening not in {"", "le", "en", "du", "au"}:
        return None
    if draft.dateline is not None and draft.dateline.span.overlaps(Span(match.start(), match.end())):
        return None
    value = read(kind, {**EMPTY, **match.groupdict("")}, Told(draft.date, draft.date, draft.date, draft.date), "")
    found = first_day(value.partition("/")[0])
    return found if found is not None and abs(found - draft.date) > SECTION_LAG else None


def _tell(told: Told, kind: str, value: str, at: int) -> None:
    """Days move the day last told, days and months the month last told."""
    if kind == "week":
        told.week, told.week_at = first_day(value.partition("/")[0]), at
    if kind in {"week", "weekend", "this_month"} or len(value) == len("2023"):
        return
    first, _, last = value.partition("/")
    if len(first) == len("2023-11-06"):
        if last and told.first == told.last and date.fromisoformat(first) <= told.first <= date.fromisoformat(last):
            return  # `a reçu jeudi X, en visite du 15 au 18 mai`: the story is still at that day
        told.first, told.last = date.fromisoformat(first), date.fromisoformat(last or first)
        told.month, told.month_at, told.day_at = told.last, at, at
    elif kind == "month":
        told.month, told.month_at = date.fromisoformat(f"{first}-01"), at
