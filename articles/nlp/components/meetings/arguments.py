"""Who takes part: subject, object, `avec`, `entre`, `par`."""

import re

from articles.nlp.components.meetings.patterns import (
    BARRIER,
    BETWEEN,
    BY,
    LINK,
    MUTUAL,
    NOUN_BARRIER,
    OBJECT_CLITIC,
    OF_ACTOR,
    PLURAL_CLITIC,
    POSSESSIVE,
    REFLEXIVE,
    SUBJECT_PRONOUN,
    THEN,
    TO,
    WITH,
)
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.reference import GROUP, NUMBERS, Reference, References
from articles.nlp.types import Span

Group = list[Reference]


class Arguments:
    """Finds the participants that go with a trigger in its sentence."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.text = references.text
        #: Who met in the telling before: `les deux ministres` are they, where the number fits.
        self.recent: Group = []

    def _usable(self, span: Span) -> Group:
        return [one for one in self.references.within(span) if self.references.kind(one) != "place"]

    def of(self, trigger: Trigger, sentence: Span) -> list[Group]:
        """A group of at least two for each meeting that the word tells; several where `puis` links them."""
        found = self._of_verb(trigger, sentence) if trigger.is_verb else self._of_noun(trigger, sentence)
        return [group for group in map(distinct, found) if len(group) > 1]

    def _of_verb(self, trigger: Trigger, sentence: Span) -> list[Group]:
        before = self.text[sentence.start : trigger.span.start]
        behind = Span(trigger.span.end, sentence.end)
        subject = self.subject(Span(sentence.start, trigger.start), trigger)
        if trigger.frame == "object":
            agents = self._first_list(behind, BY, people=False)
            if agents and self._passive(trigger, before):
                return [subject + agents[0]]
            if OBJECT_CLITIC.search(before[-12:]):
                return [self._with_clitic(subject, sentence, trigger)]
            if REFLEXIVE.search(before[-40:]):
                return [subject]
            return [subject + group for group in self._objects(behind)]
        if trigger.frame in {"avec", "call"}:
            groups = self._first_list(behind, WITH, people=False)
            if groups or trigger.frame == "avec" or REFLEXIVE.search(before[-40:]):
                return [subject + group for group in groups] or [subject]
        if trigger.frame in {"à", "call"}:
            if re.search(r"\blui\s+$", before[-8:], re.I):
                return [self._with_clitic(subject, sentence, trigger)]
            return [subject + group for group in self._first_list(behind, TO, people=True)]
        return [subject + group for group in self._objects(behind)] if trigger.frame == "phone" else []

    def _passive(self, trigger: Trigger, before: str) -> bool:
        word = self.text[trigger.span.start : trigger.span.end].lower()
        group = f"{before[-30:]}"
        active = re.search(r"\b(?:a|ont|avait|avaient|ayant)\s+(?!été\b)(?:\w+\s+)?$", group)
        return re.search(r"(?:[uié]|u[es]|i[es]|é[es])s?$", word) is not None and active is None

    def _with_clitic(self, subject: Group, sentence: Span, trigger: Trigger) -> Group:
        """`il l'a reçu`: the other one is whom the sentence, or the one before, spoke of."""
        if PLURAL_CLITIC.search(self.text[sentence.start : trigger.span.start]):
            return subject + self.group_of(sentence.start, 2)
        known = {one.entity for one in subject}
        earlier = [
            one
            for one in self.references.within(Span(sentence.start, trigger.start), people_only=True)
            if one.entity not in known
        ]
        if earlier:
            return [*subject, earlier[0]]
        last = self.references.last_person(sentence.start)
        return [*subject, last] if last is not None else subject

    def subject(self, span: Span, trigger: Trigger) -> Group:
        """The nearest actors before the word that no preposition governs, else the pronoun, else a group of people."""
        free = [one for one in self._usable(span) if not self.references.governed(one)]
        end = free[-1].span.end if free else span.start
        groups = list(GROUP.finditer(self.text, end, max(end, span.end)))
        if groups:
            return self.group_of(groups[-1].start(), NUMBERS[groups[-1][1].lower()])
        pronoun = self._pronoun(Span(end, trigger.span.start))
        if pronoun:
            return pronoun
        return self._chain_back(free) if free else []

    def _pronoun(self, span: Span) -> Group:
        found = list(SUBJECT_PRONOUN.finditer(self.text, span.start, span.end))
        if not found or found[-1][1].lower().startswith("l"):
            return []
        word = found[-1][1].lower()
        if word.endswith("s"):
            return self.group_of(found[-1].start(), max(2, len(self.recent)))
        person = self.references.last_person(found[-1].start(), feminine=word == "elle")
        return [person] if person is not None else []

    def group_of(self, position: int, size: int) -> Group:
        here = self.references.within(Span(self.references.sentences.at(position).start, position), people_only=True)
        if len(self.recent) == size and len(distinct(here)) < size:
            return self.recent
        return self.references.last_group(position, size)

    def _grouped(self, span: Span) -> Group:
        match = GROUP.search(self.text, span.start, span.end)
        return self.group_of(match.start(), NUMBERS[match[1].lower()]) if match else []

    def _chain_back(self, free: Group) -> Group:
        chain = [free[-1]]
        for one in reversed(free[:-1]):
            gap = self.text[one.span.end : self.references.phrase_start(chain[0])]
            if not LINK.fullmatch(gap):
                break
            chain.insert(0, one)
        return chain

    def _objects(self, span: Span) -> list[Group]:
        """The people behind a verb that no preposition governs, in lists."""
        found = [one for one in self.references.within(span, people_only=True) if not self.references.governed(one)]
        if not found or BARRIER.search(self.text, span.start, self.references.phrase_start(found[0])):
            return []
        return self._lists(found, span)

    def _first_list(
        self, span: Span, marker: re.Pattern[str], *, people: bool, barrier: re.Pattern[str] = BARRIER
    ) -> list[Group]:
        """The lists of actors that begin right behind a preposition."""
        found = [one for one in self._usable(span) if not people or self.references.kind(one) == "person"]
        for index, one in enumerate(found):
            start = self.references.phrase_start(one)
            before = self.text[span.start : start]
            if barrier.search(before):
                return []
            if marker.search(before):
                lists = self._lists(found[index:], span)
                return [[who for who in group if self.references.kind(who) == "person"] or group for group in lists]
        return []

    def _lists(self, found: Group, span: Span) -> list[Group]:
        """The actors linked to the first, cut at each `puis`."""
        lists = [[found[0]]]
        for one in found[1:]:
            last = lists[-1][-1]
            gap = self.text[last.span.end : self.references.phrase_start(one)]
            if last.role is not None:
                gap = self._behind_apposition(last, one) or gap
            if not LINK.fullmatch(gap):
                break
            if THEN.search(gap):
                lists.append([one])
            else:
                lists[-1].append(one)
        return lists

    def _behind_apposition(self, last: Reference, one: Reference) -> str:
        role = self.references.draft.mentions[last.role].span if last.role is not None else last.span
        return self.text[role.end : self.references.phrase_start(one)] if role.start > last.span.start else ""

    def _of_noun(self, trigger: Trigger, sentence: Span) -> list[Group]:
        behind = Span(trigger.span.end, sentence.end)
        before = self.text[sentence.start : trigger.span.start]
        if match := BETWEEN.match(self.text[behind.start : behind.end]):
            start = behind.start + match.end()
            group = GROUP.match(self.text[start - 6 : sentence.end].lstrip("e"))
            if group or GROUP.match("les " + self.text[start:].removeprefix("les ")):
                return [self._grouped(Span(start - 7, sentence.end))]
            found = self._usable(Span(start, sentence.end))
            close = found and not re.search(
                r"[.;:]|\b(?:qui|où|a|est)\b", self.text[start : self.references.phrase_start(found[0])]
            )
            return self._lists(found, behind)[:1] if close else []
        if MUTUAL.search(before[-30:]):
            people = distinct(self.references.within(Span(sentence.start, trigger.span.start), people_only=True))
            return [people[-2:] if len(people) > 1 else self.references.last_group(sentence.start, 2)]
        with_whom = self._first_list(behind, WITH, people=False, barrier=NOUN_BARRIER)
        if not with_whom and (partner := self._with_before(trigger, sentence)):
            return [[*self.subject(Span(sentence.start, partner.span.start - 1), trigger), partner]]
        if not with_whom:
            return self._tete_a_tete(trigger, sentence)
        return [self._holder(trigger, sentence, with_whom[0][0]) + group for group in with_whom]

    def _with_before(self, trigger: Trigger, sentence: Span) -> Reference | None:
        """`a eu avec X un entretien`: the partner stands before the noun."""
        found = self._usable(Span(sentence.start, trigger.span.start))
        if not found or not re.fullmatch(
            r"\s(?:une?|des|de longs)\s(?:\w+\s)?", self.text[found[-1].span.end : trigger.span.start]
        ):
            return None
        start = self.references.phrase_start(found[-1])
        return (
            found[-1]
            if re.search(r"\bavec\s+(?:le |la |l['’]|son |sa )?$", self.text[sentence.start : start])
            else None
        )

    def _tete_a_tete(self, trigger: Trigger, sentence: Span) -> list[Group]:
        """`Les deux hommes sont restés en tête-à-tête`: only who is spoken of as a group."""
        group = GROUP.search(self.text, sentence.start, trigger.start)
        return [self._grouped(Span(sentence.start, trigger.start))] if group else []

    def _holder(self, trigger: Trigger, sentence: Span, other: Reference) -> Group:
        """Who has the talks: `de X`, else the subject, else whom a possessive means."""
        for one in self._usable(Span(trigger.span.end, self.references.phrase_start(other))):
            if OF_ACTOR.search(self.text[trigger.span.end : self.references.phrase_start(one)]):
                return [one]
        subject = self.subject(Span(sentence.start, trigger.span.start), trigger)
        people = [one for one in subject if self.references.kind(one) == "person"]
        if people or (subject and self.references.kind(other) != "person"):
            return people or subject
        if POSSESSIVE.search(self.text[sentence.start : trigger.span.start]):
            last = self.references.last_person(sentence.start)
            return [last] if last is not None else []
        return []


def distinct(group: Group) -> Group:
    return list({one.entity: one for one in reversed(group)}.values())[::-1]
