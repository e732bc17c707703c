"""Articles, actors, places, meetings and statements found by a search, as the API tells them."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel

from articles.api.answers.rows import (
    MentionAnswer,
    Named,
    ParticipantAnswer,
    PostAnswer,
    ProvenField,
    ReportAnswer,
    ReviewAnswer,
    StatementAnswer,
    Words,
)

#: A day; answers call one of their fields `date`.
Day = date


class SourceAnswer(Named):
    url: str | None
    language: str
    illustrative: bool


class ArticleBrief(BaseModel):
    """`opening` are its first words; `highlight` is HTML with the words that were searched in <mark>, else empty."""

    id: int
    external_id: str
    page: str
    title: str
    source: Named
    illustrative: bool
    published_on: Day
    language: str
    url: str | None
    state: str | None
    meetings: int
    corrections: int
    opening: str
    highlight: str | None


class ZoneAnswer(Words):
    kind: str


class ArticleAnswer(BaseModel):
    """An article with all that is marked in it; offsets are code points into `text`."""

    id: int
    external_id: str
    page: str
    title: str
    source: Named
    illustrative: bool
    published_on: Day
    date_origin: str
    language: str
    url: str | None
    authors: list[str]
    imported_at: datetime
    import_id: int | None
    run: str | None
    dateline_place: Named | None
    text: str
    review: ReviewAnswer
    zones: list[ZoneAnswer]
    mentions: list[MentionAnswer]
    reports: list[ReportAnswer]
    statements: list[StatementAnswer]


class RejectedAnswer(BaseModel):
    mentions: list[MentionAnswer]
    reports: list[ReportAnswer]
    statements: list[StatementAnswer]


class ActorBrief(Named):
    page: str
    kind: str
    country: str | None
    post: str | None
    meetings: int


class Count(BaseModel):
    """A value to search for, and how many records that finds."""

    value: str
    name: str
    count: int


class ActorAnswer(Named):
    """`country_listed` is the id of the office in newsdesk's list of holders, where only that tells the country."""

    page: str
    kind: str
    country: str | None
    country_listed: str | None
    names: list[str]
    posts: list[PostAnswer]
    meetings: int
    statements: int
    articles: int
    counterparts: list[Count]


class PlaceAnswer(Named):
    page: str
    meetings: int
    kind: str
    country: str | None
    latitude: float | None
    longitude: float | None
    names: list[str]


class Facets(BaseModel):
    """How what was found spreads; each number is what would be found with that value chosen."""

    count: int
    facets: dict[str, list[Count]]


class MeetingPlace(BaseModel):
    name: str
    country: str | None


class MeetingParticipantAnswer(ParticipantAnswer):
    type: str


class MeetingTold(BaseModel):
    """What one article says, in short."""

    id: int
    article_id: int
    article: str
    title: str
    source: str
    published_on: Day
    url: str
    kind: str
    status: str
    date: str | None
    place: str | None
    topics: list[str]
    decided_by: str
    decision: str
    origin: str
    machine: str | None
    person: str | None
    decided_at: str | None


class Plover(BaseModel):
    event: str
    mode: str | None


class MeetingBrief(BaseModel):
    """One encounter; `disagreements` give by field what is told, and how many sources tell it."""

    id: int
    url: str
    date: str | None
    first_day: Day | None
    last_day: Day | None
    participants: list[MeetingParticipantAnswer]
    kind: str
    status: str
    place: MeetingPlace | None
    minutes: int | None
    topics: list[str]
    source_count: int
    decided_by: str
    illustrative: bool
    sentence: str | None
    disagreements: dict[str, dict[str, int]]
    reports: list[MeetingTold]
    plover: Plover


class MeetingAccount(BaseModel):
    """What one article says, field by field; `words` are the proving quotes by field."""

    report: int
    article: int
    source: str
    participants: list[ParticipantAnswer]
    kind: str
    status: str
    date: str | None
    place: Named | None
    duration: int | None
    sentences: list[str]
    words: dict[str, list[str]]
    proofs: list[ProvenField]


class Stage(BaseModel):
    """What articles of one time said: announced, then held or called off."""

    status: str
    article: int
    published_on: Day


class MeetingAnswer(MeetingBrief):
    accounts: list[MeetingAccount]
    stages: list[Stage]
    may_be_one_with: list["JoinAnswer"]


class StatementFound(BaseModel):
    """A statement in its article, with a little of what stands before and after."""

    id: int
    article_id: int
    url: str
    speaker: str | None
    speaker_slug: str | None
    speaker_country: str | None
    named_as: str | None
    addressee: str | None
    addressee_slug: str | None
    addressed_as: str | None
    before: str
    words: str
    after: str
    direct: bool
    article: str
    title: str
    source: str
    published_on: Day
    illustrative: bool
    decided_by: str
    decision: str
    origin: str
    machine: str | None
    person: str | None
    decided_at: str | None


class JoinAnswer(BaseModel):
    """Two meetings that may be one, and the codes of what speaks for and against it."""

    id: int
    score: float
    reasons: list[str]
    first: int
    second: int


class MergeAnswer(BaseModel):
    """Two actors that may be one; the first is the one to keep."""

    id: int
    score: float
    reasons: list[str]
    kept: ActorBrief
    merged: ActorBrief


class Difference(BaseModel):
    name: str
    before: str
    after: str


class ChangedRow(BaseModel):
    what: str
    decision: int | None
    differences: list[Difference]


class HistoryEntry(BaseModel):
    """One action, and the rows it changed; `more` further ones are not listed."""

    action: UUID
    by: str
    at: datetime
    verb: str
    what: str
    undone: bool
    changes: list[ChangedRow]
    more: int
