"""Who acts of several that a sentence only describes: `Dix ministres, dont X et Y, se sont retrouvés`."""

import re
from typing import TYPE_CHECKING

from articles.nlp.components.meetings.markers import has_finite, is_followed_by_verb
from articles.nlp.types import Span

if TYPE_CHECKING:
    from articles.nlp.components.meetings.clauses import Clauses, Group
    from articles.nlp.components.meetings.triggers import Trigger

#: What leads to those who are named, of some as of all.
LEADS_TO = re.compile(
    r",\s(?:notamment\s)?(?:dont|parmi\slesquel(?:le)?s|y\scompris|(?:composée?|formée?|constituée?)s?(?:\snotamment)?"
    r"(?:\sd(?:e(?:\sla)?|['’′]))?)\s?(?:notamment\s)?(?:l['’′]|la\s|le\s)?$"
)
#: Between them and the verb.
BEHIND = re.compile(r",\s(?:ensuite\s|également\s|aussi\s|[a-z]+di\s)?")


def named_members(clauses: "Clauses", trigger: "Trigger", sentence: Span) -> "Group":
    """Those who are named, where the verb right behind is that of all of them."""
    for each in reversed(clauses.left(trigger.start, sentence)):
        if each.marker not in {"dont", "of"} or not _acts(clauses.text, each.span.end, trigger):
            continue
        leading = LEADS_TO.search(clauses.text, sentence.start, each.span.start)
        if leading and not has_finite(clauses.text[sentence.start : leading.start()]):
            return each.members
    return []


def _acts(text: str, end: int, trigger: "Trigger") -> bool:
    """Whether the verb, or that before the noun, stands right behind a comma."""
    if trigger.is_verb:
        return BEHIND.fullmatch(text, end, trigger.start) is not None
    return text.startswith(",", end) and is_followed_by_verb(text, end + 1)
