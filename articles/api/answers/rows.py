"""Mentions, meeting reports and statements as the API tells them."""

from datetime import date, datetime

from pydantic import BaseModel

#: A day; answers call one of their fields `date`.
Day = date


class Named(BaseModel):
    slug: str
    name: str


class Words(BaseModel):
    """Words of the article: code points into its text, the end exclusive."""

    start: int
    end: int


class ProvenField(Words):
    """Words that prove one field of a report."""

    field: str


class Decided(BaseModel):
    """What the machine proposed or a person decided, and in which version it stands."""

    id: int
    article: int
    version: int
    status: str
    origin: str
    run: str | None
    confidence: float | None
    decided_by: str | None
    decided_at: datetime | None


class MentionAnswer(Decided, Words):
    text: str
    label: str
    actor: Named | None
    place: Named | None
    value: str | None
    country: str | None
    figurative: bool
    link_confidence: float | None
    link_origin: str | None


class ParticipantAnswer(Named):
    """`part` says whether somebody receives the others or is received."""

    country: str | None
    post: str | None
    part: str | None


class ReportAnswer(Decided):
    """What one article says of one meeting."""

    meeting: int | None
    participants: list[ParticipantAnswer]
    kind: str
    meeting_status: str
    date: str | None
    place: Named | None
    duration: int | None
    topics: list[str]
    proofs: list[ProvenField]


class StatementAnswer(Decided):
    speaker: Named | None
    named_as: str | None
    addressee: Named | None
    quote: Words
    words: str
    cue: Words | None
    addressed: Words | None
    direct: bool


class ReviewAnswer(BaseModel):
    """How far the article has come; `left` proposals await a decision."""

    state: str
    editor: str | None
    changed_at: datetime | None
    left: int


class ProblemRow(BaseModel):
    """A record that an import could not take in, or took with a remark."""

    file: str
    line: int | None
    field: str
    reason: str
    severity: str


class ImportAnswer(BaseModel):
    id: int
    by: str | None
    started_at: datetime
    finished_at: datetime | None
    imported: int
    duplicates: int
    rejected: int
    articles: int
    reviewed: int


class ImportDetail(ImportAnswer):
    """`options` are those of the import; `states` count its articles by the state of their review."""

    paths: list[str]
    options: dict[str, str | bool | int | None]
    states: dict[str, int]
    proposals: int
    proposals_decided: int
    problems: int


class PostProof(BaseModel):
    """Words of an article that show somebody in an office.

    They only name the holder where `listed` is told, the id of the office in newsdesk's list of office holders.
    """

    article: int
    mention: int
    words: str
    source: str
    published_on: Day
    illustrative: bool
    listed: str | None


class PostAnswer(BaseModel):
    """An office as far as the collection shows it; `shown` times, of which the first and the latest are told."""

    title: str
    country: str | None
    since: Day | None
    until: Day | None
    shown: int
    evidence: list[PostProof]
