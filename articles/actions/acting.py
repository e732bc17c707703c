"""Everything a person does is an action with a key; the rows it changes are noted by triggers (docs/decisions/0009).

A request may bring the key of its action. Sent again after the connection was lost, it is known by that key and does
nothing the second time.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast
from uuid import UUID, uuid4

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.utils import timezone

from articles.enums import ActionVerb
from articles.exceptions import ActionKeyTaken, AlreadyDone
from articles.models import Action

Given = ParamSpec("Given")
Result = TypeVar("Result")


@dataclass(slots=True)
class Request:
    """The key that a request brought, what it asked for, and the action it led to."""

    key: UUID
    digest: str
    action: Action | None = None
    is_repeated: bool = False


#: The action under way, and the request that leads to the next one.
CURRENT: ContextVar[Action | None] = ContextVar("action", default=None)
REQUEST: ContextVar[Request | None] = ContextVar("request", default=None)

OPEN = """
INSERT INTO articles_action
    (key, by_id, at, verb, digest, is_undone, articles, actors, meetings, change_count, newest_report)
VALUES (%s, %s, %s, %s, %s, false, '{}', '{}', '{}', 0, 0)
ON CONFLICT (key) DO NOTHING RETURNING id, set_config('newsdesk.action', id::text, true)
"""
CLOSE = """
UPDATE articles_action SET articles = summed.articles, actors = summed.actors, meetings = summed.meetings,
    change_count = summed.change_count,
    newest_report = coalesce((SELECT max(id) FROM articles_meetingreport), 0)
FROM newsdesk_changed_by(%s) AS summed
WHERE id = %s
RETURNING articles_action.articles, articles_action.actors, articles_action.meetings, articles_action.change_count,
    set_config('newsdesk.action', '', true)
"""


def acts(verb: ActionVerb) -> Callable[[Callable[Given, Result]], Callable[Given, Result]]:
    """What the function does is one action of the person given as `by`: all of it is kept, or none."""

    def decorate(function: Callable[Given, Result]) -> Callable[Given, Result]:
        @wraps(function)
        def act(*args: Given.args, **kwargs: Given.kwargs) -> Result:
            with acting(verb, by=cast("User", kwargs["by"])):
                return function(*args, **kwargs)

        return act

    return decorate


@contextmanager
def acting(verb: ActionVerb, *, by: User) -> Iterator[Action]:
    """Carry out one action in a transaction of its own; within another action it is a part of that."""
    outer = CURRENT.get()
    with transaction.atomic():
        if outer is not None:
            yield outer
            return
        action = opened(verb, by=by)
        token = CURRENT.set(action)
        try:
            yield action
        finally:
            CURRENT.reset(token)
        close(action)
        note_answered(action)


def current_action() -> Action:
    """The action under way: every write by a person is within one."""
    action = CURRENT.get()
    if action is None:
        raise RuntimeError("A person's write outside of an action would be lost to undo.")
    return action


@contextmanager
def requested(key: UUID, digest: str) -> Iterator[Request]:
    """The next action gets this key, unless it was carried out before."""
    request = Request(key, digest)
    token = REQUEST.set(request)
    try:
        yield request
    finally:
        REQUEST.reset(token)


def opened(verb: ActionVerb, *, by: User) -> Action:
    request = REQUEST.get()
    if request is None or request.action is not None:
        request = Request(uuid4(), "")
    action = Action(key=request.key, by=by, at=timezone.now(), verb=verb.value, digest=request.digest)
    values = [action.key, by.pk, action.at, action.verb, action.digest]
    row = one_row(OPEN, values)
    if row is None:
        refuse_repetition(request, by=by)
    action.pk = row[0]
    action._state.adding, action._state.db = False, connection.alias
    return action


def check_repetition(*, by: User) -> None:
    """For what looks at the state before it acts: tell a request sent twice before looking."""
    request = REQUEST.get()
    if request is not None and request.action is None and Action.objects.filter(key=request.key).exists():
        refuse_repetition(request, by=by)


def refuse_repetition(request: Request, *, by: User) -> None:
    """Tell a request sent twice from a key that was used for something else."""
    known = Action.objects.get(key=request.key)
    if known.by_id == by.pk and known.digest == request.digest:
        request.action, request.is_repeated = known, True
        raise AlreadyDone(known)
    raise ActionKeyTaken


def note_answered(action: Action) -> None:
    """A request leads to one action under its key; a further one in the same request gets a key of its own."""
    request = REQUEST.get()
    if request is not None and request.key == action.key:
        request.action = action


def close(action: Action) -> None:
    """Note what the action was about, by the rows it changed."""
    row = one_row(CLOSE, [action.pk, action.pk])
    action.articles, action.actors, action.meetings, action.change_count = row[:4]


def one_row(statement: str, values: list[Any]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()
