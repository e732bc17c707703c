"""Statements that a name is excluded from."""

import pytest

from articles.queries.statements import StatementSearch, found_keys
from tests.factories import ActorFactory, ArticleFactory, StatementFactory

pytestmark = pytest.mark.django_db


def test_excluding_a_name_keeps_statements_whose_speaker_is_not_known() -> None:
    blinken = ActorFactory(name="Antony Blinken")
    article = ArticleFactory(text="« La paix », dit-il. « La guerre », dit-on.")
    StatementFactory(article=article, quote="« La paix »", speaker=blinken)
    unknown = StatementFactory(article=article, quote="« La guerre »", speaker=None)

    assert list(found_keys(StatementSearch(words="-Blinken"))) == [unknown.pk]
