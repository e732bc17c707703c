"""Sort reports into meetings anew so that it can be undone: the rows as they were are kept beside what caused it."""

from collections.abc import Iterable
from typing import Any

from articles.actions.joining import neighbourhood, settle
from articles.actions.meeting_rows import bring_back, digest_of, put_back, rows_of

Kept = dict[str, Any]


def sort_anew(meetings: Iterable[int]) -> Kept:
    """Sort the reports of these meetings and of those around them; gives back what undoing needs, as JSON."""
    found = neighbourhood([], meetings)
    before = rows_of(found.encounters.keys())
    settle(found)
    keys = sorted(found.encounters.keys())
    return {"rows": before, "keys": keys, "after": digest_of(rows_of(keys))}


def take_back(kept: Kept) -> bool:
    """Put the rows back if nothing came since; else the meetings that are gone are there again, without reports."""
    exactly: bool = digest_of(rows_of(kept["keys"])) == kept["after"]
    if exactly:
        put_back(kept["rows"], kept["keys"])
    else:
        bring_back(kept["rows"])
    return exactly
