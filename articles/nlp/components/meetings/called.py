"""Calls and visits told by whoever took them: `a reçu un appel téléphonique de X`, `a reçu la visite de X`."""

import re

from articles.nlp.components.meetings.barriers import NOUN_BARRIER
from articles.nlp.components.meetings.clauses import Clauses, Group
from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import Span

TAKEN = re.compile(
    r"\b(?:reç|recev|pris\b|prend)\w*\s(?:[^;:.«»]{1,40}\s)?(?:une?|l['’′]|cet|ce|plusieurs|deux|trois)\s?(?:\w+\s)?$"
)
#: How far behind the noun the caller stands.
NEAR = 30

#: What somebody receives whom another comes to see.
VISIT_OF = re.compile(
    r"\s(?:[^;:.«»]{1,50}\s)?(?:la|une)\s(?:\w+\s)?visite\s(?:[a-zà-ÿ]+\s){0,2}(?:de\s)?(?:la\s|l['’′])?"
)


CALLING = re.compile(r"\b(?:(?:lors|au cours|à l['’′]occasion)\sd['’′]|dans\s)un\s(?:\w+\s)?$", re.I)


def called(clauses: Clauses, trigger: Trigger, sentence: Span) -> Group:
    """`lors d'un appel à X`, `dans un appel à X`: who called and whom."""
    if trigger.lemma not in {"appel", "appel téléphonique"} or not CALLING.search(
        clauses.text, sentence.start, trigger.start
    ):
        return []
    whom = clauses.marked("à", trigger.span.end, sentence, NOUN_BARRIER)
    between = "," if whom is None else clauses.text[trigger.span.end : whom.span.start]
    near = len(between) < NEAR and "," not in between
    calling = clauses.subject(trigger, sentence) if near else []
    return [*calling, *whom.members] if whom and calling and clauses.are_people([*calling, *whom.members]) else []


def called_by(clauses: Clauses, trigger: Trigger, sentence: Span) -> Group:
    """Who took the call and who made it; nobody where it came from no person: `a reçu un appel d'offres`."""
    if not TAKEN.search(clauses.text, sentence.start, trigger.start):
        return []
    caller = clauses.marked("of", trigger.span.end, sentence, NOUN_BARRIER)
    if caller is None or caller.span.start - trigger.span.end > NEAR:
        return []
    return _with_subject(clauses, trigger, sentence, caller)


def visited_by(clauses: Clauses, trigger: Trigger, sentence: Span) -> Group:
    """`a reçu la visite de X`: who came to see whom; nobody where no person came."""
    coming = clauses.marked("of", trigger.span.end, sentence) if trigger.lemma == "recevoir" else None
    if coming is None or VISIT_OF.fullmatch(clauses.text, trigger.span.end, coming.span.start) is None:
        return []
    return _with_subject(clauses, trigger, sentence, coming)


def _with_subject(clauses: Clauses, trigger: Trigger, sentence: Span, listing: Listing) -> Group:
    """The subject and the people of the list; nobody where either is missing."""
    people = [one for one in listing.members if clauses.kind(one) == "person"]
    subject = clauses.subject(trigger, sentence)
    return [*subject, *people] if people and subject else []
