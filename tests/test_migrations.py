"""Migrations of the search run backwards and forwards again over rows that are there."""

import pytest
from django.core.management import call_command

from articles.models import IndexedMeeting, SearchedArticle
from articles.search.articles import ArticleSearch, search_articles
from tests.factories import ArticleFactory, MeetingReportFactory, StatementFactory


@pytest.mark.django_db(transaction=True)
def test_what_searches_compare_is_there_again_after_the_way_back() -> None:
    article = ArticleFactory(text="Les otages libérés.")
    report = MeetingReportFactory(article=article, sentence="Les otages")
    StatementFactory(article=article, quote="otages")

    call_command("migrate", "articles", "0021", verbosity=0)
    call_command("migrate", "articles", verbosity=0)

    assert list(search_articles(ArticleSearch(words="otage"))) == [article]
    assert SearchedArticle.objects.get(article=article).state == "new"
    assert IndexedMeeting.objects.get().meeting_id == report.meeting_id
