"""What an action holds until its transaction ends. Everybody takes these first, and identities before the article."""

from collections.abc import Iterable

from django.db import connection

from articles.models import Article


def lock_identities() -> None:
    """Hold back others who make actors or join reports: two that meet the same name or meeting must make one of it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('newsdesk identities'))")


def lock_article(pk: int) -> None:
    """Hold back runs and other editors of this article; a run and an editor would else wait for each other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM articles_article WHERE id = %s FOR NO KEY UPDATE", [pk])
        if not cursor.rowcount:
            raise Article.DoesNotExist


def lock_articles(keys: Iterable[int]) -> set[int]:
    """The same for several articles, always in one order; gives back which of them there are."""
    locked = Article.objects.select_for_update(no_key=True).filter(pk__in=list(keys)).order_by("pk")
    return set(locked.values_list("pk", flat=True))
