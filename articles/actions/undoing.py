"""Taking back anything somebody did, and redoing it: the rows become what they were (docs/decisions/0009)."""

from dataclasses import dataclass

from django.contrib.auth.models import User

from articles.actions.acting import acting
from articles.actions.locks import lock_articles, lock_identities
from articles.actions.merging import unmerge
from articles.actions.reversal import Reversal, carry_out
from articles.actions.settling import settle_actors, settle_reviews
from articles.enums import ActionVerb
from articles.exceptions import CannotMerge, CannotUndo, NothingToUndo
from articles.models import Action, Actor, ActorMerge
from articles.permissions import require_undo
from articles.queries.journal import REVIEW, latest_changes

#: Actions on many rows that have nothing to do with each other: those that still stand are taken back.
ROW_BY_ROW = {ActionVerb.ACCEPT_SURE, ActionVerb.FINISH_REVIEW, ActionVerb.APPLY}
#: Tables whose rows nothing outside of their article depends on.
WITHIN_ARTICLE = {"articles_mention", "articles_statement", REVIEW}


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: the action that did so, how many rows, and how many stay because they were changed since."""

    undoing: Action
    action: Action
    count: int
    #: Those of the count that are no mentions.
    others: int
    changed: int


def undo_action(action: Action, *, by: User) -> Undone:
    """Take an action back, if its rows stand as it left them; undoing a redoing is undoing what was redone."""
    first = action.undoes.undoes if action.undoes and action.undoes.undoes else action
    if first.undoes is not None:
        raise NothingToUndo
    return reverse(first, ActionVerb.UNDO, by=by)


def redo_action(action: Action, *, by: User) -> Undone:
    """Do again what an action did and an undoing took back."""
    undoing = action.undoings.filter(is_undone=False).first() if action.undoes is None else action
    if undoing is None or undoing.verb != ActionVerb.UNDO:
        raise NothingToUndo
    return reverse(undoing, ActionVerb.REDO, by=by)


def reverse(action: Action, verb: ActionVerb, *, by: User) -> Undone:
    require_undo(by, action.by_id)
    with acting(verb, by=by) as undoing:
        hold(action)
        mark(action, undoing)
        reversal = take_back(action, by=by)
        if verb == ActionVerb.UNDO:
            settle_reviews(action.articles)
            settle_actors(undoing)
    return Undone(undoing, action, reversal.count, reversal.others, len(reversal.lost))


def hold(action: Action) -> None:
    """Take the locks that the action took."""
    if action.changes.exclude(table__in=WITHIN_ARTICLE).exists():
        lock_identities()
    lock_articles(action.articles)


def mark(action: Action, undoing: Action) -> None:
    """Note that the action is undone, or, when its undoing is, that it stands again."""
    if not Action.objects.filter(pk=action.pk, is_undone=False, change_count__gt=0).update(is_undone=True):
        raise NothingToUndo
    action.is_undone, undoing.undoes = True, action
    undoing.save(update_fields=["undoes"])
    if action.undoes is not None:
        Action.objects.filter(pk=action.undoes.pk).update(is_undone=False)


def take_back(action: Action, *, by: User) -> Reversal:
    """Turn the rows back; where some were changed since, those that stand alone, or none."""
    reversal = Reversal.of(action)
    require_standing(reversal)
    if reversal.lost and not (first_verb(action) in ROW_BY_ROW and reversal.count):
        if action.verb != ActionVerb.MERGE:
            raise CannotUndo(list(latest_changes(sorted(reversal.lost), after=action).values()))
        part(action, by=by)
    else:
        carry_out(reversal, by=by)
    return reversal


def require_standing(reversal: Reversal) -> None:
    """Nobody is merged again into somebody who was himself merged into another since."""
    table = Actor._meta.db_table
    merged = [net for net in reversal.nets if net.table == table and net.before and net.after]
    into = [net.before["merged_into_id"] for net in merged if net.before and "merged_into_id" in net.columns]
    if Actor.objects.filter(pk__in=[key for key in into if key], merged_into__isnull=False).exists():
        raise CannotUndo([])


def first_verb(action: Action) -> str:
    return action.undoes.verb if action.undoes else action.verb


def part(action: Action, *, by: User) -> None:
    """Two merged actors are parted although rows came or changed since: each keeps what is its own by now."""
    made = action.changes.filter(table=ActorMerge._meta.db_table).values_list("row", flat=True)
    try:
        unmerge(ActorMerge.objects.get(pk=made[0]), by=by)
    except CannotMerge as error:
        raise CannotUndo([]) from error
