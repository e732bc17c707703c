"""All business rows as they stand, to compare before and after; counts of changes aside."""

from typing import Any

from django.apps import apps
from django.db import connection, models

#: What is told of the rows, and grows whatever happens to them.
LOGS = {"Action", "Change", "Decision"}
#: Worked out by triggers from other rows, but compared like these.
KEYED_OTHERWISE = {"IndexedMeeting": "meeting_id", "IndexedStatement": "statement_id"}


def business_models() -> list[type[models.Model]]:
    return [model for model in apps.get_app_config("articles").get_models() if model.__name__ not in LOGS]


def state_of_all(*wanted: type[models.Model]) -> dict[str, list[Any]]:
    return {model.__name__: rows_of(model) for model in wanted or business_models()}


def rows_of(model: type[models.Model]) -> list[Any]:
    key = KEYED_OTHERWISE.get(model.__name__, "id")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT to_jsonb(kept) - 'version' FROM {model._meta.db_table} AS kept ORDER BY {key}")  # noqa: S608
        return [row for (row,) in cursor.fetchall()]
