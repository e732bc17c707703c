"""Where an article's review stands once actions on its rows were taken back."""

from collections.abc import Iterable

from articles.actions.replaying import turn_back
from articles.models import Action, Change, Review
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
