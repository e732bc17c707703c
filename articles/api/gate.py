"""Whom an operation lets in: anybody, or a program whose token allows it and whose owner may do it."""

from typing import Any, cast

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.actions.tokens import token_shown
from articles.api.problems import Problem
from articles.api.requests import ApiRequest, Caller
from articles.enums import TokenScope
from articles.permissions import can_edit, may_use

BEARER = "bearer"


class Gate:
    """Asked before anything of the body is read. A token that is not valid is refused even where none is needed.

    `media` are the types a body may have; None where no body is read. What is one's `own` needs no editor.
    """

    def __init__(self, scope: TokenScope | None, media: tuple[str, ...] | None = None, *, own: bool = False) -> None:
        self.scope, self.media, self.own = scope, media, own

    def __call__(self, request: HttpRequest) -> Caller:
        caller = caller_of(request)
        cast("ApiRequest", request).caller = caller
        request.user = caller.user
        if self.scope is not None:
            self.require(caller, self.scope)
        if self.media and request.content_type not in self.media:
            detail = _("The body must be of the type %(types)s.")
            raise Problem(415, detail % {"types": ", ".join(self.media)}, headers={"Accept": ", ".join(self.media)})
        return caller

    def require(self, caller: Caller, scope: TokenScope) -> None:
        """Reading with a scope is reading what pages show to editors, or to the owner alone."""
        if caller.token is None:
            raise unknown(_("A token is needed: send “Authorization: Bearer TOKEN”."))
        if not caller.has(scope):
            challenge = f'Bearer realm="newsdesk", error="insufficient_scope", scope="{scope.value}"'
            detail = _("The token was not made for this; it needs the scope “%(scope)s”.") % {"scope": scope.value}
            raise Problem(403, detail, headers={"WWW-Authenticate": challenge})
        if not may_use(caller.user, scope) or not (self.own or can_edit(caller.user)):
            raise Problem(403, _("The owner of the token may not do this."))


def caller_of(request: HttpRequest) -> Caller:
    """By the token alone: a browser's cookies mean nothing here, so no other site can use them."""
    given: Any = request.headers.get("Authorization", "")
    if not given:
        return Caller(AnonymousUser())
    scheme, _blank, secret = given.partition(" ")
    token = token_shown(secret.strip()) if scheme.lower() == BEARER else None
    if token is None:
        raise unknown(_("The token is unknown, has run out or was revoked."), error=', error="invalid_token"')
    return Caller(token.user, token)


def unknown(detail: str, *, error: str = "") -> Problem:
    return Problem(401, detail, headers={"WWW-Authenticate": f'Bearer realm="newsdesk"{error}'})
