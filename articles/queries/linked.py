"""Mentions with whom they stand for and who decided on them, as the panel shows them.

`select_related` asks for the same, but builds its statement anew each time, which takes longer than the answer to it.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Model

from articles.models import Actor, Mention, Place
from articles.queries.rows import Row, columns_of, made, rows_of

#: The models that a row holds one after the other, each under the name that its columns have in the statement.
PARTS: dict[str, type[Model]] = {"m": Mention, "a": Actor, "p": Place, "u": User}
JOINED = """
FROM articles_mention m
    LEFT JOIN articles_actor a ON a.id = m.actor_id
    LEFT JOIN articles_place p ON p.id = m.place_id
    LEFT JOIN auth_user u ON u.id = m.decided_by_id
"""


def linked_mention(condition: str, values: Sequence[Any], *, order: str = "m.id") -> Mention | None:
    """The first mention for which the condition holds; it speaks of the mention as `m`."""
    rows = rows_of(f"SELECT {columns()} {JOINED} WHERE {condition} ORDER BY {order} LIMIT 1", values)
    return mention_of(rows[0]) if rows else None


@cache
def columns() -> str:
    quoted = connection.ops.quote_name
    return ", ".join(f"{name}.{quoted(column)}" for name, model in PARTS.items() for column in columns_of(model))


def mention_of(row: Row) -> Mention:
    actor_at = len(Mention._meta.concrete_fields)
    place_at = actor_at + len(Actor._meta.concrete_fields)
    user_at = place_at + len(Place._meta.concrete_fields)
    mention = Mention.from_db(
        connection.alias, [field.attname for field in Mention._meta.concrete_fields], row[:actor_at]
    )
    mention.actor = made(Actor, row[actor_at:place_at])
    mention.place = made(Place, row[place_at:user_at])
    mention.decided_by = made(User, row[user_at:])
    return mention
