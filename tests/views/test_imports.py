import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import ArticleRead, ImportBatch, ImportProblem
from tests.factories import ArticleFactory, MentionFactory, ReviewFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def batch(manager: User) -> ImportBatch:
    batch = ImportBatch.objects.create(by=manager, imported=2, duplicates=1, rejected=1)
    ImportProblem.objects.create(batch=batch, file="a/b.jsonl", line=7, field="text", reason="No <text>.")
    for number, state in enumerate(("reviewed", "pre_annotated")):
        article = ArticleFactory(batch=batch)
        ReviewFactory(article=article, state=state, editor=manager)
        MentionFactory(article=article, status="proposed" if number else "accepted")
        MentionFactory(article=article, text="Ankara", label="GPE")
    return batch


def test_imports_are_for_editors(client: Client, batch: ImportBatch, reader: User) -> None:
    client.force_login(reader)
    assert [client.get(each).status_code for each in ("/imports/", f"/imports/{batch.pk}/")] == [403, 403]


def test_import_page_shows_counts_problems_and_progress(client: Client, batch: ImportBatch, editor: User) -> None:
    client.force_login(editor)
    page = client.get(f"/imports/{batch.pk}/")
    shown = page.context["shown"]
    assert (shown.articles.decided, shown.articles.total) == (1, 2)
    assert (shown.proposals.decided, shown.proposals.total) == (1, 4)
    assert [number for _state, number in shown.states] == [0, 1, 0, 1, 0]
    assert "<td>a/b.jsonl</td>" in page.text.replace("\n", "")
    assert "No &lt;text&gt;." in page.text


@pytest.mark.parametrize("item_count", [1, 3])
def test_list_of_imports_asks_the_same_number_of_queries(
    client: Client, editor: User, django_assert_num_queries: DjangoAssertNumQueries, item_count: int
) -> None:
    client.force_login(editor)
    for _each in range(item_count):
        ArticleFactory(batch=ImportBatch.objects.create(by=editor))
    with django_assert_num_queries(5):
        page = client.get("/imports/").context["page"]
    assert [(each.article_count, each.reviewed_count) for each in page] == [(1, 0)] * item_count


def test_reading_an_article_is_counted_without_telling_who(client: Client, editor: User) -> None:
    article = ArticleFactory()
    address = f"/articles/{article.pk}/"
    for _time in range(2):
        client.get(address)
    client.head(address)
    client.get(address, headers={"HX-Request": "true"})
    client.force_login(editor)
    client.get(address)
    assert list(ArticleRead.objects.values_list("article", "count")) == [(article.pk, 3)]
    assert {field.name for field in ArticleRead._meta.get_fields()} == {"id", "article", "day", "count"}
