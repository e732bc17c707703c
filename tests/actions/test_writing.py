"""Rows written by prepared statements stand as Django would have written them."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.db.models import Model

from articles.actions.writing import add_row, save_row
from articles.enums import AnnotationStatus, MentionLabel
from articles.models import Mention
from tests.factories import ArticleFactory, MeetingReportFactory, MentionFactory, StatementFactory

pytestmark = pytest.mark.django_db


def standing(row: Model) -> dict[str, object]:
    return type(row)._default_manager.filter(pk=row.pk).values().get()


def told(row: Model) -> dict[str, object]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_a_row_is_written_whole(editor: User) -> None:
    for row in (MentionFactory(), MeetingReportFactory(duration=90, date_value="2023-11"), StatementFactory()):
        row.status, row.decided_by, row.version = AnnotationStatus.ACCEPTED, editor, 7
        row.decided_at, row.confidence = datetime(2026, 1, 2, tzinfo=UTC), None

        save_row(row)

        assert standing(row) == told(row)
        assert standing(row)["version"] == 7


def test_a_new_row_gets_its_number() -> None:
    article = ArticleFactory()
    new = Mention(
        article=article, start=0, end=6, text="Antony", label=MentionLabel.PER, status="added", origin="person",
        decided_at=datetime(2026, 1, 2, tzinfo=UTC),
    )  # fmt: skip

    add_row(new)

    assert standing(new) == told(new)
    assert not new._state.adding
    new.text = "Antoni"
    save_row(new)
    assert [each.text for each in article.mentions.all()] == ["Antoni"]
