"""Words of a journey that are neither its verb nor its noun: `X, présent à Y`, `celle de X remontait à 1995`."""

import re
from collections.abc import Iterator

from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import MentionRecord, Span

#: Beside a name; those who came for a gathering are told of by that.
PRESENT = re.compile(
    r"(?<=, )(?P<word>présente?s?)(?:\s(?:jusqu['’′](?:à|au)\s|depuis\s|ce\s|le\s)?"
    r"(?:[a-z]+di|dimanche|hier|\d{1,2}\s[a-zéû]+))?"
    r"\s(?:à|en|au|aux)\s(?:la\s)?(?=[A-ZÀ-Ý])"
    r"(?![^,;.]{0,60}?\b(?:pour|lors\sd\S*|à\sl['’′]occasion\sd\S*)\s(?:le\s|la\s|l['’′]|une?\s|(?=[GA-Z]))(?:(?!\w*s\b)\w+\s)?"
    r"(?:sommet|conférence|forum|réunion|session|assemblée|congrès|G7|G20))"
)
#: For its lemma, a word that tells of a journey like the one before it.
ANOTHER_JOURNEY = "celle"
#: `À son arrivée à Y`, `l'arrivée de X à Y`, `Y - Arrivée de X`.
ARRIVAL = re.compile(r"[aA]rrivée(?=\s)")
#: `De retour de Y`; `de retour à Y` leads home.
BACK = re.compile(r"\b[dD]e\s(?P<word>retour)(?=\s(?:[a-z]+di\s|dimanche\s|hier\s)?(?:de|du|des|d['’′])\b)")
#: What makes a noun of the word, which is mostly a participle.
NOUN = re.compile(r"(?:\b[Ll]['’′]|\b[Ss]on\s|\bd['’′]|(?:^|\n|[-–—:\d][ \t])[ \t]*)$")
OF_JOURNEY = r"(?:visite|venue|mission|tournée|voyage|déplacement|séjour)s?"
#: Which journey it is a further one of was told in the sentence or the one before.
THAT_OF = re.compile(
    rf"(?<!\w){OF_JOURNEY}\b[^;:«»\n]{{0,200}}?"
    r"(?:\b(?:depuis|après|était|fut|est)\s(?P<since>cel(?:le|ui))|,\s(?P<alone>cel(?:le|ui)))(?=\s(?:de\s|du\s|d['’′]))"
    r"(?P<behind>[^;:.«»]{0,90}?\s(?:remont(?:e|ait)|dat(?:e|ait)|avait\seu\slieu|s['’′]était\sdéroulée?))?"
)
#: What somebody is awaited for where it is a gathering of some body.
FOR_GATHERING = re.compile(
    r",?\s(?:[^,;:.]{0,30}\s)?pour\s(?:une?|la|le)\s(?:\w+\s)?(?:réunion|sommet|conférence|session|assemblée)\s(?:[a-zà-ÿ]+\s)?"
    r"(?:d[eu]s?\s|de\s(?:la\s|l['’′])|d['’′])(?:ministres\s)?"
)


def untold(text: str) -> Iterator[Trigger]:
    """Journeys told by such words, in the frame that nouns and verbs of journeys have."""
    for match in PRESENT.finditer(text):
        word = Span(*match.span("word"))
        yield Trigger(word, word.start, "présent", "visit", "visit", is_verb=True, participle=True)
    for match in ARRIVAL.finditer(text):
        if NOUN.search(text, max(0, match.start() - 6), match.start()) is None:
            continue
        word = Span(*match.span())
        yield Trigger(word, word.start, "arrivée", "visit", "visit", is_verb=False)
    for match in BACK.finditer(text):
        word = Span(*match.span("word"))
        yield Trigger(word, word.start, "retour", "return", "visit", is_verb=False)
    for match in THAT_OF.finditer(text):
        if match["since"] or match["behind"]:
            word = Span(*match.span("since" if match["since"] else "alone"))
            yield Trigger(word, word.start, ANOTHER_JOURNEY, "visit", "visit", is_verb=False)


def is_apposed(text: str, trigger: Trigger) -> bool:
    """`X, arrivé jeudi à Y, a reçu`: told for its own sake, beside what was done there."""
    return trigger.is_bare and text.endswith(", ", 0, trigger.start)


def is_news(trigger: Trigger) -> bool:
    """`est arrivé lundi à Y, où il a vu Z`: news of its own; in the historic present it only sets the scene."""
    told = trigger.participle or trigger.infinitive or trigger.future
    return trigger.is_verb and told and trigger.frame != "stay"


def is_for_body(text: str, trigger: Trigger, place: MentionRecord) -> bool:
    """`sont attendus à Y pour une réunion du Conseil`: told of by what they come to take part in."""
    awaited = trigger.frame == "expected" and trigger.span.end <= place.span.start
    return awaited and FOR_GATHERING.match(text, place.span.end) is not None
