"""Who is brought together: `une réunion associant X et Y`, `offre un dîner à X`, `convenus, lors d'un sommet`."""

import re

from articles.nlp.components.meetings.clauses import Clauses, Group, distinct
from articles.nlp.components.meetings.gatherings import EVENT
from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import Span

BRINGING = re.compile(r"\s(?:[\w'’′-]+\s){0,3}?(?:regroupant|réunissant|rassemblant|associant|impliquant)\s")
OFFERED = re.compile(
    r"\b(?:off(?:ert|re|rira|rait|rir)|donn(?:é|e|era|ait|er))\s(?:[\w'’′-]+\s){0,3}?une?\s(?:\w+\s)?$"
)
#: What several did when they met: `sont convenus, lors d'un sommet, de`.
AGREED = re.compile(
    r"\b(?:conven|entend|accord|décid|adopt|sign|conclu|scell|approuv|réaffirm|engag|discut|évoqu|examin|promis|appel|"
    r"affich|plaid|lanc)\w*\b[^;:.«»]{0,60}\b(?:lors|au cours|à l['’′]issue|au terme|à l['’′]occasion)\sd['’′]une?\s"
    r"(?:\w+\s)?(?:mini-)?$"
)

CONVENING = frozenset({"réunir", "rassembler", "regrouper"})
#: The subject of what brings together: `la réunion a rassemblé`.
THE_GATHERING = re.compile(
    rf"\b(?:[Ll][ae]|[Cc]et(?:te)?|[Cc]e|[Uu]ne?)\s(?:\w+\s)?{EVENT}\b(?:\s[^,;:.«»]{{1,40}}|,[^,;:.«»]{{1,80}},)?\s?$"
)
PRESIDED = re.compile(
    r"\b(?:(?:co-?)?présid|ouver|condui|emmen|dirig|représent|anim|menée?s?)\w*\s"
    r"(?:(?:conjointement|depuis|hier|[a-z]+di|(?:à|en|au)\s[\w-]+|le\s\d+\s\w+)\s){0,3}par\s$",
    re.I,
)

#: How far behind the noun of a gathering its body stands, and what stands between.
OF_BODY = 70
OWN = re.compile(r"\s(?:d[eu]\s|des\s|d['’′])[^,;:.«»]*")
#: What somebody presides over, and that others came to it: `a présidé la séance du sommet, à laquelle ont participé X`.
OVER = re.compile(
    rf",?\s(?:[^;:.«»]{{0,60}}?\s)?(?:une?|la|le|les|l['’′])\s?(?:[^,;:.«»]{{0,40}}\s)?(?P<what>{EVENT}\b[^,;:.«»]{{0,80}}?),?\s"
    r"(?:à\slaquelle|auquel|auxquel(?:le)?s|où)\s(?:\w+\s){0,2}?(?:particip|assist|pr(?:en|is)|siég|représent)\w*\s"
)

#: What two people hold between them, behind the verb.
HELD_BY_THEM = re.compile(
    rf"\s(?:[^,;:.«»]{{0,40}}\s)?(?:une?|la|le|les|l['’′]|cette?)\s?(?:\w+\s)?(?:{EVENT}|cabinet|cérémonie|commission\smixte)s?\b"
)


def over_what_they_hold(clauses: Clauses, trigger: Trigger, subject: Group) -> bool:
    """`X et Y ont présidé à Z une réunion`: whether several people preside over one gathering."""
    people = trigger.lemma == "présider" and len(distinct(subject)) > 1 and clauses.are_people(subject)
    return people and HELD_BY_THEM.match(clauses.text, trigger.span.end) is not None


def over(clauses: Clauses, trigger: Trigger, sentence: Span) -> Group:
    """The people who came to what somebody presides over, and the body of that gathering."""
    told = OVER.match(clauses.text, trigger.span.end, sentence.end)
    came = clauses.right(told.end(), sentence)[:1] if told else []
    people = [one for each in came if not each.marker for one in each.members if clauses.kind(one) == "person"]
    return [*people, *_body(clauses, Span(*told.span("what")))] if told and people else []


def beside(clauses: Clauses, trigger: Trigger, sentence: Span) -> Group:
    """`a présidé avec X les travaux`: X; nobody at the meeting of a body, which is one of many."""
    listing = clauses.marked("avec", trigger.span.end, sentence)
    behind = clauses.references.within(Span(trigger.span.end, sentence.end))
    of_body = any(clauses.kind(one) == "organisation" for one in behind)
    return listing.members if listing and not of_body and clauses.are_people(listing.members) else []


def _body(clauses: Clauses, what: Span) -> Group:
    """The organisation whose gathering is meant: named behind the noun, else where that was told last."""
    event = re.findall(EVENT, clauses.text[what.start : what.end])[-1]
    for noun in reversed(list(re.finditer(rf"\b{re.escape(event)}\b", clauses.text[: what.end]))):
        behind = Span(noun.end(), min(noun.end() + OF_BODY, len(clauses.text)))
        for one in clauses.references.within(behind):
            between = clauses.text[noun.end() : one.span.start]
            if clauses.kind(one) == "organisation" and OWN.fullmatch(between):
                return [one]
    return []


def presiding(clauses: Clauses, position: int, sentence: Span) -> Group:
    """`Coprésidée par X et Y, la réunion a rassemblé`, `L'Eurogroupe, présidé par X, s'est réuni`."""
    agents = [each for each in clauses.left(position, sentence) if each.marker == "par"]
    led = [each for each in agents if PRESIDED.search(clauses.text, sentence.start, each.span.start)]
    return [one for each in led for one in each.members if clauses.kind(one) == "person"]


def gathers(text: str, trigger: Trigger, sentence: Span) -> bool:
    """Whether a gathering told before brings together: `la réunion a regroupé X et Y`."""
    told = trigger.lemma in CONVENING and THE_GATHERING.search(text, sentence.start, trigger.start)
    return bool(told)


def brought(clauses: Clauses, trigger: Trigger, sentence: Span) -> Group:
    """Those whom a participle behind the noun names; nobody where it is one alone."""
    bringing = BRINGING.match(clauses.text, trigger.span.end, sentence.end)
    for each in clauses.right(bringing.end(), sentence)[:1] if bringing else []:
        met = distinct(each.members)
        return met if not each.marker and len(met) > 1 else []
    return []


def offered_to(clauses: Clauses, trigger: Trigger, sentence: Span) -> Listing | None:
    """The people to whom a meal is given, wherever in the sentence behind it."""
    if OFFERED.search(clauses.text, sentence.start, trigger.start) is None:
        return None
    for each in clauses.right(trigger.span.end, sentence):
        if each.marker == "à" and clauses.are_people(each.members):
            return each
    return None
