"""Counts of what was found, by the values of several facets, in one query."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet

Compiled = tuple[str, Sequence[Any]]
TOTAL = "SELECT '', '', count(*) FROM {found}"


@dataclass(frozen=True)
class Facet:
    """A value to narrow the search by, and how many records that leaves."""

    value: str
    name: str
    count: int


@dataclass(frozen=True)
class Counts:
    """How many records were found, and the values of each facet by its name."""

    total: int = 0
    facets: dict[str, list[Facet]] = field(default_factory=dict)

    def number(self, facet: str, value: str = "") -> int:
        """How many have this value."""
        return next((each.count for each in self.facets.get(facet, ()) if each.value == value), 0)


@dataclass(frozen=True)
class Part:
    """One facet: its counts as SQL over the rows `{found}` of a search; that called `total` counts them all."""

    name: str
    search: Hashable
    sql: str
    params: Sequence[Any] = ()


def sql_of(rows: QuerySet[Model, Any]) -> Compiled:
    sql, params = rows.query.get_compiler(connection=connection).as_sql()
    return sql, params


def counted(
    parts: Sequence[Part], compiled: Callable[[Any], Compiled], named: Callable[[str, str, str], str]
) -> Counts:
    """Every search is read once, however many facets count its rows; `named` calls values as readers do."""
    names: dict[Hashable, str] = {}
    for part in parts:
        names.setdefault(part.search, f"found{len(names)}")
    try:
        rows = [(name, *compiled(search)) for search, name in names.items()]
    except EmptyResultSet:
        return Counts()
    tables = ", ".join(f"{name} AS MATERIALIZED ({sql})" for name, sql, _ in rows)
    counts = " UNION ALL ".join(
        f"(SELECT '{part.name}', counted.* FROM ({part.sql.format(found=names[part.search])}) AS counted)"  # noqa: S608
        for part in parts
    )
    params = [value for _, _, values in rows for value in values] + [value for part in parts for value in part.params]
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {tables} {counts}", params)
        return told(cursor.fetchall(), named)


def told(rows: Iterable[tuple[str, str, str, int]], named: Callable[[str, str, str], str]) -> Counts:
    facets: dict[str, list[Facet]] = {}
    total = 0
    for facet, value, name, number in rows:
        if facet == "total":
            total = number
        else:
            facets.setdefault(facet, []).append(Facet(value, named(facet, value, name), number))
    return Counts(total, facets)
