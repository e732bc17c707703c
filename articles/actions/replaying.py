"""Turning changes back: rows get the columns they had, those that came go, those that went come back."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby

from django.db import connection, transaction
from psycopg import sql

from articles.models import Change
from articles.queries.journal import VERSION, differing

Kind = tuple[str, str, tuple[str, ...]]

UPDATE = """
UPDATE {table} AS kept SET {columns} FROM articles_change AS change
CROSS JOIN LATERAL jsonb_populate_record(NULL::{table}, change.before) AS image
WHERE change.id = ANY (%s) AND kept.id = change."row"
"""
INSERT = """
INSERT INTO {table} ({columns}) SELECT {values} FROM articles_change AS change
CROSS JOIN LATERAL jsonb_populate_record(NULL::{table}, change.before) AS image
WHERE change.id = ANY (%s) ORDER BY image.id ON CONFLICT (id) DO NOTHING
"""
DELETE = 'DELETE FROM {table} WHERE id IN (SELECT "row" FROM articles_change WHERE id = ANY (%s))'


def turn_back(changes: Iterable[Change], *, leaving: Iterable[str] = ()) -> None:
    """Undo the changes, last first, but for the columns to be left; counts of changes go on counting."""
    left = {VERSION, *leaving}
    backwards = sorted(changes, key=lambda change: -change.pk)
    for kind, same in groupby(backwards, key=lambda change: kind_of(change, left)):
        for group in without_repetition(list(same)):
            execute(kind, [each.pk for each in group])


def turn_back_checked(changes: Iterable[Change], *, leaving: Iterable[str] = ()) -> None:
    """All of it or nothing: foreign keys are checked now, not when the transaction ends."""
    with transaction.atomic(), connection.cursor() as cursor:
        turn_back(changes, leaving=leaving)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def kind_of(change: Change, left: set[str]) -> Kind:
    """What it takes to turn the change back: the statement, the table and the columns."""
    if change.before is None:
        return DELETE, change.table, ()
    if change.after is None:
        return INSERT, change.table, tuple(sorted(change.before))
    moved = differing(change.before, change.after) - left
    counted = {VERSION} & change.before.keys() if moved else set()
    return UPDATE, change.table, tuple(sorted(moved | counted))


def without_repetition(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """Runs of changes in which no row comes twice, for one statement changes a row once."""
    group: dict[int, Change] = {}
    for change in changes:
        if change.row in group:
            yield list(group.values())
            group = {}
        group[change.row] = change
    yield list(group.values())


def execute(kind: Kind, keys: list[int]) -> None:
    statement, table, names = kind
    columns = [name for name in names if name in columns_of(table)]
    if not columns and statement != DELETE:
        return
    parts = {
        "table": sql.Identifier(table),
        "values": sql.SQL(", ").join([image_of(name) for name in columns]),
        "columns": sql.SQL(", ").join(
            [assigned(name) if statement == UPDATE else sql.Identifier(name) for name in columns]
        ),
    }
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(statement).format(**parts), [keys])


def assigned(name: str) -> sql.Composable:
    value = sql.SQL("kept.version + 1") if name == VERSION else sql.Identifier("image", name)
    return sql.SQL("{} = {}").format(sql.Identifier(name), value)


def image_of(name: str) -> sql.Composable:
    return sql.SQL("image.version + 1") if name == VERSION else sql.Identifier("image", name)


@cache
def columns_of(table: str) -> set[str]:
    """The columns of a table by now; others may have been there when a change was noted."""
    with connection.cursor() as cursor:
        return {column.name for column in connection.introspection.get_table_description(cursor, table)}
