"""Write one row by a statement that is built once: Django builds one for each, which takes longer than the writing."""

from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Field, Model


def save_row(row: Model) -> None:
    """All fields of a row that is there, as `save` writes them; a new row is added."""
    if row.pk is None:
        add_row(row)
        return
    with connection.cursor() as cursor:
        cursor.execute(update_of(type(row)), [*values_of(row), row.pk])


def add_row(row: Model) -> None:
    """Add a row, which gets its number; what Django fills in by itself must be there already."""
    with connection.cursor() as cursor:
        cursor.execute(insert_of(type(row)), values_of(row))
        row.pk = cursor.fetchone()[0]
    row._state.adding, row._state.db = False, connection.alias


def values_of(row: Model) -> list[Any]:
    return [field.get_db_prep_save(getattr(row, field.attname), connection) for field in written(type(row))]


@cache
def written(model: type[Model]) -> "list[Field[Any, Any]]":
    return [field for field in model._meta.concrete_fields if not field.primary_key and not field.generated]


@cache
def update_of(model: type[Model]) -> str:
    sets = ", ".join(f"{quoted(field.column)} = %s" for field in written(model))
    return f"UPDATE {quoted(model._meta.db_table)} SET {sets} WHERE id = %s"  # noqa: S608 -- our own names


@cache
def insert_of(model: type[Model]) -> str:
    columns = ", ".join(quoted(field.column) for field in written(model))
    places = ", ".join("%s" for _ in written(model))
    table = quoted(model._meta.db_table)
    return f"INSERT INTO {table} ({columns}) VALUES ({places}) RETURNING id"  # noqa: S608 -- our own names


def quoted(name: str | None) -> str:
    return connection.ops.quote_name(str(name))
