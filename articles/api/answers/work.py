"""What people follow, and what editors have before them, as the API tells it."""

from datetime import datetime

from pydantic import BaseModel

from articles.api.answers.records import ArticleBrief, MeetingBrief, StatementFound
from articles.api.answers.rows import Named, Words


class WatchAnswer(BaseModel):
    """Something followed: an actor or two, a country or two, or the search at the address."""

    id: int
    name: str
    address: str
    actors: list[Named]
    countries: list[str]
    paused: bool
    since: datetime


class ToldOtherwise(BaseModel):
    field: str
    before: str
    after: str


class NoveltyAnswer(BaseModel):
    """One new thing and the watches it belongs to; a meeting known before says what is told of it otherwise."""

    kind: str
    at: datetime
    watches: list[int]
    meeting: MeetingBrief | None
    statement: StatementFound | None
    article: ArticleBrief | None
    changes: list[ToldOtherwise]
    sources: list[str]


class ReplyAnswer(BaseModel):
    by: str
    at: datetime
    body: str


class NoteAnswer(Words):
    id: int
    words: str
    body: str
    by: str
    at: datetime
    resolved_by: str | None
    resolved_at: datetime | None
    replies: list[ReplyAnswer]


class HeldAnswer(BaseModel):
    """An article in somebody's hands until a moment, or longer if it is worked on."""

    article: int
    title: str
    holder: str
    since: datetime
    until: datetime


class SkipAnswer(BaseModel):
    """An article that somebody left to others, and why."""

    article: int
    title: str
    by: str
    reason: str
    words: str
    at: datetime
