"""The rows of some meetings, kept whole and put back: a join or a separation is undone row for row."""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any, cast

from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from articles.models import Meeting, MeetingParticipant, MeetingProposal, MeetingReport

Rows = dict[str, Any]


def rows_of(keys: Iterable[int]) -> Rows:
    """Meetings with their participants and open proposals, and which reports tell of which."""
    keys = list(keys)
    reports = MeetingReport.objects.filter(meeting__in=keys).order_by("pk")
    found = {
        "meetings": as_rows(Meeting.objects.filter(pk__in=keys)),
        "participants": as_rows(MeetingParticipant.objects.filter(meeting__in=keys)),
        "proposals": as_rows(MeetingProposal.objects.filter(Q(first__in=keys) | Q(second__in=keys))),
        "reports": list(reports.values_list("pk", "meeting_id")),
    }
    return cast("Rows", json.loads(json.dumps(found, cls=DjangoJSONEncoder)))


def as_rows(found: models.QuerySet[Any]) -> list[Any]:
    return cast("list[Any]", serializers.serialize("python", found.order_by("pk")))


def digest_of(rows: Rows) -> str:
    return sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()


def put_back(rows: Rows, keys: Iterable[int]) -> None:
    """Make the rows of these meetings what they were; nothing else may have changed since."""
    keys = list(keys)
    save_rows(rows["meetings"])
    by_meeting: dict[int, list[int]] = {}
    for report, meeting in rows["reports"]:
        by_meeting.setdefault(meeting, []).append(report)
    for meeting, reports in by_meeting.items():
        MeetingReport.objects.filter(pk__in=reports).update(meeting=meeting)
    MeetingProposal.objects.filter(Q(first__in=keys) | Q(second__in=keys)).delete()
    kept = [row["pk"] for row in rows["participants"]]
    MeetingParticipant.objects.filter(meeting__in=keys).exclude(pk__in=kept).delete()
    Meeting.objects.filter(pk__in=keys).exclude(pk__in=[row["pk"] for row in rows["meetings"]]).delete()
    save_rows(rows["participants"])
    save_rows(rows["proposals"])


def bring_back(rows: Rows) -> None:
    """Meetings that are gone come back empty under their numbers, for reports that tell of them."""
    there = set(Meeting.objects.filter(pk__in=[row["pk"] for row in rows["meetings"]]).values_list("pk", flat=True))
    gone = [row for row in rows["meetings"] if row["pk"] not in there]
    save_rows(gone)
    keys = {row["pk"] for row in gone}
    save_rows(row for row in rows["participants"] if row["fields"]["meeting"] in keys)


def save_rows(rows: Iterable[Any]) -> None:
    """Write rows under their keys, unless what they point to has gone since."""
    for found in serializers.deserialize("python", rows):
        parents = [field for field in found.object._meta.concrete_fields if isinstance(field, models.ForeignKey)]
        keys = [(field.related_model, getattr(found.object, field.attname)) for field in parents]
        if all(key is None or model._base_manager.filter(pk=key).exists() for model, key in keys):
            found.save()
