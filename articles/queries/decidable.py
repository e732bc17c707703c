"""Mentions, meeting reports and statements with all that is told of each, in a fixed number of queries."""

from django.db.models import Prefetch

from articles.models import Evidence, MeetingReport, Mention, ReportParticipant, Statement
from articles.models.annotation import AnnotationQuerySet
from articles.models.mention import MentionQuerySet


def mentions_told() -> MentionQuerySet:
    return Mention.objects.select_related("actor", "place", "decided_by", "run").order_by("article", "start", "pk")


def reports_told() -> AnnotationQuerySet[MeetingReport]:
    people = ReportParticipant.objects.select_related("actor", "post").order_by("pk")
    found = MeetingReport.objects.select_related("place", "decided_by", "run").order_by("article", "pk")
    return found.prefetch_related(
        Prefetch("participants", people), Prefetch("evidence", Evidence.objects.order_by("start", "end", "pk"))
    )


def statements_told() -> AnnotationQuerySet[Statement]:
    related = ("speaker", "speaker_mention", "addressee", "decided_by", "run")
    return Statement.objects.select_related(*related).order_by("article", "quote_start", "pk")
