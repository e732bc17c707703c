"""How far the review of an article has come, and what to look at next."""

from dataclasses import dataclass

from django.db.models import Count, Q

from articles.enums import AnnotationStatus
from articles.models import Mention


@dataclass(frozen=True, slots=True)
class Progress:
    decided: int
    total: int

    @property
    def left(self) -> int:
        return self.total - self.decided


def progress_of(article_id: int) -> Progress:
    counts = Mention.objects.filter(article_id=article_id).aggregate(
        total=Count("pk"), proposed=Count("pk", filter=Q(status=AnnotationStatus.PROPOSED))
    )
    return Progress(decided=counts["total"] - counts["proposed"], total=counts["total"])


def next_proposal(article_id: int, *, after: int) -> Mention | None:
    """The first proposal from this offset on, else the first of the text."""
    proposals = Mention.objects.undecided().filter(article_id=article_id).order_by("start")
    return with_links(proposals.filter(start__gte=after).first() or proposals.first())


def with_links(mention: Mention | None) -> Mention | None:
    """The mention as the panel shows it, or nothing."""
    if mention is None:
        return None
    return Mention.objects.select_related("actor", "place", "decided_by").get(pk=mention.pk)
