"""Who received whom by a noun that is granted: `l'audience que lui a accordée X`, `accorde une entrevue à X`."""

import re

from articles.nlp.components.meetings.clauses import Clauses, Group
from articles.nlp.components.meetings.parties import Parties
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import Span

GRANTED = frozenset(
    {"audience", "banquet", "déjeuner", "dîner", "entretien", "entrevue", "réception", "rendez-vous", "tête-à-tête"}
)
GRANTED_BEHIND = re.compile(
    r"\s(?:de\s\w+\s)?qu(?:e|['’′])\s*(?P<il>ils?|elles?)?\s*(?:(?:doi(?:t|vent)|devai(?:t|ent)|va|vont|allai(?:t|ent))\s)?"
    r"(?P<lui>lui|leur)?\s*(?:(?:a|ont|avait|avaient)\s(?:\w+\s)?(?:accord|offer|donn)\w+|(?:accord|donn|offr)\w+)"
)
GRANTED_BEFORE = re.compile(
    r"(?P<lui>\b(?:lui|leur)\s)?(?:(?:a|ont|avait)\s)?(?:accord|donn|octroy)\w+\s(?:[^,;:.]{1,50}?\s)??"
    r"(?:une|des|plusieurs|deux|trois|quatre)\s(?:\w+\s)?$"
)


class Granting:
    def __init__(self, clauses: Clauses, parties: Parties) -> None:
        self.clauses = clauses
        self.parties = parties
        self.text = clauses.text

    def of(self, trigger: Trigger, sentence: Span) -> list[Group]:
        """`l'audience que lui a accordée X`, `les audiences qu'il a accordées à X`, `accorde une audience à X`."""
        behind = GRANTED_BEHIND.match(self.text, trigger.span.end, sentence.end)
        before = GRANTED_BEFORE.search(self.text, sentence.start, trigger.span.start)
        if behind and behind["lui"]:
            host = self.clauses.first(self.clauses.right(behind.end(), sentence))
            they = self.clauses.meant("ils", sentence.start) if behind["lui"] == "leur" else []
            before_it = self.clauses.first(self.clauses.left(trigger.start, sentence))
            told_of = self.clauses.phrases.protagonists.last(sentence.start, pronoun="")
            guest = before_it or they or ([told_of] if told_of is not None else [])
            return [[*guest, *host]]
        if behind is None and before is None:
            return []
        position = behind.end() if behind else trigger.span.end
        host = self.clauses.meant(behind["il"], behind.start("il")) if behind and behind["il"] else []
        host = host or self.clauses.subject(trigger, sentence) or self.parties.last(sentence.start)
        if before and before["lui"]:
            other = self.parties.other(before.start(), sentence, host)
            return [[*host, other]] if other is not None else []
        listing = self.clauses.marked("à", position, sentence)
        return [[*host, *phrase.members] for phrase in listing.phrases] if listing else []
