"""Words without which a verb tells of no meeting: `s'asseoir` a table, `serrer` the hand, `retenir` some hours."""

import re

from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import Span

#: What must stand behind a verb for it to tell of a meeting, by its frame.
NEEDED = {
    "table": re.compile(r"\btable\b"),
    "hand": re.compile(r"\s(?:longuement\s)?la\smain\b"),
    "keep": re.compile(
        r"[^.;:]{0,70}?\b(?:heures?|minutes?|demi-heure)\b|[^.;:]{0,60}?\sà\s(?:dîner|déjeuner|souper)\b"
    ),
    "spend": re.compile(
        r"\ben revue\b|\s(?:\w+ment\s)?ensemble\b|"
        r"\b(?:heures?|minutes?|demi-heure|soirée|journée|matinée)\b[^.;]{0,40}\bavec\b"
    ),
}
#: The frames whose words must stand right behind the verb.
RIGHT_BEHIND = frozenset({"hand", "keep"})


def has_its_words(text: str, trigger: Trigger, sentence: Span) -> bool:
    needed = NEEDED.get(trigger.frame)
    if needed is None:
        return True
    find = needed.match if trigger.frame in RIGHT_BEHIND else needed.search
    return find(text, trigger.span.end, sentence.end) is not None
