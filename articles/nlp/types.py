"""What the pre-annotation gives back: plain frozen records, offsets in code points of the text, end-exclusive.

Nothing here knows Django, the database or spaCy. Enumerated strings are those of design.md:
labels PER ROLE ORG GPE LOC NORP DATE; zone kinds as `ZoneKind`; meeting kinds and statuses as
`MeetingKind` and `MeetingStatus`; entity kinds person, state, organisation, place.
"""

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of the text: code points from `start` to before `end`."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def within(self, other: "Span") -> bool:
        return other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True)
class ZoneRecord:
    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class DatelineRecord:
    """`ANKARA, 6 novembre (Reuters) –`: each part is empty where the text has none."""

    span: Span
    agency: str = ""
    place: str = ""
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class PostRecord:
    """An office as the text words it, with the country it is held for (ISO 3166-1 alpha-2 or empty).

    `key` is the office without country, gender and capitals, for comparing
    (`ministre des affaires etrangeres`); `mention` indexes `Annotation.mentions`: the ROLE that shows it.
    """

    title: str
    key: str
    country: str
    mention: int


@dataclass(frozen=True, slots=True)
class EntityRecord:
    """One identity within an article. `known_id` is its id in the lexicon (`TR`, `ankara`, `otan`), or empty.

    kind: person, state, organisation or place. `name` is the fullest form the article (or the lexicon)
    gives, `names` all forms it uses, `country` an ISO 3166-1 alpha-2 code or empty. For a place,
    `place_kind` is country, city or region.
    """

    kind: str
    name: str
    names: tuple[str, ...] = ()
    known_id: str = ""
    country: str = ""
    place_kind: str = ""
    posts: tuple[PostRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class MentionRecord:
    """A labelled span. `entity` indexes `Annotation.entities`; `value` is a DATE's ISO value.

    `country` is a ROLE's country; `origin` names the component that proposed it; `link_confidence` is how sure
    the entity is, given the span and its label.
    """

    span: Span
    label: str
    entity: int | None = None
    value: str = ""
    country: str = ""
    figurative: bool = False
    confidence: float = 1.0
    origin: str = ""
    link_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """The words that prove a field: sentence, participant, status, date, place, duration, kind, topic, host, visitor.

    A topic is nothing but its words; those of a host or visitor tell who receives whom.
    """

    field: str
    span: Span


@dataclass(frozen=True, slots=True)
class ParticipantRecord:
    """`entity`, `mention` and `role` index `Annotation.entities` and `.mentions`; role is the ROLE mention, if any.

    `part` is `host` or `visitor`, empty where the text does not show it.
    """

    entity: int
    mention: int | None = None
    role: int | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """One meeting as the article tells it; date is ISO with the text's precision or start/end, duration in minutes."""

    participants: tuple[ParticipantRecord, ...]
    kind: str
    status: str
    date: str = ""
    place: int | None = None
    duration: int | None = None
    evidence: tuple[EvidenceRecord, ...] = ()
    confidence: float = 1.0
    origin: str = "newsdesk_meetings"


@dataclass(frozen=True, slots=True)
class StatementRecord:
    """`speaker` and `addressee` index `Annotation.entities`; a quote span leaves the quotation marks out.

    `addressed` are the words that say to whom: `son homologue turc, Hakan Fidan`, or the pronoun `lui`.
    """

    quote: Span
    direct: bool
    speaker: int | None = None
    speaker_mention: int | None = None
    cue: Span | None = None
    addressee: int | None = None
    addressee_mention: int | None = None
    addressed: Span | None = None
    confidence: float = 1.0
    origin: str = "newsdesk_statements"


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that the pre-annotation proposes for one text."""

    zones: tuple[ZoneRecord, ...] = ()
    dateline: DatelineRecord | None = None
    mentions: tuple[MentionRecord, ...] = ()
    entities: tuple[EntityRecord, ...] = ()
    meetings: tuple[MeetingRecord, ...] = ()
    statements: tuple[StatementRecord, ...] = ()


@dataclass(slots=True)
class Draft:
    """The working state of one text between the components, kept on `doc._.draft`.

    Components append or replace; `mentions` is in text order and without overlaps after the
    entities component. `date` is the article's date, against which relative dates are resolved.
    """

    date: dt.date
    zones: list[ZoneRecord] = field(default_factory=list)
    dateline: DatelineRecord | None = None
    mentions: list[MentionRecord] = field(default_factory=list)
    entities: list[EntityRecord] = field(default_factory=list)
    meetings: list[MeetingRecord] = field(default_factory=list)
    statements: list[StatementRecord] = field(default_factory=list)

    def freeze(self) -> Annotation:
        return Annotation(
            zones=tuple(self.zones),
            dateline=self.dateline,
            mentions=tuple(self.mentions),
            entities=tuple(self.entities),
            meetings=tuple(self.meetings),
            statements=tuple(self.statements),
        )
