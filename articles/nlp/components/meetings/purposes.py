"""What somebody went somewhere for, or did before he left: `a gagné Y pour s'y entretenir avec X`."""

import re

from articles.nlp.components.assertion.patterns import DONE, MODAL
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import MentionRecord, Span

THERE = re.compile(r"\by\s", re.I)
#: Between the goal and what is done there, its day made blank.
PURPOSE = re.compile(r"[\s,(]*(?:(?:le|la|en|ce|du|fin|début)\s+)?[\s,)]*(?:pour|afin\sd(?:e\s|['’′]))\s*", re.I)
WAS = re.compile(r"\b(?:étai(?:t|ent)|fu(?:t|rent))\b")
#: `Avant de quitter Y, X a vu Z`.
LEAVING = re.compile(r"\bavant\sde\squitter\s(?:la\s|le\s|les\s|l['’′])?$", re.I)
OTHER_CLAUSE = re.compile(r"[;:]|\b(?:qui|que|dont|où|mais)\b|\bqu['’′]")


def does_there(text: str, trigger: Trigger) -> bool:
    """`y rencontrer`."""
    return trigger.infinitive and THERE.search(text, trigger.start, trigger.span.start) is not None


def goal(text: str, trigger: Trigger, places: list[MentionRecord], days: list[MentionRecord]) -> MentionRecord | None:
    """The place that somebody went to in order to do what the verb says."""
    if not trigger.infinitive:
        return None
    before = [place for place in places if place.span.end <= trigger.start]
    if not before:
        return None
    words = text[before[-1].span.end : trigger.start]
    for day in days:
        if before[-1].span.end <= day.span.start and day.span.end <= trigger.start:
            words = words.replace(text[day.span.start : day.span.end], " ")
    return before[-1] if PURPOSE.fullmatch(words) else None


def went(text: str, sentence: Span, goal: MentionRecord) -> bool:
    """Whether the journey is told as made."""
    before = text[sentence.start : goal.span.start]
    return (DONE.search(before) or WAS.search(before)) is not None and not MODAL.search(before)


def left_behind(text: str, trigger: Trigger, places: list[MentionRecord]) -> MentionRecord | None:
    """The place that somebody left once he had done what the verb or noun says."""
    for place in places:
        leaving = LEAVING.search(text, max(0, place.span.start - 30), place.span.start)
        if leaving is None:
            continue
        before = place.span.end <= trigger.start
        between = text[place.span.end : trigger.start] if before else text[trigger.span.end : leaving.start()]
        if not OTHER_CLAUSE.search(between):
            return place
    return None
