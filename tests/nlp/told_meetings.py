"""Meetings of a marked-up text with names for numbers."""

from dataclasses import dataclass

from articles.nlp.components.meetings.component import MeetingsComponent
from tests.nlp.drafts import marked


@dataclass
class Proof:
    field: str
    words: str


@dataclass
class Told:
    who: set[str]
    kind: str
    status: str
    date: str
    place: str
    duration: int | None
    evidence: list[Proof]
    hosts: set[str]
    visitors: set[str]

    def words(self, field: str) -> list[str]:
        """What proves a field."""
        return [proof.words for proof in self.evidence if proof.field == field]


def told(source: str) -> list[Told]:
    doc = MeetingsComponent()(marked(source))
    draft = doc._.draft
    return [
        Told(
            who={draft.entities[one.entity].name for one in meeting.participants},
            kind=meeting.kind,
            status=meeting.status,
            date=meeting.date,
            place="" if meeting.place is None else draft.entities[meeting.place].name,
            duration=meeting.duration,
            evidence=[Proof(one.field, doc.text[one.span.start : one.span.end]) for one in meeting.evidence],
            hosts={draft.entities[one.entity].name for one in meeting.participants if one.part == "host"},
            visitors={draft.entities[one.entity].name for one in meeting.participants if one.part == "visitor"},
        )
        for meeting in draft.meetings
    ]
