"""Accept many proposals by one click, with a number of queries that does not grow with them."""

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db.models import F
from django.utils import timezone

from articles.actions.decisions import record_decisions, snapshots
from articles.enums import AnnotationStatus, DecisionVerb
from articles.models import MeetingReport, Mention, Statement

Proposal = Mention | MeetingReport | Statement


def accept_rows(rows: Sequence[Proposal], *, by: User) -> None:
    """Accept locked proposals of one kind; each gets its decision."""
    if not rows:
        return
    now, before = timezone.now(), snapshots(rows)
    for row in rows:
        row.status, row.decided_by, row.decided_at = AnnotationStatus.ACCEPTED, by, now
        row.version += 1
    kind = type(rows[0])
    kind._default_manager.filter(pk__in=[row.pk for row in rows]).update(
        status=AnnotationStatus.ACCEPTED, decided_by=by, decided_at=now, version=F("version") + 1
    )
    record_decisions(rows, verb=DecisionVerb.ACCEPT, by=by, before=before)
