"""Keys of rows that are written later, all at once."""

from django.db import connection
from django.db.models import Model


def reserve_keys(model: type[Model], count: int) -> list[int]:
    """Keys that no other row of the table gets."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return [key for (key,) in cursor.fetchall()]
