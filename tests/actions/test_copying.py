"""Rows made column by column."""

import pytest

from articles.actions.copying import new_row
from articles.models import Mention


def test_row_made_of_columns_is_the_one_django_makes_of_fields() -> None:
    told = {"article_id": 3, "start": 1, "end": 4, "text": "M. X", "label": "PER", "actor_id": 7, "origin": "ner"}

    made, by_fields = new_row(Mention, **told), Mention(**told)

    columns = [field.attname for field in Mention._meta.concrete_fields]
    assert [getattr(made, name) for name in columns] == [getattr(by_fields, name) for name in columns]
    assert made._state.adding


def test_column_that_the_table_has_not_is_refused() -> None:
    with pytest.raises(IndexError):
        new_row(Mention, actr_id=7)
