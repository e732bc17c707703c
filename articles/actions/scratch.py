"""An empty collection for a while: what is written to it never reaches the real one."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256

from django.apps import apps
from django.conf import settings
from django.db import connection

from articles.actions.annotate import store_annotation
from articles.actions.importing import ImportOptions, import_records
from articles.actions.regrouping import settle_people
from articles.importers import RawArticle
from articles.models import Article, Mention, PipelineRun
from articles.nlp.pipeline import VERSION
from articles.nlp.types import Annotation, Span


@contextmanager
def empty_collection() -> Iterator[None]:
    """This connection sees empty tables in the place of the collection's, until it leaves.

    They are temporary tables of the same names, which PostgreSQL looks at first and no other connection sees.
    They have the constraints, indexes and numbering of the real ones, but no foreign keys.
    """
    tables = [model._meta.db_table for model in apps.get_app_config("articles").get_models(include_auto_created=True)]
    with connection.cursor() as cursor:
        try:
            for name in map(connection.ops.quote_name, tables):
                cursor.execute(f"CREATE TEMPORARY TABLE {name} (LIKE {name} INCLUDING ALL)")
            yield
        finally:
            if not connection.needs_rollback:
                for name in map(connection.ops.quote_name, tables):
                    cursor.execute(f"DROP TABLE IF EXISTS pg_temp.{name}")


def people_of(articles: Sequence[tuple[RawArticle, Annotation]]) -> list[dict[Span, str]]:
    """Import articles into an empty collection and tell each one's people: the words and the actor's identifier."""
    with empty_collection():
        import_records((raw for raw, _ in articles), options=ImportOptions(annotate=False), paths=[])
        run = PipelineRun.objects.create(version=VERSION, pipeline=settings.SPACY_PIPELINE)
        digests = [sha256(raw.text.encode()).hexdigest() for raw, _ in articles]
        for digest, (_, annotation) in zip(digests, articles, strict=True):
            store_annotation(Article.objects.get(digest=digest), annotation, run=run)
        settle_people(run)
        return [_people(digest) for digest in digests]


def _people(digest: str) -> dict[Span, str]:
    people = Mention.objects.filter(article__digest=digest, label="PER").exclude(actor=None)
    return {Span(start, end): slug for start, end, slug in people.values_list("start", "end", "actor__slug")}
