"""How many corrections an article will take, and in which order articles come."""

import pytest

from articles.models import Article
from articles.queries.sureness import least_sure_first, with_expected_corrections
from tests.factories import ArticleFactory, MeetingReportFactory, MentionFactory, StatementFactory

pytestmark = pytest.mark.django_db


def expected(article: Article) -> float:
    return vars(with_expected_corrections(Article.objects.filter(pk=article.pk)).get())["expected_corrections"]


def test_expected_corrections_sum_the_doubts_of_undecided_proposals() -> None:
    article = ArticleFactory()
    MentionFactory(article=article, confidence=0.9)
    MentionFactory(article=article, text="Hakan Fidan", confidence=0.8, link_confidence=0.5)
    MentionFactory(article=article, text="Ankara", confidence=0.1, status="rejected")
    MentionFactory(article=article, text="Texte", confidence=None)
    MeetingReportFactory(article=article, confidence=0.6)
    StatementFactory(article=article, confidence=0.7)
    assert expected(article) == pytest.approx(0.1 + 0.6 + 0.4 + 0.3)


def test_article_without_proposals_expects_none() -> None:
    assert expected(ArticleFactory()) == 0.0


def test_least_sure_articles_come_first_and_equals_newest_first() -> None:
    done, sure, doubtful = (ArticleFactory() for _ in range(3))
    also_done = ArticleFactory()
    MentionFactory(article=sure, confidence=0.9)
    MentionFactory(article=doubtful, confidence=0.3)
    assert list(least_sure_first(Article.objects.all())) == [doubtful, sure, also_done, done]
