"""States told of first, then who acted for them: `A et B ont signé vendredi. Le texte a été paraphé par X et Y.`"""

from collections.abc import Callable
from dataclasses import replace

from articles.nlp.components.meetings.merging import Telling, dates_agree
from articles.nlp.sentences import Sentences
from articles.nlp.types import MeetingRecord

#: How many sentences may lie between the two tellings.
NEAR = 3


class StandIns:
    """`kind` and `countries` tell what an entity is and whose offices it holds."""

    def __init__(self, kind: Callable[[int], str], countries: Callable[[int], set[str]], sentences: Sentences) -> None:
        self.kind = kind
        self.countries = countries
        self.sentences = sentences

    def named(self, tellings: list[Telling]) -> list[Telling]:
        """The tellings, those of states with the people who met for them."""
        return [self._named(telling, tellings) if self._is_of(telling, "state") else telling for telling in tellings]

    def _named(self, telling: Telling, tellings: list[Telling]) -> Telling:
        for other in tellings:
            if self._is_of(other, "person") and self._may_be_one(telling, other) and self._act_for(other, telling):
                record, found = telling.record, other.record
                proof = tuple(one for one in found.evidence if one.field in {"sentence", "participant"})
                kept = tuple(one for one in record.evidence if one.field != "participant")
                evidence = (*kept, *proof)
                record = replace(record, participants=found.participants, kind=found.kind, evidence=evidence)
                return replace(telling, record=record)
        return telling

    def _is_of(self, telling: Telling, kind: str) -> bool:
        people = telling.record.participants
        return telling.record.kind != "visit" and all(self.kind(one.entity) == kind for one in people)

    def _may_be_one(self, one: Telling, other: Telling) -> bool:
        first, second = one.record, other.record
        if first.status != second.status or {first.kind, second.kind} & {"call", "video"}:
            return False
        places = {first.place, second.place} - {None}
        near = abs(self._index(first) - self._index(second)) <= NEAR
        return near and dates_agree(first.date, second.date) and len(places) < 2 and one.earlier == other.earlier

    def _act_for(self, people: Telling, states: Telling) -> bool:
        """Whether somebody among the people holds an office of each state."""
        held = [self.countries(one.entity) for one in people.record.participants]
        wanted = [self.countries(one.entity) for one in states.record.participants]
        return len(held) >= len(wanted) and all(any(each & own for own in held) for each in wanted)

    def _index(self, record: MeetingRecord) -> int:
        span = next(proof.span for proof in record.evidence if proof.field == "sentence")
        return self.sentences.index(span.start)
