"""What undo and redo reach next for a person: on an article, an actor or a meeting."""

from django.contrib.auth.models import User

from articles.enums import ActionVerb
from articles.models import Action
from articles.models.action import ActionQuerySet


def next_undo(actions: ActionQuerySet, by: User) -> Action | None:
    """The last thing the person did there that stands."""
    return actions.filter(by=by).first_hand().standing().of_consequence().newest_first().first()


def next_redo(actions: ActionQuerySet, by: User) -> Action | None:
    """The last thing the person took back there, if nothing was done by the same hand since."""
    own = actions.filter(by=by)
    undoing = own.standing().filter(verb=ActionVerb.UNDO).select_related("undoes").newest_first().first()
    if undoing is None or own.first_hand().standing().of_consequence().filter(pk__gt=undoing.pk).exists():
        return None
    return undoing
