"""The rows that searches compare, worked out once after many changes instead of after each."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def indexed_once() -> Iterator[None]:
    """Triggers only note which records changed; at the end, within the same transaction, all are indexed together.

    Where the work fails, the transaction it belongs to must be rolled back, and with it what was noted.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('newsdesk.held', 'on', true)")
        yield
        cursor.execute("SELECT newsdesk_index_held()")
