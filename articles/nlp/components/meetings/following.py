"""The gathering that stays what is spoken of: sentences behind it say who else was there, or who headed whom."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from articles.nlp.components.assertion.status import Assertion
from articles.nlp.components.meetings.additions import Additions, participant
from articles.nlp.components.meetings.clauses import Clauses, Group, distinct
from articles.nlp.components.meetings.events import Events
from articles.nlp.components.meetings.gatherings import EVENT, LASTING, NEAR, Gatherings, Joining, Setting
from articles.nlp.components.meetings.merging import Telling
from articles.nlp.components.meetings.triggers import Trigger
from articles.nlp.reference import Reference
from articles.nlp.types import Span

#: These nouns are of another gathering than one told by another noun.
OTHER_EVENTS = frozenset({"cérémonie", "dîner", "déjeuner", "conférence", "audience", "vote", "signature", "session"})
#: Ways to tell that somebody was at what a noun names.
JOINING = frozenset({"roll", "joined", "presiding", "amid", "beside", "spoke", "sent"})
TO_THIS = re.compile(rf"(?:\s[\w-]+){{0,3}}?\s(?:à\scet(?:te)?|à\sces?|au\smême|à\sla\smême)\s(?P<event>{EVENT})\b")
Telltale = Callable[[Trigger, Span, Assertion, Group], Telling]


class Following:
    """Goes along with the words of meeting, and adds what lies between them to what they told."""

    def __init__(self, clauses: Clauses, additions: Additions, meeting: Telltale) -> None:
        self.clauses = clauses
        self.additions = additions
        self.meeting = meeting
        self.gatherings = Gatherings(clauses)
        self.events = Events(clauses.text, clauses.phrases.standing)
        self.setting: Setting | None = None
        self._waiting = list(self.gatherings.joinings())

    def open(self, trigger: Trigger, sentence: Span, assertion: Assertion, *, first: bool) -> None:
        """A noun that told of no meeting: those who were there may come; `first` where none was told before."""
        first = first and self.setting is None
        setting = self.gatherings.setting(trigger, sentence, assertion, first=first)
        if setting is not None:
            self.setting = setting

    def takes(self, trigger: Trigger, sentence: Span, tellings: list[Telling]) -> bool:
        """`X participait aussi à cette conférence`: at the one told before, to which he is added."""
        this = TO_THIS.match(self.clauses.text, trigger.span.end, sentence.end) if trigger.frame == "attend" else None
        meetings = [one for one in tellings if one.record.kind != "visit"]
        return this is not None and bool(meetings) and self.events.may_be(meetings[-1], this["event"].lower())

    def up_to(self, position: int, tellings: list[Telling]) -> None:
        """Reads what stands before a position and was not read yet."""
        while self._waiting and self._waiting[0].position <= position:
            self._add(self._waiting.pop(0), tellings)

    def _add(self, joining: Joining, tellings: list[Telling]) -> None:
        apart = {"company": self._accompany, "along": self._travel_along}.get(joining.kind)
        if joining.times > 1:
            apart = self._widen_several
        if apart is not None:
            apart(joining, tellings)
            return
        setting = self._setting(joining)
        meant = self.events.meant(joining, tellings)
        if meant is not None and joining.kind in JOINING:
            self._widen(tellings, meant, joining.people, joining)
            return
        last = self._last(joining, tellings)
        if last is not None and joining.future and tellings[last].record.status == "held":
            last = None
        if joining.kind == "sent" or (last is None and setting is None):
            return
        if joining.kind == "led":
            self._name_heads(joining, tellings, last, setting)
        elif joining.kind == "held":
            if setting is not None and last is not None:
                self._widen(tellings, last, list(setting.people), joining)
        elif setting is not None and joining.relative and not setting.people and last is not None:
            self._tell(tellings, setting, distinct([*self.clauses.phrases.standing.recent, *joining.people]), joining)
        elif setting is not None and (last is None or self._start(tellings[last]) < setting.sentence.start):
            self._tell(tellings, setting, distinct([*setting.people, *joining.people]), joining)
        elif last is not None:
            self._widen(tellings, last, joining.people, joining)

    def _accompany(self, joining: Joining, tellings: list[Telling]) -> None:
        """`Mme X sera accompagnée de Y`: Y makes the journeys ahead that were told of her.

        `Il était accompagné de Y` is said of the journey told right before, else of some meeting there.
        """
        acting = {one.entity for one in self.clauses.acting(joining.position, joining.sentence)}
        status = "planned" if joining.future else "held"
        for index in range(len(tellings) - 1, -1, -1):
            record = tellings[index].record
            travels = record.kind == "visit" and {one.entity for one in record.participants} & acting
            if travels and record.status == status:
                self._widen(tellings, index, joining.people, joining)
            elif not travels and not joining.future:
                break

    def _travel_along(self, joining: Joining, tellings: list[Telling]) -> None:
        """`Son ministre sera du voyage`: on the journey told last; who is of another country makes one of his own."""
        index = self._journey(joining, tellings)
        if index is None:
            return
        record = tellings[index].record
        countries = self.clauses.phrases.standing.countries
        homes = set[str]().union(*(countries(one.entity) for one in record.participants))
        foreign = [one for one in joining.people if homes and (own := countries(one.entity)) and not own & homes]
        self._widen(tellings, index, [one for one in joining.people if one not in foreign], joining)
        if foreign:
            people = tuple(participant(one) for one in foreign)
            proof = self.additions.evidence(joining.sentence, foreign, None, None)
            own_journey = replace(record, participants=people, date="", evidence=proof)
            tellings.append(replace(tellings[index], record=own_journey))

    def _journey(self, joining: Joining, tellings: list[Telling]) -> int | None:
        """Index of the journey told last, if it was told right before and as what is to come if that is."""
        status = "planned" if joining.future else "held"
        for index in range(len(tellings) - 1, -1, -1):
            if tellings[index].record.kind == "visit" and tellings[index].record.status == status:
                last = max(proof.span for proof in tellings[index].record.evidence if proof.field == "sentence")
                return index if self.gatherings.apart(last, joining.sentence) <= NEAR else None
        return None

    def _setting(self, joining: Joining) -> Setting | None:
        setting = self.setting
        if setting is None or setting.sentence.start > joining.sentence.start:
            return None
        if joining.event in OTHER_EVENTS and joining.event != setting.trigger.lemma:
            return None
        return setting if self.gatherings.apart(setting.sentence, joining.sentence) <= LASTING else None

    def _last(self, joining: Joining, tellings: list[Telling]) -> int | None:
        """The meeting told last, if that was not long before."""
        for index in range(len(tellings) - 1, -1, -1):
            if tellings[index].record.kind == "visit":
                continue
            spans = [proof.span for proof in tellings[index].record.evidence if proof.field == "sentence"]
            near = any(0 <= self.gatherings.apart(span, joining.sentence) <= NEAR for span in spans)
            return index if near and self.events.may_be(tellings[index], joining.event) else None
        return None

    def _widen_several(self, joining: Joining, tellings: list[Telling]) -> None:
        """`X a assisté aux deux entretiens`: the meetings told last, if so many were of one day."""
        meetings = [index for index, one in enumerate(tellings) if one.record.kind != "visit"][-joining.times :]
        alike = {(tellings[index].record.status, tellings[index].record.date) for index in meetings}
        if len(meetings) == joining.times and len(alike) == 1 and self._last(joining, tellings) is not None:
            for index in meetings:
                self._widen(tellings, index, joining.people, joining)

    @staticmethod
    def _start(telling: Telling) -> int:
        return min(proof.span.start for proof in telling.record.evidence if proof.field == "sentence")

    def _name_heads(self, joining: Joining, tellings: list[Telling], last: int | None, setting: Setting | None) -> None:
        """`La délégation de A était conduite par X, celle de B par Y`: X and Y met rather than A and B."""
        if len(joining.people) < 2:
            return
        if last is None:
            if setting is not None:
                self._tell(tellings, setting, distinct([*setting.people, *joining.people]), joining)
            return
        record = tellings[last].record
        entity = self.clauses.phrases.standing.entity
        people = tuple(one for one in record.participants if entity(one.entity).kind == "person")
        if len(record.participants) - len(people) > 1:
            tellings[last] = replace(tellings[last], record=replace(record, participants=people))
            self._widen(tellings, last, joining.people, joining)

    def _tell(self, tellings: list[Telling], setting: Setting, people: Group, joining: Joining) -> None:
        if len(people) < 2:
            return
        self.setting = None
        telling = self.meeting(setting.trigger, setting.sentence, setting.assertion, people)
        if setting.trigger.frame == "summit" and joining.kind == "roll" and telling.record.kind == "in_person":
            telling = replace(telling, record=replace(telling.record, kind="multilateral"))
        tellings.append(telling)
        self._prove(tellings, len(tellings) - 1, joining)

    def _widen(self, tellings: list[Telling], index: int, people: Sequence[Reference], joining: Joining) -> None:
        """Adds people to a meeting, told by several words of one sentence though it may be."""
        told = tellings[index].record
        known = {one.entity for one in told.participants}
        more = [one for one in people if one.entity not in known]
        for twin in self._twins(tellings, index) if more else []:
            record = tellings[twin].record
            everybody = (*record.participants, *(participant(one) for one in more))
            kind = "multilateral" if record.kind == "in_person" and len(everybody) > 2 else record.kind
            tellings[twin] = replace(tellings[twin], record=replace(record, participants=everybody, kind=kind))
            self._prove(tellings, twin, joining)

    def _twins(self, tellings: list[Telling], index: int) -> list[int]:
        """The tellings of the same people in the same sentence."""
        people, status, start = self._is_of(tellings[index])
        return [number for number, one in enumerate(tellings) if self._is_of(one) == (people, status, start)]

    def _is_of(self, telling: Telling) -> tuple[frozenset[int], str, int]:
        people = frozenset(one.entity for one in telling.record.participants)
        return people, telling.record.status, self._start(telling) if telling.record.kind != "visit" else -1

    def _prove(self, tellings: list[Telling], index: int, joining: Joining) -> None:
        record = tellings[index].record
        proof = self.additions.evidence(joining.sentence, joining.people, None, None)
        evidence = tuple(dict.fromkeys((*record.evidence, *proof)))
        tellings[index] = replace(tellings[index], record=replace(record, evidence=evidence))
