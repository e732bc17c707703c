"""Who takes part by a noun: `entretien de X avec Y`, `rencontre entre X et Y`, `l'audience que X lui a accordée`."""

import re

from articles.nlp.components.assertion.governing import has_not
from articles.nlp.components.meetings.addressing import Addressing
from articles.nlp.components.meetings.afterwards import parted
from articles.nlp.components.meetings.among import among_partners
from articles.nlp.components.meetings.attendance import heads_of_sides
from articles.nlp.components.meetings.barriers import BETWEEN_COMMAS, NOUN_BARRIER
from articles.nlp.components.meetings.bringing import AGREED, brought, offered_to
from articles.nlp.components.meetings.called import called, called_by
from articles.nlp.components.meetings.clauses import Clauses, Group, distinct
from articles.nlp.components.meetings.fronting import several_fronted
from articles.nlp.components.meetings.granting import GRANTED, Granting
from articles.nlp.components.meetings.listings import Listing
from articles.nlp.components.meetings.markers import is_elliptic
from articles.nlp.components.meetings.nationalities import sides
from articles.nlp.components.meetings.parties import Parties
from articles.nlp.components.meetings.patterns import SO_LONG
from articles.nlp.components.meetings.relations import is_of_relation
from articles.nlp.components.meetings.renewed import NEW, is_planned_one
from articles.nlp.components.meetings.series import is_one_of_series, says_why
from articles.nlp.components.meetings.triggers import Trigger, nouns
from articles.nlp.components.meetings.undertaking import undertaken
from articles.nlp.components.meetings.unpartnered import (
    ATTENDED,
    directly,
    having_met,
    led_by_several,
    of_sentence_before,
)
from articles.nlp.components.meetings.verb_frames import WITH_THEM
from articles.nlp.components.meetings.whereabouts import traveller
from articles.nlp.group_offices import NUMBERS
from articles.nlp.reference import Reference
from articles.nlp.types import Span

IN_MARGIN = re.compile(r"\ben marge d(?:e la|e l['’′]|es?|u|['’′]une?)\s?(?:\w+\s)?$", re.I)
#: What is given in somebody's honour.
GIVEN = frozenset({"banquet", "déjeuner", "dîner", "dîner d'État", "iftar", "réception", "souper"})
#: `X, hôte du sommet, verra Y`: says who X is.
HOST_OF = re.compile(
    r"\b(?:hôte(?:sse)?|organisat(?:eur|rice)|invitée?s?)\s(?:du|de\sla|de\sl['’′])\s?(?:\w+\s)?$", re.I
)
SO_MANY = re.compile(r"\bà\s(trois|quatre|cinq)\b")
#: A verb of having or leading talks, before the noun.
HAVING = re.compile(
    r"(?:\b(?:eu|avoir|auront|tenu|tiendront|tenir|tiennent|mené|mènent|mener|poursuivi|poursuivent|entamé|entament|repris|"
    r"reprennent|partagé|ouvert|clos|achevé|conclu|retrouvés|participé|proc[éè]d(?:é|ent|er))\s(?:[^,;.]{0,30}\s)?"
    rf"(?:{SO_LONG}\s(?:de|d['’′])|une?|des|les?|la|de|leurs?)?\s?(?:\w+\s)?|\b(?:par|en)\s)$"
)
#: `la rencontre, lundi à Rome, de X et de Y`.
WHEN_ASIDE = re.compile(r",[^,;:.]{2,40},(?=\s(?:de|du|des|d['’′])?)")
#: When or where they had them: `ont eu, lundi à Rome, un entretien`.
ASIDE = re.compile(r",\s[^,;:.]{2,40},\s(?=(?:à\s)?(?:une?|des|leurs?|de|deux|trois|quatre|plus|près)\s)")
#: A partner put first, and the noun that is the subject behind it.
AT_HEAD = re.compile(r"Avec\s(?:l['’′]|la\s|le\s)?")
SUBJECT_BEHIND = re.compile(r",\s(?:les?\s|la\s|l['’′]|des\s|ses\s|son\s)")
#: Between the partner put first and the noun: no other time that the noun is of, `avant le sommet`.
BEFORE_NOUN = re.compile(r"[,\s]*(?:(?!(?:avant|après|depuis|dès|vers|malgré)\b)[\w'’]+[\s,]+){0,6}")
NONE_OF = re.compile(r"\b(?:aucune?|pas\sde|pas\sd['’′])\s*(?:\w+\s)?$", re.I)
POSSESSIVE = re.compile(r"\b(?:son|sa|ses)\s(?:\w+\s){0,2}$", re.I)
MUTUAL = re.compile(r"\bleurs?\s(?:\w+\s){0,2}$", re.I)
#: What the talks were about, which is what is between two: `ont porté sur un accord entre A et B`.
ABOUT = re.compile(
    r"\bport\w+\s(?:\w+ment\s)?sur\b|\bsur\s(?:une?\s|la\s|les?\s|l['’′])(?:\w+\s)?"
    r"(?:[\w'’′-]+\s){0,4}(?:accord|partenariat|traité|conflit|relations?|frontière|litige|différend|cessez-le-feu|trêve|"
    r"coopération)\b"
)
#: The noun says what something else was about: `consacré à la préparation de la réunion`, `en vue du sommet`.
OF_ELSE = re.compile(
    r"(?<!heure)(?<!heures)(?<!minutes)\s(?:d[eu]|des|aux?|à|sur|pour|par)\s(?:(?:l[ae]s?|ce|cette|son|sa|leur|une?)\s)?"
    r"(?:[\w-]+\s)?$"
)
#: Whose it is stands behind it, understood or not: `aucun contact entre diplomates des deux pays`.
OF_OTHERS = re.compile(r"\s(?:[a-zà-ÿ-]+\s){0,2}entre\s")


