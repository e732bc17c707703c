"""Writing many new rows of one table at once, several times as quick as INSERT."""

from collections.abc import Iterable
from operator import attrgetter

from django.db import connection
from django.db.models import Model
from psycopg import sql

from articles.actions.keys import reserve_keys


def copy_rows(rows: Iterable[Model], *, keyed: bool = False) -> None:
    """Write rows of one model by COPY; those that others point to get their keys, and `keyed` says so.

    Values go to the database as the fields hold them: only for models none of whose fields prepares its value
    (`auto_now`, JSON), and after the rows that these point to were written.
    """
    rows = list(rows)
    if not rows:
        return
    table = rows[0]._meta
    fields = [field for field in table.concrete_fields if keyed or not field.primary_key]
    if keyed:
        for row, key in zip(rows, reserve_keys(type(rows[0]), len(rows)), strict=True):
            row.pk = key
    columns = sql.SQL(", ").join([sql.Identifier(str(field.column)) for field in fields])
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.db_table), columns)
    values = attrgetter(*(field.attname for field in fields))
    with connection.cursor() as cursor, connection.wrap_database_errors, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(values(row))
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias
