"""Who asks, and what an answer has to remember of the row it tells."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest

from articles.enums import TokenScope
from articles.models import ApiToken
from articles.permissions import can_edit


@dataclass(frozen=True, slots=True)
class Caller:
    """A program with a token and the person it acts for, or anybody."""

    user: User | AnonymousUser
    token: ApiToken | None = None

    def has(self, scope: TokenScope) -> bool:
        return self.token is not None and scope in self.token.scopes

    @property
    def reads_as_editor(self) -> bool:
        """Whether it sees what the pages show to editors only."""
        return self.has(TokenScope.READ) and can_edit(self.user)


class ApiRequest(HttpRequest):
    """A request that an operation let in."""

    caller: Caller
    #: The version of the one row that the answer tells of; it becomes a part of the ETag.
    row_version: int | None = None


def by(request: ApiRequest) -> User:
    """The person for whom a change is made; operations that change anything let nobody else in."""
    user = request.caller.user
    assert isinstance(user, User)  # noqa: S101 -- what Gate has made sure of
    return user
