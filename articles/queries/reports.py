"""What one article says of a meeting, field by field, with the words that prove each field."""

from dataclasses import dataclass

from articles.enums import EvidenceField, PartTaken
from articles.models import MeetingReport
from articles.queries.meetings import Participant, words_of


@dataclass(frozen=True)
class Account:
    """One article's account of a meeting; `words` holds the proving quotes by field."""

    report: MeetingReport
    participants: tuple[Participant, ...]
    sentences: tuple[str, ...]
    words: dict[str, tuple[str, ...]]

    @property
    def hosts(self) -> list[Participant]:
        return [one for one in self.participants if one.part == PartTaken.HOST]

    @property
    def visitors(self) -> list[Participant]:
        return [one for one in self.participants if one.part == PartTaken.VISITOR]


def told_by(report: MeetingReport) -> Account:
    words: dict[str, tuple[str, ...]] = {}
    for evidence in report.evidence.all():
        words[evidence.field] = (*words.get(evidence.field, ()), words_of(evidence))
    people = (Participant(row.actor, row.post.title if row.post else "", row.part) for row in report.participants.all())
    return Account(report, tuple(people), words.pop(EvidenceField.SENTENCE, ()), words)
