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
PRESIDED = re.compile(r"\b(?:(?:co)?présid|ouver|condui|emmen|dirig|représent)\w*\spar\s$", re.I)


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
        if each.marker == "à" and all(clauses.kind(one) == "person" for one in each.members):
            return each
    return None
