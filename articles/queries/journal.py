"""What an action changed, and whether it still stands so."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Model
from psycopg import sql

from articles.models import Action, Change

Image = dict[str, Any]
RowKey = tuple[str, int]

#: Counts changes and only grows; what it says is no part of a row's state.
VERSION = "version"
#: Worked out from the reports by sorting them into meetings: tables, and a column of another.
SORTED_TABLES = {"articles_meeting", "articles_meetingparticipant", "articles_meetingproposal"}
SORTED_COLUMN = ("articles_meetingreport", "meeting_id")
REVIEW = "articles_review"


@dataclass(frozen=True, slots=True)
class Net:
    """What an action made of one row, all its statements taken together."""

    table: str
    row: int
    before: Image | None
    after: Image | None

    @property
    def key(self) -> RowKey:
        return self.table, self.row

    @property
    def is_sorted(self) -> bool:
        """Whether the row was only sorted anew: a meeting, or a report that moved to another meeting."""
        return self.table in SORTED_TABLES or self.columns <= {SORTED_COLUMN[1]}

    @property
    def columns(self) -> set[str]:
        """What differs, without the count of changes."""
        return differing(self.before or {}, self.after or {}) - {VERSION}


def differing(one: Image, other: Image) -> set[str]:
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def net_changes(changes: Iterable[Change]) -> list[Net]:
    """Row by row, what all changes come to; rows that are as they were are left out."""
    first: dict[RowKey, Image | None] = {}
    last: dict[RowKey, Image | None] = {}
    for change in changes:
        key = (change.table, change.row)
        first.setdefault(key, change.before)
        last[key] = change.after
    found = [Net(*key, before, last[key]) for key, before in first.items()]
    return [each for each in found if each.columns or (each.before is None) != (each.after is None)]


def images_of(keys: Iterable[RowKey]) -> dict[RowKey, Image]:
    """The rows as they stand, locked until the transaction ends; one query for each table."""
    by_table: dict[str, list[int]] = defaultdict(list)
    for table, row in keys:
        by_table[table].append(row)
    found: dict[RowKey, Image] = {}
    for table, rows in sorted(by_table.items()):
        query = sql.SQL("SELECT id, to_jsonb(kept) FROM {} AS kept WHERE id = ANY (%s) ORDER BY id FOR UPDATE")
        with connection.cursor() as cursor:
            cursor.execute(query.format(sql.Identifier(table)), [rows])
            found |= {(table, key): json.loads(image) for key, image in cursor.fetchall()}
    return found


def is_same(one: Image | None, other: Image | None, *, ignoring: Iterable[str] = ()) -> bool:
    """Whether a row stands as the image says; columns that only one of them knows came or went with an upgrade."""
    if one is None or other is None:
        return one is other
    return all(one[name] == other[name] for name in one.keys() & other.keys() - {VERSION, *ignoring})


def stands(net: Net, current: Image | None) -> bool:
    """Whether what the action made of the row still holds, leaving aside which meeting a report was sorted into."""
    ignoring = [SORTED_COLUMN[1]] if net.table == SORTED_COLUMN[0] else []
    return is_same(net.after, current, ignoring=ignoring)


def latest_changes(keys: Sequence[RowKey], *, after: Action) -> dict[RowKey, Change]:
    """Who changed these rows since: the last change of each."""
    rows = {row for _, row in keys}
    later = Change.objects.filter(row__in=rows, table__in={table for table, _ in keys}, action__gt=after.pk)
    found = {(each.table, each.row): each for each in later.select_related("action__by").order_by("id")}
    return {key: found[key] for key in keys if key in found}


def rows_added(action: Action, model: type[Model]) -> list[int]:
    """The rows of one kind that an action made."""
    made = action.changes.filter(table=model._meta.db_table, before__isnull=True)
    return list(made.values_list("row", flat=True))


def version_left(action: Action, row: Model) -> int:
    """The version an action left a row at: what comes next builds on that, not on what others did since."""
    images = action.changes.filter(table=row._meta.db_table, row=row.pk).order_by("id").values_list("after", flat=True)
    left: list[int] = [image[VERSION] for image in images if image]
    return left[-1] if left else int(getattr(row, VERSION))
