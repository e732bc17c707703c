import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from articles.queries.pieces import drafted, pieces_of, speaker_of
from tests.factories import ActorFactory, ArticleFactory, MentionFactory, PlaceFactory

pytestmark = pytest.mark.django_db
TEXT = "Anna Lind a vu Karim Benali à Oslo."


@pytest.fixture
def article() -> Article:
    article = ArticleFactory(text=TEXT)
    MentionFactory(article=article, text="Anna Lind", actor=ActorFactory(name="Anna Lind"))
    MentionFactory(article=article, text="Karim Benali", actor=ActorFactory(name="Karim Benali", slug="k-benali"))
    oslo = PlaceFactory(name="Oslo")
    oslo.names.create(name="Oslo", key="oslo")
    MentionFactory(article=article, text="Oslo", label="GPE", place=oslo)
    return article


def values(article: Article) -> list[dict[str, str]]:
    return [values for _start, _end, values, _words in json.loads(pieces_of(article.pk))]


def test_pieces_are_written_as_names(article: Article) -> None:
    assert values(article) == [{"actor": "Anna Lind"}, {"actor": "Karim Benali"}, {"place": "Oslo"}]


def test_name_that_two_go_by_is_written_as_its_identifier(article: Article) -> None:
    ActorFactory(name="Karim Benali", slug="karim-benali-2")
    assert values(article)[1] == {"actor": "k-benali"}


def test_draft_of_a_meeting_shows_names(article: Article) -> None:
    fields = drafted(article, 0, len(TEXT))
    assert (fields["participants"], fields["place"]) == ("Anna Lind\nKarim Benali", "Oslo")


def test_draft_of_a_statement_shows_the_name_of_who_speaks(article: Article) -> None:
    start = TEXT.index("à Oslo")
    assert speaker_of(article, start, len(TEXT)) == "Karim Benali"


def queries(article: Article) -> int:
    with CaptureQueriesContext(connection) as made:
        pieces_of(article.pk)
    return len(made)


def test_number_of_queries_does_not_grow_with_the_names(article: Article) -> None:
    few = queries(article)
    for word in ("vu", "à"):
        MentionFactory(article=article, text=word, actor=ActorFactory(name=word * 3))
    assert queries(article) == few
