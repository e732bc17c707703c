from datetime import date

import pytest
from django.db import connection

from articles.enums import AnnotationStatus, ReviewState
from articles.models import Article
from articles.search.articles import ArticleSearch, search_articles
from tests.factories import ActorFactory, ArticleFactory, MentionFactory, ReviewFactory, SourceFactory

pytestmark = pytest.mark.django_db


def found(**wanted: object) -> list[Article]:
    return list(search_articles(ArticleSearch(**wanted)))


@pytest.mark.parametrize(
    ("words", "matches"),
    [
        ("negociation", True),  # without the accent, in the singular
        ('"négociations secrètes"', True),
        ('"secrètes négociations"', False),
        ("négociations -Oslo", False),
        ("train or avion", False),
        ("avion or Oslo", True),
        ("' & ! ( :*", False),
    ],
)
def test_search_articles_reads_words_as_a_web_search_does(words: str, matches: bool) -> None:
    article = ArticleFactory(text="Les négociations secrètes se sont tenues à Oslo.")
    assert found(words=words) == ([article] if matches else [])


def test_search_articles_narrows_by_source_period_and_state() -> None:
    wanted = ArticleFactory(source=SourceFactory(name="Fil A"), published_on=date(2024, 3, 2))
    other = ArticleFactory(source=SourceFactory(name="Fil B"), published_on=date(2024, 3, 4))
    ReviewFactory(article=wanted, state=ReviewState.PRE_ANNOTATED)
    assert found() == [other, wanted]
    assert found(source=wanted.source) == [wanted]
    assert found(until=date(2024, 3, 2)) == [wanted]
    assert found(since=date(2024, 3, 3)) == [other]
    assert found(state=ReviewState.PRE_ANNOTATED) == [wanted]


def test_search_articles_finds_an_actor_by_id_slug_or_part_of_a_name() -> None:
    actor = ActorFactory(name="Recep Tayyip Erdoğan", slug="recep-tayyip-erdogan")
    article = ArticleFactory(text="Erdogan a parlé.")
    MentionFactory(article=article, text="Erdogan", actor=actor)
    ArticleFactory()
    merged = ActorFactory(name="R. T. E.", slug="rte", merged_into=actor)
    for given in (str(actor.pk), "recep-tayyip-erdogan", "ERDOGAN", "tayyip erdoğan", "rte", str(merged.pk)):
        assert found(actor=given) == [article]
    assert found(actor="Fidan") == []
    assert found(actor="???") == []


def test_search_articles_ignores_rejected_mentions() -> None:
    actor = ActorFactory(name="Hakan Fidan")
    article = ArticleFactory(text="Hakan Fidan a parlé.")
    MentionFactory(article=article, text="Hakan Fidan", actor=actor, status=AnnotationStatus.REJECTED)
    assert found(actor="Fidan") == []


def test_search_articles_can_use_the_index() -> None:
    ArticleFactory()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
    plan = search_articles(ArticleSearch(words="Ankara")).order_by().explain()
    assert "searchedarticle_words" in plan
