"""How sure the machine is of what awaits a decision: what can be accepted in bulk, what will need a correction."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from articles.enums import AnnotationStatus, DecisionVerb, MentionLabel
from articles.models import Decision, Mention
from articles.models.article import ArticleQuerySet

#: Percentages offered for accepting in bulk, and the one proposed.
OFFERED = (99, 95, 90, 80)
USUAL = 95

#: `Mention.sureness` in the database.
SURENESS = F("confidence") * Coalesce(F("link_confidence"), 1.0)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value to choose, and how many mentions would be accepted with it."""

    value: str
    text: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class SureList:
    """What a bulk decision would accept. `seen` stands for exactly these rows in their present versions."""

    at: int
    label: str
    count: int
    wrong: float
    seen: str
    thresholds: list[Choice]
    labels: list[Choice]


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The last thing that happened to an article: proposals accepted by one click."""

    action: UUID
    count: int


Listed = tuple[int, int, str, float]


def sure_mentions(article_id: int, *, at: int, label: str = "") -> QuerySet[Mention]:
    """Undecided mentions that are right in at least `at` of a hundred cases."""
    found = Mention.objects.undecided().filter(article_id=article_id).alias(sure=SURENESS).filter(sure__gte=at / 100)
    return found.filter(label=label) if label else found


def sure_list(article_id: int, *, at: int = USUAL, label: str = "") -> SureList:
    """What would be accepted, and how many with another percentage or label, from one query."""
    proposals = Mention.objects.undecided().filter(article_id=article_id, confidence__isnull=False)
    rows = list(proposals.values_list("pk", "version", "label", SURENESS))
    chosen = kept(rows, at=at, label=label)
    offered = sorted({*OFFERED, at}, reverse=True)
    return SureList(
        at=at,
        label=label,
        count=len(chosen),
        wrong=sum(1 - row[3] for row in chosen),
        seen=fingerprint((row[0], row[1]) for row in chosen),
        thresholds=[Choice(str(each), "", len(kept(rows, at=each, label=label)), each == at) for each in offered],
        labels=[
            Choice(value, str(text), number, value == label)
            for value, text in [("", ""), *MentionLabel.choices]
            if (number := len(kept(rows, at=at, label=value))) or value in ("", label)
        ],
    )


def kept(rows: Iterable[Listed], *, at: int, label: str) -> list[Listed]:
    return [row for row in rows if row[3] >= at / 100 and label in ("", row[2])]


def fingerprint(rows: Iterable[tuple[int, int]]) -> str:
    """A short name for a set of rows, each by its number and version."""
    return sha256(repr(sorted(rows)).encode()).hexdigest()[:32]


def last_acceptance(article_id: int, *, by: int | None) -> Acceptance | None:
    """What accepting in bulk, if that came last, did to the article, if this user did it."""
    found = Decision.objects.filter(article_id=article_id).order_by("-pk").values_list("action", "by_id").first()
    if found is None or found[1] != by:
        return None
    last = found[0]
    accepted = Decision.objects.filter(
        article_id=article_id, action=last, verb=DecisionVerb.ACCEPT, before__status=AnnotationStatus.PROPOSED
    )
    number = accepted.count()
    return Acceptance(last, number) if number else None


def with_expected_corrections(articles: ArticleQuerySet) -> ArticleQuerySet:
    """Articles with `expected_corrections`: how many undecided proposals will turn out to need one, on average."""
    return articles.annotate(expected_corrections=F("indexed__corrections"))


def least_sure_first(articles: ArticleQuerySet) -> ArticleQuerySet:
    """Articles that will take most corrections first, then the newest."""
    found = articles.filter(indexed__isnull=False)  # as all are: the order can be read off the index
    return found.order_by("-indexed__corrections", "-indexed__published_on", "-indexed__article_id")
