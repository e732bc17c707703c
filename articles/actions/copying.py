"""Writing many new rows of one table at once, several times as quick as INSERT."""

from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Field, Model
from psycopg import sql

from articles.actions.keys import reserve_keys

Row = TypeVar("Row", bound=Model)


def new_row(model: type[Row], **values: Any) -> Row:
    """A row of these columns, such as `actor_id`, made in a seventh of the time that Django takes for named fields."""
    return model(*(blank(model) | values).values())


@cache
def blank(model: type[Model]) -> dict[str, Any]:
    """What each column holds that is not told, in the order of the columns."""
    return {field.attname: field.get_default() for field in model._meta.concrete_fields}


def copy_rows(rows: Iterable[Model], *, keyed: bool = False) -> None:
    """Write rows of one model by COPY; those that others point to get their keys, and `keyed` says so.

    Values go to the database as the fields hold them: only for models none of whose fields prepares its value
    (`auto_now`, JSON), and after the rows that these point to were written.
    """
    rows = list(rows)
    if not rows:
        return
    fields = [field.attname for field in rows[0]._meta.concrete_fields if keyed or not field.primary_key]
    unkeyed = [row for row in rows if keyed and row.pk is None]
    for row, key in zip(unkeyed, reserve_keys(type(rows[0]), len(unkeyed)), strict=True):
        row.pk = key
    copy_values(type(rows[0]), fields, map(attrgetter(*fields), rows))
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


def copy_values(model: type[Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """The same for rows that nobody needs as objects: their values, in the order of the fields; no row, no work."""
    table = model._meta
    columns = sql.SQL(", ").join([sql.Identifier(str(field.column)) for field in fields_of(model, fields)])
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.db_table), columns)
    rows = list(rows)
    if not rows:
        return
    with connection.cursor() as cursor, connection.wrap_database_errors, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def update_rows(rows: Iterable[Model], names: Sequence[str]) -> None:
    """Write these fields of stored rows of one model in one short statement, under the same conditions."""
    rows = list(rows)
    if not rows:
        return
    table = rows[0]._meta
    fields = fields_of(type(rows[0]), [table.pk.attname, *names])
    columns = [sql.Identifier(str(field.column)) for field in fields]
    given = [sql.SQL("%s::{}[]").format(sql.SQL(str(field.db_type(connection)))) for field in fields]
    changes = [sql.SQL("{0} = given.{0}").format(column) for column in columns[1:]]
    statement = sql.SQL(
        "UPDATE {table} AS stored SET {changes} FROM unnest({given}) AS given({columns})"
        " WHERE stored.{key} = given.{key}"
    ).format(
        table=sql.Identifier(table.db_table),
        changes=sql.SQL(", ").join(changes),
        given=sql.SQL(", ").join(given),
        columns=sql.SQL(", ").join(columns),
        key=columns[0],
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [[plain(getattr(row, field.attname)) for row in rows] for field in fields])


def fields_of(model: type[Model], names: Iterable[str]) -> "list[Field[Any, Any]]":
    known = {name: field for field in model._meta.concrete_fields for name in (field.name, field.attname)}
    return [known[name] for name in names]


def plain(value: object) -> object:
    """Of a choice its value: choices and plain words may stand in one list, which must be of one type."""
    return value.value if isinstance(value, Enum) else value
