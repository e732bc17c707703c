"""What a later sentence adds to the meeting told last: its length, who else was there, that it is off."""

import re
from dataclasses import replace

from articles.nlp.components.assertion.status import Assertion
from articles.nlp.components.meetings.agenda import Agenda
from articles.nlp.components.meetings.clauses import Group
from articles.nlp.components.meetings.fields import Fields
from articles.nlp.components.meetings.merging import Telling, with_duration
from articles.nlp.components.meetings.parties import Parties
from articles.nlp.components.meetings.patterns import LASTED
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.reference import Reference
from articles.nlp.types import EvidenceRecord, MentionRecord, ParticipantRecord, Span

#: `après avoir annulé une visite`: not the one told before.
ANOTHER = re.compile(r"\bune?\s(?:\w+\s)?$")


#: The noun takes up what was told before.
THIS_ONE = re.compile(
    r"(?:\b[Cc]et(?:te)?\s|\b[Cc]es?\s|(?:\b[Ii]l\ss['’′]agi(?:t|ssait)|\b[Cc]['’′](?:est|était))\s(?:là\s)?"
    r"(?:du|de\sla|le|la|leur)\s)(?:\w+\s){0,2}$"
)
#: The same by an article alone: `mais la rencontre n'a pas eu lieu`.
THE_ONE = re.compile(r"\b(?:la|le|cet(?:te)?|ce)\s$|\bl['’′]$", re.I)


