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
        r"\b(?:heures?|jours?|minutes?)\s(?:en\s)?(?:face[ -]à[ -]face|tête[ -]à[ -]tête)\b|"
        r"\b(?:heures?|minutes?|demi-heure|soirée|journée|matinée)\b[^.;]{0,40}\bavec\b"
    ),
}
#: The frames whose words must stand right behind the verb.
RIGHT_BEHIND = frozenset({"hand", "keep"})


#: `s'est vu remettre`, `se voit privé de`: the passive of what stands behind.
SEES_ITSELF = re.compile(r"(?:\bs['’′](?:est|était)|\bse\s(?:voit|voyait|verra))\s(?:\w+\s)?(?:vue?\s)?$")
DONE_TO = re.compile(
    r"\s(?:\w+ment\s)?(?!lundi|mardi|mercredi|jeudi|vendredi|samedi)[a-zà-ÿ]+(?:er|ir|re|é|i|u|is|it)e?\b"
)


def has_its_words(text: str, trigger: Trigger, sentence: Span) -> bool:
    if trigger.lemma == "voir" and SEES_ITSELF.search(text[trigger.start : trigger.span.end] + " "):
        return DONE_TO.match(text, trigger.span.end) is None
    needed = NEEDED.get(trigger.frame)
    if needed is None:
        return True
    find = needed.match if trigger.frame in RIGHT_BEHIND else needed.search
    return find(text, trigger.span.end, sentence.end) is not None
