"""Who meets, where a noun only announces it: `Réunion des ministres de X (A, B, C)`, `Sommet à X en présence de Y`."""

import re

from articles.nlp.components.meetings.clauses import Clauses, Group, distinct
from articles.nlp.components.meetings.gatherings import EVENT
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import Span

GATHERING = re.compile(EVENT.replace(r"|vote|signature", ""))
#: Whose gathering it is, before the bracket that names them.
OF_SEVERAL = re.compile(r"(?:\s[^.;:()]{1,120})?\s\(")
#: The noun opens its line or entry, without an article: `- Sommet`, `ACCRA - Réunion`, `10h00 : Sommet`.
OPENS = re.compile(r"(?:[^\n.;]{0,40}\s[-–—:]\s|[ \t•*–-]*)$")
FEW = 3


def told_apart(clauses: Clauses, trigger: Trigger, sentence: Span) -> Group:
    return in_brackets(clauses, trigger, sentence) or announced(clauses, trigger, sentence)


def in_brackets(clauses: Clauses, trigger: Trigger, sentence: Span) -> Group:
    """`une réunion des ministres de trois pays (A, B et C)`: the states."""
    if not GATHERING.fullmatch(trigger.lemma):
        return []
    for each in clauses.right(trigger.span.end, sentence):
        text, start, end = clauses.text, each.span.start, each.span.end
        opens = text[start - 1] == "(" and OF_SEVERAL.fullmatch(text, trigger.span.end, start)
        if opens and text[end : end + 1] == ")":
            states = all(clauses.kind(one) == "state" for one in each.members)
            return distinct(each.members) if states and len(distinct(each.members)) >= FEW else []
    return []


def announced(clauses: Clauses, trigger: Trigger, sentence: Span) -> Group:
    """`Sommet à Rome en présence de X et de Y`: those in whose presence, where nobody else is told of."""
    if not GATHERING.fullmatch(trigger.lemma) or not opens_line(clauses.text, trigger):
        return []
    lists = clauses.right(trigger.span.end, sentence)
    there = [one for each in lists if each.marker == "presence" for one in each.members]
    return distinct(there) if len(distinct(there)) > 1 and clauses.are_people(there) else []


def opens_line(text: str, trigger: Trigger) -> bool:
    """Whether nothing but the place or hour of an entry stands before a noun that has no article."""
    line = text.rfind("\n", 0, trigger.start) + 1
    return text[trigger.start].isupper() and OPENS.fullmatch(text, line, trigger.start) is not None
