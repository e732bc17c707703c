"""Whom a clause leaves to be found: the other one spoken of, who else was there, who met apart."""

import re

from articles.nlp.components.meetings.clauses import Clauses, Group
from articles.nlp.components.meetings.gatherings import EVENT
from articles.nlp.components.meetings.listings import Listing, separate
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.reference import Reference
from articles.nlp.types import Span

SEPARATELY = re.compile(
    r"\b(?:séparément|tour à tour|successivement|l['’′]une? après l['’′]autre|chacune? de (?:son|leur) côté|"
    r"respectivement)\b",
    re.I,
)
#: Talks that each was one of: `des entretiens séparés avec X et Y`.
APART = re.compile(
    r"s?\s(?:\w+\s)?(?:séparée?s|distincte?s|successi(?:fs|ves)|individuel(?:le)?s|bilatér(?:aux|ales))\b"
)
#: Talks of which one has one partner at a time: `a multiplié les tête-à-tête avec X et Y`.
OF_ONE = re.compile(r"(?:rencontres|entrevues|audiences|tête-à-tête|face-à-face|appels|\w+s\stéléphoniques)\b", re.I)
SEVERAL = re.compile(r"\b(?:[ldsc]es|plusieurs|deux|trois|quatre|cinq|série de|d['’′])\s?(?:\w+\s)?$", re.I)
ONE = re.compile(r"\b(?:une?|cette|cet)\s(?:[\w-]+\s)?$")
#: The same of several who each met one other.
APIECE = re.compile(r"\b(?:séparément|tour à tour|chacun de (?:son|leur) côté)\b", re.I)
TOGETHER = re.compile(r"\b(?:ensemble|conjointement|à trois|à quatre|trilatéral\w*|quadripartite)\b", re.I)
#: Who joins one of the two: `a parlé à X en compagnie de Y`.
COMPANY = re.compile(r"\b(?:en compagnie|aux côtés|entourée?s?)\s*(?:d[eu]s?\s?|d['’′])?(?:l['’′]|la\s)?$", re.I)
AROUND = re.compile(r"\bautour\s(?:d|du\s)", re.I)
PRESENCE = re.compile(r"\ben\sprésence\sd")


JOINED = re.compile(
    r"\b(?:à\slaquelle|auquel|auxquel(?:le)?s|à\squi)\s(?:s['’′](?:est|étai(?:t|ent))|se\ssont)\s(?:\w+\s)?"
    r"(?:joint|associé|ralli)e?s?\s[^,;:.«»]{0,40}$"
)
#: Whoever brought others together, behind the noun: `la rencontre organisée en mai à Rome par X`.
ORGANISED = re.compile(
    rf"\b{EVENT}s?(?:\sde\s[a-zà-ÿ ]{{2,40}}?)?,?\s"
    rf"(?:organis|convoqu|parrain|héberg|accueilli)ée?s?\s(?:[^;:.«»]{{1,70}}\s)?par\s$"
)
#: Whoever leads talks, told before them: `Conduites à Doha par X, les discussions`.
LED = re.compile(
    r"\W*(?:Condui|Men|Dirig|Présid|Anim|Facilit|Accueilli|Organis|Pilot)(?:t?e|é?e?|é?)?s?\s(?:[^,;:.«»]{1,50}\s)?par\s"
)
#: A relative clause that the word stands in: `X, accompagné de Y, a vu Z, qui recevra`.
OWN_CLAUSE = re.compile(r",\s(?:qui|lequel|laquelle|que|où)\s[^,]*$")
#: As far as the clause of a word goes: `X et Y, que Z a reçus l'un après l'autre, sont repartis`.
CLAUSE_END = re.compile(r"[,;:.]")
#: `ira à Y à l'invitation de X, avant de voir Z`: X has no part in what comes next.
LED_ON = re.compile(r",?\savant\sd(?:e\s|['’′])[^,;:.]{0,12}$")
OTHER_CLAUSE = re.compile(
    r";|\bavant\s(?:de\s|d['’′])|\baprès\s(?:avoir|être|s['’′]être)\b|\b(?:mais|puis|et)\s(?:a|ont|avai(?:t|ent)|est|sont|étai(?:t|ent)|doi(?:t|vent)|va|vont|s['’′]|se)\b|,\s(?:a|ont|doi(?:t|vent))\s"
)
#: Words of a journey or of another clause, at whose side somebody stands: `X, venu à Y à l'invitation de Z`.
OF_ANOTHER = re.compile(
    r"\b(?:qui|que|qu['’′]|dont|où|visites?|déplacements?|voyages?|séjours?|tournées?|venue?s?|arrivée?s?|rendue?s?)\b"
)


