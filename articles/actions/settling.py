"""What follows from an undo: where reviews stand, and actors made by the way that nobody uses any more."""

from collections.abc import Iterable
from contextlib import suppress

from django.db import IntegrityError, connection

from articles.actions.replaying import turn_back, turn_back_checked
from articles.models import Action, Actor, ActorName, Change, Review
from articles.queries.journal import REVIEW, images_of, is_same


def settle_reviews(articles: Iterable[int]) -> None:
    """Reviews go back to where they stood before the actions that moved them on, if nothing else was done since.

    An action on rows moves the review by the way. While a later one stands, the review stays; when the last of them is
    taken back, in whatever order, all such moves are.
    """
    reviews = dict(Review.objects.filter(article__in=list(articles)).values_list("pk", "article_id"))
    current = images_of((REVIEW, pk) for pk in reviews)
    for (_, pk), image in current.items():
        stands = image
        moves = Change.objects.filter(table=REVIEW, row=pk, action__undoes=None).select_related("action")
        for move in moves.order_by("-id"):
            if not is_same(move.after, stands):
                continue
            if not move.action.is_undone or move.before is None or done_since(move.action, reviews[pk]):
                break
            turn_back([move])
            stands = move.before


def done_since(action: Action, article: int) -> bool:
    """Whether anybody did something to the article after the action that still stands."""
    return Action.objects.on_article(article).standing().of_consequence().first_hand().filter(pk__gt=action.pk).exists()


def settle_actors(undoing: Action) -> None:
    """An actor whose making was taken back while others used it goes when the last of these uses is taken back."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT actors FROM newsdesk_changed_by(%s)", [undoing.pk])
        [(actors,)] = cursor.fetchall()
    made = Change.objects.filter(table=Actor._meta.db_table, row__in=actors, before__isnull=True)
    for change in made.filter(action__is_undone=True, action__undoes=None).select_related("action"):
        if Actor.objects.filter(pk=change.row).exists():
            remove_made(change)


def remove_made(change: Change) -> None:
    """Take the actor away with its names, unless something still needs it."""
    names = change.action.changes.filter(
        table=ActorName._meta.db_table, before__isnull=True, after__actor_id=change.row
    )
    with suppress(IntegrityError):
        turn_back_checked([*names, change])
