"""Who met, of a noun without partners: `une réunion coprésidée par X et Y`, `Le sommet` of those told of before."""

import re

from articles.nlp.components.meetings.announcing import told_apart
from articles.nlp.components.meetings.bringing import PRESIDED, gathers
from articles.nlp.components.meetings.clauses import Clauses, Group, distinct
from articles.nlp.components.meetings.fronting import fronted
from articles.nlp.components.meetings.gatherings import EVENT
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import Span

#: Between the noun and under whom it was begins no other clause with a subject of its own.
OTHER_CLAUSE = re.compile(
    r"[;:]|\b(?:mais|puis|tandis|alors)\b|\bet\s(?:a|ont|est|sont|doi(?:t|vent)|va|vont|s['’′]|se)\b"
)
LEADING = re.compile(
    r"\bsous\s(?:la\s|l['’′])(?:direction|conduite|(?:co-?)?présidence|houlette)(?:\sconjointe)?\s(?:de\s|d['’′])?$"
)
#: The noun of a meeting, definite, opens the sentence and has a verb of its own.
OPENING = re.compile(r"\W*(?:Le\s|La\s|Les\s|L['’′]|Cette\s|Cet\s|Ce\s|Ces\s|Leur\s|Leurs\s)(?:mini-)?$")
TOLD_OF = re.compile(
    r"s?(?:\s(?:[a-zà-ÿ-]+(?:al|aux|ale|ales|elle|elles|ique|iques|ée?s?)|à\s[a-zà-ÿ]+))?"
    r"(?:,\s(?:le|la|les|l['’′]|en|dans|sur|au|à|une?)\s?[^.;:,]{2,60}(?:,[^.;:,]{2,30})?)?,?\s(?:qui\s)?"
    r"(?:(?:ne|n['’′]|s['’′]|se|y)\s?)?(?:est|était|a|avait|ont|sont|fut|dure|durait|dura|intervient|intervenait|"
    r"marque|marquait|survient|porte|portait|vise|visait|doit|devait|devrait|aura)\b"
)
#: `X et Y ont ménagé l'entrevue et y ont assisté`: at the meeting told right before.
Y = re.compile(r"\by\s(?:\w+\s){0,3}$", re.I)
NEAR = 3
#: What may stand between a noun that opens a line and those it lists.
HEADED = re.compile(r"\s|[^.;:«»]{0,45}\s?:\s")
#: A gathering put first, which was not told of before.
HAVING_MET = re.compile(
    r"\W*(?:Au\sterme|[ÀA]\sl['’′]issue|Lors|Au\scours|Après|[ÀA]\sla\ssuite)\s(?:d['’′]une?\s|de\s(?:plus\sde\s)?\w+\sheures\sd(?:e\s|['’′]))"
    r"(?:[\w-]+\s){0,2}"
)
MEETINGS = re.compile(EVENT.replace(r"|vote|signature", "").replace(r"|conférence", ""))
#: `ont assisté à leur entretien`: what they were at was told before.
ATTENDED = re.compile(
    r"\b(?:assist\w+|particip\w+|pr(?:is|end|it|irent|ennent|endra)\spart)\s(?:\w+\s)?(?:au\s\w+\sde|à)\sleurs?\s$"
)


def led_by_several(clauses: Clauses, trigger: Trigger, sentence: Span) -> Group:
    """The people who led or presided over what the noun names; nobody where it is one alone.

    Else those whom a noun names that only announces it.
    """
    if apart := told_apart(clauses, trigger, sentence):
        return apart
    found: Group = []
    if clauses.met and not any(clauses.kind(one) == "person" for one in clauses.phrases.standing.recent):
        return []  # they headed the delegations of those who were told to have met
    for each in clauses.right(trigger.span.end, sentence):
        if OTHER_CLAUSE.search(clauses.text, trigger.span.end, each.span.start):
            break
        under = LEADING.search(clauses.text, trigger.span.end, each.span.start)
        presided = each.marker == "par" and PRESIDED.search(clauses.text, trigger.span.end, each.span.start)
        if presided or (each.marker == "patron" and under):
            found += [one for one in each.members if clauses.kind(one) == "person"]
    return found if len(distinct(found)) > 1 else []


def having_met(clauses: Clauses, trigger: Trigger, sentence: Span) -> Group:
    """`Au terme d'un sommet à Rome, X et Y sont convenus`: the people who act behind it were there together."""
    opening = clauses.text[sentence.start : trigger.start]
    if not MEETINGS.fullmatch(trigger.lemma) or not HAVING_MET.fullmatch(opening):
        return []
    group = fronted(clauses, trigger, sentence)
    together = len(distinct(group)) > 1 and clauses.are_people(group)
    return group if together else []


def of_sentence_before(clauses: Clauses, trigger: Trigger, sentence: Span) -> Group:
    """`X et Y sont convenus jeudi de Z. Le sommet, qui a duré une heure`: the joint subject of the sentence before."""
    opens = OPENING.fullmatch(clauses.text, sentence.start, trigger.start)
    if opens is None or not MEETINGS.fullmatch(trigger.lemma) or not TOLD_OF.match(clauses.text, trigger.span.end):
        return []
    sentences = clauses.references.sentences
    here, standing = sentences.index(sentence.start), clauses.phrases.standing
    told = sentences.index(standing.recent_at) if standing.recent else -1
    for number in range(here - 1, max(here - NEAR, -1) - 1, -1):
        if number < 0 or number <= told:
            break
        if together := standing.groups.together_in(sentences.spans[number]):
            return together
    return []


def attends_what_was_told(text: str, trigger: Trigger) -> bool:
    return trigger.frame == "attend" and Y.search(text[trigger.start : trigger.span.start]) is not None


def adds(text: str, trigger: Trigger, sentence: Span) -> bool:
    """Whether the word may tell of further ones at a meeting told before."""
    return trigger.frame == "join" or attends_what_was_told(text, trigger) or gathers(text, trigger, sentence)


def attending_too(clauses: Clauses, trigger: Trigger, sentence: Span) -> Group:
    """`X et Y y ont assisté`: they and those who met in the telling before, if that is near."""
    standing, sentences = clauses.phrases.standing, clauses.references.sentences
    recent = standing.recent if attends_what_was_told(clauses.text, trigger) else []
    if not recent or sentences.index(sentence.start) - sentences.index(standing.recent_at) > NEAR:
        return []
    known = clauses.references.posts
    acting = [one for one in clauses.subject(trigger, sentence) if one.role is not None or known[one.entity]]
    return [*recent, *acting] if acting else []


def directly(clauses: Clauses, trigger: Trigger, sentence: Span) -> Group:
    """`Entretien X / Y`, `Sommet à Lviv : X, Y et Z`: who is named right behind a noun without an article."""
    if clauses.text[sentence.start : trigger.start].strip(" -–—•*\n\t"):
        line = clauses.text[clauses.text.rfind("\n", 0, trigger.start) + 1 : trigger.start]
        if not line.rstrip().endswith(("-", "–", "—", ":")):
            return []
    for each in clauses.right(trigger.span.end, sentence)[:1]:
        between = clauses.text[trigger.span.end : each.span.start]
        if not each.marker and HEADED.fullmatch(between) and len(distinct(each.members)) > 1:
            return distinct(each.members)
    return []
