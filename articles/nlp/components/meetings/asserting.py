"""Whether a word of meeting tells what was held, is planned, is off or never was."""

import re

from articles.nlp.components.assertion.governing import without_asides
from articles.nlp.components.assertion.status import Assertion, of_noun, of_verb
from articles.nlp.components.meetings.adjuncts import lies_ahead_with_verb
from articles.nlp.components.meetings.asides import asides
from articles.nlp.components.meetings.day_words import LONG_AFTER
from articles.nlp.components.meetings.fates import fate_of_planned
from articles.nlp.components.meetings.invitations import is_accepted, is_invitation
from articles.nlp.components.meetings.last_seen import nobody_since, tells_when_last
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.components.meetings.undertaking import lies_ahead
from articles.nlp.components.meetings.visit_words import ANOTHER_JOURNEY
from articles.nlp.sentences import Sentences
from articles.nlp.types import Span

CIVIL = re.compile(r"\b(MM?|Mgr|Dr|St)\.")
#: Nouns of what goes on rather than of one meeting.
GOES_ON = frozenset(
    {
        "dialogue",
        "négociation",
        "pourparlers",
        "discussion",
        "contact",
        "concertation",
        "échange",
        "tractation",
        "sommet",
    }
)


#: `n'a pu que le constater, en recevant X`: what is told beside.
IN_DOING = re.compile(r"en\s(?:[ls]['’′]|les?\s|la\s|se\s|y\s)*\w+ant\b", re.I)
#: `veut apaiser la crise en se rendant à Y`: neither is said to be.
WISHED = re.compile(
    r"\b(?:veu(?:t|lent)|voulai(?:t|ent)|peu(?:t|vent)|souhait\w+|esp[éè]r\w+|enten(?:d|dent|dait)|\w+rai(?:t|ent))\s"
    r"(?:\w+\s){0,2}?\w+(?:er|ir|re)\s[^;:.]*$"
)
#: To whom a journey will go: `sa première visite serait pour V`.
TO_BE_FOR = re.compile(
    r"\s(?:[^\s,;:.]+\s){0,4}?(?:sera|serait)\s(?:\w+ment\s)?(?:pour|consacrée?\sà|réservée?\sà|à|en|aux?)\s"
)
#: `Ce sera sa première visite`, `X, dont ce serait le premier voyage`.
WILL_BE_IT = re.compile(
    r"\bce\s(?:sera|serait)\s(?:là\s)?(?:l[ae]\s|sa\s|son\s|leur\s|l['’′]|une?\s)?(?:[\w-]+\s){0,3}$", re.I
)


def asserted(text: str, trigger: Trigger, sentence: Span, sentences: Sentences) -> Assertion:
    """A journey that somebody was invited to is planned once he has accepted, else not said to be."""
    if _in_doing(text, trigger) and WISHED.search(text, sentence.start, trigger.start):
        return Assertion("")
    found = _asserted(text, trigger, sentence)
    if found.status == "planned" and (fate := fate_of_planned(text, trigger, sentence)):
        return Assertion(fate, found.earlier)
    if found.status not in {"", "held"} or not is_invitation(text, trigger, sentence):
        return found
    index = sentences.index(sentence.start) + 1
    following = sentences.spans[index] if index < len(sentences.spans) else sentence
    return Assertion("planned" if is_accepted(text, trigger, following.end) else "")


def _in_doing(text: str, trigger: Trigger) -> bool:
    return IN_DOING.match(text, trigger.start, trigger.span.end) is not None


def _closed_at(text: str, trigger: Trigger, sentence: Span) -> int | None:
    """How far behind the word the aside ends that it stands in: `X, qui a fait une tournée en Y, est attendu à Z`."""
    place = trigger.span.end - sentence.start
    around = (each for each in asides(text[sentence.start : sentence.end]) if each.start < place <= each.end)
    return next((each.end - place for each in around), None)


def _asserted(text: str, trigger: Trigger, sentence: Span) -> Assertion:
    if trigger.frame == "expected":
        return Assertion("planned")
    # What the main clause denies or plans is another thing.
    start = trigger.start if _in_doing(text, trigger) else sentence.start
    before = CIVIL.sub(r"\1 ", text[start : trigger.span.start])
    behind = CIVIL.sub(r"\1 ", text[trigger.span.end : sentence.end].partition("\n")[0])
    if trigger.is_verb:
        return _of_verb(text, trigger, sentence, start, (before, behind))
    return _of_noun(text, trigger, sentence, before, behind[: _closed_at(text, trigger, sentence)])


def _of_verb(text: str, trigger: Trigger, sentence: Span, start: int, around: tuple[str, str]) -> Assertion:
    """`around` is the clause from `start` to the verb and from there on."""
    before, behind = around
    words, group = text[trigger.start : trigger.span.end], before[: max(trigger.start - start, 0)]
    if nobody_since(text, trigger, sentence) or tells_when_last(group, words, behind, trigger):
        return Assertion("held", earlier=True)
    tenses = {"future": trigger.future, "conditional": trigger.conditional, "infinitive": trigger.infinitive}
    found = of_verb(before, words, behind, **tenses)
    if trigger.frame == "depart" and found.status == "cancelled":
        return Assertion("")  # `aurait dû partir` tells of anybody; `aurait dû se rendre` of a visit that is off
    if trigger.participle and found.status == "held" and text.endswith("déjà ", 0, trigger.start):
        return Assertion("held", earlier=True)  # `X, déjà reçu vendredi`
    return Assertion("planned") if trigger.frame == "appoint" and found.status == "held" else found


def _of_noun(text: str, trigger: Trigger, sentence: Span, before: str, behind: str) -> Assertion:
    if trigger.lemma == ANOTHER_JOURNEY or LONG_AFTER.search(before):
        return Assertion("held", earlier=True)
    if WILL_BE_IT.search(before) or (trigger.kind == "visit" and TO_BE_FOR.match(behind)):
        return Assertion("planned")
    clause = re.split(r"[;:,]\s|\bmais\b", without_asides(before))[-1]
    told = of_noun(clause, behind, before, single=trigger.lemma not in GOES_ON)
    ahead = told.status == "held" and (lies_ahead(text, trigger.span.end, sentence.end) or lies_ahead_with_verb(before))
    return Assertion("planned", told.earlier) if ahead else told
