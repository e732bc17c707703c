"""What to look at next, in the order of the text or the least sure first."""

import pytest

from articles.enums import ProposalOrder
from articles.models import Article, Mention
from articles.queries.progress import Progress, next_proposal, progress_of
from tests.factories import ArticleFactory, MentionFactory

pytestmark = pytest.mark.django_db
TEXT = "un deux trois quatre cinq"


def article_with(*sure: float | None) -> Article:
    article = ArticleFactory(text=TEXT)
    for word, each in zip(TEXT.split(), sure, strict=False):
        MentionFactory(article=article, text=word, confidence=each)
    return article


def walk(article: Article, order: ProposalOrder) -> list[str]:
    """The proposals one after the other, each left undecided."""
    met: list[Mention] = []
    while (following := next_proposal(article.pk, order=order, after=met[-1] if met else None)) not in met:
        met.append(following)
    assert following == met[0]
    return [each.text for each in met]


def test_next_proposal_follows_the_text() -> None:
    assert walk(article_with(0.9, 0.5, 0.7), ProposalOrder.TEXT) == ["un", "deux", "trois"]


def test_next_proposal_is_the_least_sure_and_equals_follow_the_text() -> None:
    assert walk(article_with(0.9, 0.5, None, 0.7, 0.5), ProposalOrder.DOUBT) == [
        "deux", "cinq", "quatre", "un", "trois",
    ]  # fmt: skip


def test_next_proposal_weighs_the_link_too() -> None:
    article = article_with(0.9, 0.8)
    article.mentions.filter(text="un").update(link_confidence=0.5)
    assert walk(article, ProposalOrder.DOUBT) == ["un", "deux"]


def test_next_proposal_passes_over_what_is_decided() -> None:
    article = article_with(0.5, 0.9)
    MentionFactory(article=article, text="trois", confidence=0.1, status="accepted")
    assert walk(article, ProposalOrder.DOUBT) == ["un", "deux"]
    article.mentions.update(status="rejected", decided_at="2024-01-01T00:00Z")
    assert next_proposal(article.pk, order=ProposalOrder.DOUBT) is None


def test_progress_counts_the_doubtful_that_are_left() -> None:
    article = article_with(0.79, 0.8, None)
    MentionFactory(article=article, text="quatre", confidence=0.1, status="accepted")
    assert progress_of(article.pk) == Progress(decided=1, total=4, doubtful=1)
    article.mentions.filter(text="deux").update(link_confidence=0.9)
    assert progress_of(article.pk).doubtful == 2
