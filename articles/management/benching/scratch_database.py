"""A database of its own beside the collection's, for what must be committed to be measured."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def scratch_database() -> Iterator[None]:
    """This process works on an empty database until it leaves; one left over by a broken-off run is replaced."""
    collection = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = f"{collection}_bench"
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(collection, verbosity=0)
