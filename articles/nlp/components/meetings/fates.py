"""What became of a meeting that was planned: the verb that has it for its subject says so, wherever it stands.

`Le sommet qui devait réunir X et Y n'aura pas lieu`, `Une étape à Z était prévue ; elle a été supprimée`.
"""

import re

from articles.nlp.components.assertion.patterns import COME_TRUE, FALLEN_THROUGH, RESCHEDULED
from articles.nlp.components.meetings.triggers import Trigger, nouns
from articles.nlp.types import Span

_OFF = r"(?:annul|report|ajourn|repouss|abandonn|supprim|décommand|écart|différ)ée?s?|(?:suspendu|remis)e?s?"
_ADVERB = r"\w+ment\s|donc\s|toutefois\s|ensuite\s|de nouveau\s|à nouveau\s|encore\s"
_BY_THE_WAY = rf"(?:{_ADVERB}){{0,2}}"
#: The verb of an event that is off.
OFF = re.compile(
    rf"\b(?:n['’′]\s?(?:aura(?:it)?|a|avait|ont|auront)\s{_BY_THE_WAY}(?:pas|plus|jamais)\s(?:pu\s(?:avoir|se)\b|(?:eu\s)?lieu)|"
    rf"ne\s(?:se|s['’′])\s?(?:tien|déroul|f|ouvr)\w*r(?:a|ont|ait|aient)\s{_BY_THE_WAY}(?:pas|plus)\b|"
    rf"(?:(?:a|ont|avai(?:t|ent))\s{_BY_THE_WAY}été|aurai?t?\sété|est|sont|sera|seront|étai(?:t|ent)|fu(?:t|rent))\s{_BY_THE_WAY}(?:{_OFF})\b|"
    rf"ne\ss['’′]est\s{_BY_THE_WAY}(?:pas|jamais)\s{COME_TRUE}ée?|"
    rf"a\s{_BY_THE_WAY}{FALLEN_THROUGH}\b|(?:est|sont)\stombée?s?\sà\sl['’′]eau)"
)
#: And of one that came about.
HELD = re.compile(
    rf"\b(?:(?:a|ont)\s(?:{_ADVERB}|bien\s|bel\set\sbien\s)*eu\slieu|s['’′]est\s(?:{_ADVERB}|bien\s|bel\set\sbien\s)*"
    r"(?:tenue?|déroulée?))\b"
)
#: What opens another clause, which may tell of another event.
OTHER = re.compile(r"[;:]|\b(?:mais|dont|alors que|tandis que|car|parce que|quand|lorsque|si)\b|\bs['’′]il")
RELATIVE = re.compile(
    r"(?:\s(?!qu[ei]\b)[\w'’′-]+){0,4}?,?\s(?:qui|que|qu['’′]|où|auquel|à\slaquelle)\s?(?:[^;:.]*\s)?$"
)
#: The next clause or sentence, of the same event.
NEXT = re.compile(
    r"[^;.\n]*(?:[;.]|,\smais)\s(?:(?P<woman>[Ee]lles?|[Cc]elle-ci)|[Ii]ls?|[Cc]elui-ci)\s(?P<verb>[^,;:.\n]*)"
)
FEMININE = re.compile(r"\b(?:une|la|cette|sa)\s(?:[\w-]+\s)?$", re.I)
MASCULINE = re.compile(r"\b(?:un|le|ce|cet|du|au)\s(?:[\w-]+\s)?$", re.I)
#: Further than that behind it nobody looks for the verb.
REACH = 260


def fate_of_planned(text: str, trigger: Trigger, sentence: Span) -> str:
    """The status that another clause gives to what the word tells as planned; empty where none does."""
    if not trigger.is_verb:
        return "cancelled" if _is_off_next(text, trigger) else ""
    if not _is_told_of_event(text, trigger, sentence):
        return ""
    behind = text[trigger.span.end : min(sentence.end, trigger.span.end + REACH)]
    for pattern, status in ((OFF, "cancelled"), (HELD, "held")):
        fate = pattern.search(behind)
        if fate is not None and OTHER.search(behind[: fate.start()]) is None:
            return "planned" if RESCHEDULED.search(behind[fate.start() :]) else status
    return ""


def _is_told_of_event(text: str, trigger: Trigger, sentence: Span) -> bool:
    """`la réunion qui devait rassembler`: whether the clause of a verb says of a noun of meeting what it is to be."""
    found = [match.end() for match in nouns()[0].finditer(text, sentence.start, trigger.start)]
    return bool(found) and RELATIVE.fullmatch(text, found[-1], trigger.start) is not None


def _is_off_next(text: str, trigger: Trigger) -> bool:
    """`Une étape à X était prévue ; elle a été supprimée`."""
    following = NEXT.match(text, trigger.span.end, trigger.span.end + REACH)
    if following is None or OFF.match(following["verb"]) is None or RESCHEDULED.search(following["verb"]):
        return False
    before = text[max(0, trigger.start - 25) : trigger.start]
    return (MASCULINE if following["woman"] else FEMININE).search(before) is None
