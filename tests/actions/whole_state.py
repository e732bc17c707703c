"""All business rows as they stand, to compare before and after; counts of changes aside."""

import json
from typing import Any

from django.apps import apps
from django.db import connection, models

from articles.models import FormerMeeting, MeetingParticipant

#: What is told of the rows, and grows whatever happens to them.
LOGS = {"Action", "Change", "Decision", "FormerMeeting"}

#: When something was told or changed, by the logs: undoing is a change too.
WHEN = ("arrived_at", "sourced_at", "changed_at")


def business_models() -> list[type[models.Model]]:
    return [model for model in apps.get_app_config("articles").get_models() if model.__name__ not in LOGS]


def state_of_all(*wanted: type[models.Model]) -> dict[str, list[Any]]:
    return {model.__name__: rows_of(model) for model in wanted or business_models()}


def rows_of(model: type[models.Model]) -> list[Any]:
    key = connection.ops.quote_name(str(model._meta.pk.column))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT to_jsonb(kept) - %s::text[] FROM {model._meta.db_table} AS kept ORDER BY {key}",  # noqa: S608
            [["version", *WHEN]],
        )
        rows = [row for (row,) in cursor.fetchall()]
    return sorted(map(unnumbered, rows)) if model is MeetingParticipant else rows


def all_but(*left_out: type[models.Model]) -> dict[str, list[dict[str, Any]]]:
    """All rows of the collection but those of some models and of what was told of meetings before."""
    return {
        model._meta.label_lower: [
            {name: value for name, value in row.items() if name not in WHEN}
            for row in model._base_manager.order_by("pk").values()
        ]
        for model in apps.get_app_config("articles").get_models()
        if model not in {FormerMeeting, *left_out}
    }


def unnumbered(row: str) -> str:
    """A row that is worked out from others, without the number it got when it was."""
    return json.dumps({name: value for name, value in json.loads(row).items() if name != "id"}, sort_keys=True)
