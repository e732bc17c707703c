"""A partner whom a relative clause takes up: `X, avec lequel Y s'est entretenu`, `X, à qui il a téléphoné`."""

import re
from typing import TYPE_CHECKING

from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.undertaking import MAKING
from articles.nlp.types import Span

if TYPE_CHECKING:
    from articles.nlp.components.meetings.clauses import Clauses, Group
    from articles.nlp.components.meetings.triggers import Trigger

RELATIVE = re.compile(
    r",?\s(?:(?P<prep>avec|à|chez|par)\s(?:qui|lequel|laquelle|(?P<many>lesquel(?:le)?s))|auquel|(?P<all>auxquels))\s"
)
#: Prepositions that lead to the partner, by the frame of a verb.
LEADS = {
    "avec": {"avec"}, "reflexive": {"avec"}, "joint": {"avec"}, "call": {"à"}, "à": {"à"},
    "object": {"par"},
}  # fmt: skip
OTHER_CLAUSE = re.compile(r"[;:«»]|\b(?:qui|que|dont|où|mais)\b|\bqu['’′]")
#: `avec lequel il a eu un entretien`.
HAD = re.compile(rf"(?:^|.*\s){MAKING}\s[^,;:.]{{0,40}}$")
#: How far behind the pronoun the word may stand.
NEAR = 110


def taken_up(clauses: "Clauses", trigger: "Trigger", sentence: Span) -> "tuple[Group, Listing] | None":
    """Whoever met the partner, and the partner; nothing where no such clause holds the word."""
    for each in reversed(clauses.left(trigger.start, sentence)):
        relative = RELATIVE.match(clauses.text, each.span.end, sentence.end)
        if relative is None or relative.end() > trigger.start + 1:
            continue
        between = clauses.text[relative.end() : trigger.start]
        if len(between) > NEAR or OTHER_CLAUSE.search(between) or not _leads(relative, trigger, between):
            return None
        met = each if relative["many"] or relative["all"] else Listing((each.phrases[-1],))
        known = {one.entity for one in met.members}
        subject = _subject(clauses, trigger, sentence, each, relative.end())
        acting = [one for one in subject if one.entity not in known]
        return (acting, met) if acting else None
    return None


def _leads(relative: re.Match[str], trigger: "Trigger", between: str) -> bool:
    prep = relative["prep"] or "à"
    if trigger.is_verb:
        return prep in LEADS.get(trigger.frame, ())
    return prep == "avec" and trigger.kind != "visit" and HAD.match(" " + between) is not None


def _subject(clauses: "Clauses", trigger: "Trigger", sentence: Span, met: "Listing", start: int) -> "Group":
    inside = [each for each in clauses.left(trigger.start, sentence) if each.span.start >= start and not each.marker]
    if inside:
        return inside[-1].members
    if pronoun := re.search(r"(?<![\w'’′])(?:ils?|elles?)\b", clauses.text[start : trigger.span.start]):
        free = [one for one in clauses.left(met.span.start, sentence) if not one.marker]
        person = free[0].members if free and met.marker else []
        return person or clauses.meant(pronoun[0], met.span.start)
    return clauses.first(clauses.right(trigger.span.end, sentence)[:1])