class NounFrames:
    def __init__(self, clauses: Clauses, parties: Parties) -> None:
        self.clauses = clauses
        self.parties = parties
        self.addressing = Addressing(clauses, parties)
        self.granting = Granting(clauses, parties)
        self.phrases = clauses.phrases
        self.references = clauses.references
        self.text = clauses.text

    def of(self, trigger: Trigger, sentence: Span) -> list[Group]:
        if self._is_of_series(trigger, sentence):
            return [self.clauses.met]
        opening = self.text[sentence.start : trigger.span.start]
        if IN_MARGIN.search(opening) or HOST_OF.search(opening):
            return []
        if outright := self._outright(trigger, sentence):
            return outright
        between = self.clauses.marked("entre", trigger.span.end, sentence, NOUN_BARRIER)
        spoken_of = between is not None and ABOUT.search(self.text, trigger.span.end, between.span.start)
        if between is not None and not spoken_of and len(distinct(between.members)) > 1:
            return [heads_of_sides(self.clauses, trigger, sentence, between) or between.members]
        own = undertaken(self.clauses, trigger, sentence)
        if own is not None and len(distinct(own.who)) != 1:
            return [own.who]
        if together := brought(self.clauses, trigger, sentence):
            return [together]
        listing = self._with(trigger, sentence)
        if (
            listing is None
            or self._is_of_another(trigger, listing)
            or self.parties.is_around(listing)
            or not self.clauses.goes_on(trigger.span.end, listing, sentence)
        ):
            return self._without_partner(trigger, sentence, opening)
        holder = self._holder(trigger, sentence, listing, opening)
        number = SO_MANY.search(self.text, trigger.span.end, listing.span.start)
        if number and len(self._others(listing)) + len(listing.members) == NUMBERS[number[1]]:
            return [[*self._others(listing), *listing.members]]
        return [[*holder, *group] for group in self.parties.separated(trigger, sentence, listing)]

    def _outright(self, trigger: Trigger, sentence: Span) -> list[Group]:
        """Whoever made or took a call, whoever was granted an audience."""
        if trigger.kind == "call":
            ends = called_by(self.clauses, trigger, sentence) or called(self.clauses, trigger, sentence)
            return [ends] if ends else []
        return self.granting.of(trigger, sentence) if trigger.lemma in GRANTED else []

    def _with(self, trigger: Trigger, sentence: Span) -> Listing | None:
        """`un entretien avec X`, `un dîner en l'honneur de X`."""
        given = trigger.lemma in GIVEN
        honoured = self.clauses.marked("honour", trigger.span.end, sentence, NOUN_BARRIER) if given else None
        if given and honoured is None:
            honoured = offered_to(self.clauses, trigger, sentence)
        partners = honoured or self.clauses.marked("avec", trigger.span.end, sentence, NOUN_BARRIER)
        return partners or among_partners(self.clauses, trigger, sentence)

    def _is_of_another(self, trigger: Trigger, listing: Listing) -> bool:
        """`hôte du sommet, il aura un entretien avec X`: the partner belongs to a later noun."""
        between = BETWEEN_COMMAS.sub(" ", self.text[trigger.span.end : listing.span.start])
        people = any(self.clauses.kind(one) == "person" for one in listing.members)
        if is_of_relation(between, with_people=people):
            return True
        return any("," in between[: other.start()] for other in nouns()[0].finditer(between))

    def partners(self, trigger: Trigger, sentence: Span) -> Group:
        """Whom a noun without a subject is with: `Entretien avec X`, `Réunion en présence de X`."""
        listing = self.clauses.marked("avec", trigger.span.end, sentence, NOUN_BARRIER)
        return [*(listing.members if listing else []), *self.parties.present(sentence)]

    def holder(self, trigger: Trigger, sentence: Span) -> Group:
        """Who has the talks whose partners a list names: the subject, else whoever travelled."""
        subject = self.clauses.subject(trigger, sentence)
        people = [one for one in subject if self.clauses.kind(one) == "person"]
        inside = self.references.within(Span(sentence.start, trigger.span.start), people_only=True)
        last = self.phrases.protagonists.last(sentence.start)
        return people or inside[:1] or ([last] if last is not None else [])

    def _others(self, listing: Listing) -> Group:
        """Who met before and is not in a list: `une conversation à quatre, avec X`."""
        taken = {one.entity for one in listing.members}
        return [one for one in self.phrases.standing.recent if one.entity not in taken]

    def _without_partner(self, trigger: Trigger, sentence: Span, before: str) -> list[Group]:
        standing = self.phrases.standing
        pronoun = WITH_THEM.search(self.text, trigger.span.end, sentence.end)
        if pronoun:
            subject = self.clauses.subject(trigger, sentence)
            other = self.parties.other(sentence.start, sentence, subject)
            return [[*subject, other]] if other is not None else []
        addressed = self.addressing.of(trigger, sentence) or parted(self.clauses, trigger, sentence)
        if together := addressed or self._so_many(trigger, sentence) or self._put_first(trigger, sentence):
            return [together]
        if partner := self._partner_before(trigger, sentence):
            free = [each for each in self.clauses.left(partner.span.start, sentence) if not each.marker]
            return [[*(free[-1].members if free else []), *partner.members]]
        subject = self.clauses.subject(trigger, sentence)
        if len(distinct(subject)) > 1 and (self._is_shared(before) or having_met(self.clauses, trigger, sentence)):
            return [subject]
        if ATTENDED.search(before):
            return []
        if MUTUAL.search(before[-30:]):
            together = self._named_before(trigger, sentence) or several_fronted(self.clauses, trigger, sentence)
            return [together or standing.groups.last(sentence.start, 2)]
        if direct := directly(self.clauses, trigger, sentence):
            return [direct]
        pair = self.clauses.marked("of", trigger.span.end, sentence, NOUN_BARRIER)
        if pair is not None and len(distinct(pair.members)) > 1 and self._right_behind(trigger, pair):
            return [pair.members]
        if another := self._another(trigger, sentence, before):
            return another
        return [self._compound(trigger, sentence) or self._told_otherwise(trigger, sentence)]

    def _another(self, trigger: Trigger, sentence: Span, before: str) -> list[Group]:
        """`une nouvelle rencontre`: those who met before."""
        new = NEW.search(before[-40:]) or is_planned_one(self.text, trigger, before)
        heads = self.text[trigger.span.end :].lstrip().startswith(":")
        if not new or heads or not self._names_nobody(trigger, sentence):
            return []
        standing = self.phrases.standing
        met = standing.recent_calls if trigger.kind == "call" else standing.recent
        number = SO_MANY.search(self.text, trigger.span.end, min(sentence.end, trigger.span.end + 20))
        return [met] if number is None or NUMBERS[number[1]] == len(met) else []

    def _told_otherwise(self, trigger: Trigger, sentence: Span) -> Group:
        led = led_by_several(self.clauses, trigger, sentence)
        if led or not self._names_nobody(trigger, sentence):
            return led
        return of_sentence_before(self.clauses, trigger, sentence)

    def _named_before(self, trigger: Trigger, sentence: Span) -> Group:
        """`X, Y et Z, lors de leur réunion`: all of a list that ends there, else the two people named last."""
        for each in self.clauses.left(trigger.start, sentence)[-1:]:
            listed = distinct(each.members)
            named = self.clauses.are_people(listed)
            if each.marker in {"", "par"} and len(listed) > 2 and named:
                return listed
        people = distinct(self.references.within(Span(sentence.start, trigger.span.start), people_only=True))
        return people[-2:] if len(people) > 1 else []

    def _is_shared(self, before: str) -> bool:
        """`leur réunion`, `ont tenu une réunion`, `sont convenus, lors d'une réunion`."""
        having = HAVING.search(ASIDE.sub(" ", before)[-60:])
        return any((MUTUAL.search(before[-30:]), having, AGREED.search(before)))

    def _is_of_series(self, trigger: Trigger, sentence: Span) -> bool:
        """`Le premier s'était tenu en juillet`, `La dernière session remonte à 2014`."""
        one = trigger.frame == "series" or is_one_of_series(self.text, sentence, trigger)
        return one and self._names_nobody(trigger, sentence)

    def _so_many(self, trigger: Trigger, sentence: Span) -> Group:
        """`a reçu X et Y, avant une réunion à trois`: the people of the sentence, where they are so many."""
        number = SO_MANY.match(self.text, trigger.span.end + 1, sentence.end)
        people = distinct(self.references.within(Span(sentence.start, trigger.span.start), people_only=True))
        return people if number and len(people) == NUMBERS[number[1]] else []

    def _compound(self, trigger: Trigger, sentence: Span) -> Group:
        """`le sommet franco-allemand`: both states, where it is an event of some day or place."""
        found = sides(self.text, trigger.span.end, min(sentence.end, trigger.span.end + 30))
        if found is None or "," in self.text[trigger.span.end : found[1].start()]:
            return []
        states = [self.phrases.standing.state(country) for country in found[0]]
        return [Reference(state, Span(*found[1].span())) for state in states if state is not None]

    def _names_nobody(self, trigger: Trigger, sentence: Span) -> bool:
        """Whether the clause of a noun names no actor but whoever says so."""
        if OF_OTHERS.match(self.text, trigger.span.end, sentence.end):
            return False
        cut = max(self.text.rfind(mark, sentence.start, trigger.start) for mark in ";:")
        lists = [each for each in self.phrases.lists(sentence) if each.span.start > cut]
        return all(each.marker == "other" or says_why(self.text, each, trigger, self.clauses.met) for each in lists)

    def _right_behind(self, trigger: Trigger, listing: Listing) -> bool:
        between = WHEN_ASIDE.sub("", self.text[trigger.span.end : listing.span.start])
        return len(between) < 25 and "," not in between

    def _partner_before(self, trigger: Trigger, sentence: Span) -> Listing | None:
        """`a eu avec X un entretien`: the partner stands before the noun."""
        for each in reversed(self.clauses.left(trigger.span.start, sentence)):
            own = BEFORE_NOUN.fullmatch(self.text, each.span.end, trigger.start)
            if each.marker == "avec" and own and not OF_ELSE.search(own[0]):
                return each
        return None

    def _put_first(self, trigger: Trigger, sentence: Span) -> Group:
        """`Avec X, les discussions ont porté sur`: whom the story tells of, and the partner at the head."""
        for each in self.clauses.left(trigger.span.start, sentence)[:1]:
            opens = AT_HEAD.fullmatch(self.text[sentence.start : each.span.start].lstrip())
            taken = {one.entity for one in each.members}
            if opens and SUBJECT_BEHIND.fullmatch(self.text, each.span.end, trigger.span.start):
                last = self.phrases.protagonists.last(sentence.start, pronoun="", without=taken)
                return [last, *each.members] if last is not None else []
        return []

    def _holder(self, trigger: Trigger, sentence: Span, listing: Listing, before: str) -> Group:
        """Who has the talks: `de X`, else the subject, else whom a possessive means."""
        own = self.clauses.marked("of", trigger.span.end, sentence, NOUN_BARRIER)
        if own is not None and own.span.end <= listing.span.start and self._right_behind(trigger, own):
            return own.members
        nobody = NONE_OF.search(before[-30:]) is not None and not has_not(before)
        taken = {one.entity for one in listing.members}
        acting = [] if nobody else self.clauses.subject(trigger, sentence)
        subject = [one for one in acting if one.entity not in taken]
        if subject and not (POSSESSIVE.search(before[-30:]) and self._are_states(subject)):
            return subject
        free = [each for each in self.clauses.left(trigger.start, sentence) if not each.marker]
        if not free and (convening := self.clauses.marked("par", trigger.span.end, sentence, NOUN_BARRIER)):
            return convening.members
        if nobody or not free or POSSESSIVE.search(before[-30:]) or is_elliptic(before):
            last = traveller(self.phrases.standing, sentence, taken) if not free else None
            last = last or self.phrases.protagonists.last(sentence.start, pronoun="", without=taken)
            return [last] if last is not None else []
        return []

    def _are_states(self, group: Group) -> bool:
        """`l'Ukraine au menu de sa rencontre avec X`: a state is no one of whom `sa rencontre` is told."""
        return all(self.clauses.kind(one) == "state" for one in group)