class Additions:
    def __init__(self, fields: Fields, parties: Parties, agenda: Agenda) -> None:
        self.fields = fields
        self.parties = parties
        self.agenda = agenda
        self.text = fields.text

    def lengthen(self, tellings: list[Telling], sentence: Span, talking: Group | None = None) -> None:
        """`L'entretien a duré deux heures`: the length of the meeting told last.

        `Ils ont parlé deux heures` tells it of those who are talking.
        """
        lasting = self.fields.duration(sentence)
        index = last_meeting(tellings)
        last = tellings[index]
        if lasting is None or last.record.duration is not None:
            return
        if talking is None:
            of_last = LASTED.search(self.text, sentence.start, sentence.end) is not None
        else:
            of_last = {one.entity for one in talking} == {one.entity for one in last.record.participants}
        if not of_last:
            return
        evidence = (*self.evidence(sentence, [], None, None), EvidenceRecord("duration", lasting[1]))
        tellings[index] = replace(last, record=with_duration(last.record, lasting[0], evidence))

    def widen(self, tellings: list[Telling], trigger: Trigger, sentence: Span) -> None:
        """`L'audience s'est déroulée en présence de X`: who else was at the meeting told last."""
        index = last_meeting(tellings)
        last = tellings[index]
        named = {one.entity for one in last.record.participants}
        leading = self.parties.leading(sentence, trigger)
        there = [*self.parties.present(sentence, trigger), *leading]
        present = [one for one in there if one.entity not in named]
        definite = re.search(
            r"\b(?:[Ll]a|[Ll]es?|[Ll]['’′]|[Cc]et|[Cc]ette|[Cc]es?|[Ll]eurs?)\s*$",
            self.text[max(0, trigger.span.start - 8) : trigger.span.start],
        )
        if not present or not definite or "visit" in {trigger.kind, last.record.kind}:
            return
        people = (*last.record.participants, *(participant(one) for one in present))
        evidence = (*last.record.evidence, *self.evidence(sentence, present, None, None))
        kind = "multilateral" if leading and last.record.kind == "in_person" else last.record.kind
        tellings[index] = replace(last, record=replace(last.record, participants=people, kind=kind, evidence=evidence))

    def take_in(self, tellings: list[Telling], found: list[Telling]) -> list[Telling]:
        """`X s'est joint à eux`: another one at the meeting told last; what was found besides is given back."""
        index = last_meeting(tellings) if tellings else 0
        for telling in found:
            known = {one.entity for one in tellings[index].record.participants} if tellings else set()
            people = telling.record.participants
            if len(known) < 2 or not known < {one.entity for one in people}:
                continue
            last = tellings[index]
            evidence = tuple(dict.fromkeys((*last.record.evidence, *telling.record.evidence)))
            place, duration = (
                mine if mine is not None else told
                for mine, told in (
                    (last.record.place, telling.record.place),
                    (last.record.duration, telling.record.duration),
                )
            )
            kind = telling.record.kind
            record = replace(
                last.record, participants=people, kind=kind, place=place, duration=duration, evidence=evidence
            )
            tellings[index] = replace(last, record=record)
            return []
        return found

    def retold(self, tellings: list[Telling], found: list[Telling], trigger: Trigger, sentence: Span) -> list[Telling]:
        """`Les deux hommes ont discuté sous l'égide de Z`: the meeting told last, with Z beside them."""
        if len(found) != 1 or not tellings:
            return found
        if self._is_of_last(tellings, found[0], trigger, sentence):
            return []
        last, telling = tellings[last_meeting(tellings)], found[0]
        beside = {one.entity for one in self.parties.present(sentence, trigger)}
        others = {one.entity for one in telling.record.participants} - beside
        if not beside or others - {one.entity for one in last.record.participants} or len(others) < 2:
            return found
        at_once = telling.record.date == last.record.date or (telling.carried and not telling.earlier)
        alike = telling.record.status == last.record.status and telling.earlier == last.earlier
        return self.take_in(tellings, found) if at_once and alike else found

    def _is_of_last(self, tellings: list[Telling], found: Telling, trigger: Trigger, sentence: Span) -> bool:
        """`Cet échange, le premier entre les deux ministres`, `Il s'agit du premier entretien`: the one told last."""
        if trigger.is_verb or trigger.kind == "visit" or not THIS_ONE.search(self.text, sentence.start, trigger.start):
            return False
        last = tellings[last_meeting(tellings)].record
        people = [{one.entity for one in record.participants} for record in (last, found.record)]
        return people[0] == people[1] and last.status == found.record.status

    def call_off(self, tellings: list[Telling], trigger: Trigger, sentence: Span, assertion: Assertion) -> None:
        """`Rendez-vous annulé`: what was planned a sentence before is off; `Cette rencontre n'a pas eu lieu`."""
        last = tellings[-1]
        if (trigger.kind == "visit") != (last.record.kind == "visit") or self.agenda.owner:
            return
        if assertion.status == "denied" and THIS_ONE.search(self.text, sentence.start, trigger.start):
            proof = EvidenceRecord("status", trimmed(self.text, sentence))
            record = replace(last.record, status="denied", evidence=(*last.record.evidence, proof))
            tellings[-1] = replace(last, record=record)
            return
        if ANOTHER.search(self.text, sentence.start, trigger.start):
            return
        never_held = assertion.status == "denied" and last.once
        the_one = THE_ONE.search(self.text, sentence.start, trigger.start) is not None
        off = assertion == Assertion("cancelled") or (never_held and the_one)
        if last.record.status == "planned" and off:
            proof = EvidenceRecord("status", trimmed(self.text, sentence))
            record = replace(last.record, status="cancelled", evidence=(*last.record.evidence, proof))
            tellings[-1] = Telling(record, last.earlier)

    def evidence(
        self, sentence: Span, group: Group, day: MentionRecord | None, place: MentionRecord | None
    ) -> tuple[EvidenceRecord, ...]:
        return (
            EvidenceRecord("sentence", trimmed(self.text, sentence)),
            *(EvidenceRecord("participant", one.span) for one in group),
            *((EvidenceRecord("date", day.span),) if day else ()),
            *((EvidenceRecord("place", place.span),) if place else ()),
        )


def participant(one: Reference) -> ParticipantRecord:
    return ParticipantRecord(one.entity, one.mention, one.role)


def trimmed(text: str, sentence: Span) -> Span:
    words = text[sentence.start : sentence.end]
    return Span(sentence.start + len(words) - len(words.lstrip()), sentence.start + len(words.rstrip()))


def last_meeting(tellings: list[Telling]) -> int:
    """Index of the meeting told last, journeys passed over."""
    meetings = [index for index, telling in enumerate(tellings) if telling.record.kind != "visit"]
    return meetings[-1] if meetings else len(tellings) - 1
