"""Meetings told of by how long there was none: `ne s'étaient plus vus depuis mai`, `Nul n'y était venu depuis X`."""

import re
from collections.abc import Sequence

from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import Span

NOT_ANY_MORE = re.compile(r"\b(?:ne\s|n['’′])(?:se\s|s['’′])?(?:\S+\s){0,3}?(?:pas|plus)\s(?:\S+\s){0,2}$")
#: Behind the verb a day, or what both were at; not a span of time, nor what parted them.
SINCE_THEN = re.compile(
    r"\s(?:[^\s,;:.]+\s){0,3}?depuis\s(?:le\s|la\s|l['’′]|leur\s|une?\s)?"
    r"(?:(?:\w+\s)?(?:sommet|G7|G8|G20|rencontre|réunion|entretien|entrevue|conférence|forum|visite|tête-à-tête)\b|"
    r"(?:\d{1,2}(?:er)?\s)?(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b|"
    r"(?:19|20)\d\d\b)",
    re.I,
)

#: `Aucun président n'était venu à X depuis Y`: Y was the last to come.
NOBODY_CAME = re.compile(r"\b(?:[Aa]ucune?|[Nn]ul(?:le)?)\s[^;:.,«»]{3,80}?\s(?:n['’′]|ne\s)[^;:.,]{0,25}$")
SINCE_NAME = re.compile(r"[^;:.«»]{0,60}?\sdepuis\s(?:(?:le|la|l['’′])\s?(?:[a-zà-ÿ-]+\s){1,5})?[A-ZÀ-Ý][a-zà-ÿ]")
SINCE_HIM = re.compile(r"[^;:.«»]{0,60}?\sdepuis\s(?:(?:le|la|l['’′])\s?(?:[a-zà-ÿ-]+\s){0,5})?$")


def nobody_since(text: str, trigger: Trigger, sentence: Span) -> bool:
    """Whether nobody has come to a place since somebody who is named."""
    nobody = trigger.kind == "visit" and NOBODY_CAME.search(text, sentence.start, trigger.span.start)
    return bool(nobody) and SINCE_NAME.match(text, trigger.span.end, sentence.end) is not None


def last_to_come(text: str, trigger: Trigger, sentence: Span, behind: Sequence[Listing]) -> Listing | None:
    """Who came there last."""
    if not nobody_since(text, trigger, sentence):
        return None
    return next((each for each in behind[:2] if SINCE_HIM.fullmatch(text, trigger.span.end, each.span.start)), None)


def tells_when_last(before: str, words: str, behind: str, trigger: Trigger) -> bool:
    """Whether they did meet then, by what the sentence says of a verb of meeting."""
    if trigger.kind == "visit" or not trigger.participle or trigger.conditional:
        return False
    group = (before[-30:] + words).rpartition(" ")[0] + " "
    return NOT_ANY_MORE.search(group) is not None and SINCE_THEN.match(behind) is not None
