"""Two readings of an article side by side: where they agree, and what is to be adjudicated."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Prefetch

from articles.agreement import Agreement, Marked, agreement, span_f1
from articles.enums import MentionLabel
from articles.models import Actor, DoubleReading, Reading, ReadingMeeting, ReadingMention, ReadingStatement
from articles.queries.link_readings import LINKED_LABELS, LinkPair, link_agreement, link_pairs
from articles.queries.statement_readings import (
    StatementAgreement,
    StatementPair,
    statement_agreement,
    statement_pairs,
)
from articles.queries.suggestions import current_actor

#: The fields of a meeting that are compared where both readers found it.
FIELDS = ("kind", "date_value", "place_id", "duration")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that the readers marked differently. `key` names it in the form."""

    key: str
    start: int
    end: int
    words: str
    first: list[ReadingMention]
    second: list[ReadingMention]


@dataclass(frozen=True, slots=True)
class MeetingPair:
    """A meeting that both found, or that one found."""

    key: str
    first: ReadingMeeting | None
    second: ReadingMeeting | None

    @property
    def is_same(self) -> bool:
        return self.first is not None and self.second is not None and facts(self.first) == facts(self.second)


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    label: MentionLabel | None
    found: Agreement


@dataclass(frozen=True, slots=True)
class MeetingAgreement:
    """F1 of meetings with the same participants and status, and how often each field of these is the same."""

    first: int
    second: int
    same: int
    f1: float | None
    alike: dict[str, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    agreed: list[ReadingMention]
    links: list[LinkPair]
    passages: list[Passage]
    meetings: list[MeetingPair]
    statements: list[StatementPair]

    @property
    def open_keys(self) -> list[str]:
        """The keys of all that the readings differ in."""
        keys = [passage.key for passage in self.passages]
        keys += [pair.key for pair in self.links if not pair.is_same]
        keys += [pair.key for pair in self.meetings if not pair.is_same]
        return keys + [pair.key for pair in self.statements if not pair.is_same]


def compare(double: DoubleReading) -> Comparison:
    """The two readings of one article."""
    first, second = two_readings(double)
    marks = (list(first.mentions.all()), list(second.mentions.all()))
    alike: list[tuple[ReadingMention, ReadingMention]] = []
    passages: list[Passage] = []
    for ours, theirs in clusters(*marks):
        if [span_of(mark) for mark in ours] == [span_of(mark) for mark in theirs]:
            alike.extend(zip(ours, theirs, strict=True))
        else:
            passages.append(passage(double.article.text, ours, theirs))
    statements = statement_pairs(double.article.text, first, second) if double.with_statements else []
    links = link_pairs(alike) if double.with_links else []
    return Comparison([ours for ours, _theirs in alike], links, passages, pairs_of(first, second), statements)


def two_readings(double: DoubleReading) -> tuple[Reading, Reading]:
    return both_readings([double])[0]


def both_readings(doubles: Sequence[DoubleReading]) -> list[tuple[Reading, Reading]]:
    """The two of each, with all that was marked, in a fixed number of queries."""
    people = Prefetch("participants", Actor.objects.select_related("merged_into"))
    meetings = ReadingMeeting.objects.select_related("place").prefetch_related(people)
    said = ReadingStatement.objects.select_related("speaker__merged_into", "addressee__merged_into")
    linked = ReadingMention.objects.select_related("actor__merged_into", "place")
    pieces = (Prefetch("mentions", linked), Prefetch("meetings", meetings), Prefetch("statements", said))
    marked = Reading.objects.filter(double__in=doubles).select_related("reader").prefetch_related(*pieces)
    found: dict[tuple[int, int], Reading] = {(reading.double_id, reading.place): reading for reading in marked}
    return [(found[double.pk, 1], found[double.pk, 2]) for double in doubles]


def span_of(mark: ReadingMention) -> Marked:
    return mark.start, mark.end, mark.label


def spans_of(reading: Reading) -> list[Marked]:
    return [span_of(mark) for mark in reading.mentions.all()]


def clusters(
    first: Sequence[ReadingMention], second: Sequence[ReadingMention]
) -> list[tuple[list[ReadingMention], list[ReadingMention]]]:
    """Marks of both readers that hang together by common words, as in the text."""
    found: list[tuple[list[ReadingMention], list[ReadingMention]]] = []
    reach = -1
    for mark, side in sorted([*((each, 0) for each in first), *((each, 1) for each in second)], key=place_of):
        if mark.start >= reach:
            found.append(([], []))
        found[-1][side].append(mark)
        reach = max(reach, mark.end) if mark.start < reach else mark.end
    return found


def place_of(marked: tuple[ReadingMention, int]) -> tuple[int, int, int]:
    return marked[0].start, marked[0].end, marked[1]


def passage(text: str, first: list[ReadingMention], second: list[ReadingMention]) -> Passage:
    start = min(mark.start for mark in [*first, *second])
    end = max(mark.end for mark in [*first, *second])
    return Passage(f"{start}-{end}", start, end, text[start:end], first, second)


def pairs_of(first: Reading, second: Reading) -> list[MeetingPair]:
    """Meetings of both, paired where participants and status are the same; of several alike the first is taken."""
    left = list(second.meetings.all())
    pairs = []
    for ours in first.meetings.all():
        theirs = next((each for each in left if identity(each) == identity(ours)), None)
        if theirs is not None:
            left.remove(theirs)
        pairs.append(MeetingPair(f"m{ours.pk}", ours, theirs))
    return [*pairs, *(MeetingPair(f"m{each.pk}", None, each) for each in left)]


def identity(meeting: ReadingMeeting) -> tuple[frozenset[Actor], str]:
    return frozenset(people_of(meeting)), meeting.meeting_status


def people_of(meeting: ReadingMeeting) -> tuple[Actor, ...]:
    """Who met, as whom the collection knows them by now: two may have been merged since they were read."""
    return tuple(dict.fromkeys(current_actor(actor) for actor in meeting.participants.all()))


def facts(meeting: ReadingMeeting) -> tuple[object, ...]:
    return (*identity(meeting), *(getattr(meeting, name) for name in FIELDS))


def label_agreement(doubles: Sequence[DoubleReading]) -> list[LabelAgreement]:
    """Over all articles given: each label that anybody used, and all together first."""
    pairs = [
        (double.article.text, spans_of(first), spans_of(second))
        for double, (first, second) in zip(doubles, both_readings(doubles), strict=True)
    ]
    by_label = [LabelAgreement(each, agreement(pairs, each)) for each in MentionLabel]
    rows = [LabelAgreement(None, agreement(pairs)), *by_label]
    return [row for row in rows if row.label is None or row.found.first + row.found.second]


def meeting_agreement(doubles: Sequence[DoubleReading]) -> MeetingAgreement:
    pairs = [pair for both in both_readings(doubles) for pair in pairs_of(*both)]
    first = sum(pair.first is not None for pair in pairs)
    second = sum(pair.second is not None for pair in pairs)
    both = [(pair.first, pair.second) for pair in pairs if pair.first and pair.second]
    alike = {name: sum(getattr(one, name) == getattr(other, name) for one, other in both) for name in FIELDS}
    return MeetingAgreement(first, second, len(both), span_f1(first, second, len(both)), alike)


def agreement_on_statements(doubles: Sequence[DoubleReading]) -> StatementAgreement | None:
    """Over the articles whose statements were read; None where no such article is among them."""
    wanted = [double for double in doubles if double.with_statements]
    both = zip(wanted, both_readings(wanted), strict=True)
    return statement_agreement([(double.article.text, *pair) for double, pair in both]) if wanted else None


def agreement_on_links(doubles: Sequence[DoubleReading]) -> list[LabelAgreement]:
    """Over the articles whose links were read, each label apart; nothing where no such article is among them."""
    both = both_readings([double for double in doubles if double.with_links])
    if not both:
        return []
    by_label = [LabelAgreement(each, link_agreement(both, each)) for each in LINKED_LABELS]
    rows = [row for row in by_label if row.found.first + row.found.second]
    return [LabelAgreement(None, link_agreement(both)), *rows]


def finished(double: DoubleReading) -> bool:
    return all(reading.finished_at is not None for reading in double.readings.all())


def readings_of(user: User) -> list[Reading]:
    """What this person is asked to read, unfinished first."""
    found = Reading.objects.filter(reader=user).select_related("double__article__source")
    return sorted(
        found.defer("double__article__text"), key=lambda reading: (reading.finished_at is not None, -reading.pk)
    )


def double_readings() -> list[DoubleReading]:
    """All, the latest first, with who reads."""
    people = Prefetch("readings", Reading.objects.select_related("reader").order_by("place"))
    return list(DoubleReading.objects.select_related("article", "closed_by").prefetch_related(people)[:200])
