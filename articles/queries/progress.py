"""How far the review of an article has come, and what to look at next."""

from dataclasses import dataclass

from articles.enums import ProposalOrder
from articles.models import Decision, Mention
from articles.models.annotation import DOUBTFUL_BELOW
from articles.queries.linked import linked_mention
from articles.queries.rows import rows_of

#: Mentions as the panel shows them.
LINKED = Mention.objects.select_related("actor", "place", "decided_by")

PROPOSED = "m.article_id = %s AND m.status = 'proposed'"
#: `Mention.sureness` in the database; what was never measured passes for sure.
SURE = "coalesce(m.confidence * coalesce(m.link_confidence, 1), 1)"
ORDERS = {ProposalOrder.TEXT: "m.start", ProposalOrder.DOUBT: f"{SURE}, m.start"}
COUNTS = f"""
SELECT count(*), count(*) FILTER (WHERE m.status = 'proposed'),
    count(*) FILTER (WHERE m.status = 'proposed' AND {SURE} < %s)
FROM articles_mention m WHERE m.article_id = %s
"""  # noqa: S608 -- our own words


@dataclass(frozen=True, slots=True)
class Progress:
    decided: int
    total: int
    doubtful: int

    @property
    def left(self) -> int:
        return self.total - self.decided


def progress_of(article_id: int) -> Progress:
    [(total, proposed, doubtful)] = rows_of(COUNTS, [DOUBTFUL_BELOW, article_id])
    return Progress(decided=total - proposed, total=total, doubtful=doubtful)


def next_proposal(
    article_id: int, *, order: ProposalOrder = ProposalOrder.TEXT, after: Mention | None = None
) -> Mention | None:
    """The proposal that follows this mention, else the first; what was never measured passes for sure."""
    if after is None:
        return linked_mention(PROPOSED, [article_id], order=ORDERS[order])
    if order == ProposalOrder.DOUBT:
        sure = 1.0 if after.sureness is None else after.sureness
        found = linked_mention(
            f"{PROPOSED} AND ({SURE}, m.start) > (%s, %s)", [article_id, sure, after.start], order=ORDERS[order]
        )
    else:
        found = linked_mention(f"{PROPOSED} AND m.start >= %s", [article_id, after.end], order=ORDERS[order])
    return found or next_proposal(article_id, order=order)


def with_links(mention: Mention | None) -> Mention | None:
    """The mention as the panel shows it, or nothing."""
    return None if mention is None else linked_mention("m.id = %s", [mention.pk])


def changed_since(article_id: int, decision: int | None, *, but_by: int) -> tuple[list[Mention], int]:
    """Mentions that others decided on after this decision, and the last decision of all; none without a decision."""
    newest = Decision.objects.filter(article_id=article_id).order_by("-pk").values_list("pk", flat=True)
    if decision is None:
        return [], newest.first() or 0
    later = Decision.objects.filter(article_id=article_id, pk__gt=decision).exclude(by=but_by)
    changed = LINKED.filter(pk__in=later.values("mention"))
    return list(changed.in_order()), newest.first() or decision