class Parties:
    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.phrases = clauses.phrases
        self.references = clauses.references
        self.text = clauses.text

    def separated(self, trigger: Trigger, sentence: Span, listing: Listing) -> list[Group]:
        closing = CLAUSE_END.search(self.text, trigger.span.end, sentence.end)
        end = max(listing.span.end, closing.start() if closing else sentence.end)
        apart = SEPARATELY.search(self.text, trigger.start, end) or APART.match(self.text, trigger.span.end)
        apart = apart or self._each_of_one(trigger)
        if not apart and TOGETHER.search(self.text, sentence.start, sentence.end):
            return [listing.members]
        tour = len(listing.phrases) > 2 and trigger.lemma in {"rencontrer", "voir"}
        each = tour or apart or SEPARATELY.search(self.text, sentence.start, sentence.end) is not None
        each = each or self._dated_apart(trigger, sentence, listing)
        if each and len(listing.phrases) == 1:
            return [[one] for one in listing.members]
        if not each and self._is_one(trigger):
            return [listing.members]
        return separate(listing, each=bool(each))

    def _each_of_one(self, trigger: Trigger) -> re.Match[str] | None:
        """Whether the noun is a plural of talks of two: `des appels téléphoniques`."""
        countable = not trigger.is_verb and OF_ONE.match(self.text, trigger.span.start)
        return SEVERAL.search(self.text, max(0, trigger.start - 30), trigger.start) if countable else None

    def _is_one(self, trigger: Trigger) -> bool:
        """`une visioconférence avec X et avec Y`: a call of one who speaks to several at once."""
        alone = not trigger.is_verb and trigger.kind in {"call", "video"}
        return alone and ONE.search(self.text, max(0, trigger.start - 30), trigger.start) is not None

    def received(self, trigger: Trigger, sentence: Span, hosts: Listing) -> list[Group]:
        """`X et Y ont été reçus séparément par Z`, `X a été reçu par Y puis par Z`."""
        guests = self.clauses.subject(trigger, sentence)
        if len(guests) > 1 and SEPARATELY.search(self.text, trigger.start, hosts.span.start):
            return [[one, *hosts.members] for one in guests]
        return [[*guests, *group] for group in self.separated(trigger, sentence, hosts)]

    def one_by_one(self, subject: Group, groups: list[Group], sentence: Span) -> list[Group]:
        """`X et Y ont vu séparément Z`: each of them saw the only one there is."""
        alone = len(groups) == 1 and len(groups[0]) == 1 and len(subject) > 1
        return (
            [[one] for one in subject]
            if alone and APIECE.search(self.text, sentence.start, sentence.end)
            else [subject]
        )

    def _dated_apart(self, trigger: Trigger, sentence: Span, listing: Listing) -> bool:
        """`doit voir demain X, et Y vendredi`: each has a day of its own."""
        days = [one.span for one in self.phrases.mentions if one.label == "DATE" and one.span.within(sentence)]
        first = any(trigger.span.end <= day.start < listing.span.start for day in days)
        return first and len(listing.phrases) > 1 and any(0 < day.start - listing.span.end < 4 for day in days)

    def women_before(self, position: int) -> Group:
        index = self.references.sentences.index(position)
        start = self.references.sentences.spans[max(0, index - 4)].start
        people = self.references.within(Span(start, position), people_only=True)
        return [one for one in people if self.phrases.standing.holders.is_woman(one.entity)]

    def other(self, position: int, sentence: Span, known: Group, *, pronoun: str = "il") -> Reference | None:
        """The person spoken of last who is none of those; `lui` may mean a woman too."""
        taken = {one.entity for one in known}
        here = self.references.within(Span(sentence.start, position), people_only=True)
        for one in here:
            if one.entity not in taken:
                return one
        for each in self.clauses.left(position, sentence):
            acting = [one for one in each.members if not each.marker and self.clauses.kind(one) == "person"]
            if acting and acting[0].entity not in taken:
                return acting[0]
        last = self.phrases.protagonists.last(sentence.start, pronoun=pronoun, without=taken)
        if last is not None:
            return last
        return next((one for one in reversed(self.phrases.standing.recent) if one.entity not in taken), None)

    def last(self, position: int) -> Group:
        last = self.phrases.protagonists.last(position)
        return [last] if last is not None else []

    def _in_company(self, listing: Listing, sentence: Span) -> bool:
        before = COMPANY.search(self.text, max(sentence.start, listing.span.start - 25), listing.span.start)
        return before is not None and self.clauses.are_people(listing.members)

    def present(self, sentence: Span, trigger: Trigger | None = None) -> Group:
        """Whoever is there as well: `en présence de X`, `accompagné de Y`."""
        lists = self.phrases.lists(sentence)
        joining = trigger is not None and trigger.is_verb
        there = [each for each in lists if each.marker == "presence" or (joining and self._in_company(each, sentence))]
        patrons = [each for each in lists if each.marker == "patron"]
        there += [
            each for each in patrons if self.clauses.are_people(each.members) and not self._of_another(each, trigger)
        ]
        there += [
            each
            for each in lists
            if each.marker == "dont" and PRESENCE.search(self.text, sentence.start, each.span.start)
        ]
        there += [each for each in lists if self._has_joined(each, sentence) or self._has_organised(each, trigger)]
        return [one for each in there if trigger is None or self._of_word(each, trigger) for one in each.members]

    def _of_another(self, listing: Listing, trigger: Trigger | None) -> bool:
        """Whether a clause or a journey is told between the word and those at whose wish or under whom it was."""
        if trigger is None or trigger.kind == "visit":
            return False
        return OF_ANOTHER.search(self.text, trigger.span.end, listing.span.start) is not None

    def witnesses(self, sentence: Span) -> Group:
        """Those in whose presence others met; not under whose auspices, as whoever brings two together is a third."""
        there = [each for each in self.phrases.lists(sentence) if each.marker != "patron"]
        present = {one.entity for one in self.present(sentence)}
        return [one for each in there for one in each.members if one.entity in present]

    def _has_joined(self, listing: Listing, sentence: Span) -> bool:
        """`discussions auxquelles s'est joint X`."""
        return not listing.marker and JOINED.search(self.text, sentence.start, listing.span.start) is not None

    def _has_organised(self, listing: Listing, trigger: Trigger | None) -> bool:
        """`la rencontre organisée en mai à Rome par X`: whoever brings others together is there."""
        people = listing.marker == "par" and self.clauses.are_people(listing.members)
        if not people or trigger is None or trigger.kind == "visit":
            return False
        return ORGANISED.search(self.text, trigger.start, listing.span.start) is not None

    def leading(self, sentence: Span, trigger: Trigger) -> Group:
        """`Conduites par X, les discussions ont duré`: whoever leads what the noun behind tells of."""
        led = [
            each
            for each in self.phrases.lists(sentence)
            if each.marker == "par" and each.span.end < trigger.start and self.clauses.are_people(each.members)
        ]
        return led[0].members if led and LED.fullmatch(self.text, sentence.start, led[0].span.start) else []

    def around(self, sentence: Span, trigger: Trigger) -> Group:
        """Who gathers with a body: those present, and under whom or at whose wish it meets."""
        patrons = [each for each in self.phrases.lists(sentence) if each.marker == "patron"]
        convened = [
            each
            for each in self.phrases.lists(sentence)
            if each.marker == "avec" and (self.is_around(each) or self._in_company(each, sentence))
        ]
        beside = self.clauses.marked("avec", trigger.span.end, sentence) if trigger.is_verb else None
        there = [each for each in (*patrons, *convened) if self._of_word(each, trigger)]
        there += [beside] if beside is not None and beside not in there else []
        return [*self.present(sentence, trigger), *(one for each in there for one in each.members)]

    def is_around(self, listing: Listing) -> bool:
        """`s'est réuni autour de son secrétaire général`."""
        return AROUND.search(self.text, max(0, listing.span.start - 12), listing.span.start + 3) is not None

    def _of_word(self, listing: Listing, trigger: Trigger) -> bool:
        """Whether no other clause with a verb of its own begins between."""
        if listing.span.start < trigger.span.end:
            led_on = LED_ON.search(self.text, listing.span.end, trigger.start)
            return not led_on and OWN_CLAUSE.search(self.text, listing.span.end, trigger.start) is None
        return OTHER_CLAUSE.search(self.text, trigger.span.end, listing.span.start) is None
