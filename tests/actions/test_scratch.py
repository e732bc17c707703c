"""A throw-away collection: the real actions on empty tables, and nothing of it left."""

from datetime import date

import factory
import pytest
from django.db import DataError, connection

from articles.actions.scratch import empty_collection, people_of
from articles.importers import RawArticle
from articles.models import Actor, Article, ImportBatch, Mention, PipelineRun
from articles.nlp.types import Annotation, EntityRecord, MentionRecord, Span
from tests.factories import ActorFactory, ArticleFactory

pytestmark = pytest.mark.django_db


def told(text: str, name: str, known: str = "") -> tuple[RawArticle, Annotation]:
    """A text in which one person is named, as the pipeline would tell it."""
    start = text.index(name)
    mention = MentionRecord(Span(start, start + len(name)), "PER", 0, origin="newsdesk_names")
    raw = RawArticle(text=text, file="gold.jsonl", published_on=date(2024, 5, 6), source="Dépêche")
    return raw, Annotation(mentions=(mention,), entities=(EntityRecord("person", known or name, (name,)),))


def temporary_tables() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_class WHERE relpersistence = 't' AND relkind = 'r'")
        return int(cursor.fetchone()[0])


def test_people_of_gives_one_identity_to_one_person_across_articles() -> None:
    people = people_of(
        [
            told("Anna Lind est à Oslo.", "Anna Lind"),
            told("Le retour d'Anna Lind.", "Anna Lind"),
            told("Karl Moe est parti.", "Karl Moe"),
        ]
    )

    assert people == [{Span(0, 9): "anna-lind"}, {Span(12, 21): "anna-lind"}, {Span(0, 8): "karl-moe"}]


def test_people_of_neither_reads_nor_writes_the_collection() -> None:
    ArticleFactory(text="Anna Lind est à Oslo.")
    ActorFactory(slug="anna-lind", name="Anna Lind")
    before = [list(model.objects.order_by("pk").values()) for model in (Actor, Article)]

    people = people_of([told("Anna Lind est à Oslo.", "Anna Lind")])

    assert people == [{Span(0, 9): "anna-lind"}]
    assert [list(model.objects.order_by("pk").values()) for model in (Actor, Article)] == before
    assert [model.objects.count() for model in (Mention, PipelineRun, ImportBatch)] == [0, 0, 0]
    assert temporary_tables() == 0


def test_empty_collection_leaves_numbers_of_the_real_tables_alone() -> None:
    first = ActorFactory()
    with empty_collection():
        ActorFactory()
        ActorFactory()

    assert ActorFactory().pk == first.pk + 1


@pytest.mark.django_db(transaction=True)
def test_empty_collection_is_gone_after_an_error() -> None:
    with pytest.raises(DataError), empty_collection():
        ActorFactory.create_batch(2, slug=factory.Iterator(["anna-lind", "a" * 500]))

    assert (Actor.objects.count(), temporary_tables()) == (0, 0)
