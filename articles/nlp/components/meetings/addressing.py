"""Talks told only as where somebody was told something: `a présenté ses vœux à X au cours d'un entretien`."""

import re
from collections.abc import Sequence

from articles.nlp.components.meetings.clauses import Clauses, Group, distinct
from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.markers import is_followed_by_verb
from articles.nlp.components.meetings.parties import Parties
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.types import Span

DURING = re.compile(
    r"\b(?:au cours d['’′]|lors d['’′]|à l['’′](?:occasion|issue) d['’′]|à la (?:faveur|suite) d['’′]|au terme d['’′]|"
    r"(?:pendant|durant|après)\s)une?\s(?:\w+\s)?$",
    re.I,
)
#: Talks of two; a conference or a summit has an audience.
OF_TWO = frozenset({"entretien", "rencontre", "entrevue", "tête-à-tête", "rendez-vous", "audience", "conversation"})
#: An interview, or talks of somebody else.
OF_OTHERS = re.compile(
    r"\s(?:\w+\s)?(?:accordée?|publiée?|diffusée?|télévisée?|exclusi(?:f|ve)|(?:à|au|aux)\s(?:la\s|l['’′]|une?\s)?"
    r"(?:chaîne|radio|télévision|presse|journal|quotidien|magazine|hebdomadaire|agence|AFP|Reuters)|"
    r"(?:de|du|des|d['’′])\s?(?:la\s|l['’′])?(?:MM?\.|[A-ZÀ-Ý])|entre\s|(?:au|du)\s(?:journal|quotidien))"
)
#: What is done to whoever is addressed, as an object with `à`, and as one without.
TOLD_TO = re.compile(
    r"\s(?:présent|exprim|di(?:t|re)|assur|demand|réaffirm|confirm|propos|transmi|annonc|répét|promi|rappel|signifi|"
    r"fait\s(?:part|savoir)|adress|indiqu|réitér|témoign|garanti|soulign|expliqu|reproch|souhait)"
)
TOLD = re.compile(
    r"\s(?:a|ont|avait|avaient)\s(?:\w+ment\s)?"
    r"(?:(?:salué|félicité|remercié|assuré|informé|rassuré|averti|prévenu|mis en garde|pressé|exhorté|interpellé|"
    r"interrogé|convaincu|sondé|sommé|encouragé|appelé|invité)s?|(?:tenté|essayé|cherché)\s(?:[^,;:.]{2,25}\s)?(?:de|à)\s(?:convaincre|persuader|dissuader|"
    r"rassurer|rallier|apaiser))"
    r"(?:\ssur\s[A-Z]\w*)?"
)
#: The verb before whoever speaks: `ce qu'a dit X à Y`.
SAID = re.compile(
    r"\b(?:a|ont|avait|avaient)\s(?:dit|déclaré|indiqué|assuré|affirmé|confié|annoncé|demandé|rappelé|promis|répété|expliqué|"
    r"proposé)\s(?:le\s|la\s|l['’′])?$"
)
#: What is asked or had of whoever is addressed: `a sollicité l'aide de Y`, `a obtenu le soutien de Y`.
ASKED = re.compile(
    r"\b(?:sollicit|réclam|obten|obtien|recueill)\w*\s(?:l['’′]|les?\s|la\s|un\s|des\s)(?:[\w-]+\s){1,4}(?:de\s|d['’′])?$"
)
#: `X a remercié Y de son appel`, `l'a remercié pour son appel`.
THANKED = re.compile(
    r"(?P<him>\bl['’′])?(?:a|ont|avait)\s(?:\w+\s)?remercié(?:e|s)?\s(?P<whom>[^;:«»]{0,60}?)(?:pour|de)\sson\s(?:\w+\s)?$"
)
#: `son appel à la paix` is no call.
CALLED_FOR = re.compile(r"\s(?:à|au|aux|en faveur|pour)\s")


class Addressing:
    def __init__(self, clauses: Clauses, parties: Parties) -> None:
        self.clauses = clauses
        self.parties = parties
        self.text = clauses.text

    def of(self, trigger: Trigger, sentence: Span) -> Group:
        """Who said something at such talks, and to whom; nobody where they were no talks of both."""
        if trigger.kind == "call" and THANKED.search(self.text, sentence.start, trigger.start):
            return self._thanked(trigger, sentence)
        of_both = trigger.kind == "call" or trigger.lemma in OF_TWO
        if not of_both or not DURING.search(self.text, sentence.start, trigger.start):
            return []
        if OF_OTHERS.match(self.text, trigger.span.end, sentence.end):
            return []
        return (
            self._told(self.clauses.left(trigger.start, sentence))
            or self._told(self.clauses.right(trigger.span.end, sentence))
            or self._asked(trigger, sentence)
        )

    def _asked(self, trigger: Trigger, sentence: Span) -> Group:
        """`X a sollicité l'aide de Y lors d'un appel`: Y is the other end."""
        before = self.clauses.left(trigger.start, sentence)
        lists = before or self.clauses.right(trigger.span.end, sentence)
        subject = next((each.members for each in lists if not each.marker), [])
        for each in lists:
            asked = each.marker == "of" and ASKED.search(self.text, sentence.start, each.span.start)
            if asked and self.clauses.are_people([*subject, *each.members]):
                return distinct([*subject, *each.members]) if subject else []
        return []

    def _told(self, lists: Sequence[Listing]) -> Group:
        """Of the lists of a clause its subject, and the next if it is the one spoken to."""
        acting = [each for each in lists if not each.marker and is_followed_by_verb(self.text, each.span.end)]
        acting = acting or [
            each for each in lists if SAID.search(self.text[max(0, each.span.start - 30) : each.span.start])
        ]
        if not acting:
            return []
        subject = acting[-1]
        for each in [each for each in lists if each.span.start > subject.span.end][:1]:
            words = self.text[subject.span.end : each.span.start]
            spoken = TOLD_TO.search(words) or words.strip() in {"", "à"}
            told = spoken if each.marker == "à" else None if each.marker else TOLD.fullmatch(words.rstrip())
            if told and self.clauses.are_people(subject.members) and self.clauses.are_people(each.members):
                return distinct([*subject.members, *each.members])
        return []

    def _thanked(self, trigger: Trigger, sentence: Span) -> Group:
        thanks = THANKED.search(self.text, sentence.start, trigger.start)
        if thanks is None or CALLED_FOR.match(self.text, trigger.span.end):
            return []
        before = [each for each in self.clauses.left(thanks.start(), sentence) if not each.marker]
        subject = before[0].members[:1] if before else self.clauses.acting(thanks.start(), sentence)
        if thanks["him"]:
            other = self.parties.other(thanks.start(), sentence, subject)
            return [*subject, other] if subject and other is not None else []
        whom = [each for each in self.clauses.right(thanks.start("whom"), sentence) if each.span.end <= trigger.start]
        return (
            distinct([*subject, *whom[0].members])
            if subject and whom and self.clauses.are_people(whom[0].members)
            else []
        )
