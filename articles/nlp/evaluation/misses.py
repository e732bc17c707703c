"""Every miss of one article as a record: where, what kind, gold beside proposal, and the words around."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.nlp.evaluation.facts import FIELDS, agreement, likeness
from articles.nlp.evaluation.gold import GoldMeeting, GoldSpan, GoldStatement
from articles.nlp.evaluation.links import links
from articles.nlp.evaluation.matching import Match, MentionPair
from articles.nlp.types import Annotation, EntityRecord, MeetingRecord, MentionRecord, Span, StatementRecord

SPAN_KINDS = ("missing", "spurious", "label", "boundary", "both")
LINK_KINDS = ("link", "figurative", "date-value", "country", "identity")
MEETING_KINDS = ("meeting-missing", "meeting-spurious", "meeting-field")
STATEMENT_KINDS = ("statement-missing", "statement-spurious", "statement-speaker")
KINDS = (*SPAN_KINDS, *LINK_KINDS, *MEETING_KINDS, *STATEMENT_KINDS)


@dataclass(frozen=True, slots=True)
class Miss:
    """`gold` and `proposed` say what was expected and what came; spans are where each stands, if it stands anywhere."""

    kind: str
    label: str
    gold: str = ""
    proposed: str = ""
    gold_span: Span | None = None
    proposed_span: Span | None = None
    origin: str = ""
    confidence: float | None = None

    @property
    def span(self) -> Span:
        """Where it is: at the gold's words, else at those proposed."""
        return self.gold_span or self.proposed_span or Span(0, 0)

    @property
    def words(self) -> Span:
        """All words that either side names."""
        spans = [span for span in (self.gold_span, self.proposed_span) if span is not None] or [self.span]
        return Span(min(span.start for span in spans), max(span.end for span in spans))


def misses(match: Match) -> list[Miss]:
    """All that is wrong with an article's pre-annotation, in the order of the text."""
    text = match.record.text
    found = [_mention_miss(pair, text) for pair in match.mentions if pair.outcome != "right"]
    found += [_link_miss(gold, mention, wrong, match) for gold, mention, wrong in links(match) if wrong]
    found += [*_meeting_misses(match), *_statement_misses(match)]
    return sorted(found, key=lambda miss: miss.span)


def _mention_miss(pair: MentionPair, text: str) -> Miss:
    gold, mention = pair.gold, pair.mention
    return Miss(
        kind=pair.outcome,
        label=gold.label if gold else mention.label if mention else "",
        gold=f"{gold.label} “{_words(text, gold.span)}”" if gold else "",
        proposed=f"{mention.label} “{_words(text, mention.span)}”" if mention else "",
        gold_span=gold.span if gold else None,
        proposed_span=mention.span if mention else None,
        origin=mention.origin if mention else "",
        confidence=mention.confidence if mention else None,
    )


def _link_miss(gold: GoldSpan, mention: MentionRecord, wrong: str, match: Match) -> Miss:
    stands_for = {"date-value": mention.value, "country": mention.country}
    proposed = stands_for[wrong] if wrong in stands_for else name_of(match.predicted.entities, mention.entity)
    return Miss(
        kind=wrong,
        label=gold.label,
        gold=gold.link or "nobody else",
        proposed=proposed or "nothing",
        gold_span=gold.span,
        proposed_span=mention.span,
        origin=mention.origin,
        confidence=mention.confidence,
    )


def _meeting_misses(match: Match) -> Iterator[Miss]:
    if not match.record.has("meetings"):
        return
    golds, found = match.record.meetings, match.predicted.meetings
    answered, answering = {number for number, _ in match.meetings}, {index for _, index in match.meetings}
    for number, gold in enumerate(golds):
        if number not in answered:
            nearest = _nearest(gold, [meeting for index, meeting in enumerate(found) if index not in answering], match)
            yield Miss("meeting-missing", "", told_gold_meeting(gold), nearest, gold_span=_around(gold.evidence))
    for index, meeting in enumerate(found):
        if index not in answering:
            yield _of_meeting("meeting-spurious", "", told_meeting(meeting, match.predicted), meeting)
    for number, index in match.meetings:
        agreeing = agreement(golds[number], found[index], match.identities)
        for name in (name for name in FIELDS if not agreeing[name]):
            wanted, got = getattr(golds[number], name), field_of(found[index], name, match.predicted)
            yield _of_meeting("meeting-field", f"{name} {_shown(wanted)}", f"{name} {_shown(got)}", found[index])


