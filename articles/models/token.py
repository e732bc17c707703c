"""Tokens: how a program says for whom it asks the API, and what it may do."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.enums import TokenScope


class ApiTokenQuerySet(models.QuerySet["ApiToken"]):
    def valid(self, now: datetime | None = None) -> "ApiTokenQuerySet":
        """Those that were not revoked, have not run out, and whose owner may still log in."""
        unexpired = Q(expires_at=None) | Q(expires_at__gt=now or timezone.now())
        return self.filter(unexpired, revoked_at=None, user__is_active=True)


class ApiToken(models.Model):
    """What a program shows to act for a person. Only a digest of it is kept: nobody can read it here."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="api_tokens")
    name = models.CharField(_("name"), max_length=100, help_text=_("Which program it is for."))
    scopes = ArrayField(models.CharField(max_length=10, choices=TokenScope))
    #: SHA-256 of the token, hexadecimal: it is random and long, so that a slow digest would protect nothing.
    digest = models.CharField(max_length=64, unique=True)
    #: Its first characters, by which people tell tokens apart.
    beginning = models.CharField(max_length=12)

    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ApiTokenQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-created_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name=""), name="apitoken_has_name"),
            models.CheckConstraint(condition=Q(digest__regex=r"^[0-9a-f]{64}$"), name="apitoken_digest_is_sha256"),
            models.CheckConstraint(
                condition=Q(scopes__len__gt=0, scopes__contained_by=TokenScope.values), name="apitoken_scopes_valid"
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None) | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="apitoken_revoked_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.beginning}…)"

    @property
    def is_valid(self) -> bool:
        return self.revoked_at is None and (self.expires_at is None or self.expires_at > timezone.now())

    @property
    def scope_labels(self) -> list[str]:
        return [str(TokenScope(scope).label) for scope in TokenScope.values if scope in self.scopes]
