"""What the one search box finds, as the API tells it."""

from pydantic import BaseModel

from articles.api.answers.records import ActorBrief, ArticleBrief, MeetingBrief, PlaceAnswer, StatementFound
from articles.api.pagination import PageAnswer


class MeetingsFound(BaseModel):
    """How many meetings the same search finds, the address of all, and the latest of them."""

    count: int
    address: str
    items: list[MeetingBrief]


class StatementsFound(BaseModel):
    count: int
    address: str
    items: list[StatementFound]


class ActorsFound(BaseModel):
    count: int
    items: list[ActorBrief]


class PlacesFound(BaseModel):
    count: int
    items: list[PlaceAnswer]


class Elsewhere(BaseModel):
    """What is found besides articles; null where a filter says nothing about the kind."""

    meetings: MeetingsFound | None
    statements: StatementsFound | None
    actors: ActorsFound | None
    places: PlacesFound | None


class SearchAnswer(PageAnswer[ArticleBrief]):
    """The articles; `also` are names and spellings that were not typed and are searched too.

    `elsewhere` stands on the first page only.
    """

    also: list[str]
    elsewhere: Elsewhere | None