def _nearest(gold: GoldMeeting, left: list[MeetingRecord], match: Match) -> str:
    """Of the proposals that answer no gold meeting, the one with most of its participants, if any."""

    def shared(meeting: MeetingRecord) -> tuple[int, bool]:
        entities = [participant.entity for participant in meeting.participants]
        known = [name for name in gold.participants if any(match.identities.same(name, one) for one in entities)]
        return len(known), gold.date == meeting.date

    nearest = max(left, key=shared, default=None)
    return f"nearest {told_meeting(nearest, match.predicted)}" if nearest and shared(nearest)[0] else ""


def _of_meeting(kind: str, gold: str, proposed: str, meeting: MeetingRecord) -> Miss:
    span = _around(item.span for item in meeting.evidence)
    return Miss(kind, "", gold, proposed, None, span, meeting.origin, meeting.confidence)


def _statement_misses(match: Match) -> Iterator[Miss]:
    if not match.record.has("statements"):
        return
    golds, found = match.record.statements, match.predicted.statements
    answered, answering = {number for number, _ in match.statements}, {index for _, index in match.statements}
    for number, gold in enumerate(golds):
        if number not in answered:
            near = _overlapping(gold, [found[index] for index in range(len(found)) if index not in answering], match)
            proposed = f"nearest {told_statement(near, match.predicted)}" if near else ""
            span = near.quote if near else None
            yield Miss("statement-missing", "", told_gold_statement(gold), proposed, gold.quotes[0], span)
    for index, statement in enumerate(found):
        if index not in answering:
            yield _of_statement("statement-spurious", "", told_statement(statement, match.predicted), statement)
    for number, index in match.statements:
        speaker = found[index].speaker
        if not match.identities.same(golds[number].speaker, speaker):
            got = f"speaker {_shown(name_of(match.predicted.entities, speaker))}"
            yield _of_statement("statement-speaker", f"speaker {_shown(golds[number].speaker)}", got, found[index])


def _overlapping(gold: GoldStatement, left: list[StatementRecord], match: Match) -> StatementRecord | None:
    """Of the proposals that answer no gold statement, the one with most of its words, if any."""
    text = match.record.text
    near = max(left, key=lambda statement: likeness(text, gold, statement), default=None)
    return near if near and likeness(text, gold, near) else None


def _of_statement(kind: str, gold: str, proposed: str, statement: StatementRecord) -> Miss:
    return Miss(kind, "", gold, proposed, None, statement.quote, statement.origin, statement.confidence)


def told_gold_meeting(gold: GoldMeeting) -> str:
    return _told(gold.participants, (gold.status, gold.kind, gold.date, gold.place), gold.duration)


def told_meeting(meeting: MeetingRecord, predicted: Annotation) -> str:
    people = [name_of(predicted.entities, participant.entity) for participant in meeting.participants]
    place = name_of(predicted.entities, meeting.place)
    return _told(people, (meeting.status, meeting.kind, meeting.date, place), meeting.duration)


def _told(people: Iterable[str], fields: Iterable[str], duration: int | None) -> str:
    minutes = "" if duration is None else f"{duration} min"
    return f"{' + '.join(people)}: {', '.join(field for field in (*fields, minutes) if field)}"


def field_of(meeting: MeetingRecord, name: str, predicted: Annotation) -> object:
    return name_of(predicted.entities, meeting.place) if name == "place" else getattr(meeting, name)


def told_gold_statement(gold: GoldStatement) -> str:
    return f"{'direct' if gold.direct else 'indirect'}, by {_shown(gold.speaker)}"


def told_statement(statement: StatementRecord, predicted: Annotation) -> str:
    speaker = name_of(predicted.entities, statement.speaker)
    return f"{'direct' if statement.direct else 'indirect'}, by {_shown(speaker)}"


def name_of(entities: tuple[EntityRecord, ...], index: int | None) -> str:
    """An entity's name, with its id in the lexicon where it has one."""
    if index is None:
        return ""
    entity = entities[index]
    return f"{entity.name} ({entity.known_id})" if entity.known_id else entity.name


def _shown(value: object) -> str:
    return "nothing" if value in (None, "") else str(value)


def _around(spans: Iterable[Span]) -> Span | None:
    listed = list(spans)
    return Span(min(span.start for span in listed), max(span.end for span in listed)) if listed else None


def _words(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())
