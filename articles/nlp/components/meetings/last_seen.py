"""When two met last, told of by how long they had not: `ne s'étaient plus vus depuis le sommet de X, en mai`."""

import re

from articles.nlp.components.meetings.triggers import Trigger

NOT_ANY_MORE = re.compile(r"\b(?:ne\s|n['’′])(?:se\s|s['’′])?(?:\S+\s){0,3}?(?:pas|plus)\s(?:\S+\s){0,2}$")
#: Behind the verb a day, or what both were at; not a span of time, nor what parted them.
SINCE_THEN = re.compile(
    r"\s(?:[^\s,;:.]+\s){0,3}?depuis\s(?:le\s|la\s|l['’′]|leur\s|une?\s)?"
    r"(?:(?:\w+\s)?(?:sommet|G7|G8|G20|rencontre|réunion|entretien|entrevue|conférence|forum|visite|tête-à-tête)\b|"
    r"(?:\d{1,2}(?:er)?\s)?(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b|"
    r"(?:19|20)\d\d\b)",
    re.I,
)


def tells_when_last(before: str, words: str, behind: str, trigger: Trigger) -> bool:
    """Whether they did meet then, by what the sentence says of a verb of meeting."""
    if trigger.kind == "visit" or not trigger.participle or trigger.conditional:
        return False
    group = (before[-30:] + words).rpartition(" ")[0] + " "
    return NOT_ANY_MORE.search(group) is not None and SINCE_THEN.match(behind) is not None
