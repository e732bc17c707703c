"""Searches as French readers type them, each with all that it must find and nothing else."""

import pytest
from django.db import transaction
from django.utils import timezone

from articles.forms.search import SearchForm
from articles.models import Article
from articles.queries.article_facets import Wanted
from articles.queries.article_search import find, page_of
from articles.search.headlines import extract, in_full
from tests.search.collection import make_collection, rows

pytestmark = pytest.mark.django_db
QUERIES = rows("queries")
EVERYTHING = 200


@pytest.fixture(scope="module")
def collection(django_db_setup: None, django_db_blocker):
    """Made once for all searches, and taken back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_collection()
        yield
        transaction.set_rollback(True)


def asked(row: dict[str, str]) -> Wanted:
    """As the one box reads it."""
    form = SearchForm({"q": row["query"]})
    assert form.is_valid()
    return form.wanted()


def found(wanted: Wanted) -> list[Article]:
    keys = page_of(wanted, find(wanted), 0, EVERYTHING, timezone.localdate())
    articles = Article.objects.in_bulk(keys)
    return [articles[key] for key in keys]


def test_there_are_enough_searches_of_every_kind() -> None:
    kinds = {"accents", "plural", "elision", "acronym", "alias", "phrase", "exclusion", "typing", "exact", "period"}
    assert (len(QUERIES) >= 60, kinds - {row["about"] for row in QUERIES}) == (True, set())


@pytest.mark.parametrize("row", QUERIES, ids=lambda row: f"{row['about']}: {row['query']}")
def test_search_finds_what_the_table_says(collection: None, row: dict[str, str]) -> None:
    articles = {article.external_id: article for article in found(asked(row))}

    sample = {key for key in articles if key.startswith("d2-")}
    assert sorted(articles.keys() - sample) == sorted(row["hits"].split())
    assert not row["sample"] or sorted(sample) == sorted(row["sample"].split())


@pytest.mark.parametrize("row", QUERIES, ids=lambda row: f"{row['about']}: {row['query']}")
def test_every_article_found_shows_why(collection: None, row: dict[str, str]) -> None:
    wanted = asked(row)
    question = wanted.question

    unexplained = [
        article.external_id
        for article in found(wanted)
        if question and "<mark>" not in extract(article.text, question) + in_full(article.title, question)
    ]

    assert unexplained == []
