"""Who has an article open. Kept only as long as it matters."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Article, Presence
from articles.permissions import require_editor

#: A page that has not called for so long is closed, or cut off.
GONE_AFTER = timedelta(seconds=50)


def note_presence(article: Article, *, by: User) -> list[User]:
    """Say that this editor has the article open; gives back who else has."""
    require_editor(by)
    now = timezone.now()
    Presence.objects.update_or_create(article=article, user=by, defaults={"seen_at": now})
    Presence.objects.filter(seen_at__lt=now - GONE_AFTER).delete()
    others = Presence.objects.filter(article=article).exclude(user=by).select_related("user")
    return [presence.user for presence in others.order_by("user__username")]
