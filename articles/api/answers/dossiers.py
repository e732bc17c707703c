"""Dossiers of people, countries and places, and who held an office, as the API tells them."""

from pydantic import BaseModel

from articles.api.answers.records import (
    ActorAnswer,
    ArticleBrief,
    Count,
    Day,
    MeetingBrief,
    PlaceAnswer,
    StatementFound,
)
from articles.api.answers.rows import Named, PostAnswer


class NameSeenAnswer(BaseModel):
    """A way in which articles write an actor, with the latest words that do."""

    name: str
    number: int
    since: Day
    until: Day
    article: int
    mention: int


class VoiceAnswer(Named):
    """Somebody whose statements name the actor, with the latest of them."""

    number: int
    statement: int
    article: int


class DaysAnswer(BaseModel):
    """The days that so many meetings may have taken place on, as far as they are told."""

    first: Day
    last: Day
    kind: str
    status: str
    number: int


class ActorDossier(ActorAnswer):
    """`names_seen`, `voices` and `sources` are left empty for states, which every article names."""

    names_seen: list[NameSeenAnswer]
    countries: list[Count]
    places: list[Count]
    sources: list[Count]
    voices: list[VoiceAnswer]
    days: list[DaysAnswer]
    latest_meetings: list[MeetingBrief]
    latest_statements: list[StatementFound]
    latest_articles: list[ArticleBrief]


class PlaceDossier(PlaceAnswer):
    people: list[Count]
    countries: list[Count]
    years: list[Count]
    articles: int
    latest_meetings: list[MeetingBrief]
    latest_articles: list[ArticleBrief]


class CountryBrief(BaseModel):
    """A country, how many people of it there are, and how many meetings somebody of it took part in."""

    code: str
    name: str
    page: str
    people: int
    meetings: int


class HolderAnswer(PostAnswer):
    """Somebody's time in an office; `standing` says how sure it is on the days asked for."""

    holder: Named
    standing: str


class OfficeAnswer(BaseModel):
    """An office of a country; of its `number` holders the latest are told."""

    title: str
    number: int
    holders: list[HolderAnswer]


class CountryDossier(CountryBrief):
    """`meetings` are those that took place, `meetings_there` those that took place in the country."""

    state: Named | None
    offices: list[OfficeAnswer]
    countries: list[Count]
    counterparts: list[Count]
    visitors: list[Count]
    places: list[Count]
    meetings_there: int
    latest_meetings: list[MeetingBrief]


class WhoWasAnswer(BaseModel):
    """Who held an office: surely or likely (`holders`), other offices so worded, and those before and after.

    `more` says that there are further holders than are told.
    """

    office: str
    holders: list[HolderAnswer]
    others: list[HolderAnswer]
    before: list[HolderAnswer]
    after: list[HolderAnswer]
    more: bool
