"""Who or what decided a row, as every export tells it."""

from typing import TypedDict

from articles.models.annotation import Annotation


class Provenance(TypedDict):
    """`machine` is the version of the pre-annotation that proposed the row; a row that a person added has none."""

    machine: str | None
    person: str | None
    decided_at: str | None


def provenance(row: Annotation) -> Provenance:
    """`person` and `decided_at` (ISO 8601) are empty for a proposal nobody decided on."""
    return {
        "machine": row.run.version if row.run else None,
        "person": row.decided_by.get_username() if row.decided_by else None,
        "decided_at": row.decided_at.isoformat(timespec="seconds") if row.decided_at else None,
    }


def in_words(row: Annotation) -> str:
    """`accepted by lea 2023-11-07T09:30:00+00:00; proposed by newsdesk_entities 1.4`: the same on one line."""
    told = provenance(row)
    parts = []
    if row.is_decided:
        by = f" by {told['person']}" if told["person"] else ""
        parts.append(f"{row.status}{by} {told['decided_at'] or ''}".rstrip())
    if told["machine"]:
        parts.append(f"proposed by {row.origin} {told['machine']}")
    return "; ".join(parts)
