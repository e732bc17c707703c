"""Who is at a gathering: in whose presence it took place, who presides over what others attend."""

import re

from articles.nlp.components.meetings.bodies import GATHERINGS, told_of_itself
from articles.nlp.components.meetings.bringing import PRESIDED
from articles.nlp.components.meetings.clauses import Clauses, Group, distinct
from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.parties import Parties
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.reference import Reference
from articles.nlp.types import Span

OTHER_CLAUSE = re.compile(r"[;:]|,\s(?:mais|puis|et|qui|que|où|dont)\b|\b(?:après|avant)\b")
#: The verb of whoever leads talks of states: `a ouvert le dialogue entre A et B, aux côtés de Y`.
OPENING = re.compile(
    r"\b(?:ouv(?:ert|re|rent|rira)|(?:co-?)?présid\w+|lanc\w+|inaugur\w+|conclu\w*|clos|clôtur\w+|men\w+|condui\w+)\s[^;:.«»]{0,60}$"
)
#: The verb of those who come to what a noun names.
COMING_TO = re.compile(
    r"\b(?:particip|assist)\w+\s[^,;:.]{0,70}$|\bpr(?:end|is|it|endr|irent|ennent|endre)\w*\spart\s[^,;:.]{0,70}$"
)


def with_leaders(clauses: Clauses, trigger: Trigger, sentence: Span) -> Group:
    """`X participera au sommet présidé par Y`: both; nobody where the gathering has no such leader."""
    leaders = _leaders(clauses, trigger, sentence) if trigger.frame in {"attend", "join"} else []
    people = [one for one in clauses.subject(trigger, sentence) if _is_person(clauses, one)] if leaders else []
    return [*people, *leaders] if people else []


def heads_of_sides(clauses: Clauses, trigger: Trigger, sentence: Span, sides: Listing) -> Group:
    """`X a ouvert le dialogue entre A et B, aux côtés de Y`: X and Y rather than the states."""
    if OPENING.search(clauses.text, sentence.start, trigger.start) is None or clauses.are_people(sides.members):
        return []
    beside = clauses.marked("avec", sides.span.end, sentence)
    people = [one for one in beside.members if _is_person(clauses, one)] if beside else []
    acting = [one for one in clauses.subject(trigger, sentence) if _is_person(clauses, one)] if people else []
    return [*acting, *people] if acting else []


def is_told_by_verb(clauses: Clauses, trigger: Trigger, sentence: Span) -> bool:
    """Whether the verb before a noun tells who was there, whoever presides over it included."""
    attended = not trigger.is_verb and COMING_TO.search(clauses.text, sentence.start, trigger.start) is not None
    return attended and bool(_leaders(clauses, trigger, sentence))


def _leaders(clauses: Clauses, trigger: Trigger, sentence: Span) -> Group:
    for each in clauses.right(trigger.span.end, sentence):
        between = clauses.text[trigger.span.end : each.span.start]
        if OTHER_CLAUSE.search(between):
            break
        if each.marker == "par" and PRESIDED.search(between):
            return [one for one in each.members if _is_person(clauses, one)]
    return []


def taking_place(clauses: Clauses, parties: Parties, trigger: Trigger, sentence: Span) -> Group:
    """`Un sommet s'est tenu à Y en présence de X et Z`: those there, where the noun names no others."""
    if trigger.is_verb or trigger.lemma not in GATHERINGS or not told_of_itself(clauses.text, trigger, sentence):
        return []
    if not any(each.marker == "presence" for each in clauses.right(trigger.span.end, sentence)):
        return []
    people = [one for one in parties.present(sentence, trigger) if _is_person(clauses, one)]
    return people if len(distinct(people)) > 1 else []


def _is_person(clauses: Clauses, one: Reference) -> bool:
    return clauses.kind(one) == "person"
