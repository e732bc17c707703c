"""What an actor has, as the page that splits it lists it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import Substr

from articles.enums import MentionLabel
from articles.models import Actor, MeetingReport, Mention, Statement

#: Rows of each kind that a page lists, latest first.
LISTED = 200


@dataclass(frozen=True, slots=True)
class Belongings:
    mentions: list[Mention]
    reports: list[MeetingReport]
    statements: list[Statement]


def belongings_of(actor: Actor) -> Belongings:
    """Latest first."""
    words = Substr("article__text", F("quote_start") + 1, F("quote_end") - F("quote_start"))
    return Belongings(
        mentions=list(with_source(actor.mentions.live())[:LISTED]),
        reports=list(
            with_source(MeetingReport.objects.live().filter(participants__actor=actor))
            .select_related("article__source", "place")
            .prefetch_related("participants__actor")[:LISTED]
        ),
        statements=list(with_source(actor.statements.live()).annotate(words=words)[:LISTED]),
    )


def proofs_of(actor: Actor) -> QuerySet[Mention]:
    """Mentions that may show a post of the actor: offices first, then names, latest first."""
    found = with_source(actor.mentions.live().filter(label__in=[MentionLabel.ROLE, MentionLabel.PER]))
    return found.order_by("-label", "-article__published_on", "start")


def with_source(rows: QuerySet[Any]) -> QuerySet[Any]:
    found = rows.select_related("article__source").defer("article__text", "article__search_vector")
    return found.order_by("-article__published_on", "-article", "pk")
