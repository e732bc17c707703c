"""Hand out the articles of the work queue, each to one editor at a time.

Leases say who works on what; they are no decisions, so no history keeps them and nothing takes them back.
"""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.utils import timezone

from articles.enums import SkipReason
from articles.models import Article, Lease, Skip
from articles.permissions import require_editor
from articles.queries.queue import QueueSpec, free, oldest_held

#: One row for each article: it is written if nobody holds the article, if the lease ran out, or if it is mine.
HOLD = """
INSERT INTO articles_lease AS held (article_id, holder_id, since, until) VALUES (%s, %s, %s, %s)
ON CONFLICT (article_id) DO UPDATE SET
    since = CASE WHEN held.holder_id = excluded.holder_id AND held.until > excluded.since
        THEN held.since ELSE excluded.since END,
    holder_id = excluded.holder_id,
    until = excluded.until
WHERE held.holder_id = excluded.holder_id OR held.until <= excluded.since
"""
RENEW = "UPDATE articles_lease SET until = %s WHERE article_id = %s AND holder_id = %s"


def length() -> timedelta:
    return timedelta(minutes=settings.LEASE_MINUTES)


@transaction.atomic
def take_next(wanted: QueueSpec, *, by: User) -> Article | None:
    """The most needed article that nobody holds, held for this editor from now on; None where there is none.

    Others who ask at the same moment pass by the article locked here. One that somebody got between our look and our
    lock has a lease by now, and we look again.
    """
    require_editor(by)
    while True:
        free_now = free(wanted, by).only("pk", "title")
        article = free_now.select_for_update(skip_locked=True, of=("self",), no_key=True).first()
        if article is None:
            return oldest_held(by)
        if hold_article(article.pk, by=by):
            return article


def hold_article(article_id: int, *, by: User) -> bool:
    """Hold the article for this editor, unless somebody else does."""
    now = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(HOLD, [article_id, by.pk, now, now + length()])
        return bool(cursor.rowcount)


def renew_lease(article_id: int, *, by: User) -> None:
    """Somebody who works on an article that they hold keeps it."""
    with connection.cursor() as cursor:
        cursor.execute(RENEW, [timezone.now() + length(), article_id, by.pk])


def release_article(article: Article, *, by: User) -> None:
    """Give the article back to the queue."""
    require_editor(by)
    Lease.objects.filter(article=article, holder=by).delete()


@transaction.atomic
def skip_article(article: Article, *, by: User, reason: SkipReason, words: str = "") -> Skip:
    """Leave the article to others, and say why."""
    release_article(article, by=by)
    given = {"reason": reason, "words": words.strip()}
    skip, _ = Skip.objects.update_or_create(article=article, by=by, defaults=given)
    return skip


def unskip_article(article: Article, *, by: User) -> None:
    """The queue may hand the article to this editor again."""
    require_editor(by)
    Skip.objects.filter(article=article, by=by).delete()
