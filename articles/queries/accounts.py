"""Who is logged in, with all that pages ask about them in one query: groups, language, keys."""

import json
from functools import cache
from typing import Any

from django.contrib.auth.models import User
from django.db import connection

from articles.models import ChosenLanguage, Keyboard
from articles.queries.rows import columns_of, made, rows_of

ACCOUNT = """
SELECT {columns}, l.code, k.id, k.keys, k.work, ARRAY(
    SELECT g.name FROM auth_group g JOIN auth_user_groups belonging ON belonging.group_id = g.id
    WHERE belonging.user_id = u.id
)
FROM auth_user u
    LEFT JOIN articles_chosenlanguage l ON l.user_id = u.id
    LEFT JOIN articles_keyboard k ON k.user_id = u.id
WHERE u.id = %s
"""


@cache
def statement() -> str:
    quoted = connection.ops.quote_name
    return ACCOUNT.format(columns=", ".join(f"u.{quoted(column)}" for column in columns_of(User)))


def account_of(user_id: int) -> User | None:
    """The user as pages know them: what was looked up here is not asked for again (`groups_of`, `keyboard_of`)."""
    rows = rows_of(statement(), [user_id])
    if not rows:
        return None
    *values, code, keyboard, keys, work, groups = rows[0]
    user = made(User, tuple(values))
    if user is not None:
        chosen = None if code is None else ChosenLanguage(user=user, code=code)
        User._meta.get_field("chosen_language").set_cached_value(user, chosen)
        vars(user).update(_group_names=frozenset(groups), _keyboard=keyboard_as_kept(user, keyboard, keys, work))
    return user


def keyboard_as_kept(user: User, key: int | None, keys: Any, work: str) -> Keyboard:
    """What the user chose, or a keyboard as it comes."""
    if key is None:
        return Keyboard(user=user)
    return Keyboard.from_db(connection.alias, ["id", "user_id", "keys", "work"], [key, user.pk, json.loads(keys), work])
