"""Proposals made on a reading view, put where they belong in the stored text."""

from dataclasses import replace
from typing import TypedDict

from articles.nlp.cleaning import View
from articles.nlp.types import (
    Annotation,
    DatelineRecord,
    EntityRecord,
    MeetingRecord,
    MentionRecord,
    ParticipantRecord,
    Span,
    StatementRecord,
    ZoneRecord,
)

#: Old index → new index, of what is kept.
Indexes = dict[int, int]


class Addressed(TypedDict):
    addressee: int | None
    addressee_mention: int | None
    addressed: Span | None


def stored_annotation(annotation: Annotation, view: View) -> Annotation:
    """The annotation with offsets of the stored text; what lies in a masked passage or comes out empty is left out."""
    if view.is_stored:
        return annotation
    return Restoring(annotation, view).annotation()


class Restoring:
    """One annotation on its way back to the stored text."""

    def __init__(self, annotation: Annotation, view: View) -> None:
        self.old = annotation
        self.view = view
        self.kept_mentions = self._kept_mentions()
        self.mentions: Indexes = {old: new for new, old in enumerate(self.kept_mentions)}
        self.entities: Indexes = {old: new for new, old in enumerate(self._kept_entities())}

    def annotation(self) -> Annotation:
        meetings = (self._meeting(meeting) for meeting in self.old.meetings)
        statements = (self._statement(statement) for statement in self.old.statements)
        return Annotation(
            zones=self._zones(),
            dateline=self._dateline(self.old.dateline),
            mentions=tuple(self._mention(self.old.mentions[old], span) for old, span in self.kept_mentions.items()),
            entities=tuple(self._entity(self.old.entities[old]) for old in self.entities),
            meetings=tuple(meeting for meeting in meetings if meeting is not None),
            statements=tuple(statement for statement in statements if statement is not None),
        )

    def _span(self, span: Span) -> Span | None:
        start, end = self.view.to_stored(span.start, span.end)
        return Span(start, end) if start < end else None

    def _kept_mentions(self) -> dict[int, Span]:
        """Index and stored span; where two come to share a character, the first stays."""
        kept: dict[int, Span] = {}
        taken = 0
        for index in sorted(range(len(self.old.mentions)), key=lambda each: self.old.mentions[each].span):
            span = self.old.mentions[index].span
            found = None if self.view.is_masked(span.start, span.end) else self._span(span)
            if found is not None and found.start >= taken:
                kept[index] = found
                taken = found.end
        return dict(sorted(kept.items()))

    def _kept_entities(self) -> list[int]:
        """All but those whose every mention was left out."""
        mentioned = {mention.entity for mention in self.old.mentions}
        still = {self.old.mentions[index].entity for index in self.kept_mentions}
        return [index for index in range(len(self.old.entities)) if index in still or index not in mentioned]

    def _zones(self) -> tuple[ZoneRecord, ...]:
        found = ((zone, self._span(zone.span)) for zone in self.old.zones)
        return tuple(replace(zone, span=span) for zone, span in found if span is not None)

    def _dateline(self, dateline: DatelineRecord | None) -> DatelineRecord | None:
        span = self._span(dateline.span) if dateline else None
        return replace(dateline, span=span) if dateline and span else None

    def _mention(self, mention: MentionRecord, span: Span) -> MentionRecord:
        return replace(mention, span=span, entity=kept(self.entities, mention.entity))

    def _entity(self, entity: EntityRecord) -> EntityRecord:
        posts = (
            replace(post, mention=self.mentions[post.mention]) for post in entity.posts if post.mention in self.mentions
        )
        return replace(entity, posts=tuple(posts))

    def _meeting(self, meeting: MeetingRecord) -> MeetingRecord | None:
        """Nothing once it has lost a participant that it needs: all but a visit need two."""
        people = tuple(self._participant(each) for each in meeting.participants if each.entity in self.entities)
        if len(people) < min(2, len(meeting.participants)):
            return None
        found = ((evidence, self._span(evidence.span)) for evidence in meeting.evidence)
        evidence = tuple(replace(proof, span=span) for proof, span in found if span is not None)
        return replace(meeting, participants=people, place=kept(self.entities, meeting.place), evidence=evidence)

    def _participant(self, participant: ParticipantRecord) -> ParticipantRecord:
        return replace(
            participant,
            entity=self.entities[participant.entity],
            mention=kept(self.mentions, participant.mention),
            role=kept(self.mentions, participant.role),
        )

    def _statement(self, statement: StatementRecord) -> StatementRecord | None:
        quote = self._span(statement.quote)
        if quote is None:
            return None
        return replace(
            statement,
            quote=quote,
            cue=self._span(statement.cue) if statement.cue else None,
            speaker=kept(self.entities, statement.speaker),
            speaker_mention=kept(self.mentions, statement.speaker_mention),
            **self._addressee(statement),
        )

    def _addressee(self, statement: StatementRecord) -> Addressed:
        """Nobody once the words that say so are gone."""
        words = self._span(statement.addressed) if statement.addressed else None
        entity = kept(self.entities, statement.addressee) if words else None
        if words is None or entity is None:
            return {"addressee": None, "addressee_mention": None, "addressed": None}
        mention = kept(self.mentions, statement.addressee_mention)
        return {"addressee": entity, "addressee_mention": mention, "addressed": words}


def kept(indexes: Indexes, index: int | None) -> int | None:
    return None if index is None else indexes.get(index)
