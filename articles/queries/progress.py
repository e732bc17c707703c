"""How far the review of an article has come, and what to look at next."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.db.models.functions import Coalesce

from articles.enums import AnnotationStatus, ProposalOrder
from articles.models import Decision, Mention
from articles.models.annotation import DOUBTFUL_BELOW
from articles.queries.sureness import SURENESS

#: Mentions as the panel shows them.
LINKED = Mention.objects.select_related("actor", "place", "decided_by")


@dataclass(frozen=True, slots=True)
class Progress:
    decided: int
    total: int
    doubtful: int

    @property
    def left(self) -> int:
        return self.total - self.decided


def progress_of(article_id: int) -> Progress:
    proposed = Q(status=AnnotationStatus.PROPOSED)
    counts = (
        Mention.objects.filter(article_id=article_id)
        .alias(sure=SURENESS)
        .aggregate(
            total=Count("pk"),
            proposed=Count("pk", filter=proposed),
            doubtful=Count("pk", filter=proposed & Q(sure__lt=DOUBTFUL_BELOW)),
        )
    )
    return Progress(decided=counts["total"] - counts["proposed"], total=counts["total"], doubtful=counts["doubtful"])


def next_proposal(
    article_id: int, *, order: ProposalOrder = ProposalOrder.TEXT, after: Mention | None = None
) -> Mention | None:
    """The proposal that follows this mention, else the first; what was never measured passes for sure."""
    proposals = LINKED.undecided().filter(article_id=article_id).alias(sure=Coalesce(SURENESS, 1.0))
    ahead = Q()
    if order == ProposalOrder.DOUBT:
        proposals = proposals.order_by("sure", "start")
        if after is not None:
            sure = 1.0 if after.sureness is None else after.sureness
            ahead = Q(sure__gt=sure) | Q(sure=sure, start__gt=after.start)
    else:
        proposals = proposals.order_by("start")
        ahead = Q() if after is None else Q(start__gte=after.end)
    return proposals.filter(ahead).first() or proposals.first()


def with_links(mention: Mention | None) -> Mention | None:
    """The mention as the panel shows it, or nothing."""
    if mention is None:
        return None
    return LINKED.get(pk=mention.pk)


def changed_since(article_id: int, decision: int | None, *, but_by: int) -> tuple[list[Mention], int]:
    """Mentions that others decided on after this decision, and the last decision of all; none without a decision."""
    newest = Decision.objects.filter(article_id=article_id).order_by("-pk").values_list("pk", flat=True)
    if decision is None:
        return [], newest.first() or 0
    later = Decision.objects.filter(article_id=article_id, pk__gt=decision).exclude(by=but_by)
    changed = LINKED.filter(pk__in=later.values("mention"))
    return list(changed.in_order()), newest.first() or decision
