"""How sure the machine is of what awaits a decision: what can be accepted in bulk, what will need a correction."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from articles.enums import AnnotationStatus, DecisionVerb, MentionLabel
from articles.models import Mention
from articles.models.article import ArticleQuerySet
from articles.queries.rows import rows_of

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


#: Of the last action on an article, if one person did it, how many proposals it accepted.
LAST_ACCEPTANCE = """
SELECT done.action, count(*)
FROM (SELECT action, by_id FROM articles_decision WHERE article_id = %s ORDER BY id DESC LIMIT 1) AS last
    JOIN articles_decision done ON done.action = last.action
WHERE last.by_id = %s AND done.article_id = %s AND done.verb = %s AND done.before ->> 'status' = %s
GROUP BY done.action
"""


def last_acceptance(article_id: int, *, by: int | None) -> Acceptance | None:
    """What accepting in bulk, if that came last, did to the article, if this user did it."""
    rows = rows_of(LAST_ACCEPTANCE, [article_id, by, article_id, DecisionVerb.ACCEPT, AnnotationStatus.PROPOSED])
    return Acceptance(*rows[0]) if rows else None


def with_expected_corrections(articles: ArticleQuerySet) -> ArticleQuerySet:
    """Articles with `expected_corrections`: how many undecided proposals will turn out to need one, on average."""
    return articles.annotate(expected_corrections=F("indexed__corrections"))


def least_sure_first(articles: ArticleQuerySet) -> ArticleQuerySet:
    """Articles that will take most corrections first, then the newest."""
    found = articles.filter(indexed__isnull=False)  # as all are: the order can be read off the index
    return found.order_by("-indexed__corrections", "-indexed__published_on", "-indexed__article_id")
