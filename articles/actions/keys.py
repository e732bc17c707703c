"""Keys of rows: of those that are written later, and of many that are read."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Model
from django.db.models.expressions import RawSQL


def reserve_keys(model: type[Model], count: int) -> list[int]:
    """Keys that no other row of the table gets."""
    if not count:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return [key for (key,) in cursor.fetchall()]


def among(keys: Iterable[int]) -> RawSQL:
    """For `pk__in` with hundreds of keys: one parameter, where a list makes one of each."""
    return RawSQL("SELECT unnest(%s::bigint[])", [list(keys)])
