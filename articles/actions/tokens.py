"""Tokens for programs: made, shown once, used and revoked."""

import secrets
from collections.abc import Iterable
from datetime import timedelta
from hashlib import sha256

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.models import ApiToken
from articles.permissions import can_revoke, may_use

#: How tokens begin, so that one that got into the wrong hands or files is known for what it is.
PREFIX = "newsdesk_"
BEGINNING = 12
#: Uses within this time are one use: asking many questions does not write as often.
RARELY = timedelta(minutes=1)


@transaction.atomic
def make_token(name: str, scopes: Iterable[str], *, by: User, days: int | None = None) -> tuple[ApiToken, str]:
    """A token and the secret itself, which nobody can read again."""
    wanted = list(scopes)
    if not all(may_use(by, scope) for scope in wanted):
        raise PermissionDenied("A token may do no more than its owner.")
    secret = PREFIX + secrets.token_urlsafe(32)
    expires_at = timezone.now() + timedelta(days=days) if days else None
    token = ApiToken.objects.create(
        user=by, name=name, scopes=wanted, digest=digest_of(secret), beginning=secret[:BEGINNING], expires_at=expires_at
    )
    return token, secret


@transaction.atomic
def revoke_token(token: ApiToken, *, by: User) -> ApiToken:
    """End a token for good; one that was revoked stays as it is."""
    if not can_revoke(by, token.user_id):
        raise PermissionDenied("Only managers revoke the tokens of others.")
    ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now(), revoked_by=by)
    token.refresh_from_db()
    return token


def token_shown(secret: str) -> ApiToken | None:
    """The valid token that a program showed; its use is noted."""
    now = timezone.now()
    token = ApiToken.objects.valid(now).select_related("user").filter(digest=digest_of(secret)).first()
    if token is not None:
        long_ago = Q(last_used_at=None) | Q(last_used_at__lt=now - RARELY)
        ApiToken.objects.filter(long_ago, pk=token.pk).update(last_used_at=now)
    return token


def digest_of(secret: str) -> str:
    return sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()
