"""Rows of plain values, for pages that show many: building a query and its models takes longer than reading them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model

Row = tuple[Any, ...]
Values = Sequence[Any] | Mapping[str, Any]
Made = TypeVar("Made", bound=Model)


@dataclass(frozen=True, slots=True)
class Sql:
    """A statement, or a part of one, with the values that it leaves open."""

    text: str
    values: Sequence[Any] = ()

    def __invert__(self) -> "Sql":
        """Where it is not fulfilled, or nothing is known that it could be asked of."""
        return Sql(f"({self.text}) IS NOT TRUE", self.values)


def all_of(parts: Iterable[Sql]) -> Sql:
    """All these conditions; nothing is asked where there are none."""
    return joined(parts, " AND ") or Sql("true")


def any_of(parts: Iterable[Sql]) -> Sql:
    return joined(parts, " OR ") or Sql("false")


def joined(parts: Iterable[Sql], word: str) -> Sql | None:
    known = list(parts)
    if len(known) < 2:
        return known[0] if known else None
    return Sql(f"({word.join(part.text for part in known)})", [value for part in known for value in part.values])


def rows_of(statement: str, values: Values) -> list[Row]:
    """The statement is planned once, whatever the values: the same plan must do for all of them.

    Of a list of keys, PostgreSQL counts how many there are and plans anew, unless they are asked for by
    `ANY (ARRAY(SELECT unnest(%s::bigint[])))`.
    """
    with connection.planned_cursor() as cursor:  # type: ignore[attr-defined]  # of our own backend
        cursor.execute(statement, values)
        found: list[Row] = cursor.fetchall()
        return found


def rows_of_bytes(statement: str, values: Values) -> list[Row]:
    """Rows with much in them: bytes come as they are, which text makes twice as long. Planned anew for these values."""
    with connection.bytes_cursor() as cursor:  # type: ignore[attr-defined]  # of our own backend
        cursor.execute(statement, values)
        found: list[Row] = cursor.fetchall()
        return found


def array(numbers: Iterable[int]) -> str:
    """As PostgreSQL writes it; hundreds of numbers one by one are slow to write."""
    return f"{{{','.join(map(str, numbers))}}}"


def plain(word: str) -> str:
    """A word in a pattern of LIKE, in which some signs stand for others."""
    return re.sub(r"([\\%_])", r"\\\1", word)


def has_rows(model: type[Model], article_id: int) -> bool:
    """Whether an article has any of these: for most kinds it has not, which is quicker to ask than to read."""
    table = connection.ops.quote_name(model._meta.db_table)
    return bool(rows_of(f"SELECT 1 FROM {table} WHERE article_id = %s LIMIT 1", [article_id]))  # noqa: S608 -- our names


def row_for_update(model: type[Made], condition: str, values: Sequence[Any]) -> Made | None:
    """The row for which the condition holds, locked until the transaction ends. The columns must be plain values."""
    rows = rows_of(f"{selection(model)} WHERE {condition} FOR UPDATE", values)
    return made(model, rows[0]) if rows else None


@cache
def selection(model: type[Model]) -> str:
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(column) for column in columns_of(model))
    return f"SELECT {columns} FROM {quoted(model._meta.db_table)}"  # noqa: S608 -- our own names


def columns_of(model: type[Model]) -> list[str]:
    return [field.column for field in model._meta.concrete_fields if field.column]


def made(model: type[Made], values: Row) -> Made | None:
    """Nothing where a join found nobody."""
    if values[0] is None:
        return None
    return model.from_db(connection.alias, [field.attname for field in model._meta.concrete_fields], values)
